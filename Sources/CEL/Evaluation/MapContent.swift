internal import Basics

/// A map in an evaluation's or a program's memory: its entries in the order they were written, and an index when there are
/// many.
struct MapContent {
    /// Keys and values by turns.
    var entries: UnsafeMutablePointer<Value>
    var count: Int
    /// Open addressing: 1 + the number of an entry, 0 for a free place. Nil for a map small enough to go through.
    var index: UnsafeMutablePointer<UInt32>?
    /// The index's size less 1: a power of 2 less 1.
    var mask: Int

    /// Up to so many entries a map is gone through.
    static let linear = 8

    func key(_ number: Int) -> Value { entries[2 * number] }
    func value(_ number: Int) -> Value { entries[2 * number + 1] }

    /// - Returns: the entry's number; nil when the key is not there.
    func find(_ key: Value) -> Int? {
        guard let index else {
            for number in 0..<count where Equality.isSameKey(entries[2 * number], key) { return number }
            return nil
        }
        var place = Int(truncatingIfNeeded: Self.hash(key)) & mask
        while index[place] != 0 {
            let number = Int(index[place]) - 1
            if Equality.isSameKey(entries[2 * number], key) { return number }
            place = (place + 1) & mask
        }
        return nil
    }

    /// The place in the index for a key that is not there.
    func freePlace(_ key: Value) -> Int {
        guard let index else { return 0 }
        var place = Int(truncatingIfNeeded: Self.hash(key)) & mask
        while index[place] != 0 { place = (place + 1) & mask }
        return place
    }

    /// Nobody outside can tell which keys fall into one place.
    private static let seed = ByteHash.seed | 1

    /// Equal numbers of unlike types have one hash.
    private static func hash(_ key: Value) -> UInt64 {
        var hash = seed
        switch key.tag {
        case .string:
            hash = ByteHash.of(key.utf8, seed: hash)
        case .double:
            if let int = Int64(exactly: key.asDouble) {
                hash ^= UInt64(bitPattern: int)
            } else if let uint = UInt64(exactly: key.asDouble) {
                hash ^= uint
            } else {
                hash ^= key.bits
            }
        default: hash ^= key.bits
        }
        // MurmurHash3's finalizer: every bit of the input moves every bit of the place.
        hash = (hash ^ hash >> 33) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ hash >> 33) &* 0xc4ce_b9fe_1a85_ec53
        return hash ^ hash >> 33
    }
}

extension Value {
    /// Of a map that is not the host's.
    var mapContent: MapContent {
        UnsafePointer<MapContent>(bitPattern: UInt(bits)).unsafelyUnwrapped.pointee
    }
}
