package import YAMLTree

/// Fields that together are the primary key of a model, as DCS may name them at the model.
package struct ModelKey {
    /// Value of the model's `primaryKey`.
    package let node: NodeID
    private let names: Set<String>

    /// - Returns: nil where the model names none.
    package init?(of object: ElementRef) {
        guard object.kind == .object, let node = object.node(.primaryKey) else { return nil }
        self.node = node
        names = Set(object.values(.primaryKey).map(\.text))
    }

    package var count: Int { names.count }

    package func contains(_ property: ElementRef) -> Bool { property.text(.name).map(names.contains) ?? false }
}
