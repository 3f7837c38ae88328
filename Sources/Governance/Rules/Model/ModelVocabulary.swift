/// What a thread has learnt about names: contracts use few, and each often.
struct ModelVocabulary {
    var personalNames = NameMemory<PersonalDataKind?>(nil)
    var specialCategories = NameMemory<SpecialCategory?>(nil)
}

/// Remembers an answer for each of the names that were asked about last. Its size is bounded.
struct NameMemory<Answer> {
    private static var slotCount: Int { 1024 }
    /// Longer names are looked at each time.
    private static var longest: Int { 64 }

    private var hashes: [UInt64]
    private var names: [[UInt8]]
    private var answers: [Answer]

    init(_ nothing: Answer) {
        hashes = Array(repeating: 0, count: Self.slotCount)
        names = Array(repeating: [], count: Self.slotCount)
        answers = Array(repeating: nothing, count: Self.slotCount)
    }

    @inline(__always)
    mutating func value(
        for name: UnsafeBufferPointer<UInt8>, _ answer: (UnsafeBufferPointer<UInt8>) -> Answer
    ) -> Answer {
        guard name.count <= Self.longest, name.count > 0 else { return answer(name) }
        let hash = Self.hash(name)
        let slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
        if hashes[slot] == hash, names[slot].withUnsafeBufferPointer({ isSame($0, name) }) { return answers[slot] }
        let found = answer(name)
        hashes[slot] = hash
        names[slot] = Array(name)
        answers[slot] = found
        return found
    }

    @inline(__always)
    private func isSame(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        for index in 0..<a.count where a[index] != b[index] { return false }
        return true
    }

    /// Eight bytes at a time, the odd ones last. 0 marks a free slot.
    @inline(__always)
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(name)
        var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9e37_79b9_7f4a_7c15
        var index = 0
        while index + 8 <= bytes.count {
            hash = (hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xbf58_476d_1ce4_e5b9
            hash ^= hash >> 29
            index += 8
        }
        var rest: UInt64 = 0
        while index < bytes.count {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        hash = (hash ^ rest) &* 0x94d0_49bb_1331_11eb
        return (hash ^ (hash >> 31)) | 1
    }
}
