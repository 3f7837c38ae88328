internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Turns issues into findings: places with lines, routes, elements, severities as the policy has them.
struct FindingWriter {
    let tree: YAMLTree
    let withExcerpts: Bool
    private(set) var findings: [Finding] = []
    /// What holds where there is no document.
    private let policy: Policy
    private let today: Int
    private var routes: Routes
    private var issueCap = IssueCap()
    /// What can hide a finding; nil: nothing can.
    private let exceptions: FileExceptions?
    private var hiddenCap = IssueCap()
    /// How many more findings are hidden than are listed, by what hides them.
    private(set) var unlisted: [Finding.Exception.Kind: Int] = [:]
    /// The waivers that findings fall under, as what marks them.
    private(set) var waivers: Set<ObjectIdentifier> = []

    init(tree: YAMLTree, policy: Policy, today: Int, _ exceptions: FileExceptions?, withExcerpts: Bool) {
        self.tree = tree
        self.policy = policy
        self.today = today
        self.exceptions = exceptions
        self.withExcerpts = withExcerpts
        routes = Routes(tree)
    }

    mutating func write(_ issues: [ElementIssue], of checked: CheckedDocument) {
        if findings.isEmpty { findings.reserveCapacity(issues.count) }
        // In the order of the document, in which routes are found fast.
        for issue in issues.sorted(by: { $0.node < $1.node }) {
            write(
                issue.issue, checked.id, checked.policy, route: { $0.route(to: issue.node) },
                element: { checked.document.path(of: issue.element) }, clause: issue.clause)
        }
    }

    /// Writes the first of some issues, as far as they stand before an offset, and takes them away.
    mutating func write(_ issues: inout ArraySlice<Issue>, before end: Int, of checked: CheckedDocument) {
        while let issue = issues.first, issue.range.start < end {
            write(issue, checked.id, checked.policy, element: { checked.places.path(at: issue.range.start) })
            issues.removeFirst()
        }
    }

    /// The same for issues that are about a document, whatever it holds there.
    mutating func write(_ issues: inout ArraySlice<Issue>, before end: Int, of id: String?) {
        let policy = policy.effective(forFile: tree.source.name, today: today)
        while let issue = issues.first, issue.range.start < end {
            write(issue, id, policy)
            issues.removeFirst()
        }
    }

    private func place(of range: SourceRange) -> Place {
        tree.source.place(of: range, withExcerpt: withExcerpts)
    }

    /// Writes an issue of a file that holds no document.
    mutating func write(_ issue: Issue) {
        write(issue, nil, policy.effective(forFile: tree.source.name, today: today))
    }

    private mutating func write(
        _ issue: Issue, _ id: String?, _ policy: EffectivePolicy, route: (inout Routes) -> String? = { _ in nil },
        element: () -> String? = { nil }, clause: String? = nil
    ) {
        guard let issue = policy.effective(issue) else { return }
        var path: String??
        var exception: Finding.Exception?
        if let exceptions, !issue.standsForMore {
            path = .some(element())
            exception = exceptions.exception(of: issue.rule, issue.range.start, contract: id, element: path ?? nil)
            if let exception, exception.kind == .waiver { waivers.insert(ObjectIdentifier(exception)) }
        }
        // What is hidden has a cap of its own, so that it crowds out nothing that counts.
        let isHidden = exceptions?.hides ?? false && exception.map { !$0.isVoid } ?? false
        guard let listed = isHidden ? hiddenCap.admitted(issue) : issueCap.admitted(issue) else {
            if isHidden, let kind = exception?.kind { unlisted[kind, default: 0] += 1 }
            return
        }
        var finding = Finding(
            listed.rule, severity: listed.severity, message: listed.message, place: place(of: listed.range),
            route: route(&routes), contract: id, element: path ?? element(), clause: clause, help: listed.help,
            related: listed.related.map { RelatedPlace(place(of: $0.range), $0.message) },
            subject: listed.subject, offset: listed.range.start)
        finding.exception = isHidden || !finding.standsForMore ? exception : nil
        findings.append(finding)
    }
}
