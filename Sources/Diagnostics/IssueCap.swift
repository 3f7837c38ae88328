/// Keeps the issues of one file or document to a number that somebody can read.
///
/// A file can hold as many faults as bytes. What is left out has the rule and the severity of a thousand others that are
/// listed, so that no configuration and no `--fail-on` judges the file differently for it.
package struct IssueCap {
    package static let mostOfAKind = 1000

    private struct Kind: Hashable {
        var rule: String
        var severity: Severity
    }

    package enum Verdict { case list, listAsLast, leaveOut }

    private var counts: [Kind: Int] = [:]

    package init() {}

    /// Whether one more issue would be listed: asked before its message is written.
    package func hasRoom(for rule: RuleDescriptor, _ severity: Severity? = nil) -> Bool {
        counts[Kind(rule: rule.id, severity: severity ?? rule.severity), default: 0] <= Self.mostOfAKind
    }

    private mutating func admit(_ issue: Issue) -> Verdict {
        let kind = Kind(rule: issue.rule.id, severity: issue.severity)
        let count = counts[kind, default: 0]
        counts[kind] = count + 1
        return count < Self.mostOfAKind ? .list : count == Self.mostOfAKind ? .listAsLast : .leaveOut
    }

    /// The issue to list in place of one: itself, the word that no more are listed, or none.
    package mutating func admitted(_ issue: Issue) -> Issue? {
        switch admit(issue) {
        case .list: issue
        case .listAsLast:
            Issue(
                issue.rule, "this is found more than \(Self.mostOfAKind) times; what follows is not listed",
                at: issue.range,
                severity: issue.severity, help: "mend those that are listed first", subject: "more")
        case .leaveOut: nil
        }
    }
}
