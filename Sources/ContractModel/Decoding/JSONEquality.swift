internal import Basics
internal import Diagnostics
internal import YAMLTree

/// Equality of values as JSON Schema has it: `1` and `1.0` are equal, the order of keys does not count.
struct JSONEquality {
    private let tree: YAMLTree

    init(_ tree: YAMLTree) { self.tree = tree }

    /// The items of a list that equal an earlier one, with that one. Linear in the size of the list.
    mutating func duplicates(in list: NodeID) -> [(later: NodeID, earlier: NodeID)] {
        var seen: [ExactText: NodeID] = [:]
        var found: [(later: NodeID, earlier: NodeID)] = []
        for item in tree.items(of: list) {
            let text = ExactText(canonical(item))
            if let earlier = seen[text] { found.append((item, earlier)) } else { seen[text] = item }
        }
        return found
    }

    /// A text that two values share exactly when they are equal. Depth is bounded by the tree's limits on nesting.
    private func canonical(_ id: NodeID) -> String {
        let node = tree[id]
        switch node.type {
        case .list: return "[" + tree.items(of: id).map(canonical).joined(separator: ",") + "]"
        case .mapping:
            let entries = tree.entries(of: id).map { quoted(tree.text(of: $0.key)) + ":" + canonical($0.value) }
            return "{" + entries.sorted().joined(separator: ",") + "}"
        case .text: return quoted(tree.text(of: id))
        case .boolean: return tree.boolean(of: id) == true ? "true" : "false"
        case .null: return "null"
        default: return tree.number(of: id).map { String($0) } ?? tree.text(of: id)
        }
    }

    /// The length in front makes the text unambiguous whatever it holds.
    private func quoted(_ text: String) -> String { "\"\(text.utf8.count):\(text)\"" }
}
