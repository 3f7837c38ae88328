internal import Basics

/// Characters of a contract that must not reach a terminal, a log or a page as they are, and what stands for them.
///
/// A report quotes what strangers wrote: messages, keys, values, file names. None of it may move a cursor, reverse the
/// reading order, hide, break a line, or be taken for a command by the CI server that reads the log.
package enum UnsafeText {
    /// Text as one line of harmless characters: unsafe ones appear as `\u{1B}`.
    package static func escaped(_ text: String) -> String {
        var out = Output()
        out.write(safe: text)
        return out.text
    }

    /// Lines of our own with text of strangers in them: each as `escaped`, and none of them a command.
    package static func escaped(lines text: String) -> String {
        var out = Output()
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { out.write("\n") }
            out.write(safeAtLineStart: String(line))
        }
        return out.text
    }

    /// True when a character controls, hides or reorders the text around it. `#` is decided by what follows it.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0x00...0x1F, 0x7F...0x9F: true  // C0 (ESC and line breaks among them), DEL, C1
        case 0xAD, 0x34F, 0x180E: true  // soft hyphen, grapheme joiner, Mongolian vowel separator: invisible
        case 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // bidi marks, overrides, isolates
        case 0x115F...0x1160, 0x3164, 0xFFA0: true  // Hangul fillers: letters that show nothing
        case 0x200B...0x200D, 0xFEFF: true  // zero-width space, joiners, no-break space
        case 0x2028...0x2029: true  // line and paragraph separator
        case 0x2060...0x2065, 0x206A...0x206F, 0xFFF0...0xFFFB: true  // invisible operators, deprecated, annotation
        case 0xE0000...0xE0FFF where !(0xE0100...0xE01EF).contains(scalar.value): true  // tags: invisible ASCII
        case 0xFDD0...0xFDEF: true  // noncharacters
        default: scalar.value & 0xFFFE == 0xFFFE  // noncharacters at the end of each plane
        }
    }

    /// True when text can be written as it is: printable ASCII, as nearly all text of a report is, without the characters
    /// that mean something to the format.
    @inline(__always)
    static func isPlain(_ text: String, special: (UInt8) -> Bool) -> Bool {
        func isPlain(_ byte: UInt8) -> Bool {
            0x20 <= byte && byte < 0x7F && byte != UInt8(ascii: "#") && !special(byte)
        }
        return text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) } ?? text.utf8.allSatisfy(isPlain)
    }

    /// The same for a format with two characters of its own, eight bytes at once.
    static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ special: UInt8, _ other: UInt8) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops = ones << 7
        let (first, second) = (ones &* UInt64(special), ones &* UInt64(other))
        /// The highest bit of some byte is set when one is not plain. `(x &- ones) & ~x` finds a byte that is 0.
        func faults(_ word: UInt64) -> UInt64 {
            let hash = word ^ (ones &* 0x23)
            let delete = word ^ (ones &* 0x7F)
            let (a, b) = (word ^ first, word ^ second)
            let found =
                ((word &- ones &* 0x20) & ~word) | ((hash &- ones) & ~hash) | ((delete &- ones) & ~delete)
                | ((a &- ones) & ~a) | ((b &- ones) & ~b) | word
            return found & tops
        }
        let raw = UnsafeRawBufferPointer(bytes)
        if raw.count < 8 {
            // Filled up with spaces.
            let word = raw.reversed().reduce(ones &* 0x20) { $0 << 8 | UInt64($1) }
            return faults(word) == 0
        }
        for index in stride(from: 0, to: raw.count - 8, by: 8) {
            if faults(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) != 0 { return false }
        }
        // The last eight, some of them for the second time.
        return faults(raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self)) == 0
    }

    /// Calls `body` with each character and whether it must be escaped.
    @inline(__always)
    static func scan(
        _ text: some Collection<Unicode.Scalar>, _ body: (_ scalar: Unicode.Scalar, _ isUnsafe: Bool) -> Void
    ) {
        var index = text.startIndex
        while index < text.endIndex {
            let scalar = text[index]
            body(scalar, scalar == "#" ? startsLogCommand(text[index...]) : isUnsafe(scalar))
            index = text.index(after: index)
        }
    }

    /// True when a log line would be a command from here on.
    ///
    /// The runners of GitHub (`##[error]…`, `##[add-mask]…`) and Azure (`##vso[task.setvariable …]…`) look for these
    /// anywhere in a line, whoever printed it; TeamCity looks at the start of a line.
    private static func startsLogCommand(_ rest: some Collection<Unicode.Scalar>) -> Bool {
        guard rest.dropFirst().first == "#" else { return false }
        return logCommands.contains { rest.starts(with: $0) }
    }

    private static let logCommands: [[Unicode.Scalar]] = ["##[", "##vso[", "##teamcity["].map {
        Array($0.unicodeScalars)
    }
}

extension Output {
    /// Writes text from a contract as one line of harmless characters: unsafe ones appear as `\u{1B}`.
    mutating func write(safe text: String) {
        let text = Secrets.redacted(text)
        if UnsafeText.isPlain(text, special: { _ in false }) { return write(text) }
        UnsafeText.scan(text.unicodeScalars) { scalar, isUnsafe in
            if isUnsafe { write(escape: scalar) } else { write(scalar) }
        }
    }

    /// Like `write(safe:)`, for text that begins a line: GitHub takes a line that begins with `::`, after any white
    /// space, for a command.
    mutating func write(safeAtLineStart text: String) {
        let start = text.unicodeScalars.firstIndex { !$0.properties.isWhitespace } ?? text.endIndex
        guard text.unicodeScalars[start...].starts(with: "::".unicodeScalars) else { return write(safe: text) }
        write(safe: String(text[..<start]))
        write(escape: ":")
        write(safe: String(text.unicodeScalars[start...].dropFirst()))
    }

    mutating func write(escape scalar: Unicode.Scalar) {
        write("\\u{")
        write(String(scalar.value, radix: 16, uppercase: true))
        write("}")
    }
}
