/// A pattern of names: `*` stands for any characters, `?` for one. Everything else is itself.
///
/// The time is at most the product of both lengths, and no more than a few bytes a character for patterns as people write
/// them.
package struct GlobPattern: Hashable, Sendable {
    package let text: String
    private let pattern: [UInt8]

    package init(_ text: String) {
        self.text = text
        pattern = Array(text.utf8)
    }

    package func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { text in pattern.withUnsafeBufferPointer { Self.matches(text, $0) } }
    }

    /// The last `*` takes one character more whenever what follows it does not match.
    ///
    /// - Parameter ignoringCase: whether ASCII letters of either case are the same.
    package static func matches(
        _ text: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>, ignoringCase: Bool = false
    ) -> Bool {
        var at = 0
        var next = 0
        var star: (pattern: Int, text: Int)?
        while at < text.count {
            if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
                star = (next, at)
                next += 1
            } else if next < pattern.count, pattern[next] == UInt8(ascii: "?") {
                next += 1
                at = characterEnd(text, at)
            } else if next < pattern.count,
                pattern[next] == text[at] || ignoringCase && pattern[next].lowered == text[at].lowered
            {
                next += 1
                at += 1
            } else if let (own, taken) = star {
                star = (own, taken + 1)
                next = own + 1
                at = taken + 1
            } else {
                return false
            }
        }
        while next < pattern.count, pattern[next] == UInt8(ascii: "*") { next += 1 }
        return next == pattern.count
    }

    /// The end of the UTF-8 character that starts at an offset.
    private static func characterEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var end = start + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return end
    }
}
