/// The words of a technical name, in lower case: `customerEmail`, `CUSTOMER_EMAIL`, `customer-email` and `Customer
/// email` are all `customer` and `email`.
///
/// A word ends where a lower-case letter meets an upper-case one, where a row of capitals meets a word (`IPAddress`),
/// where letters meet digits, and at every character that is neither. Letters beyond ASCII are lower-case ones.
///
/// The words lie one behind the other with `_` between them, so that several in a row are one text.
package struct NameWords {
    /// Bytes of a name that are looked at. What follows changes nothing: no name is that long.
    package static let capacity = 120
    static let mostWords = 24

    private let text: UnsafeBufferPointer<UInt8>
    /// Offset at which each word starts; behind the last word, where the next would.
    private let starts: UnsafeBufferPointer<UInt8>

    package var count: Int { starts.count - 1 }

    /// One word.
    package subscript(_ index: Int) -> UnsafeBufferPointer<UInt8> { self[index..<index + 1] }

    /// Several words in a row, joined by `_`.
    package subscript(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        let start = Int(starts[range.lowerBound])
        return UnsafeBufferPointer(rebasing: text[start..<Int(starts[range.upperBound]) - 1])
    }

    /// Takes a name apart. The words live as long as the call.
    package static func with<Result>(_ name: UnsafeBufferPointer<UInt8>, _ body: (NameWords) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * capacity + mostWords + 2) { memory in
            let text = UnsafeMutableBufferPointer(rebasing: memory[..<(2 * capacity)])
            let starts = UnsafeMutableBufferPointer(rebasing: memory[(2 * capacity)...])
            let (length, count) = split(name, into: text, starts)
            return body(
                NameWords(
                    text: UnsafeBufferPointer(rebasing: text[..<length]),
                    starts: UnsafeBufferPointer(rebasing: starts[...count])))
        }
    }

    /// - Returns: the bytes written, and the number of words.
    private static func split(
        _ name: UnsafeBufferPointer<UInt8>, into text: UnsafeMutableBufferPointer<UInt8>,
        _ starts: UnsafeMutableBufferPointer<UInt8>
    ) -> (length: Int, count: Int) {
        let end = min(name.count, capacity)
        var length = 0
        var count = 0
        var last: UInt8 = 0
        starts[0] = 0
        for index in 0..<end {
            let byte = name[index]
            guard byte.isLetter || byte.isDigit || byte >= 0x80 else {
                last = 0
                continue
            }
            let next = index + 1 < end ? name[index + 1] : 0
            if startsWord(byte, after: last, before: next) {
                if length > 0 {
                    if count == mostWords - 1 { break }
                    text[length] = UInt8(ascii: "_")
                    length += 1
                    count += 1
                    starts[count] = UInt8(length)
                }
            }
            text[length] = byte.lowered
            length += 1
            last = byte
        }
        if length == 0 { return (0, 0) }
        // The last word of a name that goes on may go on too.
        if end < name.count, count > 0 { return (Int(starts[count]) - 1, count) }
        starts[count + 1] = UInt8(length + 1)
        return (length, count + 1)
    }

    /// - Parameter last: the character before; 0: none that belongs to a word.
    private static func startsWord(_ byte: UInt8, after last: UInt8, before next: UInt8) -> Bool {
        if last == 0 || byte.isDigit != last.isDigit { return true }
        guard byte.isUpper else { return false }
        return !last.isUpper || next.isLower
    }
}

extension WordTable {
    /// A table of phrases as `NameWords` gives them, each also written in one word: `first name` finds `first_name` and
    /// `firstname`.
    ///
    /// - Parameter phrases: with commas or line breaks between.
    package convenience init(phrases: [(String, Value)]) {
        var words = WordList()
        var values: [Value] = []
        for (var list, value) in phrases {
            list.withUTF8 { text in
                var start = 0
                for end in 0...text.count
                where end == text.count || text[end] == UInt8(ascii: ",") || text[end] == UInt8(ascii: "\n") {
                    let added = words.append(phrase: UnsafeBufferPointer(rebasing: text[start..<end]))
                    for _ in 0..<added { values.append(value) }
                    start = end + 1
                }
            }
        }
        self.init(words, values)
    }
}

extension WordList {
    /// Appends a phrase as `NameWords` gives it and, where it has several words, what is left without its blanks.
    ///
    /// - Returns: the number of spellings.
    fileprivate mutating func append(phrase: UnsafeBufferPointer<UInt8>) -> Int {
        let count = appendWords(of: phrase)
        if count <= 1 { return count }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: phrase.count) { joined in
            var length = 0
            for byte in phrase where byte != UInt8(ascii: " ") {
                joined[length] = byte
                length += 1
            }
            _ = appendWords(of: UnsafeBufferPointer(rebasing: joined[..<length]))
            return 2
        }
    }

    /// - Returns: the number of words in the text; nothing is appended where it has none.
    private mutating func appendWords(of text: UnsafeBufferPointer<UInt8>) -> Int {
        NameWords.with(text) { words in
            if words.count > 0 { append(words[0..<words.count]) }
            return words.count
        }
    }
}
