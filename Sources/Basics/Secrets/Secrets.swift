/// Secrets in texts: keys and tokens by the forms that their issuers gave them, passwords in addresses and connection
/// strings, values under names that say what they are, and long random-looking words.
///
/// One detector for the rule that reports secrets and for the reports that must not publish them. One pass over the bytes
/// decides whether anything is worth a closer look: prose holds no run of 16 token characters and no `=`, so it costs that
/// pass alone.
package enum Secrets {
    /// Care with which a text is read: what is reported must be one, what is hidden may be.
    package enum Care: Comparable, Sendable {
        /// Nobody would write it by way of example.
        case reported
        /// Of a known form, whatever it says of itself; for messages.
        case hidden
        /// Anything that stands behind a name of secrets too; for lines of a file.
        case doubted
    }

    /// Hears of one secret after the other.
    ///
    /// - Returns: true: no more is asked for.
    typealias Report = (_ range: Range<Int>, _ kind: String) -> Bool

    /// No secret that could be told from a word is shorter, in bytes.
    package static let shortest = 8
    /// And none that its name tells, which is reported.
    package static let shortestNamed = 6

    /// Secret that a text holds, in words that fit into a message (`an AWS access key`); nil: none.
    package static func kind(in text: UnsafeBufferPointer<UInt8>) -> String? {
        var found: String?
        find(in: text, .reported) { _, kind in
            found = kind
            return true
        }
        return found
    }

    /// True when a name says of its value that it is secret.
    package static func isName(_ name: UnsafeBufferPointer<UInt8>) -> Bool { SecretNames.form(of: name) != nil }

    /// Kind of secret that a value is for the name it has; nil: none.
    package static func kind(of value: UnsafeBufferPointer<UInt8>, named name: UnsafeBufferPointer<UInt8>) -> String? {
        SecretNames.form(of: name).flatMap { PasswordForms.isSecret(value.trimmed, $0, .reported) ? $0.kind : nil }
    }

    /// True when a value is to be hidden for the name it has.
    package static func isHidden(_ value: UnsafeBufferPointer<UInt8>, named name: UnsafeBufferPointer<UInt8>) -> Bool {
        SecretNames.form(of: name).map { PasswordForms.isSecret(value.trimmed, $0, .doubted) } ?? false
    }

    /// Ranges of a text that hold secrets without what tells their kind (`ghp_`, `password=`): in order, none within another.
    package static func ranges(in text: UnsafeBufferPointer<UInt8>, _ care: Care) -> [Range<Int>] {
        guard mayHold(text) else { return [] }
        var ranges: [Range<Int>] = []
        find(in: text, care) { range, kind in
            // A form tells where a secret begins; by its looks it begins with the word.
            if kind != RandomToken.kind || !ranges.contains(where: { $0.overlaps(range) }) { ranges.append(range) }
            return false
        }
        return joined(ranges)
    }

    /// Bodies of private keys in a whole file, in comments as well: nothing of them is told by a single line.
    package static func privateKeys(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        // A row of five has one at a fifth place.
        var at = 4
        while at < text.count {
            defer { at += 5 }
            guard text[at] == UInt8(ascii: "-") else { continue }
            var start = at
            while start > 0, at - start < 5, text[start - 1] == UInt8(ascii: "-") { start -= 1 }
            guard let body = TokenForms.privateKey(text, start) else { continue }
            ranges.append(body)
            at = body.upperBound
        }
        return ranges
    }

    /// Ranges in order, each with those that overlap it.
    package static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        if ranges.count < 2 { return ranges }
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    private static func find(in text: UnsafeBufferPointer<UInt8>, _ care: Care, _ report: Report) {
        if text.count < shortest { return }
        let clues = Clues(text)
        if clues.contains(.longRun) {
            if TokenForms.find(in: text, care, report) { return }
        }
        if clues.contains(.assignment), PasswordForms.findAssigned(in: text, care, report) { return }
        if clues.contains(.address), PasswordForms.findInAddress(text, care, report) { return }
        if clues.contains(.veryLongRun) { _ = RandomToken.find(in: text, care, report) }
    }

    /// True when a text could hold a secret at all: eight bytes at a time, so that prose and short words cost next to nothing.
    ///
    /// A run of 16 token characters fills some block of eight without a blank; everything else that counts has one of
    /// `=`, `:` and `@`, or the dashes before a key.
    package static func mayHold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
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
            if !hasRun, hasByte(block, UInt8(ascii: "-")) { hasRun = isArmour(text, around: offset) }
            if offset + 8 == count { return hasRun && isMixed(text) }
            // The last block may overlap the one before.
            offset = min(offset + 8, count - 8)
        }
    }

    /// True when 16 token characters stand in a row around an offset.
    private static func isLongRun(_ text: UnsafeBufferPointer<UInt8>, around offset: Int) -> Bool {
        var start = offset
        while start > 0, offset - start < 16, isToken(text[start - 1]) { start -= 1 }
        var end = offset
        while end < text.count, isToken(text[end]), end - start < 16 { end += 1 }
        return end - start >= 16
    }

    /// True when five dashes stand in a row around an offset: `-----BEGIN PRIVATE KEY-----`.
    private static func isArmour(_ text: UnsafeBufferPointer<UInt8>, around offset: Int) -> Bool {
        var run = 0
        for index in max(0, offset - 4)..<min(text.count, offset + 12) {
            run = text[index] == UInt8(ascii: "-") ? run + 1 : 0
            if run == 5 { return true }
        }
        return false
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
                if run >= 10, text[index - 10] == UInt8(ascii: "-") { found.insert(.longRun) }
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
