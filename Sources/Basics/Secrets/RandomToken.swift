/// Long words that look as if dice had thrown them: keys without a form that anyone published.
enum RandomToken {
    static let kind = "a long random-looking token"
    /// Characters that a token has at least: 190 bits of base64.
    static let least = 32
    /// And at most: what is longer is data, such as a picture.
    private static let most = 512

    /// Those outside of addresses and paths; where a text is only hidden, keys with a `/` in them as well, as those of Amazon
    /// Web Services have.
    ///
    /// - Returns: true: no more is asked for.
    static func find(in text: UnsafeBufferPointer<UInt8>, _ care: Secrets.Care, _ report: Secrets.Report) -> Bool {
        var start = 0
        while start < text.count {
            while start < text.count, text[start] <= 0x20 { start += 1 }
            var end = start
            while end < text.count, text[end] > 0x20 { end += 1 }
            if end - start >= least {
                let offset = start
                let word = UnsafeBufferPointer(rebasing: text[start..<end])
                let isDone = find(inWord: word, care) { range in
                    report(offset + range.lowerBound..<offset + range.upperBound, kind)
                }
                if isDone { return true }
            }
            start = end
        }
        return false
    }

    /// - Parameter word: between white space.
    private static func find(
        inWord word: UnsafeBufferPointer<UInt8>, _ care: Secrets.Care, _ report: (Range<Int>) -> Bool
    ) -> Bool {
        if isPlace(word) { return care == .doubted ? findKey(inWord: word, report) : false }
        var start = 0
        while start < word.count {
            while start < word.count, !isPart(word[start]) { start += 1 }
            var end = start
            while end < word.count, isPart(word[end]) { end += 1 }
            if end - start >= least, end - start <= most, !isHash(before: start, in: word),
                isRandom(UnsafeBufferPointer(rebasing: word[start..<end]))
            {
                if report(start..<end) { return true }
            }
            start = end
        }
        return false
    }

    /// The key of an Amazon account has forty characters of base64.
    private static func findKey(inWord word: UnsafeBufferPointer<UInt8>, _ report: (Range<Int>) -> Bool) -> Bool {
        var start = 0
        while start < word.count {
            while start < word.count, !isPart(word[start]) { start += 1 }
            var end = start
            while end < word.count, isPart(word[end]) || word[end] == UInt8(ascii: "/") { end += 1 }
            if end - start == 40, isRandom(UnsafeBufferPointer(rebasing: word[start..<end])), report(start..<end) {
                return true
            }
            start = end
        }
        return false
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        Secrets.isToken(byte) || byte == UInt8(ascii: "+")
    }

    /// Addresses, paths, URNs and ARNs carry identifiers that look random and are no secret.
    private static func isPlace(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        var slashes = 0
        var colons = 0
        for index in 0..<word.count {
            if word[index] == UInt8(ascii: "/") {
                slashes += 1
                if index > 0, word[index - 1] == UInt8(ascii: "/") || word[index - 1] == UInt8(ascii: ":") {
                    return true
                }
            }
            if word[index] == UInt8(ascii: ":") { colons += 1 }
        }
        return word[0] == UInt8(ascii: "/") || word[0] == UInt8(ascii: ".") || colons >= 3
            || (slashes > 0 && slashes * 24 >= word.count)
    }

    /// `sha256-…` or `sha512:…` before it: a checksum.
    private static func isHash(before start: Int, in word: UnsafeBufferPointer<UInt8>) -> Bool {
        start == 0 ? isHashName(word, 0) : (isHashName(word, max(0, start - 7)) || isHashName(word, start))
    }

    private static func isHashName(_ word: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        for name: StaticString in ["sha", "md5"] where start + 3 <= word.count {
            if (0..<3).allSatisfy({ word[start + $0].lowered == name.utf8Start[$0] }) { return true }
        }
        return false
    }

    /// Upper and lower case and digits, many different characters, and a change of class at nearly every second place.
    /// Names of several words change class at their borders only, UUIDs and hashes have one case of letters.
    private static func isRandom(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
        var counts: (upper: Int, lower: Int, digit: Int, other: Int) = (0, 0, 0, 0)
        var seen: (UInt64, UInt64) = (0, 0)
        var changes = 0
        var last = -1
        for byte in token {
            let kind: Int
            if byte.isUpper {
                counts.upper += 1
                kind = 0
            } else if byte.isLower {
                counts.lower += 1
                kind = 1
            } else if byte.isDigit {
                counts.digit += 1
                kind = 2
            } else {
                counts.other += 1
                kind = 3
            }
            if byte < 64 { seen.0 |= 1 << UInt64(byte) } else { seen.1 |= 1 << UInt64(byte & 63) }
            if last >= 0, last != kind { changes += 1 }
            last = kind
        }
        guard counts.upper >= 4, counts.lower >= 4, counts.digit >= 2, counts.other * 8 <= token.count else {
            return false
        }
        let distinct = seen.0.nonzeroBitCount + seen.1.nonzeroBitCount
        // Of 32 characters drawn from 64, 25 are different on average, and fewer than 19 once in ten thousand.
        return distinct >= 18 && changes * 100 >= (token.count - 1) * 45
    }
}
