/// A fixed set of words that keys are compared with by number instead of by text.
package final class Vocabulary: Sendable {
    package let words: [String]
    @usableFromInline let index: WordIndex

    /// - Parameter words: at most 65,534; a word's number is its index plus 1.
    package init(_ words: [String]) {
        self.words = words
        index = WordIndex(words)
    }

    deinit { index.deallocate() }

    /// The number of a word, or 0.
    @inlinable @inline(__always)
    package func number(of text: UnsafeBufferPointer<UInt8>) -> UInt16 { index.number(of: text) }
}
