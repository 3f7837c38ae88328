/// JSON Pointers (RFC 6901) of many nodes of one tree.
///
/// A list does not say at which of its items a node stands. Counting goes on from the last item that was asked for, so
/// asking in the order of the document costs one pass over each list.
package struct Routes {
    private let tree: YAMLTree
    private var counted: [NodeID: (item: NodeID, index: Int)] = [:]

    /// A longer one helps nobody, and a thousand findings can stand below one key of a megabyte.
    private static let mostBytes = 4096

    package init(_ tree: YAMLTree) { self.tree = tree }

    /// The pointer to a node from the root of its document; of a key, that of its value. Nil when it is very long.
    package mutating func route(to id: NodeID) -> String? {
        var steps: [String] = []
        var left = Self.mostBytes
        var id = id
        if tree[id].flags.contains(.key) { id = tree[id].next }
        while tree[id].parent >= 0 {
            let parent = tree[id].parent
            let step: String
            if tree[parent].isMapping {
                guard let key = tree.key(of: id) else { return nil }
                left -= tree.textLength(of: key)
                if left < 0 { return nil }
                step = Self.escaped(tree.text(of: key))
            } else {
                step = String(index(of: id, in: parent))
            }
            left -= step.utf8.count + 1
            if left < 0 { return nil }
            steps.append(step)
            id = parent
        }
        return steps.reversed().map { "/" + $0 }.joined()
    }

    private mutating func index(of item: NodeID, in list: NodeID) -> Int {
        var (here, index) = counted[list] ?? (tree[list].firstChild, 0)
        // Items lie in the order of their numbers.
        if here > item { (here, index) = (tree[list].firstChild, 0) }
        while here != item, here >= 0 {
            here = tree[here].next
            index += 1
        }
        counted[list] = (item, index)
        return index
    }

    private static func escaped(_ step: String) -> String {
        guard step.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return step }
        return step.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
