/// A class of characters in a pattern: `[a-z_]`, `[!0-9]`.
struct GlobClass {
    private let pattern: UnsafeBufferPointer<UInt8>
    private let start: Int
    private let isNegated: Bool
    /// Behind the closing bracket.
    let end: Int

    /// Nil where no bracket closes what one opens: it is a bracket.
    init?(_ pattern: UnsafeBufferPointer<UInt8>, at opening: Int) {
        // At least one character stands between.
        guard opening + 2 < pattern.count,
            let close = pattern[(opening + 2)...].firstIndex(of: UInt8(ascii: "]"))
        else { return nil }
        self.pattern = pattern
        isNegated = pattern[opening + 1] == UInt8(ascii: "!") || pattern[opening + 1] == UInt8(ascii: "^")
        start = opening + (isNegated ? 2 : 1)
        end = close + 1
    }

    func contains(_ scalar: UInt32) -> Bool {
        var isMember = false
        forEachRange { isMember = isMember || ($0 <= scalar && scalar <= $1) }
        return isMember != isNegated
    }

    /// The first range that ends before its start.
    var fault: String? {
        var fault: String?
        forEachRange { first, last in
            guard fault == nil, first > last, let first = Unicode.Scalar(first), let last = Unicode.Scalar(last) else {
                return
            }
            fault = "\(first)-\(last)"
        }
        return fault
    }

    private func forEachRange(_ body: (UInt32, UInt32) -> Void) {
        var at = start
        while at < end - 1 {
            let (first, length) = Self.scalar(pattern, at)
            at += length
            if at + 1 < end - 1, pattern[at] == UInt8(ascii: "-") {
                let (last, length) = Self.scalar(pattern, at + 1)
                body(first, last)
                at += 1 + length
            } else {
                body(first, first)
            }
        }
    }

    /// The character at a place in UTF-8, and its bytes.
    static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (value: UInt32, length: Int) {
        let first = text[at]
        var value = UInt32(first < 0x80 ? first : first < 0xE0 ? first & 0x1F : first < 0xF0 ? first & 0x0F : first & 7)
        var end = at + 1
        while end < text.count, text[end] & 0xC0 == 0x80 {
            value = value << 6 | UInt32(text[end] & 0x3F)
            end += 1
        }
        return (value, end - at)
    }
}
