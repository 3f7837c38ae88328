/// Values written one behind the other, to be kept in a file from one run to the next.
package struct KeptWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Seven bits a byte, the lowest first; a negative number, of which there are few, takes ten.
    package mutating func write(_ number: Int) {
        var rest = UInt64(bitPattern: Int64(number))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    package mutating func write(bits: UInt64) {
        for index in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * index))) }
    }

    package mutating func write(_ truth: Bool) { bytes.append(truth ? 1 : 0) }

    package mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func write(_ text: String?) {
        write(text != nil)
        if let text { write(text) }
    }

    package mutating func write<Value>(each values: some Collection<Value>, _ body: (Value, inout KeptWriter) -> Void) {
        write(values.count)
        for value in values { body(value, &self) }
    }

    package mutating func write(raw: some Collection<UInt8>) { bytes.append(contentsOf: raw) }
}

/// Reads what `KeptWriter` wrote. Whatever the bytes are, it looks at no others, and gives back no more than they hold.
package struct KeptReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    package private(set) var offset: Int

    /// The bytes are not what was written.
    package struct Damaged: Error {
        package init() {}
    }

    package init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    package var isAtEnd: Bool { offset == bytes.count }

    package mutating func byte() throws(Damaged) -> UInt8 {
        guard offset < bytes.count else { throw Damaged() }
        defer { offset += 1 }
        return bytes[offset]
    }

    package mutating func number() throws(Damaged) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: value)) }
            shift += 7
            guard shift < 64 else { throw Damaged() }
        }
    }

    package mutating func bits() throws(Damaged) -> UInt64 {
        let raw = try raw(8)
        return raw.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    package mutating func truth() throws(Damaged) -> Bool { try byte() != 0 }

    /// Bytes where they lie.
    package mutating func raw(_ count: Int) throws(Damaged) -> UnsafeBufferPointer<UInt8> {
        guard count >= 0, count <= bytes.count - offset else { throw Damaged() }
        defer { offset += count }
        return UnsafeBufferPointer(rebasing: bytes[offset..<offset + count])
    }

    package mutating func text() throws(Damaged) -> String {
        String(decoding: try raw(try number()), as: UTF8.self)
    }

    package mutating func optionalText() throws(Damaged) -> String? { try truth() ? try text() : nil }

    package mutating func list<Value>(
        _ body: (inout KeptReader) throws(Damaged) -> Value
    ) throws(Damaged) -> [Value] {
        let count = try number()
        // Each takes a byte at least.
        guard count >= 0, count <= bytes.count - offset else { throw Damaged() }
        var values: [Value] = []
        // A count is no reason to take memory: the values may be larger than their bytes.
        values.reserveCapacity(min(count, 4096))
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }

    /// One of the words of an enumeration.
    package mutating func word<Word: RawRepresentable>(_: Word.Type) throws(Damaged) -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: try text()) else { throw Damaged() }
        return word
    }
}
