package import YAMLTree

extension ElementRef {
    /// Node that findings and changes about an element point at where no value of it is meant: what names it, else its first
    /// key, else itself.
    package var anchor: NodeID {
        let tree = document.tree
        for key in Self.names {
            if let value = node(key), !tree[value].type.isDisjoint(with: .scalar), tree.isWritten(value, in: node) {
                return value
            }
        }
        return tree.entries(of: node).first { tree.isWritten($0.key, in: node) }?.key ?? node
    }

    private static let names: [Key] = [
        .name, .id, .property, .server, .username, .role, .channel, .metric, .to, .physicalName,
    ]
}
