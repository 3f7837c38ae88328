/// The rows of a shape that a mapping has keys for: a bit for each.
struct RowSet: BitwiseCopyable {
    private typealias Word = UInt64
    private var words: (Word, Word, Word, Word, Word, Word, Word, Word) = (0, 0, 0, 0, 0, 0, 0, 0)

    /// Number of rows that a shape may have.
    static let capacity = 512

    /// - Parameter index: of a row within its shape.
    @inline(__always)
    mutating func insert(_ index: Int32) {
        precondition(index >= 0 && index < Self.capacity)
        // In place: to take the whole set out and put it back would cost more than all else for a key.
        withUnsafeMutableBytes(of: &words) { bytes in
            let offset = Int(index >> 6) * 8
            let word = bytes.load(fromByteOffset: offset, as: Word.self)
            bytes.storeBytes(of: word | 1 << Word(index & 63), toByteOffset: offset, as: Word.self)
        }
    }

    @inline(__always)
    func contains(_ index: Int32) -> Bool {
        precondition(index >= 0 && index < Self.capacity)
        return withUnsafeBytes(of: words) { bytes in
            bytes.load(fromByteOffset: Int(index >> 6) * 8, as: Word.self) & 1 << Word(index & 63) != 0
        }
    }
}
