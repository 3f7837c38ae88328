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

    /// Ways of reading a pattern.
    package struct Dialect: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// ASCII letters of either case are the same.
        package static let anyCase = Dialect(rawValue: 1)
        /// `[a-z]` is a class, and a backslash takes the meaning from what follows.
        package static let classes = Dialect(rawValue: 2)
    }

    /// The last `*` takes one character more whenever what follows it does not match.
    package static func matches(
        _ text: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>, _ dialect: Dialect = []
    ) -> Bool {
        var at = 0
        var next = 0
        var star: (pattern: Int, text: Int)?
        while at < text.count {
            if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
                star = (next, at)
                next += 1
            } else if next < pattern.count, let step = step(text, at, pattern, next, dialect) {
                at += step.text
                next += step.pattern
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

    /// The bytes of one character and of what stands for it; nil: they do not match.
    @inline(__always)
    private static func step(
        _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ pattern: UnsafeBufferPointer<UInt8>, _ next: Int,
        _ dialect: Dialect
    ) -> (text: Int, pattern: Int)? {
        switch pattern[next] {
        case UInt8(ascii: "?"): return (GlobClass.scalar(text, at).length, 1)
        case UInt8(ascii: "[") where dialect.contains(.classes):
            guard let members = GlobClass(pattern, at: next) else { return text[at] == pattern[next] ? (1, 1) : nil }
            let (scalar, length) = GlobClass.scalar(text, at)
            return members.contains(scalar) ? (length, members.end - next) : nil
        case UInt8(ascii: "\\") where dialect.contains(.classes) && next + 1 < pattern.count:
            return text[at] == pattern[next + 1] ? (1, 2) : nil
        case let byte:
            return byte == text[at] || dialect.contains(.anyCase) && byte.lowered == text[at].lowered ? (1, 1) : nil
        }
    }
}
