/// Places in UTF-8 text counted in code points, as CEL counts them.
enum CodePoints {
    /// True when a byte begins a code point.
    @inline(__always)
    static func isStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

    static func count(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        count(UnsafeBufferPointer(rebasing: text))
    }

    static func count(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var count = 0
        for byte in text { count &+= isStart(byte) ? 1 : 0 }
        return count
    }

    /// The byte at which a code point begins; the length of the text for the number after the last one.
    ///
    /// - Returns: nil for a number that is negative or greater.
    static func byte(of number: Int64, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard number >= 0, number <= Int64(text.count) else { return nil }
        var left = Int(number)
        var place = 0
        while place < text.count {
            if isStart(text[place]) {
                if left == 0 { return place }
                left -= 1
            }
            place += 1
        }
        return left == 0 ? text.count : nil
    }

    /// The byte after the code point that begins at one.
    static func next(after start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var place = start + 1
        while place < text.count, !isStart(text[place]) { place += 1 }
        return place
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// A part of a text as a value: it points into the text and copies nothing.
    func part(_ range: Range<Int>) -> Value { .string(at: UnsafeBufferPointer(rebasing: self[range])) }
}

extension Evaluation {
    /// A text as messages show it: in quotes, long ones cut off.
    func quoted(_ value: Value) -> String {
        let shown: Int64 = 60
        let text = value.utf8
        guard let end = CodePoints.byte(of: shown, in: text), end < text.count else {
            return "\"\(self.text(of: value))\""
        }
        return "\"\(String(decoding: text[..<end], as: UTF8.self))…\""
    }

    /// Steps for going over a text.
    @inline(__always)
    func charge(textOf count: Int) -> Bool { charge(steps: count / 16 + 1) }

    /// Makes a string of a known length.
    ///
    /// - Parameter fill: writes exactly `count` bytes.
    func string(count: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) -> Value {
        guard count > 0 else { return Value(.string) }
        guard charge(textOf: count), let place = allocate(UInt8.self, count) else { return overBudget }
        fill(place)
        return .string(at: UnsafeBufferPointer(start: place, count: count))
    }
}
