internal import Basics
package import Compatibility
package import ContractModel
internal import Diagnostics
internal import RuleLanguage
package import YAMLTree

/// Turns what the comparisons of one file found into findings: severities by verdict and policy, the old place beside the new one.
package struct ChangeFindings {
    let configuration: Configuration
    let withExcerpts: Bool
    /// In days since 1970-01-01.
    private let today: Int
    private let exceptions: FileExceptions?
    var writer: FindingWriter
    /// Secrets of the versions at hand.
    private(set) var secrets = SourceSecrets.none
    /// Most runs have no rule that asks about changes, and make none.
    private(set) lazy var cache = CheckCache()
    /// Comments that the files of the earlier version had already.
    private var earlierComments: Set<String> = []

    /// - Parameters:
    ///   - exceptions: what can hide the findings of the file; nil: nothing can.
    ///   - withExcerpts: whether findings carry the source lines they stand in.
    ///   - today: the day that rules about dates go by, in days since 1970-01-01.
    package init(_ configuration: Configuration, _ exceptions: FileExceptions?, withExcerpts: Bool, today: Int) {
        self.configuration = configuration
        self.exceptions = exceptions
        self.withExcerpts = withExcerpts
        self.today = today
        writer = FindingWriter(exceptions)
    }

    /// Result of all that was added, with the findings about comments that were to hide some of it.
    package var result: FileResult {
        var result = writer.result
        guard let suppressions = exceptions?.suppressions else { return result }
        let issues = suppressions.issues(rules: nil, earlier: earlierComments) { _ in false }
        if issues.isEmpty { return result }
        let tree = suppressions.tree
        let documents = tree.documents.compactMap { ContractDocument(tree, $0) }.map { document in
            Report.Document(
                file: tree.source.name, kind: document.kind, id: CheckedDocument.id(of: document),
                offset: document.range.start)
        }
        result.findings += FileFindings.findings(
            about: issues, in: tree, of: documents, configuration.policy, today: today, withExcerpts: withExcerpts)
        return result
    }

    /// Adds the word on comments that are left from changes before, of a file that is what it was.
    package mutating func addLeftComments(of tree: YAMLTree) { earlierComments.formUnion(marks(of: tree)) }

    /// True: a file may hold comments that are meant for contractlint.
    package static func mayHoldComments(_ raw: [UInt8]) -> Bool { SuppressionComment.mayStand(in: raw) }

    /// Comments of an earlier version: none where the file has none now, and nothing could be left.
    private func marks(of tree: YAMLTree) -> Set<String> {
        exceptions?.suppressions == nil ? [] : Suppressions.marks(of: tree)
    }

    /// Adds the changes of a pair, what rules say of them, and what there is to say of its version.
    ///
    /// - Parameter place: where the old version stood, as a path in the working folder.
    package mutating func add(_ result: ComparisonResult, from place: String) {
        secrets = result.secrets
        let comments = marks(of: result.old.tree)
        earlierComments.formUnion(comments)
        writer.change = ExceptedChange(version: result.new.rootElement?.text(.version), earlierComments: comments)
        let report = result.report(withExcerpts: withExcerpts)
        let changes = Array(zip(result.changes, report.changes))
        let effective = effectivePolicy(for: result, from: place)
        for (change, plain) in changes {
            add(change, plain, effective, of: result, report, "")
        }
        judge(changes, of: result, effective, "")
        addVersion(result, effective)
        if result.isComparable { writer.result.comparisons.append(report.withoutChanges) }
    }

    /// A contract does not leave the layers that it was in along with the change they are about.
    private func effectivePolicy(for result: ComparisonResult, from place: String) -> EffectivePolicy {
        let before = Set([place, result.new.tree.source.name]).sorted().map { DocumentFacts(result.old, file: $0) }
        return configuration.policy.effective(for: result.new, earlier: before, today: today)
    }

    /// Adds what hurts readers of an earlier version and has not been said of a later one.
    ///
    /// - Parameters:
    ///   - name: of the version, as people know it.
    ///   - place: where the old version stood, as a path in the working folder.
    ///   - said: kind and element of what has been said; what is added here comes to it.
    package mutating func add(
        graveChangesOf result: ComparisonResult, since name: String, from place: String, except said: inout Set<String>
    ) {
        secrets = result.secrets
        writer.change = ExceptedChange(
            version: result.new.rootElement?.text(.version), earlierComments: marks(of: result.old.tree))
        let report = result.report(withExcerpts: withExcerpts)
        let suffix = "; against the released version \(name)"
        let effective = effectivePolicy(for: result, from: place)
        let changes = zip(result.changes, report.changes).filter { change, _ in
            change.verdict >= .risky && said.insert("\(change.id) \(change.element ?? "")").inserted
        }
        for (change, plain) in changes {
            add(change, plain, effective, of: result, report, suffix)
        }
        judge(changes, of: result, effective, suffix)
    }

    private mutating func add(
        _ change: Change, _ plain: ChangeReport.Change, _ effective: EffectivePolicy, of result: ComparisonResult,
        _ report: ChangeReport, _ suffix: String
    ) {
        var message = plain.message
        if plain.verdict >= .risky { message += " (\(Self.verdict(of: plain)))" }
        if plain.reason != change.kind.reason { message += "; \(plain.reason)" }
        message += suffix
        if !result.isGated { message += "; the old version is a draft" }
        // Who others are, and whether they are there at all, no version number can settle.
        let isAllowed =
            plain.verdict == .breaking && result.isAllowedToBreak && !Self.identities.contains(change.kind.id)
        if isAllowed { message += "; the new version \((report.new.version ?? "").shortened) announces it" }
        let issue = Issue(
            CompatibilityRules.rule(of: change.kind), message, at: change.new.range,
            severity: CompatibilityRules.severity(of: plain.verdict), help: plain.remedy,
            subject: "\(plain.old.value ?? "")\u{0}\(plain.new.value ?? "")")
        writer.change?.old = plain.old.value
        writer.change?.new = plain.new.value
        let old = plain.old.value.map { "before: \($0.shortened(to: 100))" } ?? "it was not here before"
        append(
            issue, effective, most: !result.isGated ? .info : isAllowed ? .warning : .error,
            contract: report.new.id ?? report.old.id, element: plain.element,
            FindingWriter.Spot(
                place: plain.new.place, route: plain.new.route, related: [RelatedPlace(plain.old.place, old)],
                change: plain))
    }

    /// Kinds of changes that concern who the contract is.
    private static let identities: Set<String> = ["contract-id-changed", "identity-reused"]

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
        if !isGrave, result.gate.outcome != .lowered { severity = result.isWordsAlone ? .info : .warning }
        let tree = result.new.tree
        let node = root.node(.version) ?? root.node(.name) ?? root.node(.id)
        let range = node.map { tree.range(of: $0) } ?? SourceRange(root.range.start, root.range.start)
        var related: [RelatedPlace] = []
        if let node = old.node(.version) {
            let place = result.old.tree.place(of: result.old.tree.range(of: node), withExcerpt: withExcerpts)
            related = [RelatedPlace(place, "before: \((before ?? "").shortened)")]
        }
        var routes = Routes(tree)
        writer.change?.old = before
        writer.change?.new = after
        append(
            Issue(
                CompatibilityRules.versionBump, message, at: range, severity: severity,
                help: Self.advice(on: result),
                subject: "version"),
            effective, most: result.isGated ? .error : .info, contract: result.new.id,
            FindingWriter.Spot(
                place: tree.place(of: range, withExcerpt: withExcerpts),
                route: node.flatMap { routes.route(to: $0) }, related: related))
    }

    private static func advice(on result: ComparisonResult) -> String {
        if let version = result.suggestedVersion { return "make it \(version)" }
        return switch result.gate.outcome {
        case .lowered: "write a version behind the last one"
        case .unchanged: "write a later version"
        default: "write versions as in Semantic Versioning"
        }
    }

    // MARK: Whole contracts

    /// Adds the word that a contract is new.
    package mutating func add(newContract document: ContractDocument) {
        add(WholeContract(added: document), at: nil)
    }

    /// Adds the word that a contract is gone.
    ///
    /// - Parameter file: where it stood, as a path in the working folder: the old text may come from somewhere else.
    package mutating func add(removedContract document: ContractDocument, from file: String) {
        add(WholeContract(removed: document), at: file)
    }

    private mutating func add(_ whole: WholeContract, at file: String?) {
        secrets = whole.document.tree.secrets
        let comments = whole.isNew ? [] : marks(of: whole.document.tree)
        earlierComments.formUnion(comments)
        let version = whole.document.rootElement?.text(.version)
        writer.change = ExceptedChange(
            old: whole.isNew ? nil : version, new: whole.isNew ? version : nil, version: version,
            earlierComments: comments)
        let own = whole.place(withExcerpt: withExcerpts)
        var place = own
        if let file { place.file = file }
        let effective = configuration.policy.effective(for: whole.document, file: place.file, today: today)
        let related = own.file == place.file ? [] : [RelatedPlace(own, "it was here")]
        let note = whole.verdict == .breaking ? " (breaking for those who read the data)" : ""
        append(
            Issue(
                CompatibilityRules.rule(of: whole.kind), whole.message + note, at: whole.range,
                severity: CompatibilityRules.severity(of: whole.verdict), help: whole.kind.remedy),
            effective, most: whole.isGated ? .error : .info, contract: whole.document.id,
            FindingWriter.Spot(place: place, related: related))
        judge(whole, effective, at: place, related)
    }

    /// - Parameter most: the gravest that the finding can be: where nobody relies on the contract, no more than a note.
    mutating func append(
        _ issue: Issue, _ effective: EffectivePolicy, most: Severity, contract: String?, element: String? = nil,
        clause: String? = nil, _ spot: FindingWriter.Spot
    ) {
        var spot = spot
        spot.secrets = secrets
        let quoting = spot
        writer.write(
            issue, under: effective, contract: contract?.shortened(to: CheckedDocument.longestID),
            most: most, clause: clause, element: { element }, spot: { _ in quoting })
    }
}
