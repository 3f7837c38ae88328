import ContractModel
import Diagnostics
import Governance
import TestSupport
import Testing
import YAMLTree

@testable import RuleLanguage

/// The standard rules on documents that nobody would write: they have an answer to everything, since an evaluation that fails
/// would end the run.
@Suite struct StandardRuleRobustnessTests {
    private static let rules = RuleSet(
        StandardPacks.rules.map { rule in
            var rule = rule
            rule.isOff = false
            return rule
        })

    private func judge(_ text: String) {
        let tree = YAMLTree(name: "odd.odcs.yaml", raw: Array(text.utf8), vocabulary: .contracts)
        let engine = RuleEngine(Self.rules, today: 20_000)
        for part in tree.documents {
            guard let document = ContractDocument(tree, part) else { continue }
            let findings = engine.check(document)
            #expect(findings.failures.map { "\($0.rule): \($0.message)" } == [], "\(text)")
            for issue in findings.issues {
                let range = issue.issue.range
                #expect(range.start >= 0 && range.start <= range.end && range.end <= tree.source.text.count)
                #expect(!issue.issue.message.isEmpty)
                #expect(document.path(of: issue.element)?.isEmpty != true)
            }
        }
    }

    @Test(arguments: 1000..<1100)
    func randomContracts(_ seed: Int) {
        var document = RandomDocument(seed: UInt64(seed))
        judge(document.contract())
    }

    /// Real contracts with lines and words lost, doubled and exchanged.
    @Test func damagedContracts() throws {
        let folder = Folder("samples")
        let files = folder.files.filter { $0.hasSuffix(".odcs.yaml") || $0.hasSuffix(".odps.yaml") }
        #expect(files.count > 10)
        var random = SeededGenerator(seed: 11)
        for file in files {
            let text = String(decoding: try sample(file), as: UTF8.self)
            judge(text)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard lines.count < 400 else { continue }
            for _ in 0..<10 {
                var damaged = lines
                for _ in 0..<Int.random(in: 1...6, using: &random) { Damage.line(of: &damaged, &random) }
                judge(damaged.joined(separator: "\n"))
            }
        }
    }

    /// Every value of a contract in turn is one of another kind.
    @Test(arguments: [
        "null", "[]", "{}", "''", "' '", "-1", "1.5e308", "[[]]", "{a: {b: []}}", "true", "2020-01-01", "\"\\0\"",
        "[null]",
    ])
    func everyValueInTurn(_ value: String) throws {
        let text = String(decoding: try sample("sales/orders/customers.odcs.yaml"), as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for index in lines.indices {
            guard let colon = lines[index].firstRange(of: ": ") else { continue }
            var changed = lines
            changed[index] = lines[index][..<colon.upperBound] + value
            judge(changed.joined(separator: "\n"))
        }
    }
}
