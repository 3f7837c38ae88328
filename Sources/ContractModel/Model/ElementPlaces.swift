internal import YAMLTree

/// The elements of a document by where they stand, for faults of which only the place is known.
package struct ElementPlaces {
    private let document: ContractDocument
    private let starts: [(offset: UInt32, id: ElementID)]

    package init(_ document: ContractDocument) {
        self.document = document
        let tree = document.tree
        // What came through an alias stands where the anchor's value does, which is an element itself.
        starts = document.elements.indices.lazy
            .filter { !tree[document.elements[$0].node].flags.contains(.aliased) }
            .map { (tree[document.elements[$0].node].start, ElementID($0)) }
            .sorted { $0 < $1 }
    }

    /// The path of the innermost element around a byte of the source.
    package func path(at offset: Int) -> String? {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        // Elements lie inside each other or apart: the last that starts before is the one, or a holder of it is.
        var id = low > 0 ? starts[low - 1].id : -1
        while id >= 0 {
            let element = document.elements[Int(id)]
            let node = document.tree[element.node]
            if offset < max(node.end, node.start + 1) { return document.path(of: id) }
            id = element.parent
        }
        return nil
    }
}
