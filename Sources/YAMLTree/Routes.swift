/// JSON Pointers (RFC 6901) of many nodes of one tree.
///
/// A list does not say at which of its items a node stands. Counting goes on from the last item that was asked for, so
/// asking in the order of the document costs one pass over each list.
package struct Routes {
    private let tree: YAMLTree
    private var counted: [NodeID: (item: NodeID, index: Int)] = [:]
    /// Of the pointer at hand the nodes, inmost first, and the text: kept for their memory.
    private var path: [NodeID] = []
    private var bytes: [UInt8] = []

    /// A longer one helps nobody, and a thousand findings can stand below one key of a megabyte.
    private static let mostBytes = 4096

    package init(_ tree: YAMLTree) { self.tree = tree }

    /// The pointer to a node from the root of its document; of a key, that of its value. Nil when it is very long.
    package mutating func route(to id: NodeID) -> String? {
        path.removeAll(keepingCapacity: true)
        var here = tree[id].flags.contains(.key) ? tree[id].next : id
        while tree[here].parent >= 0 {
            path.append(here)
            here = tree[here].parent
        }
        bytes.removeAll(keepingCapacity: true)
        var left = Self.mostBytes
        for node in path.reversed() {
            let start = bytes.count
            bytes.append(UInt8(ascii: "/"))
            if tree[tree[node].parent].isMapping {
                guard let key = tree.key(of: node) else { return nil }
                left -= tree.textLength(of: key)
                if left < 0 { return nil }
                tree.withText(of: key) { append(escaped: $0) }
            } else {
                bytes.append(contentsOf: String(index(of: node, in: tree[node].parent)).utf8)
            }
            left -= bytes.count - start
            if left < 0 { return nil }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func append(escaped step: UnsafeBufferPointer<UInt8>) {
        if !step.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) {
            return bytes.append(contentsOf: step)
        }
        for byte in step {
            switch byte {
            case UInt8(ascii: "~"): bytes += [byte, UInt8(ascii: "0")]
            case UInt8(ascii: "/"): bytes += [UInt8(ascii: "~"), UInt8(ascii: "1")]
            default: bytes.append(byte)
            }
        }
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
}
