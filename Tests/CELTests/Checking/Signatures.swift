import CEL

/// Libraries of signatures without implementations, for tests of the checker.
enum Signatures {
    /// - Parameter lines: `size(string) int`; of a member `string.startsWith(string) bool`; several parted by line ends.
    static func library(_ name: String, _ lines: String) -> Library {
        var order: [String] = []
        var overloads: [String: [Overload]] = [:]
        for line in lines.split(separator: "\n") where !line.allSatisfy(\.isWhitespace) {
            let (function, overload) = signature(String(line))
            if overloads[function] == nil { order.append(function) }
            overloads[function, default: []].append(overload)
        }
        return Library(name, order.map { Function($0, overloads[$0] ?? []) })
    }

    private static func signature(_ line: String) -> (String, Overload) {
        var reader = TypeReader(line)
        var name = reader.word()
        var parameters: [CELType] = []
        let isMember = reader.take(":")
        if isMember {
            parameters.append(TypeReader.type(name))
            name = reader.word()
        } else if name == "list" || name == "optional_type" || name == "map", reader.rest.contains(":") {
            // A receiver with parameters.
            let receiver = reader.arguments()
            parameters.append(TypeReader.type(name, receiver))
            _ = reader.take(":")
            name = reader.word()
        }
        let isMethod = !parameters.isEmpty
        parameters += reader.arguments()
        let result = reader.type()
        return (
            name,
            Overload("\(name)\(parameters)", isMember: isMethod, parameters, result) { _, _ in Value(.null) }
        )
    }

    static let standard = library(
        "standard",
        """
        _==_(A, A) bool
        _!=_(A, A) bool
        _<_(int, int) bool
        _<_(uint, uint) bool
        _<_(double, double) bool
        _<_(string, string) bool
        _>_(int, int) bool
        _>_(double, double) bool
        _>_(string, string) bool
        _+_(int, int) int
        _+_(uint, uint) uint
        _+_(double, double) double
        _+_(string, string) string
        _+_(list(A), list(A)) list(A)
        _-_(int, int) int
        _-_(double, double) double
        _*_(int, int) int
        _/_(int, int) int
        _/_(double, double) double
        _%_(int, int) int
        -_(int) int
        -_(double) double
        @in(A, list(A)) bool
        @in(A, map(A, B)) bool
        _[_](list(A), int) A
        _[_](map(A, B), A) B
        _[_](optional_type(list(A)), int) optional_type(A)
        _[_](optional_type(map(A, B)), A) optional_type(B)
        _[?_](list(A), int) optional_type(A)
        _[?_](optional_type(list(A)), int) optional_type(A)
        _[?_](map(A, B), A) optional_type(B)
        _[?_](optional_type(map(A, B)), A) optional_type(B)
        size(string) int
        size(list(A)) int
        size(map(A, B)) int
        string:size() int
        list(A):size() int
        string:startsWith(string) bool
        string:contains(string) bool
        string:matches(string) bool
        type(A) type(A)
        dyn(A) dyn
        int(string) int
        int(double) int
        double(int) double
        string(int) string
        timestamp(string) timestamp
        duration(string) duration
        optional.of(A) optional_type(A)
        optional.none() optional_type(A)
        optional_type(A):hasValue() bool
        optional_type(A):value() A
        optional_type(A):or(optional_type(A)) optional_type(A)
        optional_type(A):orValue(A) A
        math.greatest(int) int
        math.greatest(int, int) int
        math.abs(int) int
        """)
}

/// Reads types as CEL writes them; capital letters alone are type parameters.
struct TypeReader {
    private(set) var rest: Substring

    init(_ text: String) { rest = text[...] }

    static func type(_ text: String) -> CELType {
        var reader = TypeReader(text)
        return reader.type()
    }

    mutating func take(_ mark: Character) -> Bool {
        rest = rest.drop { $0 == " " }
        guard rest.first == mark else { return false }
        rest = rest.dropFirst()
        return true
    }

    mutating func word() -> String {
        rest = rest.drop { $0 == " " }
        let word = rest.prefix { !"(),: ".contains($0) }
        rest = rest.dropFirst(word.count)
        return String(word)
    }

    mutating func arguments() -> [CELType] {
        guard take("(") else { return [] }
        var types: [CELType] = []
        while !take(")"), !rest.isEmpty {
            types.append(type())
            _ = take(",")
        }
        return types
    }

    mutating func type() -> CELType {
        let name = word()
        return Self.type(name, arguments())
    }

    static func type(_ name: String, _ parts: [CELType]) -> CELType {
        switch name {
        case "dyn": .dyn
        case "null": .null
        case "bool": .bool
        case "int": .int
        case "uint": .uint
        case "double": .double
        case "string": .string
        case "bytes": .bytes
        case "timestamp": .timestamp
        case "duration": .duration
        case "list": .list(parts.first ?? .dyn)
        case "map": .map(parts.first ?? .dyn, parts.last ?? .dyn)
        case "optional_type": .optional(parts.first ?? .dyn)
        case "type": .type(parts.first ?? .dyn)
        case "Property", "Contract": .object(name)
        default: parts.isEmpty && name.count == 1 ? .parameter(name) : .opaque(name, parts)
        }
    }
}

/// Objects for tests of selections.
struct TestTypes: TypeProvider {
    static let types: [String: [(name: String, type: CELType)]] = [
        "Property": [
            ("name", .string), ("classification", .string), ("tags", .list(.string)), ("position", .int),
            ("properties", .list(.object("Property"))), ("custom", .map(.string, .dyn)),
        ],
        "Contract": [("id", .string), ("owner", .object("Property"))],
    ]

    func field(_ name: String, of type: String) -> FieldDeclaration? {
        guard let fields = Self.types[type], let index = fields.firstIndex(where: { $0.name == name }) else {
            return nil
        }
        return FieldDeclaration(fields[index].type, number: index, isOptional: false)
    }

    func fieldNames(of type: String) -> [String]? { Self.types[type]?.map(\.name) }
}

/// What the checker's tests speak of.
func testEnvironment(_ container: String = "") -> Environment {
    var environment = Environment(types: TestTypes(), libraries: [Signatures.standard])
    environment.container = container
    environment.declare("property", .object("Property"))
    environment.declare("contract", .object("Contract"))
    environment.declare("x", .int)
    environment.declare("text", .string)
    environment.declare("any", .dyn)
    environment.declare("a.b", .map(.string, .string))
    environment.declare("a.b.c", .string)
    environment.declare("com.example.y", .bool)
    environment.declare("y.z", .int)
    environment.declare("maybe", .optional(.map(.string, .int)))
    environment.declare("when", .timestamp)
    return environment
}
