internal import ContractModel
package import Diagnostics
internal import YAMLTree

/// What checking one file gave: plain values, so that the file's text and tree can go.
package struct FileResult: Sendable {
    package var documents: [Report.Document] = []
    package var findings: [Finding] = []
    /// Evaluations of rules that came to nothing.
    package var failures: [RuleFailure] = []
    /// Rules that could not judge a document for want of a fact.
    package var unknown: Set<String> = []
    /// The ids of its documents, to be compared with those of other files.
    package var ids: [ContractIDs.Entry] = []
    /// How many nodes its tree had.
    package var nodeCount = 0
    package var byteCount = 0
}

/// Checks one file: from bytes to findings.
package enum FileCheck {
    /// Checks one file alone: whatever looks across files is not asked.
    ///
    /// - Parameter today: the day that rules about dates go by, in days since 1970-01-01.
    package static func run(
        name: String, raw: [UInt8], _ configuration: Configuration, withExcerpts: Bool = true, today: Int = 0
    ) -> FileResult {
        let memory = CheckMemory(today: today)
        var result = run(name: name, raw: raw, configuration, withExcerpts: withExcerpts, memory: memory)
        var ids = ContractIDs()
        result.ids.forEach { ids.add($0) }
        result.findings += ids.findings()
        return result
    }

    /// - Parameters:
    ///   - name: the file's name in reports.
    ///   - raw: its bytes, whatever they are.
    ///   - withExcerpts: whether findings carry the source lines they stand in.
    ///   - memory: of the calling thread; best kept from one file to the next.
    package static func run(
        name: String, raw: [UInt8], _ configuration: Configuration, withExcerpts: Bool = true, memory: CheckMemory
    ) -> FileResult {
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits)
        var result = FileResult()
        result.nodeCount = tree.nodeCount
        result.byteCount = raw.count
        var writer = FindingWriter(
            tree: tree, policy: configuration.policy, today: memory.today, withExcerpts: withExcerpts)
        // One after the other: a file can hold thousands of documents, each with thousands of issues.
        var textIssues = tree.issues.sorted { $0.range.start < $1.range.start }[...]
        var last: CheckedDocument?
        for part in tree.documents {
            guard let document = ContractDocument(tree, part) else { continue }
            // What is wrong with the text up to the next contract belongs to the one before it.
            if let last { writer.write(&textIssues, before: document.range.start, of: last) }
            let policy = configuration.policy.effective(for: document, today: memory.today)
            let checked = CheckedDocument(document, policy)
            result.documents.append(
                Report.Document(file: name, kind: document.kind, id: checked.id, offset: document.range.start))
            var issues = document.issues
            NativeRules.check(document, types: &memory.types, into: &issues)
            let governed = memory.engine(for: policy.rules).check(document)
            issues += governed.issues
            result.failures += governed.failures
            result.unknown.formUnion(governed.unknown)
            result.failures += policy.failures.map { RuleFailure(unaskable: $0, document) }
            writer.write(issues, of: checked)
            let rule = policy.effective(ContractIDs.rule)
            if let id = ContractIDs.entry(of: document, rule: rule, withExcerpt: withExcerpts) {
                result.ids.append(id)
            }
            last = checked
        }
        if let last {
            writer.write(&textIssues, before: .max, of: last)
        } else if tree.issues.contains(where: { $0.rule.id != YAMLRules.duplicateKey.id && $0.severity == .error }) {
            let isContract = Recognition.looksLikeContract(name: name, text: tree.source.text)
            if isContract { result.documents = [Self.document(named: name)] }
            for var issue in tree.issues where issue.severity == .error {
                // A file that may be anything at all is worth a word, not a failure.
                if !isContract { issue.severity = .warning }
                writer.write(issue)
            }
        }
        if tree.documents.isEmpty, writer.findings.isEmpty, Recognition.isNamedAsContract(name) {
            // Its name promises a contract; that all of it got lost is no reason to pass it over.
            result.documents = [Self.document(named: name)]
            writer.write(
                Issue(
                    StandardRules.missingKey, "the file holds no contract", at: SourceRange(0, 0),
                    help: "write one, or remove the file", subject: "root"))
        }
        result.findings = writer.findings
        return result
    }

    /// The document that a file's name promises.
    private static func document(named name: String) -> Report.Document {
        Report.Document(file: name, kind: name.contains(".odps.") ? .product : .contract, id: nil, offset: 0)
    }
}

/// A contract or product with what findings say of it.
private final class CheckedDocument {
    let document: ContractDocument
    let id: String?
    let policy: EffectivePolicy
    lazy var places = ElementPlaces(document)

    /// No id that is meant as one is longer, and all findings of a contract name it.
    private static let longestID = 500

    init(_ document: ContractDocument, _ policy: EffectivePolicy) {
        self.document = document
        self.policy = policy
        id = document.id?.shortened(to: Self.longestID)
    }
}

/// Turns issues into findings: places with lines, routes, elements, severities as the policy has them.
private struct FindingWriter {
    let tree: YAMLTree
    let withExcerpts: Bool
    private(set) var findings: [Finding] = []
    /// What holds where there is no document.
    private let policy: Policy
    private let today: Int
    private var routes: Routes
    private var issueCap = IssueCap()

    init(tree: YAMLTree, policy: Policy, today: Int, withExcerpts: Bool) {
        self.tree = tree
        self.policy = policy
        self.today = today
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
        guard let issue = policy.effective(issue), let issue = issueCap.admitted(issue) else { return }
        findings.append(
            Finding(
                issue.rule, severity: issue.severity, message: issue.message, place: place(of: issue.range),
                route: route(&routes), contract: id, element: element(), clause: clause, help: issue.help,
                related: issue.related.map { RelatedPlace(place(of: $0.range), $0.message) },
                subject: issue.subject, offset: issue.range.start))
    }
}

extension RuleFailure {
    /// A rule that no single layer has made wrong.
    fileprivate init(unaskable rule: String, _ document: ContractDocument) {
        let start = SourceRange(document.range.start, document.range.start)
        self.init(
            rule: rule,
            message: "its parameters, as the layers that match have them together, do not fit its expressions",
            place: document.tree.source.place(of: start, withExcerpt: false))
    }
}
