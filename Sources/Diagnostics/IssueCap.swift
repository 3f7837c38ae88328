/// Keeps the issues of one file or document to a number that somebody can read.
///
/// A file can hold as many faults as bytes. What is left out has the rule and the severity of a thousand others that are
/// listed, so that no configuration and no `--fail-on` judges the file differently for it.
package struct IssueCap {
    package static let mostOfAKind = 1000
    /// As many are found before anybody knows which of them something hides: what is hidden crowds out nothing that counts.
    package static let mostFound = 10_000

    /// The subject of the last one that is listed. No key and no value is likely to be that.
    static let more = "\u{0}more"

    private struct Kind {
        let rule: RuleDescriptor
        let severity: Severity
        var count = 0
    }

    package enum Verdict { case list, listAsLast, leaveOut }

    /// Few: a file breaks a handful of rules, and there are no more kinds than rules.
    private var kinds: [Kind] = []

    private let most: Int

    package init(_ most: Int = mostOfAKind) { self.most = most }

    /// True when one more issue would be listed: asked before its message is written.
    package func hasRoom(for rule: RuleDescriptor, _ severity: Severity? = nil) -> Bool {
        guard let kind = index(of: rule, severity ?? rule.severity) else { return true }
        return kinds[kind].count <= most
    }

    /// Index of a kind among those met so far. A rule can have several descriptors, each for some of the documents.
    private func index(of rule: RuleDescriptor, _ severity: Severity) -> Int? {
        kinds.firstIndex { $0.rule === rule && $0.severity == severity }
            ?? kinds.firstIndex { $0.rule.id == rule.id && $0.severity == severity }
    }

    private mutating func admit(_ issue: Issue) -> Verdict {
        let index = index(of: issue.rule, issue.severity) ?? kinds.count
        if index == kinds.count { kinds.append(Kind(rule: issue.rule, severity: issue.severity)) }
        let count = kinds[index].count
        kinds[index].count += 1
        return count < most ? .list : count == most ? .listAsLast : .leaveOut
    }

    /// The issue to list in place of one: itself, the word that no more are listed, or none.
    package mutating func admitted(_ issue: Issue) -> Issue? {
        switch admit(issue) {
        case .list: issue
        case .listAsLast:
            Issue(
                issue.rule, "this is found more than \(most) times; what follows is not listed",
                at: issue.range,
                severity: issue.severity, help: "mend those that are listed first", subject: Self.more)
        case .leaveOut: nil
        }
    }
}
