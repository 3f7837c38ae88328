/// The hash of a text's bytes where they lie, for tables that no string is made for.
package enum ByteHash {
    /// Another one in every process: names chosen to collide gain nothing.
    package static let seed = UInt64.random(in: .min ... .max)

    /// Multiplies eight bytes at a time into 128 bits and folds them, as wyhash does; the odd ones and their number last.
    @inlinable @inline(__always)
    package static func of(_ text: UnsafeBufferPointer<UInt8>, seed: UInt64) -> UInt64 {
        var hash = seed
        let bytes = UnsafeRawBufferPointer(text)
        var offset = 0
        while offset + 8 <= bytes.count {
            hash = fold(hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var tail = UInt64(truncatingIfNeeded: bytes.count) << 56
        while offset < bytes.count {
            tail = tail << 8 ^ UInt64(bytes[offset])
            offset += 1
        }
        return fold(hash ^ tail)
    }

    @inlinable @inline(__always)
    package static func fold(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xa076_1d64_78bd_642f)
        return product.high ^ product.low
    }

    /// True when two texts are the same bytes.
    @inlinable @inline(__always)
    package static func isSame(_ a: UnsafePointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        for index in 0..<b.count where a[index] != b[index] { return false }
        return true
    }
}
