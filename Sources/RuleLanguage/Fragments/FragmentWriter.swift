internal import YAMLTree

/// Writes a fragment as YAML in flow style, a key of the root to a line (JSON is YAML), and keeps in mind where the pack says what.
struct FragmentWriter {
    private(set) var bytes: [UInt8] = []
    /// Ranges of the text with the node of the pack that each was written by, parts before the whole.
    private var spans: [(range: Range<Int>, node: NodeID)] = []

    init(_ root: Fragment) {
        guard case .mapping(let entries) = root.content else {
            write(root)
            return
        }
        for entry in entries {
            write(entry)
            put("\n")
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The smallest part of the pack that a range of the text was written by; nil: it was filled in.
    func origin(of range: Range<Int>) -> NodeID? {
        spans.first { $0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound }?.node
    }

    private mutating func put(_ text: String) { bytes += text.utf8 }

    private mutating func write(_ entry: Fragment.Entry) {
        let start = bytes.count
        put(Self.quoted(entry.key))
        note(start, entry.origin)
        put(": ")
        write(entry.value)
    }

    private mutating func write(_ fragment: Fragment) {
        let start = bytes.count
        switch fragment.content {
        case .scalar(let text): put(text)
        case .list(let items):
            put("[")
            for (index, item) in items.enumerated() {
                if index > 0 { put(", ") }
                write(item)
            }
            put("]")
        case .mapping(let entries):
            put("{")
            for (index, entry) in entries.enumerated() {
                if index > 0 { put(", ") }
                write(entry)
            }
            put("}")
        }
        note(start, fragment.origin)
    }

    private mutating func note(_ start: Int, _ node: NodeID?) {
        if let node { spans.append((start..<bytes.count, node)) }
    }

    static func quoted(_ text: String) -> String {
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

extension Fragment {
    /// As YAML in flow style.
    var yaml: String { FragmentWriter(self).text }
}
