/// Way from an element to one of its fields, or further into what the field holds, in ODCS 3.2's words.
package struct FieldPath: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        /// Kind of element that has the field.
        package var kind: ElementKind
        package var field: Key
        /// Of a list of entries that go by a name: the entry must have one of these; empty: any.
        package var names: [String]

        package init(_ kind: ElementKind, _ field: Key, names: [String] = []) {
            self.kind = kind
            self.field = field
            self.names = names
        }
    }

    package var steps: [Step]

    package init(_ steps: [Step]) { self.steps = steps }

    /// As rules write it.
    package var text: String { steps.map(\.field.rawValue).joined(separator: ".") }
}
