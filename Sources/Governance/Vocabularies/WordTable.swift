/// Words with what they mean, looked up by the bytes of a text where it lies: no string is made.
struct WordTable<Value: Sendable>: Sendable {
    private struct Entry: Sendable {
        var start: Int
        var count: Int
        var value: Value
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// For each slot an index into `entries`, plus 1; 0: empty. At least half of them are.
    private var slots: [Int32]
    private var longest = 0

    /// - Parameter words: in the spelling that texts are looked up in; the first of two equal ones counts.
    init(_ words: [(String, Value)]) {
        var size = 16
        while size < words.count * 2 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        for (word, value) in words {
            var word = word
            word.withUTF8 { insert($0, value) }
        }
    }

    subscript(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
        if text.count > longest { return nil }
        var slot = Self.hash(text) & (slots.count - 1)
        while slots[slot] > 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if isSame(entry, text) { return entry.value }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ value: Value) {
        if self[text] != nil { return }
        var slot = Self.hash(text) & (slots.count - 1)
        while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
        entries.append(Entry(start: bytes.count, count: text.count, value: value))
        slots[slot] = Int32(entries.count)
        bytes += text
        longest = max(longest, text.count)
    }

    private func isSame(_ entry: Entry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard entry.count == text.count else { return false }
        for index in 0..<text.count where bytes[entry.start + index] != text[index] { return false }
        return true
    }

    /// FNV-1a: the tables are fixed, so nobody can choose words that collide.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7fff_ffff)
    }
}

/// Words without a meaning of their own.
extension WordTable where Value == Void {
    /// - Parameter words: with blanks or line breaks between.
    init(_ words: String) {
        self.init(words.split { $0 == " " || $0 == "\n" }.map { (String($0), ()) })
    }

    func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool { self[text] != nil }
}

/// Classes of ASCII characters.
extension UInt8 {
    var isUpper: Bool { self >= 0x41 && self <= 0x5A }
    var isLower: Bool { self >= 0x61 && self <= 0x7A }
    var isLetter: Bool { (self | 0x20).isLower }
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    /// In lower case, if it is an ASCII letter.
    var lowered: UInt8 { isUpper ? self | 0x20 : self }
}
