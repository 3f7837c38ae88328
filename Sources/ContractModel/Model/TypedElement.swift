/// A typed view of an element: a name for each field, in ODCS 3.2's words, whatever standard the document follows.
///
/// A view costs nothing to make. Absent fields are nil or empty.
package protocol TypedElement {
    var element: ElementRef { get }
    init(_ element: ElementRef)
}

extension TypedElement {
    /// The stable `id` of the element within its document.
    package var id: Value? { element.value(.id) }
    package var description: Value? { element.value(.description) }
    package var tags: [Value] { element.values(.tags) }
    package var customProperties: [CustomProperty] { element.all(.customProperties) }
    package var authoritativeDefinitions: [AuthoritativeDefinition] { element.all(.authoritativeDefinitions) }
    /// See `ElementRef.path`.
    package var path: String? { element.path }
}

extension ElementRef {
    /// The elements of a list field as typed views.
    func all<View: TypedElement>(_ key: Key) -> [View] { elements(key).map(View.init) }

    /// The element of a field that holds one.
    func one<View: TypedElement>(_ key: Key) -> View? { elements(key).first.map(View.init) }
}
