package import ContractModel
package import Diagnostics
package import RuleLanguage

/// The tests of rule packs: their examples.
package enum RuleTests {
    /// - Parameter today: for examples that name no day, in days since 1970-01-01.
    /// - Throws: with every mistake of the pack's file.
    package static func run(_ file: PackSource.File, today: Int) throws(OwnFile.Invalid) -> RuleTestReport.Pack {
        outcome(of: try RulePack(name: file.name, raw: file.raw), today: today)
    }

    /// The files of the packs inside the program.
    package static let standardFiles: [PackSource.File] = StandardPackTexts.all.map {
        ("rules/\($0.name).yaml", Array($0.text.utf8))
    }

    private static func outcome(of pack: RulePack, today: Int) -> RuleTestReport.Pack {
        let rules = ExampleRun.run(pack, today: today, changes: ChangeFact.between).map { outcome in
            var numbers = (failing: 0, passing: 0)
            let examples = outcome.examples.map { example in
                if example.isFailing { numbers.failing += 1 } else { numbers.passing += 1 }
                return RuleTestReport.Example(
                    isFailing: example.isFailing, number: example.isFailing ? numbers.failing : numbers.passing,
                    note: example.note, place: example.place, problem: example.problem)
            }
            return RuleTestReport.Rule(id: outcome.rule.id, examples: examples, unexercised: outcome.unexercised)
        }
        return RuleTestReport.Pack(
            id: pack.identity.id, version: pack.identity.version, file: pack.file, rules: rules)
    }
}
