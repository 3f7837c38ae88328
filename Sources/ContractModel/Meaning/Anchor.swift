package import YAMLTree

extension ElementRef {
    /// Node that findings and changes about an element point at where no value of it is meant: what names it, else its first
    /// key, else itself.
    package var anchor: NodeID {
        let tree = document.tree
        for key in Self.names {
            if let value = node(key), !tree[value].type.isDisjoint(with: .scalar) { return value }
        }
        let first = tree[node].firstChild
        return first >= 0 ? first : node
    }

    private static let names: [Key] = [
        .name, .id, .property, .server, .username, .role, .channel, .metric, .to, .physicalName,
    ]
}
