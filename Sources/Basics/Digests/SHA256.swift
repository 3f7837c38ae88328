/// SHA-256 (FIPS 180-4, section 6.2), for fingerprints and pack digests.
package enum SHA256 {
    /// The first `bytes` bytes (1...32) of the digest of `text`'s UTF-8, in lower-case hexadecimal.
    package static func hexDigest(of text: String, bytes: Int = 32) -> String {
        var text = text
        return text.withUTF8 { hexDigest(of: UnsafeRawBufferPointer($0), bytes: bytes) }
    }

    /// The same of any message.
    package static func hexDigest(of message: [UInt8], bytes: Int = 32) -> String {
        message.withUnsafeBytes { hexDigest(of: $0, bytes: bytes) }
    }

    /// The same of a text, whichever way a checkout ends its lines.
    package static func hexDigest(ofLines text: [UInt8]) -> String {
        guard text.contains(0x0D) else { return hexDigest(of: text) }
        var lines: [UInt8] = []
        lines.reserveCapacity(text.count)
        for (index, byte) in text.enumerated()
        where byte != 0x0D || index + 1 == text.count || text[index + 1] != 0x0A {
            lines.append(byte)
        }
        return hexDigest(of: lines)
    }

    private static func hexDigest(of message: UnsafeRawBufferPointer, bytes: Int) -> String {
        let state = words(after: message)
        return String(unsafeUninitializedCapacity: 2 * bytes) { hex in
            for index in 0..<2 * bytes {
                let digit = UInt8(truncatingIfNeeded: state[index / 8] >> UInt32(28 - index % 8 * 4)) & 15
                hex[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            return 2 * bytes
        }
    }

    package static func digest(of message: [UInt8]) -> [UInt8] {
        let state = message.withUnsafeBytes { words(after: $0) }
        return (0..<32).map { index in UInt8(truncatingIfNeeded: state[index / 4] >> UInt32(24 - index % 4 * 8)) }
    }

    /// The eight words that are the digest.
    package static func words(after message: UnsafeRawBufferPointer) -> SIMD8<UInt32> {
        // Section 5.3.3.
        var state = SIMD8<UInt32>(
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
        let whole = message.count / 64 * 64
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            for block in stride(from: 0, to: whole, by: 64) {
                compress(message, at: block, schedule, into: &state)
            }
            // Section 5.1.1: a one bit, zeros, and the length in bits as 64-bit big endian, to a multiple of 64 bytes.
            withUnsafeTemporaryAllocation(byteCount: 128, alignment: 8) { last in
                let rest = message.count - whole
                let size = rest < 56 ? 64 : 128
                last.initializeMemory(as: UInt8.self, repeating: 0)
                UnsafeMutableRawBufferPointer(rebasing: last[..<rest])
                    .copyMemory(from: UnsafeRawBufferPointer(rebasing: message[whole...]))
                last[rest] = 0x80
                last.storeBytes(of: (UInt64(message.count) * 8).bigEndian, toByteOffset: size - 8, as: UInt64.self)
                for block in stride(from: 0, to: size, by: 64) {
                    compress(UnsafeRawBufferPointer(last), at: block, schedule, into: &state)
                }
            }
        }
        return state
    }

    /// Section 6.2.2.
    ///
    /// - Parameter w: memory for the schedule, 64 words.
    private static func compress(
        _ bytes: UnsafeRawBufferPointer, at block: Int, _ w: UnsafeMutableBufferPointer<UInt32>,
        into state: inout SIMD8<UInt32>
    ) {
        for i in 0..<16 {
            w[i] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: block + i * 4, as: UInt32.self))
        }
        for i in 16..<64 {
            let s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ (w[i - 15] &>> 3)
            let s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ (w[i - 2] &>> 10)
            w[i] = w[i - 16] &+ s0 &+ w[i - 7] &+ s1
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        constants.withUnsafeBufferPointer { k in
            // Eight rounds, after which each variable has its own role again: none is moved.
            for i in stride(from: 0, to: 64, by: 8) {
                round(a, b, c, &d, e, f, g, &h, k[i] &+ w[i])
                round(h, a, b, &c, d, e, f, &g, k[i + 1] &+ w[i + 1])
                round(g, h, a, &b, c, d, e, &f, k[i + 2] &+ w[i + 2])
                round(f, g, h, &a, b, c, d, &e, k[i + 3] &+ w[i + 3])
                round(e, f, g, &h, a, b, c, &d, k[i + 4] &+ w[i + 4])
                round(d, e, f, &g, h, a, b, &c, k[i + 5] &+ w[i + 5])
                round(c, d, e, &f, g, h, a, &b, k[i + 6] &+ w[i + 6])
                round(b, c, d, &e, f, g, h, &a, k[i + 7] &+ w[i + 7])
            }
        }
        state = state &+ SIMD8(a, b, c, d, e, f, g, h)
    }

    /// One round: the new `a` comes to stand in `h`, the new `e` in `d`.
    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ input: UInt32
    ) {
        let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let t1 = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ input
        let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        d = d &+ t1
        h = t1 &+ s0 &+ ((a & b) | (c & (a | b)))
    }

    @inline(__always)
    private static func rotate(_ word: UInt32, _ by: UInt32) -> UInt32 { word &>> by | word &<< (32 &- by) }

    /// Section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
