internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Equality of values across two files: `1` and `1.0` are equal, the order of keys does not count.
enum ValueEquality {
    /// Whether two values are written with the same bytes, so that nothing inside needs a look.
    static func isSameText(_ old: YAMLTree, _ oldNode: NodeID, _ new: YAMLTree, _ newNode: NodeID) -> Bool {
        let (a, b) = (old[oldNode], new[newNode])
        guard a.end - a.start == b.end - b.start, a.type == b.type else { return false }
        return old.source.text.withUnsafeBufferPointer { oldBytes in
            new.source.text.withUnsafeBufferPointer { newBytes in
                oldBytes[Int(a.start)..<Int(a.end)].elementsEqual(newBytes[Int(b.start)..<Int(b.end)])
            }
        }
    }

    static func isEqual(_ old: YAMLTree, _ oldNode: NodeID?, _ new: YAMLTree, _ newNode: NodeID?) -> Bool {
        let own = oldNode.flatMap { isEmpty(old, $0) ? nil : $0 }
        let other = newNode.flatMap { isEmpty(new, $0) ? nil : $0 }
        guard let own, let other else { return own == nil && other == nil }
        if old[own].type.isDisjoint(with: [.list, .mapping]), old[own].isText, new[other].isText {
            return old.withText(of: own) { a in new.withText(of: other) { $0.elementsEqual(a) } }
        }
        return canonical(old, own).utf8.elementsEqual(canonical(new, other).utf8)
    }

    /// Null, and a list or a mapping of nothing, say as much as nothing.
    private static func isEmpty(_ tree: YAMLTree, _ node: NodeID) -> Bool {
        tree[node].type == .null || (!tree[node].type.isDisjoint(with: [.list, .mapping]) && tree[node].count == 0)
    }

    /// A text that two values share exactly when they are equal. Depth is bounded by the tree's limits on nesting.
    static func canonical(_ tree: YAMLTree, _ id: NodeID) -> String {
        switch tree[id].type {
        case .list: return "[" + tree.items(of: id).map { canonical(tree, $0) }.joined(separator: ",") + "]"
        case .mapping:
            let entries = tree.entries(of: id).map { quoted(tree.text(of: $0.key)) + ":" + canonical(tree, $0.value) }
            return "{" + entries.sorted().joined(separator: ",") + "}"
        case .text: return quoted(tree.text(of: id))
        case .boolean: return tree.boolean(of: id) == true ? "true" : "false"
        case .null: return "null"
        default: return number(tree, id) ?? tree.text(of: id)
        }
    }

    /// What two spellings of one number share: `1` and `1.0`, `0` and `-0`. Nil for what is none.
    ///
    /// Whole numbers are exact, even those that a binary fraction would round.
    static func number(_ tree: YAMLTree, _ id: NodeID) -> String? {
        guard let number = tree.number(of: id) else { return nil }
        if abs(number) >= 0x1p53, let whole = whole(tree, id) { return String(whole) }
        return String(number == 0 ? 0 : number)
    }

    /// A whole number of up to 38 digits.
    static func whole(_ tree: YAMLTree, _ id: NodeID) -> Int128? { Int128(tree.text(of: id, shortenedTo: 60)) }

    /// The length in front makes the text unambiguous whatever it holds.
    private static func quoted(_ text: String) -> String { "\"\(text.utf8.count):\(text)\"" }
}
