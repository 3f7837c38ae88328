internal import YAMLTree

/// A piece of a contract apart from any file: what an example writes, merged into a contract that is otherwise minimal.
indirect enum Fragment {
    /// A scalar as JSON writes it.
    case scalar(String)
    case list([Fragment])
    case mapping([(key: String, value: Fragment)])

    init(_ node: NodeID, in tree: YAMLTree) {
        switch tree[node].type {
        case .list: self = .list(tree.items(of: node).map { Fragment($0, in: tree) })
        case .mapping:
            self = .mapping(tree.entries(of: node).map { (tree.text(of: $0.key), Fragment($0.value, in: tree)) })
        case .text: self = .text(tree.text(of: node))
        case .null: self = .scalar("null")
        default: self = .scalar(tree.text(of: node))
        }
    }

    static func text(_ text: String) -> Fragment { .scalar(Self.quoted(text)) }

    subscript(_ key: String) -> Fragment? {
        if case .mapping(let entries) = self { entries.first { $0.key == key }?.value } else { nil }
    }

    /// The same mapping with a key set; what is no mapping becomes one.
    func setting(_ key: String, to value: Fragment) -> Fragment {
        guard case .mapping(var entries) = self else { return .mapping([(key, value)]) }
        if let index = entries.firstIndex(where: { $0.key == key }) {
            entries[index].value = value
        } else {
            entries.append((key, value))
        }
        return .mapping(entries)
    }

    /// The same mapping with a key set unless it has one.
    func with(_ key: String, _ value: @autoclosure () -> Fragment) -> Fragment {
        self[key] == nil ? setting(key, to: value()) : self
    }

    /// The same mapping with the keys of another over its own.
    func merging(_ other: Fragment?) -> Fragment {
        guard case .mapping(let entries)? = other else { return self }
        return entries.reduce(self) { $0.setting($1.key, to: $1.value) }
    }

    /// As YAML in flow style, a key of the root to a line: JSON is YAML.
    var yaml: String {
        guard case .mapping(let entries) = self else { return json }
        return entries.map { "\(Self.quoted($0.key)): \($0.value.json)\n" }.joined()
    }

    private var json: String {
        switch self {
        case .scalar(let text): text
        case .list(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\(Self.quoted($0.key)): \($0.value.json)" }.joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
