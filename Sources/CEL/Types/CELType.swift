/// A type of the Common Expression Language (language definition, "Values" and "Gradual Type Checking").
package indirect enum CELType: Hashable, Sendable {
    /// Any value: checked when it is evaluated.
    case dyn
    case null, bool, int, uint, double, string, bytes, timestamp, duration
    case list(CELType)
    case map(CELType, CELType)
    /// `optional_type(T)`.
    case optional(CELType)
    /// The type of a type: `type(int)`.
    case type(CELType)
    /// An object of the host's, by the name of its type; its fields are the `TypeProvider`'s to know.
    case object(String)
    /// An abstract type of the host's with parameters: `tuple(T, U)`.
    case opaque(String, [CELType])
    /// A type parameter of an overload: `T`.
    case parameter(String)
    /// The type of an expression that was found wrong: fits everywhere, so that one fault gives one message.
    case error
}

extension CELType: CustomStringConvertible {
    /// As CEL writes it: `map(string, list(int))`.
    package var description: String {
        switch self {
        case .dyn: "dyn"
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .optional(let value): "optional_type(\(value))"
        case .type(let type): "type(\(type))"
        case .object(let name): name
        case .opaque(let name, let parameters):
            parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        case .parameter(let name): name
        case .error: "!error"
        }
    }
}
