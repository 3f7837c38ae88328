internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

/// An example as its pack writes it, moved to the left margin: without its note and its clauses, which are said in words.
enum ExampleText {
    static func facts(of example: RuleExample, in tree: YAMLTree) -> RuleFacts.Example {
        func value(_ key: String) -> NodeID? { tree.value(of: key, in: example.node) }
        let clauses = value("clauses").map { tree.items(of: $0).map { tree.text(of: $0) } } ?? []
        return RuleFacts.Example(
            yaml(of: example.node, in: tree), note: value("note").map { tree.text(of: $0).trimmed }, clauses: clauses)
    }

    private static func yaml(of node: NodeID, in tree: YAMLTree) -> String {
        if let document = tree.value(of: "yaml", in: node) { return tree.text(of: document) }
        return tree.entries(of: node).lazy
            .filter { !["note", "clauses"].contains(tree.text(of: $0.key)) }
            .map { entry in
                let start = tree.range(of: entry.key).start
                let text = tree.source.text[start..<max(start, tree.range(of: entry.value).end)]
                return atMargin(String(decoding: text, as: UTF8.self), column(of: start, in: tree)) + "\n"
            }
            .joined()
    }

    /// Number of bytes before an offset in its line.
    private static func column(of offset: Int, in tree: YAMLTree) -> Int {
        let text = tree.source.text
        var start = offset
        while start > 0, text[start - 1] != UInt8(ascii: "\n"), text[start - 1] != UInt8(ascii: "\r") { start -= 1 }
        return offset - start
    }

    /// - Parameter column: how far its first line stands from the margin. The lines that go on may stand nearer, in a
    ///   mapping in braces, but not at the margin: they would be keys of their own.
    private static func atMargin(_ text: String, _ column: Int) -> String {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        let least = lines.dropFirst().lazy.filter { !$0.allSatisfy(\.isWhitespace) }
            .map { $0.prefix { $0 == " " }.utf8.count }.min()
        let taken = min(column, max(0, (least ?? column) - 2))
        var kept =
            [String(lines.first ?? "")]
            + lines.dropFirst().map { String($0.dropFirst(min(taken, $0.prefix { $0 == " " }.count))) }
        while kept.count > 1, kept.last?.allSatisfy(\.isWhitespace) ?? false { kept.removeLast() }
        return kept.joined(separator: "\n")
    }
}
