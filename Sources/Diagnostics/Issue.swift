/// Something wrong in one file, before its place becomes lines and columns.
package struct Issue: Sendable {
    package var rule: RuleDescriptor
    /// The rule's own severity unless the case is graver or less grave.
    package var severity: Severity
    package var message: String
    package var range: SourceRange
    /// Advice on what to do about it.
    package var help: String?
    package var related: [(range: SourceRange, message: String)]
    /// Subject, that which was found (the key, the value): part of the fingerprint, not shown.
    package var subject: String

    /// True when it stands for others that are not listed, so that nobody can tell what hides with it.
    package var standsForMore: Bool { subject == IssueCap.more }

    package init(
        _ rule: RuleDescriptor, _ message: String, at range: SourceRange, severity: Severity? = nil,
        help: String? = nil,
        related: [(range: SourceRange, message: String)] = [], subject: String = ""
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        self.message = message
        self.range = range
        self.help = help
        self.related = related
        self.subject = subject
    }
}
