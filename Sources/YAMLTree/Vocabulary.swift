internal import CLibYAML

/// A fixed set of words that keys are compared with by number instead of by text.
package final class Vocabulary: Sendable {
    package let words: [String]
    // In memory of their own: every key of every file is looked up here.
    nonisolated(unsafe) private let slots: UnsafePointer<UInt16>
    nonisolated(unsafe) private let entries: UnsafePointer<Entry>
    nonisolated(unsafe) private let bytes: UnsafePointer<UInt8>
    private let mask: Int

    /// A word, told from all others of at most 16 bytes by its ends.
    private struct Entry {
        var ends: Ends
        var start: Int
    }

    /// - Parameter words: at most 65,534; a word's number is its index plus 1.
    package init(_ words: [String]) {
        self.words = words
        var size = 16
        while size < words.count * 4 { size *= 2 }
        var slots = [UInt16](repeating: 0, count: size)
        var entries: [Entry] = []
        var bytes: [UInt8] = []
        for (index, word) in words.enumerated() {
            let utf8 = Array(word.utf8)
            let ends = utf8.withUnsafeBufferPointer { Ends($0) }
            entries.append(Entry(ends: ends, start: bytes.count))
            bytes += utf8
            var slot = ends.hash & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt16(index + 1)
        }
        self.slots = Self.keep(slots)
        self.entries = Self.keep(entries)
        self.bytes = Self.keep(bytes)
        mask = size - 1
    }

    deinit {
        slots.deallocate()
        entries.deallocate()
        bytes.deallocate()
    }

    private static func keep<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafePointer<Value> {
        let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
        memory.initialize(from: values, count: values.count)
        return UnsafePointer(memory)
    }

    /// The number of a word, or 0.
    @inline(__always)
    func number(of text: UnsafeBufferPointer<UInt8>) -> UInt16 {
        let ends = Ends(text)
        var slot = ends.hash & mask
        while true {
            let number = slots[slot]
            if number == 0 { return 0 }
            let entry = entries[Int(number) - 1]
            if entry.ends == ends, text.count <= 16 || isSame(entry, text) { return number }
            slot = (slot + 1) & mask
        }
    }

    private func isSame(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        memcmp(bytes + entry.start, text.baseAddress!, text.count) == 0
    }

    /// The length of a word and its first and last bytes, which overlap in a short one. A long key costs no more than a
    /// short one.
    private struct Ends: Equatable {
        var head: UInt64 = 0
        var tail: UInt64 = 0
        var count: Int

        @inline(__always)
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

        @inline(__always)
        var hash: Int {
            var hash = (head ^ UInt64(truncatingIfNeeded: count)) &* 0x9e37_79b9_7f4a_7c15
            hash = (hash ^ (hash >> 29) ^ tail) &* 0xbf58_476d_1ce4_e5b9
            return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF_FFFF_FFFF)
        }
    }
}
