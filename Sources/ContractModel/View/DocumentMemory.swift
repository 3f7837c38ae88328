internal import Diagnostics
public import YAMLTree

/// A document as plain memory: for loops over all of its elements, which cannot afford a search for each field, nor a
/// call into another module for each node.
///
/// Valid only while `with` runs.
@frozen @usableFromInline
package struct DocumentMemory {
    @usableFromInline package let nodes: UnsafeBufferPointer<Node>
    @usableFromInline let text: UnsafePointer<UInt8>?
    @usableFromInline let decoded: UnsafePointer<UInt8>?
    @usableFromInline let elements: UnsafeBufferPointer<Element>
    @usableFromInline let fields: UnsafeBufferPointer<Field>
    /// For the nodes of the document, which start at `firstNode`.
    @usableFromInline let elementOfNode: UnsafeBufferPointer<ElementID>
    @usableFromInline let firstNode: NodeID

    package init(
        nodes: UnsafeBufferPointer<Node>, text: UnsafePointer<UInt8>?, decoded: UnsafePointer<UInt8>?,
        elements: UnsafeBufferPointer<Element>, fields: UnsafeBufferPointer<Field>,
        elementOfNode: UnsafeBufferPointer<ElementID>, firstNode: NodeID
    ) {
        self.nodes = nodes
        self.text = text
        self.decoded = decoded
        self.elements = elements
        self.fields = fields
        self.elementOfNode = elementOfNode
        self.firstNode = firstNode
    }

    package static func with<Result>(_ document: ContractDocument, _ body: (DocumentMemory) -> Result) -> Result {
        document.tree.withNodes { nodes in
            document.tree.source.text.withUnsafeBufferPointer { text in
                document.tree.decoded.withUnsafeBufferPointer { decoded in
                    document.elements.withUnsafeBufferPointer { elements in
                        document.fields.withUnsafeBufferPointer { fields in
                            document.elementOfNode.elements.withUnsafeBufferPointer { elementOfNode in
                                body(
                                    DocumentMemory(
                                        nodes: nodes, text: text.baseAddress, decoded: decoded.baseAddress,
                                        elements: elements, fields: fields, elementOfNode: elementOfNode,
                                        firstNode: document.elementOfNode.first))
                            }
                        }
                    }
                }
            }
        }
    }

    // MARK: Nodes

    @inlinable @inline(__always)
    package subscript(_ node: NodeID) -> Node { nodes[Int(node)] }

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

    /// True when a value is a scalar with a text.
    @inlinable @inline(__always)
    package func isFilled(_ id: NodeID) -> Bool { !text(of: id).isEmpty }

    /// The key that a value stands behind; of an item that of its list. -1: none.
    @inlinable @inline(__always)
    package func key(of node: NodeID) -> NodeID {
        var node = node
        while node >= 0 {
            // A scalar key lies right before its value; any other key is searched for.
            if node > 0, nodes[Int(node) - 1].next == node, nodes[Int(node) - 1].flags.contains(.key) {
                return node - 1
            }
            let parent = nodes[Int(node)].parent
            if parent >= 0, nodes[Int(parent)].isMapping {
                var key = nodes[Int(parent)].firstChild
                while key >= 0, nodes[Int(key)].next != node { key = nodes[Int(nodes[Int(key)].next)].next }
                return key
            }
            node = parent
        }
        return -1
    }

    // MARK: Elements

    /// The number of the element of a mapping; -1 where the mapping is none.
    @inlinable @inline(__always)
    package func elementID(at node: NodeID) -> ElementID { elementOfNode[Int(node - firstNode)] }

    @inlinable @inline(__always)
    package func kind(of id: ElementID) -> ElementKind { elements[Int(id)].kind }

    @inlinable @inline(__always)
    package func node(of id: ElementID) -> NodeID { elements[Int(id)].node }

    /// The element that holds another; -1: it is the document's root.
    @inlinable @inline(__always)
    package func parent(of id: ElementID) -> ElementID { elements[Int(id)].parent }

    /// Calls `body` with each field of an element that has a value, in the order of the document.
    @inlinable @inline(__always)
    package func forEachField(of id: ElementID, _ body: (_ key: Key, _ node: NodeID) -> Void) {
        let element = elements[Int(id)]
        var index = Int(element.firstField)
        let end = index + Int(element.fieldCount)
        while index < end {
            let field = fields[index]
            index += 1
            if nodes[Int(field.node)].type == .null { continue }
            body(Key(fieldNumber: field.key), field.node)
        }
    }

    /// Calls `body` with the index and the key's number of each field of an element that has a value.
    @inlinable @inline(__always)
    package func forEachFieldIndex(of id: ElementID, _ body: (_ index: Int32, _ key: UInt16) -> Void) {
        for index in fieldRange(of: id) {
            let field = fields[Int(index)]
            if nodes[Int(field.node)].type != .null { body(index, field.key) }
        }
    }

    @inlinable @inline(__always)
    package func fieldRange(of id: ElementID) -> Range<Int32> {
        let element = elements[Int(id)]
        return element.firstField..<element.firstField + element.fieldCount
    }

    @inlinable @inline(__always)
    package func field(_ index: Int32) -> Field { fields[Int(index)] }

    /// The index of the first field of a key that has a value; -1: none.
    @inlinable @inline(__always)
    package func fieldIndex(_ key: UInt16, of id: ElementID) -> Int32 {
        for index in fieldRange(of: id)
        where fields[Int(index)].key == key && nodes[Int(fields[Int(index)].node)].type != .null {
            return index
        }
        return -1
    }

    /// True when an element is the document itself.
    @inlinable @inline(__always)
    package func isRoot(_ id: ElementID) -> Bool { id >= 0 && elements[Int(id)].parent < 0 }

    @inlinable @inline(__always)
    package var elementCount: Int { elements.count }

    /// Calls `body` with the elements that a value holds: of a list its items, of a mapping by name its values, else the
    /// one itself.
    @inlinable @inline(__always)
    package func forEachElement(in node: NodeID, _ body: (ElementID) -> Void) {
        let isElement = elementID(at: node) >= 0
        // In a mapping every other child is a key, which is no element.
        var child = isElement ? node : nodes[Int(node)].firstChild
        while child >= 0 {
            let id = elementID(at: child)
            if id >= 0 { body(id) }
            child = isElement ? -1 : nodes[Int(child)].next
        }
    }

    /// The node of a field's value; -1 when the field is absent or null.
    @inlinable
    package func node(_ key: Key, of id: ElementID) -> NodeID {
        var found: NodeID = -1
        forEachField(of: id) { if $0 == key, found < 0 { found = $1 } }
        return found
    }

    /// The values of a field wherever an element has it, in no order.
    package func nodes(filling key: Key) -> [NodeID] {
        let number = key.fieldNumber
        var found: [NodeID] = []
        for field in fields where field.key == number && nodes[Int(field.node)].type != .null {
            found.append(field.node)
        }
        return found
    }
}

extension Key {
    /// A key's number in a field is its place among the cases, from 1 (`Vocabulary.contracts` makes sure that an enum
    /// without payload is stored as that place).
    @inlinable @inline(__always)
    package init(fieldNumber: UInt16) { self = unsafeBitCast(fieldNumber &- 1, to: Key.self) }

    @inlinable @inline(__always)
    package var fieldNumber: UInt16 { unsafeBitCast(self, to: UInt16.self) &+ 1 }
}

extension ElementKind {
    /// Its place among all cases, as an enum without payload is stored.
    @inlinable @inline(__always)
    package var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
}
