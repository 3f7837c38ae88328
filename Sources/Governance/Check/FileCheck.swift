internal import Basics
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
    /// How many more findings are hidden than are listed, by what hides them.
    package var unlisted: [Finding.Exception.Kind: Int] = [:]
    /// The waivers that its findings fall under, as what marks them.
    package var waivers: Set<ObjectIdentifier> = []
    /// How many nodes its tree had.
    package var nodeCount = 0
    package var byteCount = 0

    package init(findings: [Finding] = []) { self.findings = findings }
}

/// Checks one file: from bytes to findings.
package enum FileCheck {
    /// Checks one file alone: whatever looks across files is not asked.
    ///
    /// - Parameter today: the day that rules about dates go by, in days since 1970-01-01.
    package static func run(
        name: String, raw: [UInt8], _ configuration: Configuration, withExcerpts: Bool = true, today: Int = 0
    ) -> FileResult {
        let memory = CheckMemory(today: today, exceptions: RunExceptions([configuration], today: today))
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
        let waivers = memory.exceptions.judged(configuration)
        return run(
            name: name, raw: raw, RunExceptions.Judges([configuration], waivers), withExcerpts: withExcerpts,
            memory: memory)
    }

    /// Checks a file by each of some configurations: what one of them finds counts, as grave as the gravest says.
    package static func run(
        name: String, raw: [UInt8], _ judges: RunExceptions.Judges, withExcerpts: Bool, memory: CheckMemory
    ) -> FileResult {
        var result: FileResult?
        var suppressions: Suppressions?
        for (index, configuration) in judges.configurations.enumerated() {
            let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits)
            // The same comments, whoever judges.
            if index == 0 { suppressions = Suppressions(tree) }
            let exceptions = FileExceptions(judges.waivers, suppressions, hides: memory.exceptions.hides)
            let own = run(tree, configuration, exceptions, withExcerpts: withExcerpts, memory: memory)
            result = result.map { $0.merged(with: own) } ?? own
        }
        guard var result else { return FileResult() }
        result.byteCount = raw.count
        if let suppressions { judge(suppressions, judges, &result, withExcerpts: withExcerpts, memory: memory) }
        return result
    }

    /// Adds what is wrong with the comments themselves. Nothing hides that.
    private static func judge(
        _ suppressions: Suppressions, _ judges: RunExceptions.Judges, _ result: inout FileResult, withExcerpts: Bool,
        memory: CheckMemory
    ) {
        let issues = suppressions.issues(rules: memory.exceptions.rules) {
            !$0.hasPrefix(CompatibilityRules.pack + "/")
        }
        .sorted { $0.range.start < $1.range.start }
        let documents = result.documents
        for configuration in judges.configurations where !issues.isEmpty {
            var writer = FindingWriter(
                tree: suppressions.tree, policy: configuration.policy, today: memory.today, nil,
                withExcerpts: withExcerpts)
            var left = issues[...]
            for index in documents.indices {
                let end = index + 1 < documents.count ? documents[index + 1].offset : Int.max
                writer.write(&left, before: end, of: documents[index].id)
            }
            result = result.merged(with: FileResult(findings: writer.findings))
        }
    }

    private static func run(
        _ tree: YAMLTree, _ configuration: Configuration, _ exceptions: FileExceptions?, withExcerpts: Bool,
        memory: CheckMemory
    ) -> FileResult {
        let name = tree.source.name
        var result = FileResult()
        result.nodeCount = tree.nodeCount
        var writer = FindingWriter(
            tree: tree, policy: configuration.policy, today: memory.today, exceptions, withExcerpts: withExcerpts)
        // One after the other: a file can hold thousands of documents, each with thousands of issues.
        var textIssues = tree.issues.sorted { $0.range.start < $1.range.start }[...]
        var last: CheckedDocument?
        for part in tree.documents {
            guard let document = ContractDocument(tree, part) else { continue }
            // What is wrong with the text up to the next contract belongs to the one before it.
            if let last { writer.write(&textIssues, before: document.range.start, of: last) }
            let earlier = memory.earlier?.facts(of: document) ?? []
            let policy = configuration.policy.effective(
                for: document, earlier: earlier, today: memory.today)
            let checked = CheckedDocument(document, policy)
            result.documents.append(
                Report.Document(file: name, kind: document.kind, id: checked.id, offset: document.range.start))
            var issues = document.issues
            NativeRules.check(document, types: &memory.types, into: &issues)
            let governed = memory.engine(for: policy.rules, of: configuration).check(document, earlier: earlier)
            issues += governed.issues
            result.failures += governed.failures
            result.unknown.formUnion(governed.unknown)
            result.failures += policy.failures.map { RuleFailure(unaskable: $0, document) }
            writer.write(issues, of: checked)
            let rule = policy.effective(ContractIDs.rule)
            if var id = ContractIDs.entry(of: document, rule: rule, withExcerpt: withExcerpts) {
                id.exception = exceptions?.exception(of: id.rule, id.offset, contract: checked.id, element: nil)
                result.ids.append(id)
            }
            exceptions?.suppressions?.judgeUnused(under: policy)
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
        result.unlisted = writer.unlisted
        result.waivers = writer.waivers
        return result
    }

    /// The document that a file's name promises.
    private static func document(named name: String) -> Report.Document {
        Report.Document(file: name, kind: name.contains(".odps.") ? .product : .contract, id: nil, offset: 0)
    }
}

/// A contract or product with what findings say of it.
final class CheckedDocument {
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
