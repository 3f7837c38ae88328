internal import Basics

/// Value of a literal's text (language definition, "Numeric Values", "String and Bytes Values").
enum LiteralText {
    static func int(_ text: String, isNegative: Bool, at range: Range<Int>) throws(Fault) -> Literal {
        let magnitude = magnitude(text)
        let value =
            isNegative
            ? magnitude.flatMap { $0 <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- $0) : nil }
            : magnitude.flatMap { Int64(exactly: $0) }
        guard let value else {
            throw Fault(
                "the number is beyond the range of int", at: range,
                help: "an int lies between -9223372036854775808 and 9223372036854775807")
        }
        return .int(value)
    }

    static func uint(_ text: String, at range: Range<Int>) throws(Fault) -> Literal {
        guard let value = magnitude(String(text.dropLast())) else {
            throw Fault(
                "the number is beyond the range of uint", at: range, help: "the greatest is 18446744073709551615u")
        }
        return .uint(value)
    }

    static func double(_ text: String, isNegative: Bool, at range: Range<Int>) throws(Fault) -> Literal {
        guard let value = Double(text.utf8.first == UInt8(ascii: ".") ? "0" + text : text), value.isFinite else {
            throw Fault("the number is beyond the range of double", at: range)
        }
        return .double(isNegative ? -value : value)
    }

    private static func magnitude(_ text: String) -> UInt64? {
        let isHex = text.hasPrefix("0x") || text.hasPrefix("0X")
        return isHex ? UInt64(text.dropFirst(2), radix: 16) : UInt64(text)
    }

    /// - Parameter token: a string or bytes token of `source`: closed, its prefix in front.
    static func text(_ token: Token, in source: [UInt8]) throws(Fault) -> Literal {
        var start = token.range.lowerBound
        var isRaw = false
        while start < token.range.upperBound, source[start].beginsName {
            isRaw = isRaw || source[start] | 0x20 == UInt8(ascii: "r")
            start += 1
        }
        let quote = source[start]
        let isTriple = token.range.upperBound - start >= 6 && source[start + 1] == quote && source[start + 2] == quote
        let marks = isTriple ? 3 : 1
        let content = (start + marks)..<(token.range.upperBound - marks)
        let isBytes = token.kind == .bytes
        var bytes: [UInt8] = []
        if isRaw || !source[content].contains(UInt8(ascii: "\\")) {
            bytes = Array(source[content])
        } else {
            bytes.reserveCapacity(content.count)
            var position = content.lowerBound
            while position < content.upperBound {
                if source[position] == UInt8(ascii: "\\") {
                    try unescape(source, &position, content.upperBound, isBytes: isBytes, into: &bytes)
                } else {
                    bytes.append(source[position])
                    position += 1
                }
            }
        }
        return isBytes ? .bytes(bytes) : .string(String(decoding: bytes, as: UTF8.self))
    }

    /// Reads the escape at `position`. `\x` and octal digits are a byte in bytes and a code point in a string.
    private static func unescape(
        _ source: [UInt8], _ position: inout Int, _ end: Int, isBytes: Bool, into bytes: inout [UInt8]
    ) throws(Fault) {
        let start = position
        let letter = start + 1 < end ? source[start + 1] : 0
        position = min(start + 2, end)
        switch letter {
        case UInt8(ascii: "a"): return bytes.append(0x07)
        case UInt8(ascii: "b"): return bytes.append(0x08)
        case UInt8(ascii: "f"): return bytes.append(0x0C)
        case UInt8(ascii: "n"): return bytes.append(0x0A)
        case UInt8(ascii: "r"): return bytes.append(0x0D)
        case UInt8(ascii: "t"): return bytes.append(0x09)
        case UInt8(ascii: "v"): return bytes.append(0x0B)
        case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            return bytes.append(letter)
        default: break
        }
        let (digits, bits): (Int, UInt32)
        switch letter {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): (digits, bits) = (2, 4)
        case UInt8(ascii: "u") where !isBytes: (digits, bits) = (4, 4)
        case UInt8(ascii: "U") where !isBytes: (digits, bits) = (8, 4)
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            throw Fault("bytes have no code points", at: start..<position, help: "write the bytes: `\\xc3\\xa9`")
        case 0x30...0x33:
            position = start + 1
            (digits, bits) = (3, 3)
        default:
            while position < end, source[position] & 0xC0 == 0x80 { position += 1 }
            throw Fault(
                "`\(String(decoding: source[start..<position], as: UTF8.self))` is no escape", at: start..<position,
                help: "a backslash is written `\\\\`, or the text as `r\"…\"`")
        }
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard position < end, let digit = source[position].hexadecimalValue.map(UInt32.init), digit < 1 << bits
            else {
                throw Fault(
                    "the escape needs \(digits) \(bits == 3 ? "octal" : "hexadecimal") digits", at: start..<position)
            }
            value = value << bits | digit
            position += 1
        }
        if isBytes { return bytes.append(UInt8(truncatingIfNeeded: value)) }
        guard let scalar = Unicode.Scalar(value) else {
            throw Fault("the escape is no Unicode character", at: start..<position)
        }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
