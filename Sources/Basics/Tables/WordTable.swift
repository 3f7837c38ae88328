/// Words with what they mean, looked up by the bytes of a text where it lies: no string is made.
///
/// Its content lies in memory of its own that is never given back: tables are made once, and counting references to arrays
/// would cost more than a lookup.
package final class WordTable<Value: Sendable>: Sendable {
    @usableFromInline
    struct Entry {
        @usableFromInline var start: Int
        @usableFromInline var count: Int
        @usableFromInline var value: Value

        @inlinable
        init(start: Int, count: Int, value: Value) {
            self.start = start
            self.count = count
            self.value = value
        }
    }

    @usableFromInline nonisolated(unsafe) let bytes: UnsafePointer<UInt8>
    @usableFromInline nonisolated(unsafe) let entries: UnsafePointer<Entry>
    /// For each slot an index into `entries`, plus 1; 0: empty. At least half of them are.
    @usableFromInline nonisolated(unsafe) let slots: UnsafePointer<Int32>
    @usableFromInline let mask: Int
    @usableFromInline let longest: Int

    /// - Parameter words: in the spelling that texts are looked up in; the first of two equal ones counts.
    @inlinable
    package init(_ words: [(String, Value)]) {
        var size = 16
        while size < words.count * 2 { size *= 2 }
        var slots = [Int32](repeating: 0, count: size)
        var bytes: [UInt8] = []
        var entries: [Entry] = []
        for (word, value) in words {
            let word = Array(word.utf8)
            var slot = word.withUnsafeBufferPointer(Self.hash) & (size - 1)
            var isKnown = false
            while slots[slot] > 0, !isKnown {
                let entry = entries[Int(slots[slot]) - 1]
                isKnown = bytes[entry.start..<entry.start + entry.count].elementsEqual(word)
                if !isKnown { slot = (slot + 1) & (size - 1) }
            }
            if isKnown { continue }
            entries.append(Entry(start: bytes.count, count: word.count, value: value))
            slots[slot] = Int32(entries.count)
            bytes += word
        }
        self.bytes = Self.keep(bytes)
        self.entries = Self.keep(entries)
        self.slots = Self.keep(slots)
        mask = size - 1
        longest = entries.map(\.count).max() ?? 0
    }

    @inlinable
    static func keep<Item>(_ items: [Item]) -> UnsafePointer<Item> {
        let memory = UnsafeMutablePointer<Item>.allocate(capacity: max(1, items.count))
        memory.initialize(from: items, count: items.count)
        return UnsafePointer(memory)
    }

    @inlinable
    package subscript(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
        let index = index(of: text)
        return index < 0 ? nil : entries[index].value
    }

    @inlinable
    package func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool { index(of: text) >= 0 }

    /// -1: the text is none of the words.
    @inlinable
    func index(of text: UnsafeBufferPointer<UInt8>) -> Int {
        if text.count > longest { return -1 }
        var slot = Self.hash(text) & mask
        while slots[slot] > 0 {
            let index = Int(slots[slot]) - 1
            if entries[index].count == text.count, isSame(bytes + entries[index].start, text) { return index }
            slot = (slot + 1) & mask
        }
        return -1
    }

    @inlinable @inline(__always)
    func isSame(_ word: UnsafePointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in 0..<text.count where word[index] != text[index] { return false }
        return true
    }

    /// FNV-1a: the tables are fixed, so nobody can choose words that collide.
    @inlinable @inline(__always)
    static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7fff_ffff)
    }
}

/// Words without a meaning of their own.
extension WordTable where Value == Void {
    /// - Parameter words: with blanks or line breaks between.
    package convenience init(_ words: String) {
        self.init(words.split { $0 == " " || $0 == "\n" }.map { (String($0), ()) })
    }
}
