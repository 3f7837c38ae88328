internal import ContractModel

/// Types that hold others, and the arguments of those that do not.
extension TypeParser {
    /// Parts in the brackets behind `array`, `map`, `struct` and the like.
    mutating func nested(_ word: TypeWord, _ depth: Int) -> PhysicalType? {
        let closing: UInt8
        if take(UInt8(ascii: "<")) {
            closing = UInt8(ascii: ">")
        } else if take(UInt8(ascii: "(")) {
            closing = UInt8(ascii: ")")
        } else {
            switch word {
            case .array: return .array(nil)
            case .map: return .map(nil, nil)
            case .struct: return .struct([])
            default: return nil
            }
        }
        let type: PhysicalType?
        switch word {
        case .array: type = .array(element(depth))
        case .map:
            let key = self.type(depth: depth)
            // Avro's maps have texts as keys.
            type =
                take(UInt8(ascii: ","))
                ? .map(key, element(depth)) : dialect == .avro ? .map(.char(length: nil, fixed: false), key) : nil
        case .struct: type = fields(depth, closing)
        default: type = self.type(depth: depth)
        }
        return take(closing) ? type : nil
    }

    /// The type of an element, or of the values of a map.
    private mutating func element(_ depth: Int) -> PhysicalType { type(depth: depth) }

    /// `name type`, `name: type` or a bare type, separated by commas.
    private mutating func fields(_ depth: Int, _ closing: UInt8) -> PhysicalType? {
        var fields: [PhysicalType.StructField] = []
        while !peek(closing) {
            fields.append(field(depth))
            guard take(UInt8(ascii: ",")) || peek(closing) else { return nil }
        }
        return .struct(fields)
    }

    private mutating func field(_ depth: Int) -> PhysicalType.StructField {
        // Iceberg numbers its fields: `1: id: required long`.
        if at + 1 < tokens.count, tokens[at].kind == .number, tokens[at + 1].kind == .mark(UInt8(ascii: ":")) {
            at += 2
        }
        guard at + 1 < tokens.count, tokens[at].kind == .word || tokens[at].kind == .name else {
            return PhysicalType.StructField(nil, type(depth: depth))
        }
        let next = tokens[at + 1].kind
        let hasColon = next == .mark(UInt8(ascii: ":"))
        let isNamed = hasColon || ((next == .word || next == .name) && !isNameOfWords)
        guard isNamed else { return PhysicalType.StructField(nil, type(depth: depth)) }
        let name = tokens[at].kind == .word ? string(at) : String(string(at).dropFirst().dropLast())
        at += hasColon ? 2 : 1
        if hasColon, !takeWord("optional") { _ = takeWord("required") }
        return PhysicalType.StructField(name, type(depth: depth))
    }

    /// True when the words here are one type of two words (`double precision`), not a field and its type.
    private var isNameOfWords: Bool {
        guard tokens[at].kind == .word, tokens[at + 1].kind == .word else { return false }
        let second = lowercased(at + 1)
        return ["with", "without", "unsigned", "not", "null", "array"].contains(second)
            || dialect.meaning(of: lowercased(at) + " " + second) != nil
    }

    /// The arguments of a type that holds no others; nil when they are not of the kind that types have.
    mutating func arguments() -> TypeArguments? {
        guard take(UInt8(ascii: "(")) else { return nil }
        var arguments = TypeArguments()
        while at < tokens.count {
            switch tokens[at].kind {
            case .number:
                guard let number = number(at), arguments.numbers.count < 4 else { return nil }
                // The number behind `=` is that of an enum's value.
                if arguments.texts.isEmpty { arguments.numbers.append(number) }
                at += 1
                // `VARCHAR2(20 CHAR)`, `VARCHAR(20 CODEUNITS32)`, `VARCHAR(20 OCTETS)`.
                if takeWord("char") || takeWord("codeunits32") || takeWord("codeunits16") {
                    arguments.unit = .characters
                } else if takeWord("byte") || takeWord("bytes") || takeWord("octets") {
                    arguments.unit = .bytes
                }
            case .text:
                var parts: [String] = []
                while at < tokens.count, tokens[at].kind == .text {
                    parts.append(String(string(at).dropFirst().dropLast()))
                    at += 1
                }
                // A doubled quote is one.
                arguments.texts.append(parts.joined(separator: "'"))
                if take(UInt8(ascii: "=")) { continue }
            case .mark(UInt8(ascii: "*")):
                guard arguments.numbers.isEmpty else { return nil }
                arguments.isStarred = true
                at += 1
            case .word where dialect == .parquet:
                let word = lowercased(at)
                at += 1
                // `unit=MILLIS`
                if take(UInt8(ascii: "=")) { continue }
                guard arguments.take(parquet: word) else { return nil }
            case .word:
                guard takeWord("max") else { return nil }
                arguments.isMax = true
            default: return nil
            }
            if take(UInt8(ascii: ")")) { return arguments }
            guard take(UInt8(ascii: ",")) else { return nil }
        }
        return nil
    }
}
