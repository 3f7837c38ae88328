import ContractModel
import Diagnostics
import Governance
import TestSupport
import Testing
import YAMLTree

@testable import RuleLanguage

/// The rules that stand in the program ready are those of its packs' files.
@Suite struct StandardRuleImageTests {
    private static func on(_ rules: [Rule]) -> RuleSet {
        RuleSet(
            rules.map { rule in
                var rule = rule
                rule.isOff = false
                return rule
            })
    }

    private static func verdict(_ rules: RuleSet, _ document: ContractDocument) -> [String] {
        let findings = RuleEngine(rules, today: 20_000).check(document)
        return findings.issues.map {
            "\($0.issue.rule.id) \($0.issue.severity) \($0.clause ?? "") at \($0.issue.range) \($0.element): "
                + "\($0.issue.message) \($0.issue.help ?? "")"
        } + findings.failures.map { "\($0.rule) fails: \($0.message)" } + findings.unknown.sorted()
    }

    @Test func rulesSayTheSame() {
        let rules = StandardPacks.complete().flatMap(\.rules)
        #expect(StandardPacks.rules.map(\.id) == rules.map(\.id))
        for (ready, own) in zip(StandardPacks.rules, rules) {
            #expect(ready.condition?.text == own.condition?.text, "\(own.id)")
            #expect(ready.clauses.map(\.condition.text) == own.clauses.map(\.condition.text), "\(own.id)")
            #expect(ready.clauseNames == own.clauseNames, "\(own.id)")
            #expect(ready.parameters.given.map(\.value) == own.parameters.given.map(\.value), "\(own.id)")
            #expect(ready.tightenings == own.tightenings, "\(own.id)")
            #expect(ready.place == own.place, "\(own.id)")
            #expect(ready.gates.needs == own.gates.needs && ready.gates.isNever == own.gates.isNever, "\(own.id)")
        }
    }

    @Test func rulesFindTheSame() {
        let packs = StandardPacks.complete()
        let (ready, own) = (Self.on(StandardPacks.rules), Self.on(packs.flatMap(\.rules)))
        var count = 0
        for pack in packs {
            for rule in pack.rules {
                for example in pack.examples[rule.id] ?? [] {
                    let text = ExampleDocument(example.node, in: pack.tree, for: rule.selection).text ?? ""
                    let tree = YAMLTree(name: "example.yaml", raw: Array(text.utf8), vocabulary: .contracts)
                    guard let part = tree.documents.first, let contract = ContractDocument(tree, part) else { continue }
                    #expect(Self.verdict(ready, contract) == Self.verdict(own, contract), "\(text)")
                    count += 1
                }
            }
        }
        #expect(count > 200)
    }
}
