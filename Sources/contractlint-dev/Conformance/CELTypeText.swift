import CEL

/// Reads a type as conformance cases write it: `map(string, list(T))`.
enum CELTypeText {
    static func type(_ text: String) -> CELType? {
        var rest = text.filter { $0 != " " }[...]
        let type = type(&rest)
        return rest.isEmpty ? type : nil
    }

    private static func type(_ rest: inout Substring) -> CELType? {
        let name = String(rest.prefix { !"(),".contains($0) })
        rest = rest.dropFirst(name.count)
        var arguments: [CELType] = []
        if rest.first == "(" {
            repeat {
                rest = rest.dropFirst()
                guard let argument = type(&rest) else { return nil }
                arguments.append(argument)
            } while rest.first == ","
            guard rest.first == ")" else { return nil }
            rest = rest.dropFirst()
        }
        return type(name, arguments)
    }

    private static func type(_ name: String, _ arguments: [CELType]) -> CELType? {
        switch (name, arguments.count) {
        case ("dyn", 0): .dyn
        case ("null", 0), ("null_type", 0): .null
        case ("bool", 0): .bool
        case ("int", 0): .int
        case ("uint", 0): .uint
        case ("double", 0): .double
        case ("string", 0): .string
        case ("bytes", 0): .bytes
        case ("timestamp", 0), ("google.protobuf.Timestamp", 0): .timestamp
        case ("duration", 0), ("google.protobuf.Duration", 0): .duration
        case ("list", 0): .list(.dyn)
        case ("list", 1): .list(arguments[0])
        case ("map", 0): .map(.dyn, .dyn)
        case ("map", 2): .map(arguments[0], arguments[1])
        case ("type", 0): .type(.dyn)
        case ("type", 1): .type(arguments[0])
        case ("optional_type", 1), ("optional", 1): .optional(arguments[0])
        case (_, 0) where name.utf8.allSatisfy { (65...90).contains($0) }: .parameter(name)
        case ("", _): nil
        default: .opaque(name, arguments)
        }
    }
}
