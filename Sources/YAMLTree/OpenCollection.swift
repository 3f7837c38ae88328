/// A collection whose end has not come yet.
struct OpenCollection: BitwiseCopyable {
    var node: NodeID
    var lastChild: NodeID = -1
    var isMapping: Bool
    /// In a mapping: whether the next node is a key.
    var expectsKey: Bool
    var hasMergeKey = false
    /// True when it has an anchor: see `TreeBuilder.openAnchors`.
    var hasAnchor = false
    /// True when a key may stand here twice.
    var mayRepeatKeys: Bool { hasRepeatedWord || otherKeys > 1 }
    private var hasRepeatedWord = false
    private var otherKeys = 0
    /// Depth of the collections that it holds so far.
    var height = 0
    /// A bit for each word of the vocabulary that was a key: most mappings need no search for duplicates.
    private var words = SIMD8<UInt64>()

    init(node: NodeID, isMapping: Bool) {
        self.node = node
        self.isMapping = isMapping
        expectsKey = isMapping
    }

    /// Notes the number of a key in the vocabulary.
    @inline(__always)
    mutating func note(word: Int) {
        guard word > 0, word < 512 else {
            otherKeys += 1
            return
        }
        let bit = UInt64(1) << UInt64(word & 63)
        // In place: to take the whole set out and put it back would cost more than all else for a key.
        let isNew = withUnsafeMutableBytes(of: &words) { bytes in
            let known = bytes.load(fromByteOffset: word >> 6 * 8, as: UInt64.self)
            bytes.storeBytes(of: known | bit, toByteOffset: word >> 6 * 8, as: UInt64.self)
            return known & bit == 0
        }
        if !isNew { hasRepeatedWord = true }
    }
}
