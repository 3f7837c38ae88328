package import Diagnostics
package import YAMLTree

/// A text of a rule pack that is a language of its own, with its place in the file.
package struct RuleText {
    package let tree: YAMLTree
    package let node: NodeID
    package let text: String
    /// Start of the text within that of its node, in bytes: parts of a message lie further on.
    package var offset = 0

    package init(_ tree: YAMLTree, _ node: NodeID) {
        self.tree = tree
        self.node = node
        text = tree.text(of: node)
    }

    private init(_ tree: YAMLTree, _ node: NodeID, _ text: String, offset: Int) {
        self.tree = tree
        self.node = node
        self.text = text
        self.offset = offset
    }

    /// The same place with another text.
    package func replaced(by text: String) -> RuleText { RuleText(tree, node, text, offset: offset) }

    /// A part of it.
    package func part(_ range: Range<String.Index>) -> RuleText {
        RuleText(
            tree, node, String(text[range]),
            offset: offset + text.utf8.distance(from: text.startIndex, to: range.lowerBound))
    }

    /// The place of some bytes of it in the file.
    package func place(of range: Range<Int>) -> SourceRange {
        tree.sourceRange(of: range.lowerBound + offset..<range.upperBound + offset, in: node)
    }

    /// True when it stands without quotes, and YAML gives some of its first characters a meaning.
    package var isPlain: Bool { tree.style(of: node) == .plain }

    package var place: SourceRange { place(of: 0..<text.utf8.count) }
}
