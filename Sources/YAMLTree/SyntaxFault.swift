internal import Diagnostics

/// Says what libyaml could not read in words of the person who wrote it, at the place where that person has to look.
struct SyntaxFault {
    /// Problem that libyaml names, and the place where it stopped.
    let problem: String
    let offset: Int
    /// Context that libyaml was reading then, and its start.
    let context: String
    let contextOffset: Int?
    let isInBrackets: Bool
    let text: UnsafeBufferPointer<UInt8>

    /// A place and words for it.
    struct Account {
        var range: SourceRange
        var message: String
        var help: String
        /// Words about the place where that which was being read starts; nil: nothing.
        var start: String?

        init(_ range: SourceRange, _ message: String, _ help: String, start: String? = nil) {
            self.range = range
            self.message = message
            self.help = help
            self.start = start
        }
    }

    /// True when a text in quotes was being read.
    var isInQuotes: Bool { context == "while scanning a quoted scalar" }

    func issue() -> Issue {
        if let tab = tabInIndentation() {
            return Issue(
                YAMLRules.tabIndentation, "the line is indented with a tab", at: SourceRange(tab, tab + 1),
                help: "indent with spaces")
        }
        let account = account()
        var related: [(range: SourceRange, message: String)] = []
        if let start = account.start, let contextOffset, contextOffset < account.range.start {
            related = [(character(at: contextOffset), start)]
        }
        return Issue(
            YAMLRules.syntax, account.message, at: account.range, help: account.help, related: related, subject: problem
        )
    }

    // MARK: Places

    /// The first byte of the fault's place: at the end of the file, that of its last word's end.
    var isAtEnd: Bool { offset >= lastWordEnd }

    private var lastWordEnd: Int {
        var end = text.count
        while end > 0, text[end - 1] <= 0x20 { end -= 1 }
        return end
    }

    /// The word at an offset; where there is none, the character.
    func word(at offset: Int) -> SourceRange {
        var end = offset
        while end < text.count, text[end] > 0x20, end - offset < 80 || text[end] & 0xC0 == 0x80 { end += 1 }
        return end > offset ? SourceRange(offset, end) : character(at: offset)
    }

    /// The character at an offset; at the end of the file the last one that is no white space.
    func character(at offset: Int) -> SourceRange {
        var start = offset
        if start >= text.count {
            start = max(lastWordEnd - 1, 0)
            while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        }
        var end = min(start + 1, text.count)
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return SourceRange(start, end)
    }

    /// From an offset to the end of its line, without a comment or white space there.
    func restOfLine(from offset: Int) -> SourceRange {
        var end = offset
        while end < text.count, text[end] != 0x0A, text[end] != 0x0D {
            if text[end] == UInt8(ascii: "#"), end > offset, text[end - 1] == 0x20 { break }
            end += 1
        }
        while end > offset, text[end - 1] <= 0x20 { end -= 1 }
        return end > offset ? SourceRange(offset, end) : character(at: offset)
    }

    /// The bytes of the fault's line before it.
    var lineBefore: UnsafeBufferPointer<UInt8>.SubSequence {
        var start = offset
        while start > 0, text[start - 1] != 0x0A, text[start - 1] != 0x0D { start -= 1 }
        return text[start..<offset]
    }

    /// The byte at the fault; 0 at the end of the file.
    var byte: UInt8 { offset < text.count ? text[offset] : 0 }

    func string(_ range: SourceRange) -> String {
        String(decoding: text[range.start..<range.end], as: UTF8.self)
    }

    /// A tab among what the fault's line starts with. In brackets tabs may stand there.
    private func tabInIndentation() -> Int? {
        if isInBrackets { return nil }
        var start = lineBefore.startIndex
        while start < text.count, text[start] == 0x20 { start += 1 }
        return start < text.count && start <= offset && text[start] == 0x09 ? start : nil
    }
}
