internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// A property with what it says about its values: the types, and where its options stand.
///
/// Made only for properties that have options, examples or an enumeration: most have none.
struct TypedProperty {
    let element: ElementRef
    let tree: YAMLTree
    let context: TypeContext
    /// The value of `logicalType` (in DCS `type`), when it is a text.
    let logicalNode: NodeID?
    let physicalNode: NodeID?
    let types: TypeVerdict

    var logical: LogicalType? { types.logical }

    /// Length of text that the column has room for, in characters, where it was chosen.
    var capacity: Int? {
        guard types.hasArguments else { return nil }
        var most = 0
        for type in types.physical {
            guard case .char(let length?, _, _) = type else { return nil }
            most = max(most, length)
        }
        return most > 0 ? most : nil
    }

    func node(_ option: Key) -> NodeID? { PropertyView(element).option(option) }

    var hasOptions: Bool { PropertyView(element).hasOptions }

    /// Name of a field's value: its key as the contract writes it.
    func name(of node: NodeID) -> String { tree.key(of: node).map(tree.text(of:)) ?? "value" }

    func text(_ node: NodeID) -> String { tree.text(of: node).shortened }

    func issue(
        _ rule: RuleDescriptor, _ message: String, at node: NodeID, severity: Severity? = nil, help: String? = nil,
        related: [(NodeID, String)] = [], subject: String
    ) -> ElementIssue {
        ElementIssue(
            Issue(
                rule, message, at: tree.range(of: node), severity: severity, help: help,
                related: related.map { (tree.range(of: $0.0), $0.1) }, subject: subject),
            node: node, element: element.id)
    }

    /// A finding about two values that contradict each other: at the later one, the earlier related.
    func conflict(
        _ rule: RuleDescriptor, _ message: String, _ a: NodeID, _ b: NodeID, help: String? = nil
    ) -> ElementIssue {
        let (earlier, later) = tree[a].start <= tree[b].start ? (a, b) : (b, a)
        return issue(
            rule, message, at: later, help: help, related: [(earlier, "`\(name(of: earlier))` is here")],
            subject: "\(name(of: a)) \(tree.text(of: a)) \(name(of: b)) \(tree.text(of: b))")
    }
}

extension TypedProperty {
    /// A property in the dialects of its document.
    init(_ element: ElementRef, _ fields: TypeFields, _ context: TypeContext, _ cache: inout TypeCache) {
        let tree = context.tree
        let isText = { (node: NodeID) in node >= 0 && tree[node].isText }
        let number = TypeRules.verdict(fields, context, &cache)
        let types = cache[number]
        self.init(
            element: element, tree: tree, context: context,
            logicalNode: isText(fields.logical) ? fields.logical : nil,
            physicalNode: isText(fields.physical) ? fields.physical : nil, types: types)
    }
}
