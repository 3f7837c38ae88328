/// Writes what is to be read in place: numbers and texts one after another, all of it UTF-8 without control characters but
/// those of its texts, so that it can stand in a source file as a string.
package struct ImageWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes a number: five bits a byte, the lowest first, small ones of either sign in one byte.
    package mutating func write(_ number: Int) {
        write(bits: UInt64(bitPattern: Int64(number << 1 ^ number >> 63)))
    }

    package mutating func write(bits: UInt64) {
        var rest = bits
        while rest > ImageDigit.mask {
            bytes.append(ImageDigit.more + UInt8(rest & ImageDigit.mask))
            rest >>= ImageDigit.width
        }
        bytes.append(ImageDigit.last + UInt8(rest))
    }

    package mutating func write(_ truth: Bool) { write(truth ? 1 : 0) }

    package mutating func write(_ text: String) { write(bytes: text.utf8) }

    package mutating func write(bytes text: some Collection<UInt8>) {
        write(text.count)
        bytes.append(contentsOf: text)
    }

    /// Writes a count, then each of some things.
    package mutating func write<T>(each things: some Collection<T>, _ write: (T, inout ImageWriter) -> Void) {
        self.write(things.count)
        for thing in things { write(thing, &self) }
    }

    /// Writes whether there is something, and what.
    package mutating func write<T>(optional thing: T?, _ write: (T, inout ImageWriter) -> Void) {
        self.write(thing != nil)
        if let thing { write(thing, &self) }
    }
}

/// The bytes that numbers are made of.
enum ImageDigit {
    static let width: UInt64 = 5
    static let mask: UInt64 = 31
    /// A digit that others follow: `0` to `O`.
    static let more = UInt8(ascii: "0")
    /// The last digit of a number: `P` to `o`.
    static let last = UInt8(ascii: "P")
}
