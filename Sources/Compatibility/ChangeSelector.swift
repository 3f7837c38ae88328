package import YAMLTree

/// Path to a value by names, as OMDS has it: `/schema[name=orders]/properties[name=email]/logicalType` (Bitol RFC-0039, "Path
/// notation").
package enum ChangeSelector {
    /// Keys that tell the items of a list apart, the first of which counts.
    private static let names = [
        "name", "server", "property", "role", "channel", "username", "id", "value", "url", "to",
    ]
    private static let longest = 1000

    package static func path(to node: NodeID, in tree: YAMLTree) -> String? {
        var steps: [String] = []
        var size = 0
        var here = tree[node].flags.contains(.key) ? tree[node].next : node
        while tree[here].parent >= 0 {
            let parent = tree[here].parent
            let step: String
            if tree[parent].isMapping {
                guard let key = tree.key(of: here) else { return nil }
                step = "/" + tree.text(of: key, shortenedTo: 200)
            } else {
                step = selector(of: here, in: tree) ?? "/\(Array(tree.items(of: parent)).firstIndex(of: here) ?? 0)"
            }
            size += step.utf8.count
            if size > longest { return nil }
            steps.append(step)
            here = parent
        }
        return steps.reversed().joined()
    }

    private static func selector(of item: NodeID, in tree: YAMLTree) -> String? {
        guard tree[item].isMapping else { return nil }
        for name in names {
            guard let value = tree.value(of: name, in: item), !tree[value].type.isDisjoint(with: .scalar) else {
                continue
            }
            return "[\(name)=\(tree.text(of: value, shortenedTo: 200))]"
        }
        return nil
    }
}
