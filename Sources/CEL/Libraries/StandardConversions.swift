/// Conversions between the types of the language definition, but for timestamps and durations.
enum StandardConversions {
    static let all: [Function] = [
        Function(
            "bool",
            [
                same(.bool),
                one("string_to_bool", .string, .bool) { value, evaluation in
                    switch evaluation.text(of: value) {
                    case "1", "t", "T", "true", "TRUE", "True": .true
                    case "0", "f", "F", "false", "FALSE", "False": .false
                    default: invalid(value, "a bool", evaluation)
                    }
                },
            ]),
        Function(
            "int",
            [
                same(.int),
                one("uint64_to_int64", .uint, .int) { value, _ in
                    Int64(exactly: value.asUInt).map(Value.int) ?? .error(.overflow)
                },
                one("double_to_int64", .double, .int) { value, _ in
                    // The bounds themselves are refused: a double there may stand for a number outside.
                    let double = value.asDouble
                    return double > -0x1p63 && double < 0x1p63 ? .int(Int64(double)) : .error(.overflow)
                },
                one("string_to_int64", .string, .int) { value, evaluation in
                    Int64(evaluation.text(of: value)).map(Value.int) ?? invalid(value, "an int", evaluation)
                },
            ]),
        Function(
            "uint",
            [
                same(.uint),
                one("int64_to_uint64", .int, .uint) { value, _ in
                    UInt64(exactly: value.asInt).map(Value.uint) ?? .error(.overflow)
                },
                one("double_to_uint64", .double, .uint) { value, _ in
                    let double = value.asDouble
                    return double >= 0 && double < 0x1p64 ? .uint(UInt64(double)) : .error(.overflow)
                },
                one("string_to_uint64", .string, .uint) { value, evaluation in
                    let text = evaluation.text(of: value)
                    let number = text.hasPrefix("+") || text.hasPrefix("-") ? nil : UInt64(text)
                    return number.map(Value.uint) ?? invalid(value, "a uint", evaluation)
                },
            ]),
        Function(
            "double",
            [
                same(.double),
                one("int64_to_double", .int, .double) { value, _ in .double(Double(value.asInt)) },
                one("uint64_to_double", .uint, .double) { value, _ in .double(Double(value.asUInt)) },
                one("string_to_double", .string, .double) { value, evaluation in
                    Double(evaluation.text(of: value)).map(Value.double) ?? invalid(value, "a double", evaluation)
                },
            ]),
        Function(
            "string",
            [
                same(.string),
                one("bool_to_string", .bool, .string) { value, _ in .string(value.asBool ? "true" : "false") },
                one("int64_to_string", .int, .string) { value, evaluation in evaluation.string("\(value.asInt)") },
                one("uint64_to_string", .uint, .string) { value, evaluation in evaluation.string("\(value.asUInt)") },
                one("double_to_string", .double, .string) { value, evaluation in
                    evaluation.string(DoubleText.text(of: value.asDouble))
                },
                one("bytes_to_string", .bytes, .string) { value, evaluation in
                    guard evaluation.charge(steps: Int(value.extra) / 16) else { return evaluation.overBudget }
                    guard String(validating: value.utf8, as: UTF8.self) != nil else {
                        return evaluation.error("the bytes are not UTF-8")
                    }
                    return Value(.string, bits: value.bits, extra: value.extra)
                },
            ]),
        Function(
            "bytes",
            [
                same(.bytes),
                one("string_to_bytes", .string, .bytes) { value, _ in
                    Value(.bytes, bits: value.bits, extra: value.extra)
                },
            ]),
    ]

    private static func one(
        _ id: String, _ from: CELType, _ to: CELType, _ body: @escaping @Sendable (Value, Evaluation) -> Value
    ) -> Overload {
        Overload(id, [from], to) { body($0[0], $1) }
    }

    private static func same(_ type: CELType) -> Overload {
        one("\(Types.name(type))_to_\(Types.name(type))", type, type) { value, _ in value }
    }

    private static func invalid(_ value: Value, _ what: String, _ evaluation: Evaluation) -> Value {
        guard value.extra <= 64 else { return evaluation.error("the text is not \(what)") }
        return evaluation.error("'\(evaluation.text(of: value))' is not \(what)")
    }
}

/// Doubles as texts.
enum DoubleText {
    /// The fewest digits that mean the same double, with an exponent below 1e-4 and from 1e21.
    static func text(of value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        let sign = value.sign == .minus ? "-" : ""
        let number = DecimalDigits(shortest: value)
        let digits = String(decoding: number.digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        if digits.isEmpty { return sign + "0" }
        let (count, point) = (digits.utf8.count, number.point)
        if point < -3 || point > 21 {
            let exponent = point - 1
            let mantissa = count == 1 ? digits : "\(digits.prefix(1)).\(digits.dropFirst())"
            let size = (exponent.magnitude < 10 ? "0" : "") + String(exponent.magnitude)
            return "\(sign)\(mantissa)e\(exponent < 0 ? "-" : "+")\(size)"
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
        if count <= point { return sign + digits + String(repeating: "0", count: point - count) }
        return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
    }
}
