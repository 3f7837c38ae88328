import CEL
import Foundation

/// A value of a conformance case: `{"int": "1"}`, `{"list": […]}`.
indirect enum CELTaggedValue: Decodable, CustomStringConvertible {
    case null
    case bool(Bool)
    case int(Int64)
    case uint(UInt64)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case type(String)
    case timestamp(Int64, Int32)
    case duration(Int64, Int32)
    case list([CELTaggedValue])
    case map([(CELTaggedValue, CELTaggedValue)])
    case optional(CELTaggedValue?)
    case other(String)

    private struct Key: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct Moment: Decodable {
        var seconds: Number?
        var nanos: Number?
    }

    /// A number, or the text of one.
    private struct Number: Decodable {
        var value: Int64
        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int64.self) {
                value = number
            } else {
                value = Int64(try container.decode(String.self)) ?? 0
            }
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        guard let key = container.allKeys.first, container.allKeys.count == 1 else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a value has one tag"))
        }
        func text() throws -> String { try container.decode(String.self, forKey: key) }
        func invalid() -> DecodingError {
            .dataCorruptedError(forKey: key, in: container, debugDescription: "not a value of its tag")
        }
        switch key.stringValue {
        case "null": self = .null
        case "bool": self = .bool(try container.decode(Bool.self, forKey: key))
        case "int":
            guard let number = Int64(try text()) else { throw invalid() }
            self = .int(number)
        case "uint":
            guard let number = UInt64(try text()) else { throw invalid() }
            self = .uint(number)
        case "double":
            guard let number = Double(try text()) else { throw invalid() }
            self = .double(number)
        case "string": self = .string(try text())
        case "bytes":
            guard let data = Data(base64Encoded: try text()) else { throw invalid() }
            self = .bytes(Array(data))
        case "type": self = .type(try text())
        case "timestamp", "duration":
            let moment = try container.decode(Moment.self, forKey: key)
            var seconds = moment.seconds?.value ?? 0
            var nanos = moment.nanos?.value ?? 0
            if nanos < 0 {
                // Protobuf gives both the same sign.
                seconds -= 1
                nanos += 1_000_000_000
            }
            self =
                key.stringValue == "duration"
                ? .duration(seconds, Int32(truncatingIfNeeded: nanos))
                : .timestamp(seconds, Int32(truncatingIfNeeded: nanos))
        case "list": self = .list(try container.decode([CELTaggedValue].self, forKey: key))
        case "map":
            self = .map(
                try container.decode([[CELTaggedValue]].self, forKey: key).map { entry in
                    guard entry.count == 2 else { throw invalid() }
                    return (entry[0], entry[1])
                })
        case "optional":
            self = .optional(
                try container.decodeNil(forKey: key) ? nil : container.decode(CELTaggedValue.self, forKey: key))
        default: throw invalid()
        }
    }

    var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .int(let value): "\(value)"
        case .uint(let value): "\(value)u"
        case .double(let value): "\(value)"
        case .string(let text): text.debugDescription
        case .bytes(let bytes): "bytes \(bytes)"
        case .type(let name): "type \(name)"
        case .timestamp(let seconds, let nanos): "timestamp \(seconds) s \(nanos) ns"
        case .duration(let seconds, let nanos): "duration \(seconds) s \(nanos) ns"
        case .list(let elements): "[\(elements.map(\.description).joined(separator: ", "))]"
        case .map(let entries): "{\(entries.map { "\($0): \($1)" }.joined(separator: ", "))}"
        case .optional(let value): "optional(\(value?.description ?? ""))"
        case .other(let what): what
        }
    }
}

extension CELTaggedValue: Equatable {
    /// The same type and the same value: -0.0 is not 0.0, NaN is NaN. The order of a map's entries means nothing.
    static func == (a: CELTaggedValue, b: CELTaggedValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.double(let a), .double(let b)): a.isNaN ? b.isNaN : a.bitPattern == b.bitPattern
        case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
        case (.bytes(let a), .bytes(let b)): a == b
        case (.type(let a), .type(let b)): a == b
        case (.timestamp(let a, let x), .timestamp(let b, let y)): a == b && x == y
        case (.duration(let a, let x), .duration(let b, let y)): a == b && x == y
        case (.list(let a), .list(let b)): a == b
        case (.map(let a), .map(let b)):
            a.count == b.count && a.allSatisfy { x in b.contains { $0.0 == x.0 && $0.1 == x.1 } }
        case (.optional(let a), .optional(let b)): a == b
        default: false
        }
    }
}

extension CELTaggedValue {
    func make(_ evaluation: Evaluation) -> Value {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .uint(let value): .uint(value)
        case .double(let value): .double(value)
        case .string(let text): evaluation.string(text)
        case .bytes(let bytes): bytes.withUnsafeBufferPointer(evaluation.bytes(copying:))
        case .type(let name): evaluation.type(name)
        case .timestamp(let seconds, let nanos): .timestamp(seconds: seconds, nanos: nanos)
        case .duration(let seconds, let nanos): .duration(seconds: seconds, nanos: nanos)
        case .list(let elements): evaluation.list(elements.map { $0.make(evaluation) })
        case .map(let entries):
            evaluation.map(entries.map { (key: $0.0.make(evaluation), value: $0.1.make(evaluation)) })
        case .optional(let value): value.map { evaluation.optional($0.make(evaluation)) } ?? .optionalNone
        case .other: .absent
        }
    }

    init(_ value: Value, _ evaluation: Evaluation) {
        switch value.tag {
        case .null: self = .null
        case .bool: self = .bool(value.asBool)
        case .int: self = .int(value.asInt)
        case .uint: self = .uint(value.asUInt)
        case .double: self = .double(value.asDouble)
        case .string: self = .string(evaluation.text(of: value))
        case .bytes: self = .bytes(Array(value.utf8))
        case .type: self = .type(evaluation.text(of: value))
        case .timestamp: self = .timestamp(value.seconds, value.nanos)
        case .duration: self = .duration(value.seconds, value.nanos)
        case .list: self = .list(evaluation.elements(of: value).map { CELTaggedValue($0, evaluation) })
        case .map:
            self = .map(
                evaluation.elements(of: value).map { key in
                    (
                        CELTaggedValue(key, evaluation),
                        CELTaggedValue(evaluation.value(of: key, in: value) ?? .absent, evaluation)
                    )
                })
        case .optionalNone: self = .optional(nil)
        case .optionalSome: self = .optional(CELTaggedValue(value.held, evaluation))
        case .object, .hostList, .hostMap, .opaque, .absent, .unknown, .error: self = .other("\(value.tag)")
        }
    }
}
