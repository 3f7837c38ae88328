/// Turns libyaml's code point indices into byte offsets of the source.
///
/// Marks come nearly in order, so the map keeps its last place and walks from there; libyaml looks back by at most a
/// line's worth, so the walk is linear over a file.
struct CodePointMap {
    private let isIdentity: Bool
    private let base: Int
    private var codePoint = 0
    /// The offset in libyaml's text of the last question.
    private(set) var offsetInInput: Int
    /// Places where bytes were replaced by fewer ones for libyaml's sake: offset in libyaml's text, bytes to add from there on.
    private let edits: [(offset: Int, added: Int)]

    /// - Parameters:
    ///   - isASCII: whether code points and bytes are the same.
    ///   - base: the offset of the first byte libyaml was given: 3 behind a byte order mark.
    init(isASCII: Bool, base: Int, edits: [(offset: Int, added: Int)]) {
        isIdentity = isASCII && edits.isEmpty
        self.base = base
        self.edits = edits
        offsetInInput = base
    }

    /// - Parameter text: what libyaml reads, with what stands before `base`.
    @inline(__always)
    mutating func offset(of index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        guard isIdentity else { return walk(to: index, in: text) }
        offsetInInput = min(index + base, text.count)
        return offsetInInput
    }

    private mutating func walk(to index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        while codePoint < index, offsetInInput < text.count {
            offsetInInput += 1
            while offsetInInput < text.count, text[offsetInInput] & 0xC0 == 0x80 { offsetInInput += 1 }
            codePoint += 1
        }
        while codePoint > index, offsetInInput > base {
            offsetInInput -= 1
            while offsetInInput > base, text[offsetInInput] & 0xC0 == 0x80 { offsetInInput -= 1 }
            codePoint -= 1
        }
        return sourceOffset(of: offsetInInput)
    }

    /// The offset in the source of an offset in libyaml's text.
    func sourceOffset(of offset: Int) -> Int {
        guard !edits.isEmpty else { return offset }
        var low = 0
        var high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if edits[middle].offset < offset { low = middle + 1 } else { high = middle }
        }
        return offset + (low > 0 ? edits[low - 1].added : 0)
    }
}
