internal import Basics

/// A part of a physical type's text.
struct TypeToken {
    enum Kind: Equatable {
        case word
        /// A name in quotes or backticks.
        case name
        /// A text in single quotes.
        case text
        case number
        case mark(UInt8)
    }

    var kind: Kind
    var start: Int
    var end: Int

    /// The tokens of a text, in one pass. Any text has some.
    static func tokens(of text: UnsafeBufferPointer<UInt8>) -> [TypeToken] {
        var tokens: [TypeToken] = []
        var at = 0
        while at < text.count {
            let byte = text[at]
            let start = at
            at += 1
            if byte <= 0x20 { continue }
            let kind: Kind
            if isLetter(byte) {
                // Avro's `timestamp-millis` is one word.
                while at < text.count, isLetter(text[at]) || text[at].isDigit || isHyphen(in: text, at) { at += 1 }
                kind = .word
            } else if byte.isDigit || (byte == UInt8(ascii: "-") && at < text.count && text[at].isDigit) {
                while at < text.count, text[at].isDigit { at += 1 }
                kind = .number
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "`") {
                while at < text.count, text[at] != byte { at += 1 }
                at = min(at + 1, text.count)
                kind = byte == UInt8(ascii: "'") ? .text : .name
            } else {
                kind = .mark(byte)
            }
            tokens.append(TypeToken(kind: kind, start: start, end: at))
        }
        return tokens
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte.isLetter || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private static func isHyphen(in text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        text[at] == UInt8(ascii: "-") && at + 1 < text.count && isLetter(text[at + 1])
    }
}
