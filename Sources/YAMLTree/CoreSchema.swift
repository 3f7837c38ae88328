internal import Basics

/// The core schema's reading of plain scalars (YAML 1.2.2, section 10.3.2).
enum CoreSchema {
    /// The type of a plain scalar.
    @inline(__always)
    static func type(of text: UnsafeBufferPointer<UInt8>) -> ValueTypes {
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return number(text)
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            return text.count == 4 && isWord(text, "true") ? .boolean : .text
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            return text.count == 5 && isWord(text, "false") ? .boolean : .text
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
            return text.count == 4 && isWord(text, "null") ? .null : .text
        case UInt8(ascii: "~"):
            return text.count == 1 ? .null : .text
        default:
            return .text
        }
    }

    /// Lower case, Capitalised or UPPER CASE; nothing between.
    private static func isWord(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString) -> Bool {
        let isUpper = { (index: Int) in text[index] & 0x20 == 0 }
        for index in 0..<text.count {
            guard text[index] | 0x20 == word.utf8Start[index] else { return false }
            if index > 0, isUpper(index) != isUpper(1) || (isUpper(index) && !isUpper(0)) { return false }
        }
        return true
    }

    private static func number(_ text: UnsafeBufferPointer<UInt8>) -> ValueTypes {
        var index = 0
        let count = text.count
        if text[0] == UInt8(ascii: "0"), count > 2 {
            if text[1] == UInt8(ascii: "o") {
                return text[2...].allSatisfy { (48...55).contains($0) } ? .integer : .text
            }
            if text[1] == UInt8(ascii: "x") { return text[2...].allSatisfy(\.isHexadecimal) ? .integer : .text }
        }
        if text[0] == UInt8(ascii: "+") || text[0] == UInt8(ascii: "-") { index = 1 }
        let whole = digits(text, from: index)
        if index + whole == count { return whole > 0 ? .integer : .text }
        index += whole
        var fraction = 0
        if text[index] == UInt8(ascii: ".") {
            index += 1
            fraction = digits(text, from: index)
            index += fraction
            if whole == 0 && fraction == 0 { return isSpecial(text) ? .fraction : .text }
        }
        guard whole + fraction > 0 else { return .text }
        if index < count {
            guard text[index] | 0x20 == UInt8(ascii: "e") else { return .text }
            index += 1
            if index < count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
            let exponent = digits(text, from: index)
            guard exponent > 0, index + exponent == count else { return .text }
        }
        guard let value = double(text), value.isFinite else { return .fraction }
        return value == value.rounded(.towardZero) ? .integer : .fraction
    }

    private static func digits(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < text.count, text[index].isDigit { index += 1 }
        return index - start
    }

    /// `.inf`, `-.inf`, `.nan`: three spellings each, no sign for the last.
    private static func isSpecial(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let word = String(decoding: text, as: UTF8.self)
        let unsigned = word.hasPrefix("+") || word.hasPrefix("-") ? String(word.dropFirst()) : word
        return [".inf", ".Inf", ".INF"].contains(unsigned) || [".nan", ".NaN", ".NAN"].contains(word)
    }

    /// The number a scalar of type integer or fraction stands for.
    static func double(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        let word = String(decoding: text, as: UTF8.self)
        if word.hasPrefix("0o") { return word.dropFirst(2).reduce(0) { $0 * 8 + Double($1.hexDigitValue ?? 0) } }
        if word.hasPrefix("0x") { return word.dropFirst(2).reduce(0) { $0 * 16 + Double($1.hexDigitValue ?? 0) } }
        switch word.lowercased() {
        case ".inf", "+.inf": return .infinity
        case "-.inf": return -.infinity
        case ".nan": return .nan
        default: return Double(word.hasSuffix(".") ? String(word.dropLast()) : word)
        }
    }
}

/// Plain scalars that YAML 1.1 (yaml.org/type) reads differently from YAML 1.2's core schema.
enum AmbiguousScalar {
    /// Reading of a YAML 1.1 tool; nil when both versions agree.
    @inline(__always)
    static func reading(of text: UnsafeBufferPointer<UInt8>, type: ValueTypes) -> String? {
        guard let first = text.first else { return nil }
        switch first {
        case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "o"),
            UInt8(ascii: "O"):
            return text.count <= 3 && type == .text ? boolean(text) : nil
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            return number(text, type)
        default:
            return nil
        }
    }

    private static func boolean(_ text: UnsafeBufferPointer<UInt8>) -> String? {
        switch String(decoding: text, as: UTF8.self) {
        case "yes", "Yes", "YES", "on", "On", "ON": "the boolean true"
        case "no", "No", "NO", "off", "Off", "OFF": "the boolean false"
        default: nil
        }
    }

    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ type: ValueTypes) -> String? {
        var body = text[...]
        if body.first == UInt8(ascii: "+") || body.first == UInt8(ascii: "-") { body = body.dropFirst() }
        guard let first = body.first, (48...57).contains(first) else { return nil }
        let sign = text.first == UInt8(ascii: "-") ? "-" : ""
        if first == UInt8(ascii: "0"), body.count > 1 {
            let rest = body.dropFirst()
            if type == .integer, rest.first == UInt8(ascii: "o") { return "the text as it stands, not an octal number" }
            if type == .integer, rest.allSatisfy({ (48...57).contains($0) }) { return octal(rest, sign) }
            if rest.first == UInt8(ascii: "b"), rest.count > 1,
                rest.dropFirst().allSatisfy({ $0 == 48 || $0 == 49 || $0 == 95 })
            {
                return "a binary number"
            }
        }
        if body.contains(UInt8(ascii: ":")) { return sexagesimal(body, sign) }
        if body.contains(UInt8(ascii: "_")), body.allSatisfy({ (48...57).contains($0) || $0 == 95 }) {
            return "the number \(sign)\(String(decoding: body.filter { $0 != 95 }, as: UTF8.self))"
        }
        return nil
    }

    /// Digits behind a leading zero: octal if they can be.
    private static func octal(_ digits: Slice<UnsafeBufferPointer<UInt8>>, _ sign: String) -> String? {
        if digits.contains(where: { $0 > 55 }) { return "the text as it stands, since 8 and 9 are no octal digits" }
        let text = String(decoding: digits, as: UTF8.self)
        guard let octal = Int(text, radix: 8) else { return "an octal number" }
        return octal == Int(text) ? nil : "the number \(sign)\(octal), since it takes it for octal"
    }

    /// `[1-9][0-9_]*(:[0-5]?[0-9])+`: base 60.
    private static func sexagesimal(_ body: Slice<UnsafeBufferPointer<UInt8>>, _ sign: String) -> String? {
        let parts = body.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard body.first != UInt8(ascii: "0"), body.count < 20, parts[0].allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        var value = Int(String(decoding: parts[0], as: UTF8.self)) ?? 0
        for part in parts.dropFirst() {
            guard (1...2).contains(part.count), part.allSatisfy({ (48...57).contains($0) }),
                let digits = Int(String(decoding: part, as: UTF8.self)), digits < 60
            else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 60)
            guard !overflow else { return nil }
            value = product &+ digits
        }
        return "the number \(sign)\(value), since it takes it for base 60"
    }
}
