/// A JSON value as it is read from a line of an interface file.
enum JSONText: Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case list([JSONText])
    case object([String: JSONText])

    /// Nesting beyond which no interface goes.
    private static let deepest = 32

    struct Fault: Error { let message: String }

    /// Reads one value, which is all of the bytes (RFC 8259).
    init(_ bytes: ArraySlice<UInt8>) throws(Fault) {
        var reader = Reader(bytes: bytes, at: bytes.startIndex)
        self = try reader.value(depth: 0)
        reader.skipBlanks()
        if reader.at != bytes.endIndex { throw Fault(message: "something stands behind the value") }
    }

    subscript(_ key: String) -> JSONText? { if case .object(let members) = self { members[key] } else { nil } }
    var text: String? { if case .string(let text) = self { text } else { nil } }
    var truth: Bool? { if case .bool(let truth) = self { truth } else { nil } }
    var items: [JSONText] { if case .list(let items) = self { items } else { [] } }
    var integer: Int? {
        if case .number(let number) = self, number == number.rounded(), abs(number) < 1e15 { Int(number) } else { nil }
    }

    private struct Reader {
        let bytes: ArraySlice<UInt8>
        var at: Int

        mutating func skipBlanks() {
            while at < bytes.endIndex, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
        }

        mutating func value(depth: Int) throws(Fault) -> JSONText {
            if depth > deepest { throw Fault(message: "it is nested too deep") }
            skipBlanks()
            guard at < bytes.endIndex else { throw Fault(message: "it breaks off") }
            switch bytes[at] {
            case UInt8(ascii: "{"): return try object(depth)
            case UInt8(ascii: "["): return try list(depth)
            case UInt8(ascii: "\""): return .string(try string())
            case UInt8(ascii: "t"): return try word("true", .bool(true))
            case UInt8(ascii: "f"): return try word("false", .bool(false))
            case UInt8(ascii: "n"): return try word("null", .null)
            default: return try number()
            }
        }

        private mutating func word(_ word: String, _ value: JSONText) throws(Fault) -> JSONText {
            guard bytes[at...].starts(with: word.utf8) else { throw Fault(message: "it is no JSON") }
            at += word.utf8.count
            return value
        }

        private mutating func number() throws(Fault) -> JSONText {
            let start = at
            while at < bytes.endIndex, at - start < 40, "+-0123456789.eE".utf8.contains(bytes[at]) { at += 1 }
            guard at > start, let number = Double(String(decoding: bytes[start..<at], as: UTF8.self)), number.isFinite
            else { throw Fault(message: "it is no JSON") }
            return .number(number)
        }

        private mutating func list(_ depth: Int) throws(Fault) -> JSONText {
            at += 1
            var items: [JSONText] = []
            skipBlanks()
            if at < bytes.endIndex, bytes[at] == UInt8(ascii: "]") { at += 1; return .list(items) }
            while true {
                items.append(try value(depth: depth + 1))
                if try !goesOn(until: UInt8(ascii: "]")) { return .list(items) }
            }
        }

        private mutating func object(_ depth: Int) throws(Fault) -> JSONText {
            at += 1
            var members: [String: JSONText] = [:]
            skipBlanks()
            if at < bytes.endIndex, bytes[at] == UInt8(ascii: "}") { at += 1; return .object(members) }
            while true {
                skipBlanks()
                guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") else {
                    throw Fault(message: "a key is missing")
                }
                let key = try string()
                skipBlanks()
                guard at < bytes.endIndex, bytes[at] == UInt8(ascii: ":") else {
                    throw Fault(message: "a colon is missing")
                }
                at += 1
                let own = try value(depth: depth + 1)
                if members.updateValue(own, forKey: key) != nil { throw Fault(message: "a key is there twice") }
                if try !goesOn(until: UInt8(ascii: "}")) { return .object(members) }
            }
        }

        private mutating func goesOn(until end: UInt8) throws(Fault) -> Bool {
            skipBlanks()
            guard at < bytes.endIndex else { throw Fault(message: "it breaks off") }
            defer { at += 1 }
            if bytes[at] == end { return false }
            guard bytes[at] == UInt8(ascii: ",") else { throw Fault(message: "a comma is missing") }
            return true
        }

        private mutating func string() throws(Fault) -> String {
            at += 1
            let start = at
            while at < bytes.endIndex, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"),
                bytes[at] >= 0x20
            {
                at += 1
            }
            if at < bytes.endIndex, bytes[at] == UInt8(ascii: "\"") {
                defer { at += 1 }
                return try text(bytes[start..<at])
            }
            var own = Array(bytes[start..<at])
            while at < bytes.endIndex, bytes[at] != UInt8(ascii: "\"") {
                let byte = bytes[at]
                at += 1
                guard byte >= 0x20 else { throw Fault(message: "a text holds a control character") }
                guard byte == UInt8(ascii: "\\") else {
                    own.append(byte)
                    continue
                }
                guard at < bytes.endIndex else { break }
                let escaped = bytes[at]
                at += 1
                switch escaped {
                case UInt8(ascii: "n"): own.append(0x0A)
                case UInt8(ascii: "t"): own.append(0x09)
                case UInt8(ascii: "r"): own.append(0x0D)
                case UInt8(ascii: "b"): own.append(0x08)
                case UInt8(ascii: "f"): own.append(0x0C)
                case UInt8(ascii: "u"): own.append(contentsOf: String(try scalar()).utf8)
                case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): own.append(escaped)
                default: throw Fault(message: "an escape is none of JSON")
                }
            }
            guard at < bytes.endIndex else { throw Fault(message: "a text breaks off") }
            at += 1
            return try text(own[...])
        }

        private func text(_ bytes: ArraySlice<UInt8>) throws(Fault) -> String {
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Fault(message: "a text is not UTF-8")
            }
            return text
        }

        private mutating func scalar() throws(Fault) -> Unicode.Scalar {
            let first = try unit()
            if let scalar = Unicode.Scalar(first) { return scalar }
            guard at + 1 < bytes.endIndex, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
                throw Fault(message: "half of a surrogate pair stands alone")
            }
            at += 2
            let second = try unit()
            guard first < 0xDC00, (0xDC00..<0xE000).contains(second),
                let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
            else { throw Fault(message: "half of a surrogate pair stands alone") }
            return scalar
        }

        private mutating func unit() throws(Fault) -> UInt16 {
            guard at + 4 <= bytes.endIndex,
                let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
            else { throw Fault(message: "an escape is none of JSON") }
            at += 4
            return unit
        }
    }
}
