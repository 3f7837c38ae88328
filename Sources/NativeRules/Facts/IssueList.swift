internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Issues that the native rules have found in one document.
struct IssueList {
    let tree: YAMLTree
    private(set) var issues: [ElementIssue] = []
    /// As for the rules of packs: what hides findings is not known here, so that one rule never leaves another without room.
    private var cap = IssueCap(IssueCap.mostFound)
    /// Number of names that may still be compared to find out what was meant.
    private var comparisons = 100_000

    init(_ tree: YAMLTree) { self.tree = tree }

    /// True when another issue of a rule would be listed: asked before one is worded.
    func hasRoom(for rule: RuleDescriptor) -> Bool { cap.hasRoom(for: rule) }

    /// - Parameters:
    ///   - node: the value the issue is about.
    ///   - element: the element it belongs to.
    mutating func add(_ issue: Issue, at node: NodeID, of element: ElementID) {
        guard let listed = cap.admitted(issue) else { return }
        issues.append(ElementIssue(listed, node: node, element: element))
    }

    /// True when names may still be compared. A thousand misspelt names among twenty thousand would take seconds, so each
    /// document has a budget for suggestions.
    mutating func affords(comparisons count: Int) -> Bool {
        guard count <= comparisons else { return false }
        comparisons -= count
        return true
    }

    /// The one of several scalars whose text is nearest to a word, if a slip explains the difference.
    func nearest(to word: String, among names: [NodeID]) -> (text: String, node: NodeID)? {
        let letters = Letters(word.utf8)
        let near = names.filter { name in tree.withText(of: name) { letters.isNear(Letters($0)) } }
        let texts = near.map(tree.text(of:))
        guard let text = Spelling.nearest(to: word, among: texts), let index = texts.firstIndex(of: text) else {
            return nil
        }
        return (text, near[index])
    }

    /// Set of the letters of a word, whatever their case and number: rules most words out before they are compared.
    private struct Letters {
        private var set: UInt64 = 0
        private var count = 0

        init(_ text: some Sequence<UInt8>) {
            for byte in text {
                count += 1
                // Upper and lower case fall together, all that is not ASCII does too.
                set |= 1 << UInt64(byte < 0x80 ? (byte >= 0x40 ? byte & 0x1F : byte & 0x3F) : 63)
            }
        }

        /// Each slip takes away a letter, adds one, or does both; `Spelling` allows a third of the word, at most 3.
        func isNear(_ other: Letters) -> Bool {
            (set ^ other.set).nonzeroBitCount <= 2 * min(3, max(1, count / 3))
        }
    }

    func quoted(_ node: NodeID) -> String { Wording.quoted(tree.text(of: node)) }
}
