/// `format`: a text with `%` clauses, filled in from a list.
struct Formatter {
    private let evaluation: Evaluation
    private var text: [UInt8] = []

    static let function = Function(
        "format",
        [
            Overload("string_format", isMember: true, [.string, .list(.dyn)], .string) { arguments, evaluation in
                var formatter = Formatter(evaluation)
                if let fault = formatter.format(arguments[0].utf8, evaluation.elements(of: arguments[1])) {
                    return fault
                }
                return formatter.text.withUnsafeBufferPointer(evaluation.string(copying:))
            }
        ])

    /// Digits after the point unless a clause says how many.
    private static let defaultPrecision = 6
    private static let greatestPrecision = 1000
    /// Lists and maps within each other.
    private static let deepest = 100

    private init(_ evaluation: Evaluation) { self.evaluation = evaluation }

    /// - Returns: an error, when there is one.
    private mutating func format(_ format: UnsafeBufferPointer<UInt8>, _ values: [Value]) -> Value? {
        var position = 0
        var used = 0
        while position < format.count {
            let percent = format[position...].firstIndex(of: UInt8(ascii: "%")) ?? format.count
            if let fault = append(UnsafeBufferPointer(rebasing: format[position..<percent])) { return fault }
            guard percent < format.count else { return nil }
            position = percent + 1
            guard position < format.count else { return evaluation.error("format: nothing stands after the last %") }
            if format[position] == UInt8(ascii: "%") {
                text.append(UInt8(ascii: "%"))
                position += 1
                continue
            }
            var precision = Self.defaultPrecision
            if let fault = readPrecision(format, &position, &precision) { return fault }
            guard position < format.count else { return evaluation.error("format: the last clause has no letter") }
            let end = CodePoints.next(after: position, in: format)
            guard let clause = Clause(rawValue: format[position]) else {
                let letter = String(decoding: format[position..<end], as: UTF8.self)
                return evaluation.error("format: there is no clause %\(letter); use one of \(Clause.list)")
            }
            guard used < values.count else {
                return evaluation.error("format: there are more clauses than the \(values.count) values given")
            }
            if let fault = append(values[used], clause, precision) { return fault }
            used += 1
            position = end
        }
        return nil
    }

    /// `.3`, if it stands here.
    private func readPrecision(
        _ format: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ precision: inout Int
    ) -> Value? {
        guard format[position] == UInt8(ascii: ".") else { return nil }
        position += 1
        let start = position
        precision = 0
        while position < format.count, let digit = decimalDigit(format[position]) {
            precision = precision * 10 + digit
            guard precision <= Self.greatestPrecision else {
                return evaluation.error("format: a precision is greater than \(Self.greatestPrecision)")
            }
            position += 1
        }
        return position > start ? nil : evaluation.error("format: no number stands after the point of a precision")
    }

    private enum Clause: UInt8, CaseIterable {
        case string = 0x73, decimal = 0x64, fixed = 0x66, scientific = 0x65
        case binary = 0x62, octal = 0x6F, hexadecimal = 0x78, upperHexadecimal = 0x58

        /// As it is written: `%s`.
        var name: String { "%" + String(UnicodeScalar(rawValue)) }
        static let list = allCases.map(\.name).joined(separator: ", ")

        /// Types that it takes, for messages.
        var takes: String {
            switch self {
            case .string: "any value but objects and optionals"
            case .decimal, .fixed, .scientific: "numbers"
            case .binary: "integers and bools"
            case .octal: "integers"
            case .hexadecimal, .upperHexadecimal: "integers, strings and bytes"
            }
        }

        var radix: Int {
            switch self {
            case .binary: 2
            case .octal: 8
            case .hexadecimal, .upperHexadecimal: 16
            default: 10
            }
        }
    }

    private mutating func append(_ value: Value, _ clause: Clause, _ precision: Int) -> Value? {
        switch (clause, value.tag) {
        case (.string, _): return append(value, depth: 0)
        case (.decimal, .double): appendDouble(value.asDouble) { $0.appendFixed(precision: nil, to: &$1) }
        case (.fixed, .int), (.fixed, .uint), (.fixed, .double):
            appendNumber(value) { $0.appendFixed(precision: precision, to: &$1) }
        case (.scientific, .int), (.scientific, .uint), (.scientific, .double):
            appendNumber(value) { $0.appendScientific(precision: precision, to: &$1) }
        case (.decimal, .int), (.binary, .int), (.octal, .int), (.hexadecimal, .int), (.upperHexadecimal, .int):
            text += String(value.asInt, radix: clause.radix, uppercase: clause == .upperHexadecimal).utf8
        case (.decimal, .uint), (.binary, .uint), (.octal, .uint), (.hexadecimal, .uint), (.upperHexadecimal, .uint):
            text += String(value.asUInt, radix: clause.radix, uppercase: clause == .upperHexadecimal).utf8
        case (.binary, .bool): text.append(value.asBool ? 0x31 : 0x30)
        case (.hexadecimal, .string), (.hexadecimal, .bytes):
            return appendHexadecimal(value.utf8, ten: UInt8(ascii: "a"))
        case (.upperHexadecimal, .string), (.upperHexadecimal, .bytes):
            return appendHexadecimal(value.utf8, ten: UInt8(ascii: "A"))
        default:
            guard !value.isError else { return value }
            return evaluation.error("format: \(clause.name) takes \(clause.takes), not \(value.tag.word)")
        }
        return checkBudget(adding: 0)
    }

    /// Appends a value as `%s` shows it.
    private mutating func append(_ value: Value, depth: Int) -> Value? {
        guard evaluation.charge(steps: 1) else { return evaluation.overBudget }
        guard depth < Self.deepest else {
            return evaluation.error("format: lists and maps stand too deep in each other")
        }
        switch value.tag {
        case .null: text += "null".utf8
        case .bool: text += (value.asBool ? "true" : "false").utf8
        case .int: text += String(value.asInt).utf8
        case .uint: text += String(value.asUInt).utf8
        case .double: appendDouble(value.asDouble) { $0.appendFixed(precision: nil, to: &$1) }
        case .string, .bytes, .type: return append(value.utf8)
        case .timestamp, .duration: return evaluation.appendTime(value, to: &text)
        case .list, .hostList: return appendList(value, depth: depth)
        case .map, .hostMap: return appendMap(value, depth: depth)
        case .error, .unknown: return value
        case .absent: return .error(.absent)
        case .optionalNone, .optionalSome, .object, .opaque:
            return evaluation.error("format: %s takes \(Clause.string.takes), not \(value.tag.word)")
        }
        return checkBudget(adding: 0)
    }

    private mutating func appendList(_ list: Value, depth: Int) -> Value? {
        text.append(UInt8(ascii: "["))
        var isFirst = true
        for element in evaluation.elements(of: list) {
            if !isFirst { text += ", ".utf8 }
            isFirst = false
            if let fault = append(element, depth: depth + 1) { return fault }
        }
        text.append(UInt8(ascii: "]"))
        return nil
    }

    /// Entries are in the order of their keys' texts, so that equal maps give equal texts.
    private mutating func appendMap(_ map: Value, depth: Int) -> Value? {
        let start = text.count
        var entries: [(key: [UInt8], value: Value)] = []
        for key in evaluation.elements(of: map) {
            if let fault = append(key, depth: depth + 1) { return fault }
            entries.append((Array(text[start...]), evaluation.value(of: key, in: map) ?? .null))
            text.removeLast(text.count - start)
        }
        entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
        text.append(UInt8(ascii: "{"))
        for (number, entry) in entries.enumerated() {
            if number > 0 { text += ", ".utf8 }
            if let fault = entry.key.withUnsafeBufferPointer({ append($0) }) { return fault }
            text += ": ".utf8
            if let fault = append(entry.value, depth: depth + 1) { return fault }
        }
        text.append(UInt8(ascii: "}"))
        return nil
    }

    private typealias Writing = (DecimalDigits, inout [UInt8]) -> Void

    private mutating func appendNumber(_ value: Value, _ write: Writing) {
        switch value.tag {
        case .int:
            if value.asInt < 0 { text.append(UInt8(ascii: "-")) }
            write(DecimalDigits(value.asInt.magnitude), &text)
        case .uint: write(DecimalDigits(value.asUInt), &text)
        default: appendDouble(value.asDouble, exactly: true, write)
        }
    }

    private mutating func appendDouble(_ value: Double, exactly: Bool = false, _ write: Writing) {
        guard !value.isNaN else {
            text += "NaN".utf8
            return
        }
        if value.sign == .minus { text.append(UInt8(ascii: "-")) }
        guard value.isFinite else {
            text += "Infinity".utf8
            return
        }
        write(exactly ? DecimalDigits(exactly: value) : DecimalDigits(shortest: value), &text)
    }

    private mutating func append(_ piece: UnsafeBufferPointer<UInt8>) -> Value? {
        if let fault = checkBudget(adding: piece.count) { return fault }
        text += piece
        return nil
    }

    private mutating func appendHexadecimal(_ bytes: UnsafeBufferPointer<UInt8>, ten: UInt8) -> Value? {
        if let fault = checkBudget(adding: 2 * bytes.count) { return fault }
        for byte in bytes {
            for half in [byte >> 4, byte & 15] { text.append(half < 10 ? 0x30 + half : ten + half - 10) }
        }
        return nil
    }

    /// The text so far is not in the evaluation's memory yet: stop before it is larger than that may become.
    private func checkBudget(adding count: Int) -> Value? {
        guard evaluation.charge(textOf: count), text.count + count <= evaluation.bytesLeft else {
            return evaluation.overBudget
        }
        return nil
    }
}

extension Evaluation {
    /// Bytes that may still be built.
    var bytesLeft: Int { state.pointee.bytes }
}

extension Value.Tag {
    /// The type's name in messages: of those that no value of a rule has, what they are.
    var word: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .list, .hostList: "list"
        case .map, .hostMap: "map"
        case .optionalNone, .optionalSome: "optional"
        case .type: "type"
        case .object, .opaque: "an object"
        case .absent: "an absent value"
        case .unknown: "an unknown value"
        case .error: "an error"
        }
    }
}
