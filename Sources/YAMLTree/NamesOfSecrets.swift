package import Basics

/// Scalars that say of others that they may be secret: keys, and what stands as `property` or `name` beside a `value`.
@usableFromInline
package struct NamesOfSecrets: Sendable {
    private let value: UInt16
    private let property: UInt16
    private let name: UInt16
    /// The one key of the standards whose value is secret: ODCS 2 had it.
    private let password: UInt16

    package init(_ vocabulary: Vocabulary) {
        func number(of word: StaticString) -> UInt16 {
            vocabulary.number(of: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
        }
        value = number(of: "value")
        property = number(of: "property")
        name = number(of: "name")
        password = number(of: "password")
    }

    /// The name of a scalar that is a value; -1: it has none that could say so. Asked of every one, so by numbers as far as they go.
    package func name(of id: NodeID, in nodes: UnsafeBufferPointer<Node>) -> NodeID {
        guard id > 0, !nodes[Int(id)].flags.contains(.key) else { return -1 }
        let key = nodes[Int(id) - 1]
        guard key.next == id, key.flags.contains(.key) else { return -1 }
        if key.word == 0 || key.word == password { return id - 1 }
        guard key.word == value else { return -1 }
        var sibling = nodes[Int(nodes[Int(id)].parent)].firstChild
        while sibling >= 0 {
            let word = nodes[Int(sibling)].word
            let named = nodes[Int(sibling)].next
            if word == property || word == name { return named }
            sibling = nodes[Int(named)].next
        }
        return -1
    }
}
