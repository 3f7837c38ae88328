internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// An example made ready to be tried: its document is read once, however many versions of its rule are asked about it.
struct ExampleTrial {
    let isFailing: Bool
    let document: ExampleDocument
    private let contract: ContractDocument?
    /// Why it is no contract.
    private let fault: String

    init(_ example: RuleExample, of selection: Selection, in tree: YAMLTree) {
        isFailing = example.isFailing
        document = ExampleDocument(example.node, in: tree, for: selection)
        let tree = YAMLTree(name: "example.yaml", raw: Array(document.text.utf8), vocabulary: .contracts)
        contract = tree.documents.first.flatMap { ContractDocument(tree, $0) }
        fault = tree.issues.first.map { ": \($0.message)" } ?? ""
    }

    /// - Parameters:
    ///   - rule: the rule, with the parameters of this example.
    ///   - today: for an example that names no day, in days since 1970-01-01.
    /// - Returns: what it does that it should not, nil if nothing; the clauses that fail; and what the findings say.
    func run(_ rule: Rule, today: Int) -> (problem: String?, failed: Set<String>, messages: [String]) {
        guard let contract else { return ("it is no contract" + fault, [], []) }
        var asked = rule
        // Where a rule applies is not what its examples are about.
        asked.scope = RuleScope()
        asked.isOff = false
        let findings = RuleEngine(RuleSet([asked]), today: document.today ?? today).check(contract)
        let failed = Set(findings.issues.compactMap(\.clause))
        let messages = findings.issues.map(\.issue.message)
        if let failure = findings.failures.first { return (failure.message, failed, messages) }
        if isFailing {
            if findings.issues.isEmpty { return ("it should fail, and passes", failed, messages) }
            if let clauses = document.clauses, Set(clauses) != failed {
                let found = Self.list(rule.clauseNames.filter(failed.contains))
                return ("it should fail \(Self.list(clauses)), and fails \(found)", failed, messages)
            }
        } else if let issue = findings.issues.first {
            return ("it should pass, and fails: \(issue.issue.message)", failed, messages)
        }
        return (nil, failed, messages)
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "no clause" : names.map { "`\($0)`" }.joined(separator: " and ")
    }
}
