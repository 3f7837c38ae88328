internal import Basics

/// Secrets in texts: keys and tokens by the forms that their issuers gave them, passwords in addresses and connection
/// strings, and long random-looking words.
///
/// One pass over the bytes decides whether anything is worth a closer look. Prose holds no run of 16 token characters
/// and no `=`, so it costs that pass alone.
enum Secrets {
    /// No secret that could be told from a word is shorter, in bytes.
    static let shortest = 8

    /// Secret that a text holds, in words that fit into a message (`an AWS access key`); nil: none.
    static func kind(in text: UnsafeBufferPointer<UInt8>) -> String? {
        if text.count < shortest { return nil }
        let clues = Clues(text)
        if clues.contains(.longRun) {
            if let kind = TokenForms.kind(in: text) { return kind }
        }
        if clues.contains(.assignment), let kind = PasswordForms.assigned(in: text) { return kind }
        if clues.contains(.address), let kind = PasswordForms.inAddress(text) { return kind }
        if clues.contains(.veryLongRun), RandomToken.isFound(in: text) { return "a long random-looking token" }
        return nil
    }

    /// True when a text could hold a secret at all: eight bytes at a time, so that prose and short words cost next to nothing.
    ///
    /// A run of 16 token characters fills some block of eight without a blank; everything else that counts has one of
    /// `=`, `:` and `@`.
    static func mayHold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = text.count
        guard count >= shortest, let start = UnsafeRawPointer(text.baseAddress) else { return false }
        var offset = 0
        var hasRun = false
        while true {
            let block = (start + offset).loadUnaligned(as: UInt64.self)
            if !hasRun, count >= 16, !hasByte(block, UInt8(ascii: " ")) { hasRun = isLongRun(text, around: offset) }
            if hasByte(block, UInt8(ascii: "=")) || hasByte(block, UInt8(ascii: ":"))
                || hasByte(block, UInt8(ascii: "@"))
            {
                return true
            }
            if offset + 8 == count { return hasRun && isMixed(text) }
            // The last block may overlap the one before.
            offset = min(offset + 8, count - 8)
        }
    }

    /// True when 16 token characters stand in a row around an offset.
    private static func isLongRun(_ text: UnsafeBufferPointer<UInt8>, around offset: Int) -> Bool {
        var start = offset
        while start > 0, isToken(text[start - 1]) { start -= 1 }
        var end = offset
        while end < text.count, isToken(text[end]), end - start < 16 { end += 1 }
        return end - start >= 16
    }

    /// True when a text has digits or capitals: no token is all small letters, as names of columns are.
    private static func isMixed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in text where byte.isDigit || byte.isUpper { return true }
        return false
    }

    /// True when one of eight bytes is this one: of a byte that is 0 subtracting 1 sets the high bit.
    @inline(__always)
    private static func hasByte(_ block: UInt64, _ byte: UInt8) -> Bool {
        let differences = block ^ UInt64(byte) &* 0x0101_0101_0101_0101
        return (differences &- 0x0101_0101_0101_0101) & ~differences & 0x8080_8080_8080_8080 != 0
    }

    /// Clues that make a text worth a closer look.
    struct Clues: OptionSet {
        let rawValue: UInt8
        /// 16 token characters in a row: the shortest known form has 20, some of them behind a dot.
        static let longRun = Clues(rawValue: 1)
        static let veryLongRun = Clues(rawValue: 2)
        /// `=` or `:` behind a word.
        static let assignment = Clues(rawValue: 4)
        /// `@`, which an address with a password cannot do without.
        static let address = Clues(rawValue: 8)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        init(_ text: UnsafeBufferPointer<UInt8>) {
            var found: Clues = []
            var run = 0
            var longest = 0
            for index in 0..<text.count {
                let byte = text[index]
                if Secrets.isToken(byte) {
                    run += 1
                    continue
                }
                if run > longest { longest = run }
                // `-----BEGIN PRIVATE KEY-----`
                if run == 10, text[index - 10] == UInt8(ascii: "-") { found.insert(.longRun) }
                run = 0
                switch byte {
                case UInt8(ascii: "="), UInt8(ascii: ":"): found.insert(.assignment)
                case UInt8(ascii: "@"): found.insert(.address)
                default: break
                }
            }
            longest = max(longest, run)
            if longest >= 16 { found.insert(.longRun) }
            if longest >= RandomToken.least { found.insert(.veryLongRun) }
            self = found
        }
    }

    /// True when a byte can be part of a token: a letter, a digit, `-` or `_`.
    @inline(__always)
    static func isToken(_ byte: UInt8) -> Bool {
        // A bit for each of the characters up to `?`, and for each of those from `@`.
        let bits: UInt64 = byte < 64 ? 0x3FF << 48 | 1 << 45 : 0x3FF_FFFF << 33 | 1 << 31 | 0x3FF_FFFF << 1
        return byte < 128 && bits >> UInt64(byte & 63) & 1 == 1
    }
}
