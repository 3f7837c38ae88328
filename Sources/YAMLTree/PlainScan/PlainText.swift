#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The bytes that the plain scan reads, with zeros behind them.
///
/// Nothing but debug builds checks where a byte is asked for, for it need not: the text holds no zero (`isPlain`), every
/// loop ends at one, and a byte is asked for only when all bytes between it and a place in the text are known to be none.
/// So no question goes further than the first of the zeros.
struct PlainText {
    /// Zeros behind the text, at least.
    static let zeros = 16

    private let base: UnsafePointer<UInt8>
    let count: Int

    /// - Parameter bytes: followed by `zeros` zeros.
    init(_ base: UnsafePointer<UInt8>, count: Int) {
        self.base = base
        self.count = count
    }

    subscript(index: Int) -> UInt8 {
        @inline(__always)
        get {
            #if DEBUG
                precondition(index >= 0 && index <= count, "the plain scan looks outside of its text")
            #endif
            return base[index]
        }
    }

    func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// True when there is no character below the space but line feeds: no tab, no carriage return, no zero. Without a branch
    /// for each byte, so that the compiler takes many at once.
    func isPlain(from start: Int) -> Bool {
        let bytes = bytes(min(start, count)..<count)
        var others: UInt8 = 0
        for byte in bytes { others |= (byte < 0x20 ? 1 : 0) & (byte != 0x0A ? 1 : 0) }
        return others == 0
    }

    // MARK: Characters. Of those below the space only the line feed, and the zero at the end, are ever met.

    @inline(__always)
    func isBlankOrEnd(at index: Int) -> Bool { self[index] <= 0x20 }

    @inline(__always)
    func isLineEnd(at index: Int) -> Bool { self[index] < 0x20 }

    @inline(__always)
    func isDash(at index: Int) -> Bool { self[index] == UInt8(ascii: "-") && isBlankOrEnd(at: index + 1) }

    /// True where a plain scalar of a block may start here.
    @inline(__always)
    func startsPlain(at index: Int) -> Bool {
        switch self[index] {
        case 0...0x20, UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"),
            UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""),
            UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
            false
        case UInt8(ascii: "-"): !isBlankOrEnd(at: index + 1)
        default: true
        }
    }

    /// True where a character has a meaning in brackets, so that no plain scalar may hold it there.
    @inline(__always)
    func isFlowIndicator(at index: Int) -> Bool {
        switch self[index] {
        case UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            true
        default: false
        }
    }

    @inline(__always)
    func skippingSpaces(from index: Int) -> Int {
        var index = index
        while self[index] == 0x20 { index &+= 1 }
        return index
    }

    /// The line feed that ends the line, or the end of the text.
    func lineEnd(from index: Int) -> Int {
        let rest = bytes(index..<count)
        guard let start = rest.baseAddress, let found = memchr(start, 0x0A, rest.count) else { return count }
        return index + (UnsafeRawPointer(found) - UnsafeRawPointer(start))
    }
}
