package import YAMLTree

/// Values that a property lists as allowed: ODCS 3.2 `enum` with a `value` each, DCS `enum`, `validValues` of a quality
/// rule.
package struct AllowedValues {
    package struct Entry {
        package let node: NodeID
        /// Text that two entries share exactly when they are one value.
        package let key: String
    }

    package let list: NodeID
    /// The element that the list stands in.
    package let owner: ElementRef
    package let entries: [Entry]
    private let isText: Bool
    private let keys: Set<String>

    /// - Parameters:
    ///   - isText: whether the property's values are texts.
    package init(_ list: NodeID, of owner: ElementRef, isText: Bool) {
        self.list = list
        self.owner = owner
        self.isText = isText
        let tree = owner.document.tree
        let items = tree.items(of: list).compactMap { item in
            owner.document.element(at: item).map { $0.node(.value) } ?? item
        }
        entries = items.filter { !tree[$0].type.isDisjoint(with: .scalar) }.map {
            Entry(node: $0, key: ValueEquality.value(tree, $0, isText: isText))
        }
        keys = Set(entries.map(\.key))
    }

    /// - Returns: nil where the property has no `enum`.
    package init?(_ view: PropertyView, isText: Bool) {
        guard let list = view.node(.enum), view.tree[list].isList else { return nil }
        self.init(list, of: view.element, isText: isText)
    }

    package func contains(_ node: NodeID) -> Bool {
        keys.contains(ValueEquality.value(owner.document.tree, node, isText: isText))
    }
}
