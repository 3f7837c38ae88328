import CEL

/// Owns two people: `ada` knows `bob`; `bob` has no nickname, knows nobody, and his age is not known.
final class People: Host {
    static let ada = Value(.object, bits: 0)
    static let bob = Value(.object, bits: 1)

    func field(_ number: Int, of object: Value) -> Value {
        let isAda = object.tag == .object && object.bits == 0
        switch number {
        case 0: return .string(isAda ? "Ada" : "Bob")
        case 1: return isAda ? .string("Countess") : .absent
        case 2: return isAda ? .int(36) : Value(.unknown)
        case 3: return isAda ? Self.bob : .absent
        case 4: return Value(.hostList, extra: isAda ? 3 : 0)
        case 5: return Value(.hostMap, extra: isAda ? 1 : 0)
        default: return .absent
        }
    }

    func count(of collection: Value) -> Int { Int(collection.extra) }

    func next(in collection: Value, _ cursor: inout UInt64) -> Value? {
        guard cursor < UInt64(collection.extra) else { return nil }
        cursor += 1
        if collection.tag == .hostMap { return .string("town") }
        return [.string("maths"), .string("poetry"), .string("horses")][Int(cursor - 1)]
    }

    func value(of key: UnsafeBufferPointer<UInt8>, in map: Value) -> Value? {
        map.extra == 1 && String(decoding: key, as: UTF8.self) == "town" ? .string("London") : nil
    }

    func isEqual(_ a: Value, _ b: Value) -> Bool { a.bits == b.bits }
    func typeName(of object: Value) -> StaticString { "Person" }
}

struct PeopleTypes: TypeProvider {
    private static let fields: [(name: String, declaration: FieldDeclaration)] = [
        ("name", FieldDeclaration(.string, number: 0, isOptional: false)),
        ("nickname", FieldDeclaration(.string, number: 1, isOptional: true)),
        ("age", FieldDeclaration(.int, number: 2, isOptional: false)),
        ("friend", FieldDeclaration(.object("Person"), number: 3, isOptional: true)),
        ("interests", FieldDeclaration(.list(.string), number: 4, isOptional: false)),
        ("address", FieldDeclaration(.map(.string, .string), number: 5, isOptional: false)),
    ]

    func field(_ name: String, of type: String) -> FieldDeclaration? {
        type == "Person" ? Self.fields.first { $0.name == name }?.declaration : nil
    }

    func fieldNames(of type: String) -> [String]? { type == "Person" ? Self.fields.map(\.name) : nil }
}

/// What an expression gives, in an environment with `ada` and `bob`.
struct Outcome {
    var datum: Datum
    /// What the place of the error covers; empty without one.
    var place = ""
}

extension Environment {
    /// - Parameter areTyped: false: `ada` and `bob` are `dyn`.
    static func people(areTyped: Bool = true) -> Environment {
        var environment = Environment(types: PeopleTypes(), libraries: Library.all)
        environment.declare("ada", areTyped ? .object("Person") : .dyn)
        environment.declare("bob", areTyped ? .object("Person") : .dyn)
        environment.add(
            Library(
                "test",
                [
                    Function(
                        "filled",
                        [
                            Overload("filled", [.parameter("T")], .bool, acceptsAbsent: true) { values, _ in
                                .bool(values[0].tag != .absent)
                            }
                        ])
                ]))
        return environment
    }
}

/// How names and overloads are resolved: before the evaluation or in it.
enum Mode: CaseIterable {
    case checked, unchecked
}

/// The program of an expression; nil with faults.
func program(_ text: String, _ mode: Mode = .checked, _ environment: Environment = .people()) -> (Program?, [Fault]) {
    let (expression, faults) = Parser.parse(text)
    guard let expression, faults.isEmpty else { return (nil, faults) }
    guard mode == .checked else { return (Program(unchecked: expression, environment), []) }
    let checked = Checker.check(expression, environment)
    return checked.faults.isEmpty ? (Program(checked, types: environment.types), []) : (nil, checked.faults)
}

func outcome(
    _ text: String, _ mode: Mode = .checked, _ environment: Environment = .people(),
    _ evaluation: Evaluation = Evaluation(host: People())
) -> Outcome {
    let (program, faults) = program(text, mode, environment)
    guard let program else { return Outcome(datum: .error(.undeclared, faults.map(\.message).joined(separator: "; "))) }
    let value = [People.ada, People.bob].withUnsafeBufferPointer { evaluation.evaluate(program, $0.baseAddress) }
    guard value.isError else { return Outcome(datum: evaluation.datum(value)) }
    let range = program.range(of: evaluation.error(of: value)) ?? 0..<0
    return Outcome(datum: evaluation.datum(value), place: String(decoding: Array(text.utf8)[range], as: UTF8.self))
}

/// The kind of an error; nil for a value.
func kind(_ text: String, _ mode: Mode = .checked) -> EvaluationError.Kind? {
    if case .error(let kind, _) = outcome(text, mode).datum { kind } else { nil }
}

extension Datum {
    /// As a table of tests writes it.
    var text: String {
        switch self {
        case .null: "null"
        case .none: "none"
        case .bool(let value): "\(value)"
        case .int(let value): "\(value)"
        case .uint(let value): "\(value)u"
        case .double(let value): "\(value)"
        case .string(let text): "'\(text)'"
        case .bytes(let bytes): "b\(bytes)"
        case .type(let name): name
        case .timestamp(let seconds, let nanos): "timestamp(\(seconds), \(nanos))"
        case .duration(let seconds, let nanos): "duration(\(seconds), \(nanos))"
        case .list(let elements): "[" + elements.map(\.text).joined(separator: ", ") + "]"
        case .map(let entries):
            "{" + entries.map { "\($0.key.text): \($0.value.text)" }.sorted().joined(separator: ", ") + "}"
        case .some(let value): "some(\(value.text))"
        case .error(let kind, let message): "\(kind): \(message)"
        case .other: "other"
        }
    }
}
