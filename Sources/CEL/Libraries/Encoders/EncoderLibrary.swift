extension Library {
    /// The encoders extension: Base64 with the standard alphabet (RFC 4648, section 4).
    package static let encoders = Library(
        "encoders",
        [
            Function(
                "base64.encode",
                [
                    Overload("base64_encode_bytes", [.bytes], .string) { arguments, evaluation in
                        Base64.encode(arguments[0].utf8, evaluation)
                    }
                ]),
            Function(
                "base64.decode",
                [
                    Overload("base64_decode_string", [.string], .bytes) { arguments, evaluation in
                        Base64.decode(arguments[0], evaluation)
                    }
                ]),
        ])
}

private enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: UnsafeBufferPointer<UInt8>, _ evaluation: Evaluation) -> Value {
        evaluation.string(count: (bytes.count + 2) / 3 * 4) { place in
            var next = place
            for start in stride(from: 0, to: bytes.count, by: 3) {
                let count = min(3, bytes.count - start)
                var group: UInt32 = 0
                for offset in 0..<3 { group = group << 8 | (offset < count ? UInt32(bytes[start + offset]) : 0) }
                for digit in 0..<4 {
                    next[digit] =
                        digit <= count ? alphabet[Int(group >> (18 - 6 * UInt32(digit)) & 63)] : UInt8(ascii: "=")
                }
                next += 4
            }
        }
    }

    /// Padding may be left out, but not be of the wrong length.
    static func decode(_ value: Value, _ evaluation: Evaluation) -> Value {
        let text = value.utf8
        var count = text.count
        while count > 0, text.count - count < 2, text[count - 1] == UInt8(ascii: "=") { count -= 1 }
        let isPadded = count < text.count
        guard count % 4 != 1, !isPadded || text.count % 4 == 0,
            text[..<count].allSatisfy({ digit($0) != nil })
        else { return evaluation.error("\(evaluation.quoted(value)) is no Base64") }
        var bytes = evaluation.string(count: count * 3 / 4) { place in
            var written = 0
            var group: UInt32 = 0
            var bits = 0
            for index in 0..<count {
                group = group << 6 | (digit(text[index]) ?? 0)
                bits += 6
                guard bits >= 8 else { continue }
                bits -= 8
                place[written] = UInt8(truncatingIfNeeded: group >> UInt32(bits))
                written += 1
            }
        }
        if bytes.tag == .string { bytes.tag = .bytes }
        return bytes
    }

    private static func digit(_ character: UInt8) -> UInt32? {
        switch character {
        case 0x41...0x5A: UInt32(character - 0x41)
        case 0x61...0x7A: UInt32(character - 0x61 + 26)
        case 0x30...0x39: UInt32(character - 0x30 + 52)
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
