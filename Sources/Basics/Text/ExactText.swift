/// A text that is equal to the same bytes only.
///
/// `String` takes two spellings of `é` for equal, which YAML does not; and finding out about a thousand accents on one
/// letter takes it long.
@frozen
package struct ExactText: Hashable {
    package let text: String

    @inlinable
    package init(_ text: String) { self.text = text }

    @inlinable
    package static func == (a: ExactText, b: ExactText) -> Bool {
        a.text.utf8.count == b.text.utf8.count && a.text.utf8.elementsEqual(b.text.utf8)
    }

    @inlinable
    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
