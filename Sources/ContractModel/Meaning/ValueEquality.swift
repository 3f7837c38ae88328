internal import Basics
internal import Diagnostics
package import YAMLTree

/// Equality of values, in one file or across two: `1` and `1.0` are equal, the order of keys does not count.
package enum ValueEquality {
    /// Answer to whether two values are written with the same bytes, so that nothing inside needs a look.
    package static func isSameText(_ old: YAMLTree, _ oldNode: NodeID, _ new: YAMLTree, _ newNode: NodeID) -> Bool {
        let (a, b) = (old[oldNode], new[newNode])
        guard a.end - a.start == b.end - b.start, a.type == b.type else { return false }
        return old.source.text.withUnsafeBufferPointer { oldBytes in
            new.source.text.withUnsafeBufferPointer { newBytes in
                oldBytes[Int(a.start)..<Int(a.end)].elementsEqual(newBytes[Int(b.start)..<Int(b.end)])
            }
        }
    }

    package static func isEqual(_ old: YAMLTree, _ oldNode: NodeID?, _ new: YAMLTree, _ newNode: NodeID?) -> Bool {
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

    /// Items of a list that equal an earlier one, with that one, as JSON Schema's `uniqueItems` has it. Linear in the size
    /// of the list.
    static func duplicates(_ tree: YAMLTree, in list: NodeID) -> [(later: NodeID, earlier: NodeID)] {
        var seen: [ExactText: NodeID] = [:]
        var found: [(later: NodeID, earlier: NodeID)] = []
        for item in tree.items(of: list) {
            let text = ExactText(canonical(tree, item))
            if let earlier = seen[text] { found.append((item, earlier)) } else { seen[text] = item }
        }
        return found
    }

    /// Text that two values share exactly when they are equal. Depth is bounded by the tree's limits on nesting.
    package static func canonical(_ tree: YAMLTree, _ id: NodeID) -> String {
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

    /// Spelling that all of one number share: `1` and `1.0`, `0` and `-0`. Nil for what is none.
    ///
    /// Whole numbers are exact, even those that a binary fraction would round.
    private static func number(_ tree: YAMLTree, _ id: NodeID) -> String? {
        tree.number(of: id).map { number($0, whole(tree, id)) }
    }

    private static func number(_ number: Double, _ whole: @autoclosure () -> Int128?) -> String {
        if abs(number) >= 0x1p53, let whole = whole() { return String(whole) }
        return String(number == 0 ? 0 : number)
    }

    /// Whole number of up to 38 digits.
    package static func whole(_ tree: YAMLTree, _ id: NodeID) -> Int128? { Int128(tree.text(of: id, shortenedTo: 60)) }

    /// The length in front makes the text unambiguous whatever it holds.
    private static func quoted(_ text: String) -> String { "\"\(text.utf8.count):\(text)\"" }

    // MARK: Values of a column

    /// Text that two scalars share exactly when they stand for one value of a column: in quotes or without, contracts write
    /// values of any type.
    ///
    /// - Parameter isText: the column's values are texts, so that 1 and 1.0 are two.
    package static func value(_ tree: YAMLTree, _ node: NodeID, isText: Bool) -> String {
        let text = tree.trimmedText(of: node)
        guard !isText, let number = tree.number(of: node) ?? Double(text), number.isFinite else {
            return "'" + tree.text(of: node)
        }
        return "#" + self.number(number, Int128(text))
    }
}

extension YAMLTree {
    /// Text of a scalar without the blanks around it.
    package func trimmedText(of node: NodeID) -> String {
        var text = Substring(text(of: node))
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
