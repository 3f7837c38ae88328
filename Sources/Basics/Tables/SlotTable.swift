/// Numbers found by the hash of what they stand for: open addressing, at least half of the slots empty. What is kept under
/// the numbers, and whether it is the same, is the owner's to say.
@frozen
package struct SlotTable {
    /// Half of the hash, and behind it a number plus 1; 0: empty.
    @usableFromInline var slots: [UInt64]
    @usableFromInline var count = 0

    @inlinable
    package init(minimumCapacity: Int) {
        var size = 32
        while size < minimumCapacity * 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
    }

    /// The first number inserted with a hash that is the one sought.
    @inlinable @inline(__always)
    package func first(_ hash: UInt64, where isSought: (Int) -> Bool) -> Int? {
        let mask = slots.count - 1
        let half = hash >> 32
        var index = Int(truncatingIfNeeded: half) & mask
        while slots[index] > 0 {
            let slot = slots[index]
            if slot >> 32 == half {
                let number = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
                if isSought(number) { return number }
            }
            index = (index + 1) & mask
        }
        return nil
    }

    @inlinable
    package mutating func insert(_ number: Int, _ hash: UInt64) {
        count += 1
        if count * 2 > slots.count {
            let old = slots
            slots = [UInt64](repeating: 0, count: old.count * 2)
            for slot in old where slot > 0 { occupy(slot) }
        }
        occupy((hash >> 32) << 32 | UInt64(truncatingIfNeeded: number + 1))
    }

    @inlinable @inline(__always)
    mutating func occupy(_ slot: UInt64) {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: slot >> 32) & mask
        while slots[index] > 0 { index = (index + 1) & mask }
        slots[index] = slot
    }
}
