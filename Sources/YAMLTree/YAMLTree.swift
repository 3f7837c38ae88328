internal import Basics
package import Diagnostics

/// One file as a tree: every key, value and collection with its place.
///
/// A tree never changes once it is built. Its nodes lie in the order of the document.
@usableFromInline
package final class YAMLTree {
    package let source: SourceFile
    /// In memory that the builder filled and that goes with the tree.
    @usableFromInline let nodes: UnsafeBufferPointer<Node>
    /// The bytes of `source`, for code that is inlined into other modules.
    @usableFromInline let bytes: [UInt8]
    /// The texts of scalars that do not stand in the source as they read: escapes, folded lines.
    @usableFromInline package let decoded: [UInt8]
    /// The documents of the file, in order.
    package let documents: [Document]
    /// Faults of the text.
    package let issues: [Issue]
    /// Ranges of aliases whose content was put in their place, by the node that came of it.
    package let aliases: [NodeID: SourceRange]
    let vocabulary: Vocabulary
    /// True when the plain scan read the text, and not libyaml.
    package let isPlain: Bool
    /// Secrets of the file, looked for when somebody quotes it.
    package private(set) lazy var secrets = findSecrets()
    package let namesOfSecrets: NamesOfSecrets

    package struct Document: Sendable {
        /// Its nodes; the first is the root.
        package var nodes: Range<NodeID>
        package var root: NodeID { nodes.lowerBound }
        /// Start of the document: its first byte or `---`.
        package var range: SourceRange
        /// True when the file broke off inside it.
        package var isIncomplete: Bool
    }

    init(_ builder: consuming TreeBuilder) {
        source = builder.source
        bytes = builder.source.text
        decoded = builder.decoded
        documents = builder.documents
        issues = builder.issues
        aliases = builder.aliases
        vocabulary = builder.vocabulary
        isPlain = builder.isPlain
        namesOfSecrets = NamesOfSecrets(builder.vocabulary)
        nodes = builder.nodes.release()
    }

    deinit { nodes.deallocate() }

    @inlinable
    package subscript(_ id: NodeID) -> Node {
        precondition(id >= 0 && id < nodes.count)
        return nodes[Int(id)]
    }

    package var nodeCount: Int { nodes.count }

    /// All nodes, for loops that cannot afford to ask for one at a time.
    @inlinable
    package func withNodes<Result>(_ body: (UnsafeBufferPointer<Node>) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(self) { try body(nodes) }
    }

    package func range(of id: NodeID) -> SourceRange {
        SourceRange(Int(self[id].start), Int(self[id].end))
    }

    /// The bytes of a scalar's text; of a collection none.
    @inlinable
    package func withText<Result>(of id: NodeID, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
        -> Result
    {
        let node = self[id]
        guard node.type.isDisjoint(with: [.list, .mapping]) else {
            return try body(UnsafeBufferPointer(start: nil, count: 0))
        }
        let start = Int(node.payload)
        let range = start..<start + Int(node.count)
        if node.flags.contains(.decoded) {
            return try decoded.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        return try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The text of a scalar as it reads, whatever its type; of a collection nothing.
    package func text(of id: NodeID) -> String {
        withText(of: id) { String(decoding: $0, as: UTF8.self) }
    }

    /// The beginning of the text of a scalar, if it is longer than that: see `String.shortened(to:)`.
    package func text(of id: NodeID, shortenedTo most: Int) -> String {
        withText(of: id) { text in
            // So many bytes hold more scalars than are asked for; the last one may be cut.
            String(decoding: text.prefix(4 * most + 8), as: UTF8.self).shortened(to: most)
        }
    }

    /// The length of a scalar's text in bytes; of a collection none.
    package func textLength(of id: NodeID) -> Int {
        self[id].type.isDisjoint(with: [.list, .mapping]) ? Int(self[id].count) : 0
    }

    /// The number of a scalar of type integer or fraction.
    package func number(of id: NodeID) -> Double? {
        self[id].type.isDisjoint(with: .number) ? nil : withText(of: id, CoreSchema.double)
    }

    /// The truth of a scalar of type boolean.
    package func boolean(of id: NodeID) -> Bool? {
        self[id].type == .boolean ? withText(of: id) { $0[0] | 0x20 == UInt8(ascii: "t") } : nil
    }

    /// The number of items of a list or of entries of a mapping.
    package func childCount(of id: NodeID) -> Int {
        let node = self[id]
        if node.isList { return Int(node.count) }
        return node.isMapping ? Int(node.count) / 2 : 0
    }

    /// The items of a list; nothing for anything else.
    package func items(of id: NodeID) -> Items {
        Items(tree: self, item: self[id].isList ? self[id].firstChild : -1)
    }

    package struct Items: Sequence, IteratorProtocol {
        let tree: YAMLTree
        var item: NodeID

        package mutating func next() -> NodeID? {
            guard item >= 0 else { return nil }
            defer { item = tree[item].next }
            return item
        }
    }

    /// The entries of a mapping; nothing for anything else.
    package func entries(of id: NodeID) -> Entries {
        Entries(tree: self, key: self[id].isMapping ? self[id].firstChild : -1)
    }

    package struct Entries: Sequence, IteratorProtocol {
        let tree: YAMLTree
        var key: NodeID

        package mutating func next() -> (key: NodeID, value: NodeID)? {
            guard key >= 0 else { return nil }
            let entry = (key: key, value: tree[key].next)
            key = tree[entry.value].next
            return entry
        }
    }

    /// The value of a key of a mapping, by its text.
    package func value(of key: String, in mapping: NodeID) -> NodeID? {
        var key = key
        return key.withUTF8 { wanted in
            for entry in entries(of: mapping)
            where withText(of: entry.key, { $0.count == wanted.count && $0.elementsEqual(wanted) }) {
                return entry.value
            }
            return nil
        }
    }

    /// True when a key or a value of a mapping stands where the mapping does, and was not brought there by an alias or a merge.
    package func isWritten(_ id: NodeID, in mapping: NodeID) -> Bool {
        !self[id].flags.contains(.aliased) || self[mapping].flags.contains(.aliased)
    }

    /// The key that a value stands behind; nil for items and roots.
    package func key(of id: NodeID) -> NodeID? {
        guard self[id].parent >= 0, self[self[id].parent].isMapping, !self[id].flags.contains(.key) else { return nil }
        // A scalar key lies right before its value.
        if self[id - 1].next == id, self[id - 1].flags.contains(.key) { return id - 1 }
        for entry in entries(of: self[id].parent) where entry.value == id { return entry.key }
        return nil
    }

    /// The JSON Pointer (RFC 6901) of a node from the root of its document; of a key, that of its value. Of many nodes:
    /// see `Routes`.
    package func route(to id: NodeID) -> String? {
        var routes = Routes(self)
        return routes.route(to: id)
    }
}
