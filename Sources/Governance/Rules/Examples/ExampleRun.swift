internal import ContractModel
package import Diagnostics
internal import YAMLTree

/// Runs the examples of rule packs: each must do what it says.
package enum ExampleRun {
    /// What became of the examples of one rule.
    package struct RuleOutcome: Sendable {
        package let rule: Rule
        package let file: String
        package var examples: [Outcome] = []
        /// Clauses that no failing example makes fail.
        package var unexercised: [String] = []

        package var isRight: Bool { examples.allSatisfy { $0.problem == nil } }
    }

    package struct Outcome: Sendable {
        package let isFailing: Bool
        package let note: String?
        /// Where the example stands in its pack.
        package let place: Place
        /// What it did that it should not have; nil: it is right.
        package let problem: String?
        /// What the rule says of it.
        package var messages: [String] = []
    }

    /// - Parameter today: for examples that name no day, in days since 1970-01-01.
    package static func run(_ pack: RulePack, today: Int) -> [RuleOutcome] {
        pack.rules.map { rule in
            var outcome = RuleOutcome(rule: rule, file: pack.file)
            var failed: Set<String> = []
            for example in pack.examples[rule.id] ?? [] {
                let (result, clauses) = run(example, of: rule, in: pack, today: today)
                outcome.examples.append(result)
                if example.isFailing { failed.formUnion(clauses) }
            }
            outcome.unexercised = rule.clauseNames.filter { !failed.contains($0) }
            return outcome
        }
    }

    /// - Returns: what became of it, and the clauses that failed.
    static func run(
        _ example: RuleExample, of rule: Rule, in pack: RulePack, today: Int
    ) -> (outcome: Outcome, failed: Set<String>) {
        let document = ExampleDocument(example.node, in: pack.tree, for: rule.selection)
        let place = pack.tree.source.place(of: pack.tree.range(of: example.node), withExcerpt: true)
        func outcome(_ problem: String?, _ failed: Set<String> = []) -> (Outcome, Set<String>) {
            (Outcome(isFailing: example.isFailing, note: document.note, place: place, problem: problem), failed)
        }
        var asked = rule
        if !document.parameters.isEmpty {
            let (replacement, messages) = pack.rule(rule.id, overriding: document.parameters)
            guard let replacement else { return outcome("its params do not fit: \(messages.joined(separator: "; "))") }
            asked = replacement
        }
        // Where a rule applies is not what its examples are about.
        asked.scope = RuleScope()
        asked.isOff = false
        let tree = YAMLTree(name: "example.yaml", raw: Array(document.text.utf8), vocabulary: .contracts)
        guard let part = tree.documents.first, let contract = ContractDocument(tree, part) else {
            return outcome("it is no contract" + (tree.issues.first.map { ": \($0.message)" } ?? ""))
        }
        let findings = RuleEngine(RuleSet([asked]), today: document.today ?? today).check(contract)
        let failed = Set(findings.issues.compactMap(\.clause))
        if let failure = findings.failures.first { return outcome(failure.message, failed) }
        if example.isFailing {
            if findings.issues.isEmpty { return outcome("it should fail, and passes") }
            if let clauses = document.clauses, Set(clauses) != failed {
                return outcome(
                    "it should fail \(list(clauses)), and fails \(list(rule.clauseNames.filter(failed.contains)))", failed)
            }
        } else if let issue = findings.issues.first {
            return outcome("it should pass, and fails: \(issue.issue.message)", failed)
        }
        var right = outcome(nil, failed)
        right.0.messages = findings.issues.map(\.issue.message)
        return right
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "no clause" : names.map { "`\($0)`" }.joined(separator: " and ")
    }
}
