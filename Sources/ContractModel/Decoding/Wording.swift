internal import Basics
internal import Diagnostics
internal import YAMLTree

/// Names of types and values in messages.
package enum Wording {
    static func types(_ types: ValueTypes) -> String {
        var words: [String] = []
        if types.isSuperset(of: .scalar) {
            words.append("a single value")
        } else {
            if types.contains(.text) { words.append("text") }
            if types.isSuperset(of: .number) {
                words.append("a number")
            } else if types.contains(.integer) {
                words.append("a whole number")
            }
            if types.contains(.boolean) { words.append("true or false") }
            if types.contains(.null) { words.append("nothing") }
        }
        if types.contains(.list) { words.append("a list") }
        if types.contains(.mapping) { words.append("a mapping") }
        return words.count < 2
            ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
    }

    /// A value as a message shows it: short, and with its type.
    static func value(_ tree: YAMLTree, _ id: NodeID) -> String {
        let node = tree[id]
        let text = tree.text(of: id)
        switch node.type {
        case .null: return text.isEmpty ? "empty" : "`\(text)`"
        case .list: return "a list"
        case .mapping: return "a mapping"
        case .text: return text.isEmpty ? "an empty text" : "the text \(quoted(text))"
        case .boolean: return "the boolean `\(text)`"
        default: return "the number `\(text.shortened)`"
        }
    }

    package static func quoted(_ text: String) -> String { "`\(text.shortened)`" }

    package static func number(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
    }

    package static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// `a`, `b` and `c`, each in code marks.
    package static func list(_ words: [String], _ last: String = "or") -> String {
        let marked = words.map { "`\($0)`" }
        return marked.count < 2
            ? marked.joined() : marked.dropLast().joined(separator: ", ") + " \(last) " + marked[marked.count - 1]
    }

    /// `has` or `have`, as what it is said of demands: `options of a date` are many.
    static func verb(_ noun: String, _ one: String, _ many: String) -> String {
        if noun.hasPrefix("a ") || noun.hasPrefix("an ") { return one }
        return noun.hasPrefix("the ") && !noun.hasSuffix("s") ? one : many
    }

    /// The values that a key can have, all of them where they can be read at a glance; of very many the first.
    static func choices(_ words: [String]) -> String {
        words.count <= 20
            ? list(words) : words.prefix(8).map { "`\($0)`" }.joined(separator: ", ") + " or \(words.count - 8) others"
    }

    /// Advice on a value of the wrong type.
    static func help(expected: ValueTypes, _ tree: YAMLTree, _ id: NodeID) -> String? {
        let node = tree[id]
        if node.type == .null { return "write the value behind the key, or remove the key" }
        if node.type.isSubset(of: .scalar) { return help(expected: expected, scalar: node, tree.text(of: id)) }
        let isFlow = node.flags.contains(.flow)
        if node.isMapping {
            // `{{ name }}`, to be replaced before anything else reads the file, is a mapping to YAML.
            if isFlow, !expected.isDisjoint(with: .scalar), tree.source.text[Int(node.start)...].starts(with: "{{".utf8)
            {
                return "put quotes around it if it is a template"
            }
            guard expected.contains(.list) else {
                return expected.isSuperset(of: .scalar) ? nil : "write a single value instead of a mapping"
            }
            return isFlow ? "put it into brackets: [{…}]" : "start each item of the list with `- `"
        }
        guard expected.contains(.mapping) else {
            return expected.isSuperset(of: .scalar) ? nil : "write a single value instead of a list"
        }
        return isFlow ? "write one mapping, without the brackets" : "remove the `- `: one mapping is expected"
    }

    private static func help(expected: ValueTypes, scalar node: Node, _ text: String) -> String? {
        let isQuoted = node.flags.contains(.quoted)
        if expected.contains(.boolean), let truth = Truth.of(text) {
            return "write \(truth)" + (isQuoted ? ", without quotes" : "")
        }
        if expected.contains(.text), !node.isText { return "put quotes around it: \"\(text.shortened)\"" }
        if !expected.isDisjoint(with: .number), isQuoted, Double(text) != nil { return "remove the quotes" }
        if expected.contains(.mapping) { return "write its keys on the lines below, indented" }
        if expected.contains(.list) { return "write it as a list: [\(text.shortened)]" }
        return nil
    }
}
