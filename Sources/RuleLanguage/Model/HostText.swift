/// A text as the numbers that gates compare; of no text all are 0.
struct HostText {
    var signature: UInt64 = 0
    var head: UInt64 = 0

    init() {}

    @inline(__always)
    init(_ text: UnsafeBufferPointer<UInt8>) {
        signature = TextSignature.of(text)
        head = TextSignature.head(of: text)
    }
}

/// A number that two equal texts share and few others do.
enum TextSignature {
    @inline(__always)
    static func of(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let count = text.count
        let bytes = UnsafeRawBufferPointer(text)
        let length = UInt64(truncatingIfNeeded: count) &* 0x9e37_79b9_7f4a_7c15
        if count >= 8 {
            let head = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
            let tail = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
            return (head ^ (tail << 23 | tail >> 41) ^ length) | 1
        }
        var word: UInt64 = 0
        for byte in text { word = word << 8 | UInt64(byte) }
        return (word &* 0xff51_afd7_ed55_8ccd ^ length) | 1
    }

    /// The first eight bytes, or as many as there are, the first one lowest.
    @inline(__always)
    static func head(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(text)
        if bytes.count >= 8 { return UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) }
        var head: UInt64 = 0
        for index in 0..<bytes.count { head |= UInt64(bytes[index]) << UInt64(8 * index) }
        return head
    }
}
