package import YAMLTree

/// Key by which an entry of a list is told from the others where it needs no `id`: a server by `server`, a service level by what
/// it promises about which element.
///
/// No two entries of a list share one. `breaking` pairs servers, service levels, roles, members, channels and quality rules of two
/// versions by these.
package struct NaturalKey {
    /// Text that two entries share exactly when they are told apart by nothing.
    package let text: String
    /// Value that names the entry.
    package let node: NodeID

    package init?(of element: ElementRef) {
        guard let fields = Self.fields(of: element.kind), let node = element.node(fields[0]) else { return nil }
        let tree = element.document.tree
        let parts = fields.map { field in
            element.node(field).map { Self.part($0, field, element, tree) } ?? ""
        }
        guard !parts[0].isEmpty else { return nil }
        text = parts.joined(separator: "\u{0}")
        self.node = node
    }

    /// Fields that make the key of a kind of elements, that which names it first; nil: it has none.
    package static func fields(of kind: ElementKind) -> [Key]? {
        switch kind {
        case .server: [.server]
        case .sla: [.property, .element, .driver]
        case .role: [.role]
        case .member: [.username]
        case .support: [.channel]
        case .customProperty: [.property]
        case .quality: [.name]
        case .relationship: [.to, .from]
        case .definition: [.url, .type]
        case .synonym: [.synonym]
        case .enumValue: [.value]
        case .inputPort, .outputPort: [.name, .version]
        case .inputContract: [.id, .version]
        default: nil
        }
    }

    private static func part(_ node: NodeID, _ field: Key, _ element: ElementRef, _ tree: YAMLTree) -> String {
        if tree[node].isList { return ValueEquality.canonical(tree, node) }
        guard !tree[node].type.isDisjoint(with: .scalar) else { return "" }
        switch (element.kind, field) {
        case (.sla, .property): return ServiceLevelName.normalised(tree.text(of: node))
        case (.enumValue, _):
            let type = element.enclosing(.property)?.text(.logicalType)
            return ValueEquality.value(tree, node, isText: type == "string" || type == nil)
        default: return tree.text(of: node)
        }
    }
}
