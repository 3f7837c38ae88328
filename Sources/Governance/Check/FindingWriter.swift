internal import Diagnostics

/// Turns issues into findings, of a check as of a comparison: each with the rule and the severity that hold for its contract and
/// with what hides it, and of a kind as many as somebody can read.
struct FindingWriter {
    /// The findings so far, and what has become of the others.
    var result = FileResult()
    /// Change that the findings to come are about; nil: none.
    var change: ExceptedChange?
    /// Exceptions that can hide a finding; nil: none.
    private let exceptions: FileExceptions?
    private var counting = IssueCap()
    // What is hidden has a cap of its own, so that it crowds out nothing that counts.
    private var hidden = IssueCap()
    /// Issues that stand in text which aliases repeat, as far as they are said: each fault is there once.
    private var repeated: Set<Repeated> = []

    private struct Repeated: Hashable {
        var rule: String
        var clause: String?
        var start: Int
        var end: Int
        var subject: String
        /// Hidden in one place, a fault may count in another.
        var isHidden: Bool
    }

    init(_ exceptions: FileExceptions?) { self.exceptions = exceptions }

    /// Place of an issue, as a finding shows it.
    struct Spot {
        var place: Place
        var route: String?
        var related: [RelatedPlace] = []
        var change: ChangeReport.Change?
        /// Secrets of the files that the issue may quote.
        var secrets: SourceSecrets?
    }

    /// - Parameters:
    ///   - policy: what holds for the contract that the issue is about.
    ///   - most: as grave as this at most, whatever the policy says.
    ///   - fault: where the fault itself stands, which aliases may bring here again; nil: none does.
    ///   - spot: asked only of what is listed.
    mutating func write(
        _ issue: Issue, under policy: EffectivePolicy, contract: String?, most: Severity = .error,
        clause: String? = nil, fault: SourceRange? = nil, element: () -> String?, spot: (Issue) -> Spot
    ) {
        guard var issue = policy.effective(issue) else { return }
        issue.severity = min(issue.severity, most)
        var path: String??
        var exception: Finding.Exception?
        if let exceptions, !issue.standsForMore {
            path = .some(element())
            exception = exceptions.exception(
                of: issue.rule, issue.range.start, contract: contract, element: path ?? nil, change)
            if let use = WaiverUse(exception, from: issue.rule) { result.waivers.insert(use) }
        }
        let isHidden = exceptions?.hides ?? false && exception.map { !$0.isVoid } ?? false
        if let fault, !issue.standsForMore {
            let own = Repeated(
                rule: issue.rule.id, clause: clause, start: fault.start, end: fault.end, subject: issue.subject,
                isHidden: isHidden)
            guard repeated.insert(own).inserted else { return }
        }
        guard let listed = isHidden ? hidden.admitted(issue) : counting.admitted(issue) else {
            if isHidden, let kind = exception?.kind { result.unlisted[kind, default: 0] += 1 }
            return
        }
        let spot = spot(listed)
        var finding = Finding(
            listed.rule, severity: listed.severity, message: listed.message, place: spot.place, route: spot.route,
            contract: contract, element: path ?? element(), clause: clause, help: listed.help,
            related: listed.standsForMore ? [] : spot.related, subject: listed.subject, offset: listed.range.start)
        finding.secrets = spot.secrets
        if isHidden || !listed.standsForMore { finding.exception = exception }
        if !listed.standsForMore { finding.change = spot.change.map(Finding.ChangeFact.init) }
        result.findings.append(finding)
    }
}
