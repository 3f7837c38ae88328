/// Words with what they mean, for good: the memory of a table is never given back.
package final class WordTable<Value: Sendable>: Sendable {
    @usableFromInline let index: WordIndex
    @usableFromInline nonisolated(unsafe) let values: UnsafePointer<Value>

    /// - Parameter words: in the spelling that texts are looked up in; the first of two equal ones counts.
    package init(_ words: [(String, Value)]) {
        index = WordIndex(words.map(\.0))
        values = WordIndex.keep(words.map(\.1))
    }

    /// - Parameter values: one for each word; the first of two equal words counts.
    package init(_ words: WordList, _ values: [Value]) {
        precondition(words.ends.count == values.count, "a value for each word")
        index = WordIndex(words)
        self.values = WordIndex.keep(values)
    }

    @inlinable
    package subscript(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
        let number = index.number(of: text)
        return number == 0 ? nil : values[Int(number) - 1]
    }

    @inlinable
    package func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool { index.number(of: text) > 0 }
}

/// Words without a meaning of their own.
extension WordTable where Value == Void {
    /// - Parameter words: with blanks or line breaks between.
    package convenience init(_ words: String) {
        let list = WordList(words)
        self.init(list, [Void](repeating: (), count: list.ends.count))
    }
}
