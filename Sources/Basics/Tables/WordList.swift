/// Words on their way into a table: their bytes lie one behind the other, so that no string is made for any of them.
package struct WordList {
    private(set) var bytes: [UInt8] = []
    /// Ends of the words, at which the next ones start.
    private(set) var ends: [Int] = []

    package init() {}

    /// - Parameter words: with blanks or line breaks between.
    init(_ words: String) {
        var words = words
        words.withUTF8 { text in
            var start = 0
            for end in 0...text.count
            where end == text.count || text[end] == UInt8(ascii: " ") || text[end] == UInt8(ascii: "\n") {
                if start < end { append(UnsafeBufferPointer(rebasing: text[start..<end])) }
                start = end + 1
            }
        }
    }

    package mutating func append(_ word: UnsafeBufferPointer<UInt8>) {
        bytes += word
        ends.append(bytes.count)
    }
}
