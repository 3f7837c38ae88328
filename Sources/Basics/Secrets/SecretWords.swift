/// Texts of secrets, found wherever a message quotes them: whole, or cut off by a `…`.
///
/// They are sorted, so that however many there are, a place in a text costs one search among them.
package struct SecretWords: Equatable, Sendable {
    /// In lower case, in order.
    private let words: [[UInt8]]
    /// For each word the number of the longest that it begins with; -1: there is none.
    private let shorter: [Int]
    /// The first bytes of words: most places of a text begin with none of them.
    private var firstBytes: [UInt64] = [0, 0, 0, 0]

    /// Shorter ones are part of too many other words, in bytes.
    private static let shortest = 4
    /// A word of so many bytes is one wherever it stands.
    private static let longEnough = 8

    package init(_ texts: some Sequence<[UInt8]>) {
        var words = Set<[UInt8]>()
        for text in texts where text.count >= Self.shortest { words.insert(text.map(\.lowered)) }
        let sorted = words.sorted { $0.lexicographicallyPrecedes($1) }
        self.words = sorted
        shorter = Self.shorter(sorted)
        for word in sorted { note(word[0]) }
    }

    private static func shorter(_ words: [[UInt8]]) -> [Int] {
        var open: [Int] = []
        return words.indices.map { index in
            while let last = open.last, !words[index].starts(with: words[last]) { open.removeLast() }
            defer { open.append(index) }
            return open.last ?? -1
        }
    }

    package var isEmpty: Bool { words.isEmpty }

    package func union(_ other: SecretWords) -> SecretWords {
        if isEmpty { return other }
        return other.isEmpty ? self : SecretWords(words + other.words)
    }

    private mutating func note(_ byte: UInt8) {
        firstBytes[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }

    private func mayStart(_ byte: UInt8) -> Bool {
        firstBytes[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
    }

    /// Ranges of a text in which words stand, in order.
    package func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        if words.isEmpty { return [] }
        var ranges: [Range<Int>] = []
        var at = 0
        while at < text.count {
            if mayStart(text[at].lowered), let length = length(of: text, at) {
                ranges.append(at..<at + length)
                at += length
            } else {
                at += 1
            }
        }
        return ranges
    }

    /// Length of the longest word at a place; nil: none stands there.
    private func length(of text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        let isAtStart = start == 0 || !isWord(text[start - 1])
        let next = upperBound(text, start)
        // Every word that the text goes on with begins the last one that is not behind it.
        var number = next - 1
        let before = number < 0 ? 0 : common(words[number], text, start)
        while number >= 0 {
            let length = words[number].count
            if length <= before {
                let isAtEnd = start + length == text.count || !isWord(text[start + length])
                if length >= Self.longEnough || isAtStart && isAtEnd { return length }
            }
            number = shorter[number]
        }
        let shared = max(before, next < words.count ? common(words[next], text, start) : 0)
        return shared >= Self.longEnough && isCut(text, start + shared) ? shared : nil
    }

    /// Number of words that are not behind a text in order.
    private func upperBound(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            let word = words[middle]
            let shared = common(word, text, start)
            let isBehind =
                shared < word.count && (start + shared == text.count || word[shared] > text[start + shared].lowered)
            if isBehind { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func common(_ word: [UInt8], _ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        var shared = 0
        while shared < word.count, start + shared < text.count, word[shared] == text[start + shared].lowered {
            shared += 1
        }
        return shared
    }

    private func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }

    /// True before the `…` of a text that was shortened.
    private func isCut(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        at + 2 < text.count && text[at] == 0xE2 && text[at + 1] == 0x80 && text[at + 2] == 0xA6
    }
}
