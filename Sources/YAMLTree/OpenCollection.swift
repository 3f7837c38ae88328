/// A collection whose end has not come yet.
struct OpenCollection {
    var node: NodeID
    var lastChild: NodeID = -1
    var isMapping: Bool
    /// In a mapping: whether the next node is a key.
    var expectsKey: Bool
    var hasMergeKey = false
    /// A bit for each word of the vocabulary that was a key: most mappings need no search for duplicates.
    private var words = SIMD8<UInt64>()
    /// Whether a key may stand here twice.
    var mayRepeatKeys: Bool { hasRepeatedWord || otherKeys > 1 }
    private var hasRepeatedWord = false
    private var otherKeys = 0
    var anchor: String?
    /// How many collections inside each other it holds so far.
    var height = 0

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
        if words[word >> 6] & bit != 0 { hasRepeatedWord = true }
        words[word >> 6] |= bit
    }
}
