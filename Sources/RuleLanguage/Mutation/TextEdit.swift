/// One change of a text: some of its bytes become others.
struct TextEdit: Hashable, Sendable {
    /// Bytes of the text as UTF-8.
    let range: Range<Int>
    let replacement: String

    init(_ range: Range<Int>, _ replacement: String) {
        self.range = range
        self.replacement = replacement
    }

    /// A text with the change made.
    func applied(to text: String) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + replacement
            + String(decoding: bytes[range.upperBound...], as: UTF8.self)
    }

    /// Part of a text that it changes.
    func original(in text: String) -> String {
        let bytes = Array(text.utf8)
        return String(decoding: bytes[range], as: UTF8.self)
    }
}
