package import Compatibility
package import ContractModel
package import Diagnostics
internal import YAMLTree

/// Turns what a comparison found into findings: severities by verdict and configuration, the old place beside the new one.
package struct ChangeFindings {
    private let policy: Policy
    /// In days since 1970-01-01.
    private let today: Int
    private let withExcerpts: Bool
    private var cap = IssueCap()
    package private(set) var findings: [Finding] = []

    /// - Parameters:
    ///   - today: the day that decides what is in force already, in days since 1970-01-01.
    ///   - withExcerpts: whether findings carry the source lines they stand in.
    package init(_ policy: Policy, today: Int, withExcerpts: Bool) {
        self.policy = policy
        self.today = today
        self.withExcerpts = withExcerpts
    }

    /// Adds the changes of a pair, and what there is to say of its version.
    package mutating func add(_ result: ComparisonResult) {
        let report = result.report(withExcerpts: withExcerpts)
        let effective = policy.effective(for: result.new, today: today)
        for (change, plain) in zip(result.changes, report.changes) {
            add(change, plain, effective, contract: report.new.id ?? report.old.id, result.isGated, "")
        }
        addVersion(result, effective)
    }

    /// Adds what hurts readers of an earlier version and has not been said of a later one.
    ///
    /// - Parameters:
    ///   - name: of the version, as people know it.
    ///   - said: kind and element of what has been said; what is added here comes to it.
    package mutating func add(
        graveChangesOf result: ComparisonResult, since name: String, except said: inout Set<String>
    ) {
        let report = result.report(withExcerpts: withExcerpts)
        let effective = policy.effective(for: result.new, today: today)
        for (change, plain) in zip(result.changes, report.changes) where change.verdict >= .risky {
            guard said.insert("\(change.id) \(change.element ?? "")").inserted else { continue }
            add(
                change, plain, effective, contract: report.new.id ?? report.old.id, result.isGated,
                "; against the released version \(name)")
        }
    }

    private mutating func add(
        _ change: Change, _ plain: ChangeReport.Change, _ effective: EffectivePolicy, contract: String?,
        _ isGated: Bool, _ suffix: String
    ) {
        var message = plain.message
        if plain.verdict >= .risky { message += " (\(Self.verdict(of: plain)))" }
        if plain.reason != change.kind.reason { message += "; \(plain.reason)" }
        message += suffix
        if !isGated { message += "; the old version is a draft" }
        let issue = Issue(
            CompatibilityRules.rule(of: change.kind), message, at: change.new.range,
            severity: CompatibilityRules.severity(of: plain.verdict), help: plain.remedy,
            subject: "\(plain.old.value ?? "")\u{0}\(plain.new.value ?? "")")
        let old = plain.old.value.map { "before: \($0.shortened(to: 100))" } ?? "it was not here before"
        append(
            issue, effective, isGated, plain.new.place, route: plain.new.route, contract: contract,
            element: plain.element,
            related: [RelatedPlace(plain.old.place, old)], change: plain)
    }

    /// `breaking for those who read the data`
    private static func verdict(of change: ChangeReport.Change) -> String {
        let hurt = change.hurts.map { $0 == .consumer ? "read" : "write" }.joined(separator: " or ")
        return change.verdict.rawValue + (hurt.isEmpty ? "" : " for those who \(hurt) the data")
    }

    // MARK: The version

    private mutating func addVersion(_ result: ComparisonResult, _ effective: EffectivePolicy) {
        guard result.isComparable, let root = result.new.rootElement, let old = result.old.rootElement else { return }
        let (before, after) = (old.text(.version), root.text(.version))
        let demand = "the changes ask for a \(result.minimumBump.rawValue) version"
        let shown = (after ?? "none").shortened
        var severity = Severity.error
        let message: String
        switch result.gate.outcome {
        case .satisfied: return
        case .unchanged: message = "the version is still \(shown), and \(demand)"
        case .lowered: message = "the version went down, from \((before ?? "none").shortened) to \(shown)"
        case .insufficient:
            message = "from \((before ?? "none").shortened) to \(shown) is too little: \(demand)"
        case .unreadable:
            message = "from \((before ?? "none").shortened) to \(shown) tells nothing: \(demand)"
        }
        // What breaks nobody but stands under an old number misleads less.
        let isGrave = result.changes.contains { $0.bump == .major }
        if !isGrave, result.gate.outcome != .lowered { severity = .warning }
        let tree = result.new.tree
        let node = root.node(.version) ?? root.node(.name) ?? root.node(.id)
        let range = node.map { tree.range(of: $0) } ?? SourceRange(root.range.start, root.range.start)
        var related: [RelatedPlace] = []
        if let node = old.node(.version) {
            let place = result.old.tree.source.place(of: result.old.tree.range(of: node), withExcerpt: withExcerpts)
            related = [RelatedPlace(place, "before: \((before ?? "").shortened)")]
        }
        var routes = Routes(tree)
        append(
            Issue(
                CompatibilityRules.versionBump, message, at: range, severity: severity,
                help: result.suggestedVersion.map { "make it \($0)" } ?? "write versions as in Semantic Versioning",
                subject: "version"),
            effective, result.isGated, tree.source.place(of: range, withExcerpt: withExcerpts),
            route: node.flatMap { routes.route(to: $0) }, contract: result.new.id, element: nil, related: related)
    }

    // MARK: Whole contracts

    /// Adds the word that a contract is new.
    package mutating func add(newContract document: ContractDocument) {
        addWhole(.contractAdded, document, .compatible, "the contract is new", at: nil)
    }

    /// Adds the word that a contract is gone.
    ///
    /// - Parameter file: where it stood, as a path in the working folder: the old text may come from somewhere else.
    package mutating func add(removedContract document: ContractDocument, from file: String) {
        let status = document.rootElement?.text(.status)?.lowercased()
        // Nobody relies on a draft yet, or on what was retired any more.
        let isGated = status != "draft" && status != "retired"
        let version = document.rootElement?.text(.version).map { " (version \($0.shortened))" } ?? ""
        let note = isGated ? " (breaking for those who read the data)" : "; it was \(status ?? "")"
        addWhole(
            .contractRemoved, document, isGated ? .breaking : .informational, "the contract is gone\(version)\(note)",
            at: file, isGated)
    }

    private mutating func addWhole(
        _ kind: ChangeKind, _ document: ContractDocument, _ verdict: Verdict, _ message: String, at file: String?,
        _ isGated: Bool = true
    ) {
        let tree = document.tree
        let root = document.rootElement
        let node = root?.node(.id) ?? root?.node(.name)
        let range = node.map { tree.range(of: $0) } ?? SourceRange(document.range.start, document.range.start)
        let own = tree.source.place(of: range, withExcerpt: withExcerpts)
        var place = own
        if let file { place.file = file }
        append(
            Issue(
                CompatibilityRules.rule(of: kind), message, at: range,
                severity: CompatibilityRules.severity(of: verdict), help: kind.remedy),
            policy.effective(for: document, file: file, today: today), isGated, place, route: nil,
            contract: document.id,
            element: nil,
            related: file == nil || file == own.file ? [] : [RelatedPlace(own, "it was here")])
    }

    private mutating func append(
        _ issue: Issue, _ effective: EffectivePolicy, _ isGated: Bool, _ place: Place, route: String?,
        contract: String?, element: String?,
        related: [RelatedPlace], change: ChangeReport.Change? = nil
    ) {
        guard let issue = effective.effective(issue), let listed = cap.admitted(issue) else { return }
        let severity = isGated ? issue.severity : .info
        let isItself = listed.message == issue.message
        var finding = Finding(
            listed.rule, severity: severity, message: listed.message, place: place, route: route,
            contract: contract?.shortened(to: Self.longestID), element: isItself ? element : nil, help: listed.help,
            related: isItself ? related : [], subject: listed.subject, offset: listed.range.start)
        if isItself, let change { finding.change = Finding.ChangeFact(change) }
        findings.append(finding)
    }

    /// No id that is meant as one is longer, and all findings of a contract name it.
    private static let longestID = 500
}
