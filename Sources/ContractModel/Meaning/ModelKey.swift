/// Fields that together are the primary key of a model, as DCS may name them at the model.
package struct ModelKey {
    private let names: Set<String>

    /// - Returns: nil where the model names none.
    package init?(of object: ElementRef) {
        guard object.kind == .object, object.has(.primaryKey) else { return nil }
        names = Set(object.values(.primaryKey).map(\.text))
    }

    package func contains(_ property: ElementRef) -> Bool { property.text(.name).map(names.contains) ?? false }
}
