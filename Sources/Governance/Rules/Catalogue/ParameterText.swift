internal import CEL

extension Rule {
    /// The values of its parameters as YAML writes them in flow style, in the order of the pack.
    var parameterTexts: [(name: String, text: String)] {
        parameters.types.enumerated().map { ($1.name, ParameterText.text(of: parameters.values[$0])) }
    }
}

/// The value of a parameter as YAML writes it.
enum ParameterText {
    static func text(of value: CELValue) -> String {
        switch value.tag {
        case .bool: value.asBool ? "true" : "false"
        case .int: String(value.asInt)
        case .double: Int64(exactly: value.asDouble).map(String.init) ?? "\(value.asDouble)"
        case .string: quoted(String(decoding: value.utf8, as: UTF8.self))
        case .list: "[" + value.elements.map(text(of:)).joined(separator: ", ") + "]"
        default: "null"
        }
    }

    /// In quotes where the plain text would be something else.
    private static func quoted(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || "0123456789_- ".unicodeScalars.contains($0)
            }
            && text.last != " "
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        if isPlain { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
