import CEL

/// A value as tests write it and compare it: exactly, so that 1 is not 1.0.
indirect enum Datum: Hashable, Sendable {
    case null, none
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case type(String)
    case timestamp(Int64, Int32)
    case duration(Int64, Int32)
    case list([Datum])
    case map([Datum: Datum])
    case some(Datum)
    case error(EvaluationError.Kind, String)
    case other
}

extension Datum: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
    init(stringLiteral value: String) { self = .string(value) }
    init(integerLiteral value: Int64) { self = .int(value) }
    init(floatLiteral value: Double) { self = .double(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(arrayLiteral elements: Datum...) { self = .list(elements) }

    static func invalid(_ message: String) -> Datum { .error(.invalidArgument, message) }
}

extension Evaluation {
    func value(_ datum: Datum) -> Value {
        switch datum {
        case .null: .null
        case .none: .optionalNone
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .uint(let value): .uint(value)
        case .double(let value): .double(value)
        case .string(let value): string(value)
        case .bytes(let value): value.withUnsafeBufferPointer(bytes(copying:))
        case .type(let name):
            { (name: Value) in Value(.type, bits: name.bits, extra: name.extra) }(string(name))
        case .timestamp(let seconds, let nanos): .timestamp(seconds: seconds, nanos: nanos)
        case .duration(let seconds, let nanos): .duration(seconds: seconds, nanos: nanos)
        case .list(let elements): list(elements.map(value))
        case .map(let entries): map(entries.map { (value($0.key), value($0.value)) })
        case .some(let held): optional(value(held))
        case .error, .other: error("a test's")
        }
    }

    func datum(_ value: Value) -> Datum {
        switch value.tag {
        case .null: .null
        case .bool: .bool(value.asBool)
        case .int: .int(value.asInt)
        case .uint: .uint(value.asUInt)
        case .double: .double(value.asDouble)
        case .string: .string(text(of: value))
        case .bytes: .bytes(Array(value.utf8))
        case .type: .type(text(of: value))
        case .timestamp: .timestamp(value.seconds, value.nanos)
        case .duration: .duration(value.seconds, value.nanos)
        case .list, .hostList: .list(elements(of: value).map(datum))
        case .map, .hostMap:
            .map(
                Dictionary(
                    elements(of: value).map { (datum($0), datum(self.value(of: $0, in: value) ?? .null)) },
                    uniquingKeysWith: { $1 }))
        case .optionalNone: .none
        case .optionalSome: .some(datum(value.held))
        case .error, .unknown: { .error($0.kind, $0.message) }(error(of: value))
        default: .other
        }
    }
}

/// Calls a function of the libraries with the first overload that fits.
///
/// - Returns: what it gives; an error of kind `noSuchOverload` when none fits.
func call(
    _ name: String, _ arguments: Datum..., evaluation: Evaluation = Evaluation()
) -> Datum { call(name, of: arguments, evaluation) }

func call(_ name: String, of arguments: [Datum], _ evaluation: Evaluation = Evaluation()) -> Datum {
    let values = arguments.map(evaluation.value)
    let overloads = [Library.time, .strings, .lists, .sets, .math, .encoders].flatMap(\.functions)
        .filter { $0.name == name }.flatMap(\.overloads)
    guard
        let overload = overloads.first(where: { overload in
            let parameters = overload.parameters
            guard
                values.count == parameters.count || overload.isVariadic && values.count > parameters.count
            else { return false }
            return values.indices.allSatisfy { parameters[min($0, parameters.count - 1)].takes(values[$0]) }
        })
    else { return .error(.noSuchOverload, name) }
    return evaluation.datum(values.withUnsafeBufferPointer { overload.implementation($0, evaluation) })
}

extension CELType {
    fileprivate func takes(_ value: Value) -> Bool {
        switch (self, value.tag) {
        case (.dyn, _), (.parameter, _), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double): true
        case (.string, .string), (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration): true
        case (.list, .list): true
        default: false
        }
    }
}
