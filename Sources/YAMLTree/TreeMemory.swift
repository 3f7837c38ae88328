internal import Diagnostics

/// A tree as plain memory: for loops over its nodes that cannot afford a call, or a closure, for each.
///
/// Valid only while `YAMLTree.withMemory` runs.
@frozen @usableFromInline
package struct TreeMemory {
    @usableFromInline package let nodes: UnsafeBufferPointer<Node>
    @usableFromInline let text: UnsafePointer<UInt8>?
    @usableFromInline let decoded: UnsafePointer<UInt8>?

    @inlinable
    init(
        nodes: UnsafeBufferPointer<Node>, text: UnsafePointer<UInt8>?, decoded: UnsafePointer<UInt8>?
    ) {
        self.nodes = nodes
        self.text = text
        self.decoded = decoded
    }

    /// The bytes of a scalar's text; of a collection none.
    @inlinable @inline(__always)
    package func text(of id: NodeID) -> UnsafeBufferPointer<UInt8> {
        let node = nodes[Int(id)]
        let base = node.flags.contains(.decoded) ? decoded : text
        guard let base, node.type.isDisjoint(with: [.list, .mapping]) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(start: base + Int(node.payload), count: Int(node.count))
    }
}

extension YAMLTree {
    package func withMemory<Result>(_ body: (TreeMemory) throws -> Result) rethrows -> Result {
        try withNodes { nodes in
            try source.text.withUnsafeBufferPointer { text in
                try decoded.withUnsafeBufferPointer { decoded in
                    try body(TreeMemory(nodes: nodes, text: text.baseAddress, decoded: decoded.baseAddress))
                }
            }
        }
    }
}
