package import ContractModel
package import Diagnostics
package import RuleLanguage

/// The tests of rule packs: their examples.
package enum RuleTests {
    /// - Parameters:
    ///   - today: for examples that name no day, in days since 1970-01-01.
    ///   - isMeasuring: whether the parts of conditions that no example reaches are looked for.
    ///   - isMutating: whether each rule is changed in one place at a time, to see whether its examples notice.
    /// - Throws: with every mistake of the pack's file.
    package static func run(
        _ file: PackSource.File, today: Int, isMeasuring: Bool = false, isMutating: Bool = false
    ) throws(OwnFile.Invalid) -> RuleTestReport.Pack {
        let pack = try RulePack(name: file.name, raw: file.raw, changeKinds: CompatibilityRules.kinds)
        var survivors: [String: [(place: Place, text: String)]] = [:]
        if isMutating {
            for rule in MutationRun.run(pack, today: today, changes: ChangeFact.between) {
                survivors[rule.rule] = rule.survivors.map { mutant in
                    let change = mutant.mutated.isEmpty ? "left out" : "changed to `\(mutant.mutated.trimmed)`"
                    return (mutant.place, "no example notices `\(mutant.original.trimmed)` \(change)")
                }
            }
        }
        return outcome(of: pack, survivors, today: today, isMeasuring: isMeasuring)
    }

    /// Faults of packs that are each right by themselves: two of one id, and what they include and is not there.
    package static func faults(together files: [PackSource.File], _ source: PackSource) -> [Report.Failure] {
        var library = PackLibrary()
        var failures: [Report.Failure] = []
        for file in files {
            // The files that the program was made of have the ids of its packs.
            if RuleBundle.names.contains(PackReader(name: file.name, raw: file.raw, needsExamples: false).id) {
                continue
            }
            do throws(PackSource.Failure) {
                _ = try library.rules(file.name.contains("/") ? file.name : "./" + file.name, from: source)
            } catch {
                failures.append(Report.Failure(file: file.name, message: error.text(about: file.name)))
            }
        }
        return failures + library.takeFailures()
    }

    /// The files of the packs inside the program.
    package static let standardFiles: [PackSource.File] = StandardPackTexts.all.map {
        ("rules/\($0.name).yaml", Array($0.text.utf8))
    }

    private static func outcome(
        of pack: RulePack, _ survivors: [String: [(place: Place, text: String)]], today: Int, isMeasuring: Bool
    ) -> RuleTestReport.Pack {
        let rules = ExampleRun.run(pack, today: today, isMeasuring: isMeasuring, changes: ChangeFact.between).map {
            outcome in
            var numbers = (failing: 0, passing: 0)
            let examples = outcome.examples.map { example in
                if example.isFailing { numbers.failing += 1 } else { numbers.passing += 1 }
                var report = RuleTestReport.Example(
                    isFailing: example.isFailing, number: example.isFailing ? numbers.failing : numbers.passing,
                    note: example.note, place: example.place, problem: example.problem)
                report.documents = example.documents
                report.parts = example.parts
                return report
            }
            var rule = RuleTestReport.Rule(
                id: outcome.rule.id, examples: examples, unexercised: outcome.unexercised)
            rule.gaps = outcome.gaps
            rule.survivors = survivors[rule.id]
            return rule
        }
        return RuleTestReport.Pack(
            id: pack.identity.id, version: pack.identity.version, file: pack.file, rules: rules)
    }
}
