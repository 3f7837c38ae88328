internal import Diagnostics
package import YAMLTree

/// Two versions of a contract side by side as the memory of one: expressions speak of both at once, and whatever reads
/// elements, nodes and texts need not know that there are two.
///
/// Nodes and elements of the second are counted on behind those of the first. Nothing of this concerns the checking of one
/// document, which lies in its own memory as it was read.
package struct JoinedDocuments {
    /// A document, and what its numbers have to be moved by.
    package struct Part {
        package let document: ContractDocument
        package let nodes: Range<NodeID>
        package let elements: Range<ElementID>

        package func node(_ own: NodeID) -> NodeID { own - document.nodes.lowerBound + nodes.lowerBound }
        package func element(_ own: ElementID) -> ElementID { own + elements.lowerBound }
        package func ownNode(_ node: NodeID) -> NodeID { node - nodes.lowerBound + document.nodes.lowerBound }
        package func ownElement(_ element: ElementID) -> ElementID { element - elements.lowerBound }
    }

    package private(set) var parts: [Part] = []
    private var nodes: [Node] = []
    private var text: [UInt8] = []
    private var decoded: [UInt8] = []
    private var elements: [Element] = []
    private var fields: [Field] = []
    private var elementOfNode: [ElementID] = []

    package init(_ documents: [ContractDocument]) {
        for document in documents { add(document) }
    }

    private mutating func add(_ document: ContractDocument) {
        let (firstNode, firstElement) = (NodeID(nodes.count), ElementID(elements.count))
        let part = Part(
            document: document, nodes: firstNode..<firstNode + NodeID(document.nodes.count),
            elements: firstElement..<firstElement + ElementID(document.elements.count))
        parts.append(part)
        func moved(_ node: NodeID) -> NodeID { node < 0 ? node : part.node(node) }
        let own = document.nodes.map { document.tree[$0] }
        let moves = (
            plain: append(own, isDecoded: false, from: document.tree.source.text, to: &text),
            decoded: append(own, isDecoded: true, from: document.tree.decoded, to: &decoded)
        )
        for node in own {
            var node = node
            node.next = moved(node.next)
            node.parent = moved(node.parent)
            if node.isMapping || node.isList {
                node.payload = moved(node.payload)
            } else {
                node.payload += node.flags.contains(.decoded) ? moves.decoded : moves.plain
            }
            nodes.append(node)
        }
        let firstField = Int32(fields.count)
        for element in document.elements {
            var element = element
            element.node = moved(element.node)
            element.parent = element.parent < 0 ? -1 : part.element(element.parent)
            element.firstField += firstField
            elements.append(element)
        }
        for field in document.fields {
            var field = field
            field.node = moved(field.node)
            fields.append(field)
        }
        elementOfNode += document.elementOfNode.elements.map { $0 < 0 ? -1 : part.element($0) }
    }

    /// Takes over the texts of some nodes: a file can hold far more than one document.
    ///
    /// - Returns: what their places move by.
    private func append(_ own: [Node], isDecoded: Bool, from source: [UInt8], to target: inout [UInt8]) -> Int32 {
        var range: Range<Int32>?
        for node in own where !node.isMapping && !node.isList && node.flags.contains(.decoded) == isDecoded {
            let end = node.payload + node.count
            range = min(range?.lowerBound ?? node.payload, node.payload)..<max(range?.upperBound ?? end, end)
        }
        guard let range else { return 0 }
        let start = Int32(target.count)
        target += source[Int(range.lowerBound)..<Int(range.upperBound)]
        return start - range.lowerBound
    }

    /// - Parameter body: the memory holds only as long as it runs.
    package func withMemory<Result>(_ body: (DocumentMemory) -> Result) -> Result {
        nodes.withUnsafeBufferPointer { nodes in
            text.withUnsafeBufferPointer { text in
                decoded.withUnsafeBufferPointer { decoded in
                    elements.withUnsafeBufferPointer { elements in
                        fields.withUnsafeBufferPointer { fields in
                            elementOfNode.withUnsafeBufferPointer { elementOfNode in
                                body(
                                    DocumentMemory(
                                        nodes: nodes, text: text.baseAddress, decoded: decoded.baseAddress,
                                        elements: elements, fields: fields, elementOfNode: elementOfNode,
                                        firstNode: 0))
                            }
                        }
                    }
                }
            }
        }
    }
}
