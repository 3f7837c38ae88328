internal import Basics

/// Facts that the name of a property tells about it.
struct NameFacts {
    var personal: PersonalDataKind?
    var special: SpecialCategory?
    var isReserved = false
    /// The bits of the styles that the name is one of.
    var styles: UInt8 = 0

    init() {}

    init(of name: UnsafeBufferPointer<UInt8>) {
        personal = PersonalData.kind(ofName: name)
        special = SpecialCategory(ofName: name)
        isReserved = ReservedWords.contains(name)
        for style in NameStyle.allCases where style.fits(name) { styles |= style.bit }
    }
}

/// Memory of what a thread has learnt about names: contracts use few, and each often. Its size is bounded.
final class NameMemory {
    private struct Slot {
        /// 0: free.
        var hash: UInt64 = 0
        var count = 0
        var facts = NameFacts()
    }

    private static let slotCount = 1024
    /// Longer names are looked at each time.
    private static let longest = 64

    private let slots: UnsafeMutablePointer<Slot>
    /// `longest` bytes for each slot.
    private let names: UnsafeMutablePointer<UInt8>

    init() {
        slots = .allocate(capacity: Self.slotCount)
        slots.initialize(repeating: Slot(), count: Self.slotCount)
        names = .allocate(capacity: Self.slotCount * Self.longest)
        names.initialize(repeating: 0, count: Self.slotCount * Self.longest)
    }

    deinit {
        slots.deallocate()
        names.deallocate()
    }

    func facts(of name: UnsafeBufferPointer<UInt8>) -> NameFacts {
        guard name.count <= Self.longest, name.count > 0 else { return NameFacts(of: name) }
        let hash = ByteHash.of(name, seed: 0) | 1
        let index = Int(truncatingIfNeeded: hash >> 20) & (Self.slotCount - 1)
        let slot = slots + index
        let own = names + index * Self.longest
        if slot.pointee.hash == hash, slot.pointee.count == name.count, ByteHash.isSame(own, name) {
            return slot.pointee.facts
        }
        let facts = NameFacts(of: name)
        slot.pointee = Slot(hash: hash, count: name.count, facts: facts)
        for index in 0..<name.count { own[index] = name[index] }
        return facts
    }
}
