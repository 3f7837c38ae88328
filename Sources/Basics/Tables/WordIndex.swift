/// The numbers of fixed words, looked up by the bytes of a text where it lies: no string is made, and a long text costs no
/// more than a short one.
///
/// In memory of its own: every key of every file is looked up here, and counting references to arrays would cost more than
/// a lookup. Whoever makes one either keeps it for ever or gives the memory back.
@frozen
@usableFromInline
struct WordIndex: @unchecked Sendable {
    @usableFromInline let slots: UnsafePointer<UInt16>
    @usableFromInline let entries: UnsafePointer<Entry>
    @usableFromInline let bytes: UnsafePointer<UInt8>
    @usableFromInline let mask: Int

    /// A word, told from all others of at most 16 bytes by its ends.
    @frozen @usableFromInline
    struct Entry {
        @usableFromInline var ends: Ends
        @usableFromInline var start: Int
    }

    /// - Parameter words: at most 65,534; a word's number is its index plus 1, and the first of two equal ones counts.
    @usableFromInline
    init(_ words: [String]) {
        var list = WordList()
        for var word in words { word.withUTF8 { list.append($0) } }
        self.init(list)
    }

    init(_ words: WordList) {
        var size = 16
        while size < words.ends.count * 4 { size *= 2 }
        var slots = [UInt16](repeating: 0, count: size)
        var entries: [Entry] = []
        entries.reserveCapacity(words.ends.count)
        var start = 0
        for (index, end) in words.ends.enumerated() {
            let ends = words.bytes.withUnsafeBufferPointer { Ends(UnsafeBufferPointer(rebasing: $0[start..<end])) }
            entries.append(Entry(ends: ends, start: start))
            start = end
            var slot = ends.hash & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt16(index + 1)
        }
        self.slots = Self.keep(slots)
        self.entries = Self.keep(entries)
        self.bytes = Self.keep(words.bytes)
        mask = size - 1
    }

    func deallocate() {
        slots.deallocate()
        entries.deallocate()
        bytes.deallocate()
    }

    static func keep<Item>(_ items: [Item]) -> UnsafePointer<Item> {
        let memory = UnsafeMutablePointer<Item>.allocate(capacity: max(1, items.count))
        memory.initialize(from: items, count: items.count)
        return UnsafePointer(memory)
    }

    /// The number of a word, or 0.
    @inlinable @inline(__always)
    func number(of text: UnsafeBufferPointer<UInt8>) -> UInt16 {
        let ends = Ends(text)
        var slot = ends.hash & mask
        while true {
            let number = slots[slot]
            if number == 0 { return 0 }
            let entry = entries[Int(number) - 1]
            if entry.ends == ends, text.count <= 16 || isSameBetween(entry, text) { return number }
            slot = (slot + 1) & mask
        }
    }

    /// True when a text is a word whose ends it has.
    @inlinable
    func isSameBetween(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let word = UnsafeRawPointer(bytes + entry.start)
        let text = UnsafeRawBufferPointer(text)
        for offset in stride(from: 8, to: text.count - 8, by: 8)
        where word.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            != text.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        {
            return false
        }
        return true
    }

    /// The length of a word and its first and last bytes, which overlap in a short one.
    @frozen @usableFromInline
    struct Ends: Equatable {
        @usableFromInline var head: UInt64 = 0
        @usableFromInline var tail: UInt64 = 0
        @usableFromInline var count: Int

        @inlinable @inline(__always)
        init(_ text: UnsafeBufferPointer<UInt8>) {
            let bytes = UnsafeRawBufferPointer(text)
            count = bytes.count
            if count >= 8 {
                head = bytes.loadUnaligned(as: UInt64.self)
                tail = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            } else if count >= 4 {
                head = UInt64(bytes.loadUnaligned(as: UInt32.self))
                tail = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            } else if count > 0 {
                head = UInt64(bytes[0]) | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1]) << 16
            }
        }

        @inlinable @inline(__always)
        static func == (a: Ends, b: Ends) -> Bool { a.head == b.head && a.tail == b.tail && a.count == b.count }

        @inlinable @inline(__always)
        var hash: Int {
            var hash = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9e37_79b9_7f4a_7c15
            hash = (hash ^ (hash >> 29) ^ tail) &* 0xbf58_476d_1ce4_e5b9
            return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF_FFFF_FFFF)
        }
    }
}
