/// Reads what an `ImageWriter` has written, where it lies. An image is our own and was tested when it was made: what cannot
/// be read is a damaged program, which stops.
package struct ImageReader: @unchecked Sendable {
    private var next: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>

    /// - Parameter image: a text of the program itself, which is there as long as it runs.
    package init(_ image: StaticString) {
        self.init(image.utf8)
    }

    /// - Parameter image: must outlive whatever is read from it.
    package init(_ image: UnsafeBufferPointer<UInt8>) {
        next = image.baseAddress.unsafelyUnwrapped
        end = next + image.count
    }

    package var isAtEnd: Bool { next == end }

    package mutating func number() -> Int {
        let bits = bits()
        return Int(truncatingIfNeeded: Int64(bitPattern: bits >> 1) ^ -Int64(bitPattern: bits & 1))
    }

    package mutating func bits() -> UInt64 {
        var bits: UInt64 = 0
        var shift: UInt64 = 0
        while next < end, shift < 65 {
            let byte = next.pointee
            next += 1
            if byte >= ImageDigit.last {
                guard byte - ImageDigit.last <= ImageDigit.mask else { break }
                return bits | UInt64(byte - ImageDigit.last) << shift
            }
            guard byte >= ImageDigit.more else { break }
            bits |= UInt64(byte - ImageDigit.more) << shift
            shift += ImageDigit.width
        }
        preconditionFailure("the rules in the program are damaged: no number where one has to be")
    }

    package mutating func truth() -> Bool {
        switch number() {
        case 0: false
        case 1: true
        default: preconditionFailure("the rules in the program are damaged: neither true nor false")
        }
    }

    /// A count of things that take a byte each at least.
    package mutating func count() -> Int {
        let count = number()
        if count < 0 || count > end - next {
            preconditionFailure("the rules in the program are damaged: a count beyond the end")
        }
        return count
    }

    /// A text, where it lies.
    package mutating func utf8() -> UnsafeBufferPointer<UInt8> {
        let count = count()
        defer { next += count }
        return UnsafeBufferPointer(start: next, count: count)
    }

    package mutating func string() -> String { String(decoding: utf8(), as: UTF8.self) }

    package mutating func list<T>(_ read: (inout ImageReader) -> T) -> [T] {
        let count = count()
        var list: [T] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(read(&self)) }
        return list
    }

    package mutating func optional<T>(_ read: (inout ImageReader) -> T) -> T? { truth() ? read(&self) : nil }

    /// A case of an enumeration, by its raw value.
    package mutating func word<T: RawRepresentable>(_ type: T.Type) -> T where T.RawValue == String {
        guard let word = T(rawValue: string()) else {
            preconditionFailure("the rules in the program are damaged: an unknown word")
        }
        return word
    }
}
