/// A fixed set of words that keys are compared with by number instead of by text.
package final class Vocabulary: Sendable {
    package let words: [String]
    private let table: [UInt16]
    private let bytes: [UInt8]
    private let starts: [Int32]
    private let mask: Int

    /// - Parameter words: at most 65,534; a word's number is its index plus 1.
    package init(_ words: [String]) {
        self.words = words
        var size = 16
        while size < words.count * 4 { size *= 2 }
        var table = [UInt16](repeating: 0, count: size)
        var bytes: [UInt8] = []
        var starts: [Int32] = []
        for (index, word) in words.enumerated() {
            let utf8 = Array(word.utf8)
            starts.append(Int32(bytes.count))
            bytes += utf8
            var slot = utf8.withUnsafeBufferPointer { Self.hash($0.baseAddress!, $0.count) } & (size - 1)
            while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = UInt16(index + 1)
        }
        starts.append(Int32(bytes.count))
        self.table = table
        self.bytes = bytes
        self.starts = starts
        self.mask = size - 1
    }

    /// The number of a word, or 0.
    func number(of text: UnsafePointer<UInt8>, _ length: Int) -> UInt16 {
        guard length > 0 else { return 0 }
        var slot = Self.hash(text, length) & mask
        while true {
            let number = table[slot]
            if number == 0 { return 0 }
            let start = Int(starts[Int(number) - 1])
            if Int(starts[Int(number)]) - start == length,
                bytes.withUnsafeBufferPointer({ same($0.baseAddress! + start, text, length) })
            {
                return number
            }
            slot = (slot + 1) & mask
        }
    }

    /// FNV-1a over the word's ends: known keys differ there, and a long key costs no more than a short one.
    private static func hash(_ text: UnsafePointer<UInt8>, _ length: Int) -> Int {
        var hash = UInt64(truncatingIfNeeded: length) &+ 0xcbf2_9ce4_8422_2325
        if length >= 8 {
            let head = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self)
            let tail = UnsafeRawPointer(text + length - 8).loadUnaligned(as: UInt64.self)
            hash = (hash ^ head) &* 0x9e37_79b9_7f4a_7c15
            hash = (hash ^ (hash >> 29) ^ tail) &* 0xbf58_476d_1ce4_e5b9
        } else {
            for index in 0..<length { hash = (hash ^ UInt64(text[index])) &* 0x0000_0100_0000_01b3 }
        }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32)) & .max
    }
}

@inline(__always)
func same(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for index in 0..<length where a[index] != b[index] { return false }
    return true
}
