internal import Basics
internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

/// Reads what a layer makes of a rule, with a place for each part of it.
struct AdjustmentReader {
    private(set) var adjustment = Adjustment()
    private(set) var ranges: [Adjustment.Part: SourceRange] = [:]
    private(set) var faults: [Issue] = []
    private let element: ElementRef
    private let tree: YAMLTree
    private let id: String
    /// Nil: it is written in Swift, or a pack is meant.
    private let rule: Rule?
    private let layer: String
    private let folder: FolderOfPaths
    private let library: PackLibrary

    init(
        _ element: ElementRef, id: String, rule: Rule?, layer: String, folder: FolderOfPaths, _ library: PackLibrary
    ) {
        self.element = element
        tree = element.document.tree
        self.id = id
        self.rule = rule
        self.layer = layer
        self.folder = folder
        self.library = library
    }

    private mutating func fault(_ message: String, at range: SourceRange, help: String? = nil) {
        faults.append(Issue(StandardRules.invalidValue, message, at: range, help: help))
    }

    mutating func read(isPack: Bool) {
        if let value = element.value(.severity) {
            adjustment.severity = .some(Severity(rawValue: value.text))
            ranges[.severity] = value.range
            if adjustment.severity == .some(nil), value.text != "off" { adjustment.severity = nil }
        }
        if let value = element.value(.enforcement) {
            adjustment.enforcement = Enforcement(rawValue: value.text)
            ranges[.enforcement] = value.range
        }
        if let value = element.value(.lock) {
            adjustment.lock = Lock(rawValue: value.text)
            ranges[.lock] = value.range
            let start = tree.place(of: value.range, withExcerpt: false).start
            adjustment.lockPlace = "\(tree.source.name):\(start.line):\(start.column)"
        }
        if let value = element.value(.effectiveFrom) {
            adjustment.effectiveFrom = Day(value.text)?.number
            ranges[.effectiveFrom] = value.range
            if adjustment.effectiveFrom == nil { faults.append(Day.fault(value, StandardRules.invalidValue)) }
        }
        for key in [Key.params, .scope, .require] {
            guard let node = element.node(key) else { continue }
            guard let rule else {
                let what = isPack ? "all rules of a pack at once" : "`\(id)`, which is part of the program,"
                fault(
                    "`\(key.rawValue)` cannot be changed of \(what)", at: tree.range(of: node),
                    help: "write severity, enforcement, lock or effectiveFrom")
                continue
            }
            switch key {
            case .params: if tree[node].isMapping { readParameters(node, rule) }
            case .scope: readScope(node)
            default: if tree[node].isMapping { readClauses(node, rule) }
            }
        }
        if let rule { compile(rule) }
    }

    // MARK: Parameters

    private mutating func readParameters(_ node: NodeID, _ rule: Rule) {
        let known = rule.parameterNames
        for entry in tree.entries(of: node) {
            let name = tree.text(of: entry.key)
            guard let own = rule.parameters.given.first(where: { $0.name == name }) else {
                let near = Spelling.nearest(to: name, among: known)
                fault(
                    "the rule `\(rule.id)` has no parameter `\(name.shortened)`", at: tree.range(of: entry.key),
                    help: near.map { "did you mean `\($0)`?" }
                        ?? (known.isEmpty
                            ? "it has none at all" : "its parameters are \(known.joined(separator: ", "))"))
                continue
            }
            let value = ParameterValue(entry.value, in: tree)
            ranges[.parameter(name)] = tree.range(of: entry.value)
            guard value.isLike(own.value) else {
                fault(
                    "the parameter `\(name)` of `\(rule.id)` is \(own.value.noun), and this is \(value.noun)",
                    at: tree.range(of: entry.value),
                    help: "write it like \(own.value.text.shortened(to: 100))")
                continue
            }
            adjustment.parameters[name] = value
        }
    }

    // MARK: Scope and clauses

    private mutating func readScope(_ node: NodeID) {
        guard let own = element.document.element(at: node) else { return }
        faults += RuleScope.faults(own, StandardRules.invalidValue)
        var scope = RuleScope(own)
        scope.folder = folder
        adjustment.scope = scope
        ranges[.scope] = tree.range(of: node)
    }

    private mutating func readClauses(_ node: NodeID, _ rule: Rule) {
        for entry in tree.entries(of: node) {
            let name = tree.text(of: entry.key)
            ranges[.clause(name)] = tree.range(of: entry.key)
            if rule.clauseNames.contains(name) {
                fault(
                    "`\(rule.id)` has a clause `\(name.shortened)` already, and clauses are never replaced",
                    at: tree.range(of: entry.key), help: "give yours another name")
                continue
            }
            var text: NodeID? = entry.value
            var message: NodeID?
            if tree[entry.value].isMapping {
                let own = element.document.element(at: entry.value)
                text = own?.node(.require)
                message = own?.node(.message)
            }
            guard let text, !tree[text].type.isDisjoint(with: [.text, .boolean]) else { continue }
            adjustment.clauses.append(
                AddedClause(
                    name: name, layer: layer, text: RuleText(tree, text), message: message.map { RuleText(tree, $0) }))
        }
    }

    /// The expressions are checked with these parameters and clauses, so that nothing is found out only when a contract
    /// comes.
    private mutating func compile(_ rule: Rule) {
        guard !adjustment.parameters.isEmpty || !adjustment.clauses.isEmpty, let pack = library.content(of: rule.pack)
        else {
            return
        }
        let variant = pack.rule(rule.id, overriding: adjustment.parameters, adding: adjustment.clauses)
        faults += variant.additionFaults
        if variant.rule == nil {
            // What has been said of them once is not said again of every contract.
            adjustment.parameters = [:]
            adjustment.clauses = []
        }
        for (name, message) in variant.parameterFaults {
            guard let range = ranges[.parameter(name)] else { continue }
            fault(message, at: range, help: "patterns are those of RE2: no look-around, no back references")
        }
        guard let node = element.node(.params) else { return }
        for message in variant.messages {
            fault("`\(rule.id)` cannot be asked with these parameters: \(message)", at: tree.range(of: node))
        }
    }
}

extension ParameterValue {
    fileprivate var noun: String {
        switch self {
        case .bool: "true or false"
        case .int: "a whole number"
        case .double: "a number"
        case .string: "a word"
        case .list: "a list"
        case .null: "nothing that a parameter can be"
        }
    }
}
