/// Secrets in texts: keys and tokens by the forms that their issuers gave them, passwords in addresses and connection
/// strings, and long random-looking words.
///
/// One pass over the bytes decides whether anything is worth a closer look. Prose holds no run of 16 token characters and
/// no `=`, so it costs that pass alone.
enum Secrets {
    /// What secret a text holds, in words that fit into a message (`an AWS access key`); nil: none.
    static func kind(in text: UnsafeBufferPointer<UInt8>) -> String? {
        if text.count < 8 { return nil }
        let clues = Clues(text)
        if clues.contains(.longRun) {
            if let kind = TokenForms.kind(in: text) { return kind }
        }
        if clues.contains(.assignment), let kind = PasswordForms.assigned(in: text) { return kind }
        if clues.contains(.address), let kind = PasswordForms.inAddress(text) { return kind }
        if clues.contains(.veryLongRun), RandomToken.isFound(in: text) { return "a long random-looking token" }
        return nil
    }

    /// What makes a text worth a closer look.
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

    /// Whether a byte can be part of a token: a letter, a digit, `-` or `_`.
    @inline(__always)
    static func isToken(_ byte: UInt8) -> Bool {
        // A bit for each of the characters up to `?`, and for each of those from `@`.
        let bits: UInt64 = byte < 64 ? 0x3FF << 48 | 1 << 45 : 0x3FF_FFFF << 33 | 1 << 31 | 0x3FF_FFFF << 1
        return byte < 128 && bits >> UInt64(byte & 63) & 1 == 1
    }
}
