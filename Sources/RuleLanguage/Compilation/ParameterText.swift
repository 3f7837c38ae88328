extension Rule {
    package var parameterNames: [String] { parameters.given.map(\.name) }

    /// The values of its parameters as YAML writes them in flow style, in the order of the pack.
    package var parameterTexts: [(name: String, text: String)] { parameters.given.map { ($0.name, $0.value.text) } }
}

extension ParameterValue {
    /// As YAML writes it.
    package var text: String {
        switch self {
        case .bool(let truth): truth ? "true" : "false"
        case .int(let whole): String(whole)
        case .double(let fraction): Int64(exactly: fraction).map(String.init) ?? "\(fraction)"
        case .string(let text): Self.quoted(text)
        case .list(let items): "[" + items.map(\.text).joined(separator: ", ") + "]"
        case .null: "null"
        }
    }

    private static func quoted(_ text: String) -> String {
        let isPlain =
            text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || "0123456789_- ".unicodeScalars.contains($0)
            }
            && text.last != " "
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        return isPlain ? text : inQuotes(text)
    }

    /// As a double-quoted scalar.
    package static func inQuotes(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            case _ where scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\x" + (digits.count == 1 ? "0" : "") + digits
            case "\u{2028}": quoted += "\\L"
            case "\u{2029}": quoted += "\\P"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
