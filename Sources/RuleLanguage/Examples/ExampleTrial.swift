internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// An example made ready to be tried: its document is read once, however many versions of its rule are asked about it.
struct ExampleTrial {
    let isFailing: Bool
    let document: ExampleDocument
    let contract: ContractDocument?
    /// The version before, of an example of a change.
    private let old: ContractDocument?
    /// Changes between the two.
    private let changes: [ChangeFact]
    /// Parameters by name.
    let parameters: [String: ParameterValue]
    /// Parts of a scope that it says something about: the rest of a scope is as the rule wants it.
    private let saysOfScope: Set<ScopeFact>
    /// Why it is no contract; nil: it is one.
    private let fault: String?

    /// - Parameter changes: finds the changes between two versions, one of which may not be there: the rule language knows
    ///   changes as plain facts, and whoever compares contracts brings them.
    init(
        _ example: RuleExample, of selection: Selection, in tree: YAMLTree,
        changes: (_ old: ContractDocument?, _ new: ContractDocument?) -> [ChangeFact]
    ) {
        isFailing = example.isFailing
        document = ExampleDocument(example.node, in: tree, for: selection)
        let (new, newFault) = Self.read(document.new, document.file ?? "example.yaml")
        let (old, oldFault) = Self.read(document.old, document.file ?? "old-example.yaml")
        var parameters: [String: ParameterValue] = [:]
        for entry in document.parameters.map({ Array(tree.entries(of: $0)) }) ?? [] {
            parameters[tree.text(of: entry.key)] = ParameterValue(entry.value, in: tree)
        }
        self.parameters = parameters
        saysOfScope = Self.facts(example.node, in: tree, isOnDisk: document.file != nil)
        contract = new
        self.old = old
        self.changes = selection == .change ? changes(old, new) : []
        fault = newFault ?? oldFault
    }

    private enum ScopeFact: String { case domain, tenant, status, tags, path }

    /// Facts that the fragments of an example give; a whole contract gives all but its place.
    private static func facts(_ node: NodeID, in tree: YAMLTree, isOnDisk: Bool) -> Set<ScopeFact> {
        var facts: Set<ScopeFact> = isOnDisk ? [.path] : []
        let parts = [node] + ["old", "new"].compactMap { tree.value(of: $0, in: node) }
        for part in parts {
            if tree.value(of: "yaml", in: part) != nil { facts.formUnion([.domain, .tenant, .status, .tags]) }
            for root in ["contract", "product"] {
                guard let root = tree.value(of: root, in: part), tree[root].isMapping else { continue }
                facts.formUnion(tree.entries(of: root).compactMap { ScopeFact(rawValue: tree.text(of: $0.key)) })
            }
        }
        return facts
    }

    private static func read(
        _ version: ExampleDocument.Version?, _ name: String
    ) -> (ContractDocument?, fault: String?) {
        guard let version else { return (nil, nil) }
        let tree = YAMLTree(name: name, raw: Array(version.text.utf8), vocabulary: .contracts)
        let contract = tree.documents.first.flatMap { ContractDocument(tree, $0) }
        let why = tree.issues.first.map { ": \($0.message)" } ?? ""
        return (contract, contract == nil ? "it is no contract\(why)" : nil)
    }

    /// A scope without what the example says nothing about.
    private func asked(_ scope: RuleScope) -> RuleScope {
        var asked = scope
        asked.folder = .working
        if !saysOfScope.contains(.domain) { asked.domains = NamePatterns() }
        if !saysOfScope.contains(.tenant) { asked.tenants = NamePatterns() }
        if !saysOfScope.contains(.status) { asked.statuses = NamePatterns() }
        if !saysOfScope.contains(.tags) { asked.tags = NamePatterns() }
        if !saysOfScope.contains(.path) { asked.paths = [] }
        return asked
    }

    private func isOutside(_ scope: RuleScope) -> Bool {
        ![contract, old].compactMap { $0 }.contains { scope.contains(DocumentFacts($0)) }
    }

    /// - Parameters:
    ///   - rule: the rule, with the parameters of this example.
    ///   - today: for an example that names no day, in days since 1970-01-01.
    /// - Returns: what it does that it should not, nil if nothing; the clauses that fail; and what the findings say.
    func run(_ rule: Rule, today: Int) -> (problem: String?, failed: Set<String>, messages: [String]) {
        if let fault { return (fault, [], []) }
        var asked = rule
        asked.scope = self.asked(rule.scope)
        asked.isOff = false
        let (found, failure) = found(asked, today: document.today ?? today)
        let failed = Set(found.compactMap(\.clause))
        let messages = found.map(\.message)
        if let failure { return (failure, failed, messages) }
        if isFailing {
            if found.isEmpty {
                let why = isOutside(asked.scope) ? "lies outside of the rule's scope: \(asked.scope.text)" : "passes"
                return ("it should fail, and \(why)", failed, messages)
            }
            if let clauses = document.clauses, Set(clauses) != failed {
                let found = Self.list(rule.clauseNames.filter(failed.contains))
                return ("it should fail \(Self.list(clauses)), and fails \(found)", failed, messages)
            }
        } else if let message = messages.first {
            return ("it should pass, and fails: \(message)", failed, messages)
        }
        return (nil, failed, messages)
    }

    /// Messages of the rule, and the first evaluation that came to nothing.
    private func found(
        _ rule: Rule, today: Int
    ) -> (found: [(clause: String?, message: String)], failure: String?) {
        if rule.selection == .change {
            let judgement = RuleEngine(RuleSet([rule]), today: today).judge(changes, old: old, new: contract, file: nil)
            return (judgement.issues.map { ($0.clause, $0.message) }, judgement.failures.first?.message)
        }
        guard let contract else { return ([], nil) }
        let findings = RuleEngine(RuleSet([rule]), today: today).check(contract)
        return (findings.issues.map { ($0.clause, $0.issue.message) }, findings.failures.first?.message)
    }

    private static func list(_ names: [String]) -> String {
        names.isEmpty ? "no clause" : names.map { "`\($0)`" }.joined(separator: " and ")
    }
}
