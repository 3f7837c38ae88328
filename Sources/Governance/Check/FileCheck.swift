internal import Basics
internal import ContractModel
internal import Diagnostics
package import Mesh
internal import NativeRules
internal import RuleLanguage
internal import YAMLTree

/// Checks the files of a run: each from bytes to findings.
package struct FileCheck: Sendable {
    let exceptions: Exceptions
    let earlier: EarlierFacts?
    let withExcerpts: Bool
    private let neighbours: Neighbours
    /// True when what units offer each other is noted, for whoever links them.
    private let readsUnits: Bool
    var today: Int { exceptions.today }

    /// - Parameters:
    ///   - exceptions: what may hide findings of the run, and the day that rules about dates go by.
    ///   - earlier: what contracts said of themselves in the earlier version that the check must agree with.
    ///   - withExcerpts: whether findings carry the source lines they stand in.
    ///   - neighbours: files that those of the run may refer to.
    ///   - readsUnits: whether what units offer each other is noted, for whoever links them.
    package init(
        _ exceptions: Exceptions, earlier: EarlierFacts? = nil, withExcerpts: Bool, neighbours: Neighbours = .unknown,
        readsUnits: Bool = false
    ) {
        self.exceptions = exceptions
        self.earlier = earlier
        self.withExcerpts = withExcerpts
        self.neighbours = neighbours
        self.readsUnits = readsUnits
    }

    /// Checks a file by each of its configurations: what one of them finds counts, as grave as the gravest says. Whatever looks
    /// across files is not asked.
    ///
    /// - Parameters:
    ///   - name: the file's name in reports.
    ///   - raw: its bytes, whatever they are.
    ///   - cache: of the calling thread; best kept from one file to the next.
    package func run(name: String, raw: [UInt8], _ jurisdiction: Jurisdiction, _ cache: CheckCache) -> FileResult {
        var result: FileResult?
        var own: FileExceptions?
        var others: [(Configuration, Set<Int>)] = []
        for (index, configuration) in jurisdiction.configurations.enumerated() {
            let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits)
            // The same waivers and comments, whoever judges.
            if index == 0 { own = exceptions.ofFile(name, tree, jurisdiction) }
            let found = check(tree, configuration, own, cache)
            result = result.map { $0.merged(with: found) } ?? found
            // Contracts that have come from another folder, once.
            if index == 0 { others = left(in: tree, except: jurisdiction) }
        }
        for (configuration, documents) in others {
            let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits)
            var found = check(tree, configuration, own, cache, only: documents)
            found.failOn = configuration.failOn ?? .error
            result = result.map { $0.merged(with: found) } ?? found
        }
        guard var result else { return FileResult() }
        result.byteCount = raw.count
        if let suppressions = own?.suppressions {
            result.isOfItsFileAlone = false
            judge(suppressions, jurisdiction, &result)
        }
        return result
    }

    /// Units of a file whose result was kept from an earlier run, which holds none: to read them costs less than to judge them.
    package func units(name: String, raw: [UInt8], _ jurisdiction: Jurisdiction) -> [Unit] {
        guard readsUnits, let first = jurisdiction.configurations.first else { return [] }
        return FileUnits(name: name, raw: raw, first.limits, areJudged: true).units
    }

    /// All that decides the result of a file beside its bytes and the program, where that can be named; nil: it cannot.
    package func grounds(of name: String, _ jurisdiction: Jurisdiction) -> String? {
        guard earlier?.isEmpty ?? true else { return nil }
        let id = jurisdiction.id
        return [
            name, id.own.digest, id.base?.digest ?? "none", "\(jurisdiction.isIncluded)", "\(today)", "\(withExcerpts)",
            "\(exceptions.hides)", "\(YAMLScan.chosen)",
        ].joined(separator: "\u{0}")
    }

    /// Adds what is wrong with the comments themselves.
    private func judge(_ suppressions: Suppressions, _ jurisdiction: Jurisdiction, _ result: inout FileResult) {
        let issues = suppressions.issues(rules: exceptions.rules, isAsked: CompatibilityRules.isOfFile)
        if issues.isEmpty { return }
        let documents = result.documents
        for configuration in jurisdiction.configurations {
            let findings = FileFindings.findings(
                about: issues, in: suppressions.tree, of: documents, configuration.policy, today: today,
                withExcerpts: withExcerpts)
            result = result.merged(with: FileResult(findings: findings))
        }
    }

    /// The configurations of folders that contracts of a file have left, each with where the contracts start that it governed.
    private func left(in tree: YAMLTree, except jurisdiction: Jurisdiction) -> [(Configuration, Set<Int>)] {
        guard let earlier, !earlier.isEmpty else { return [] }
        var known: Set<Configuration.ID> = [jurisdiction.own.id]
        for configuration in jurisdiction.configurations { known.insert(configuration.id) }
        var order: [Configuration] = []
        var starts: [Configuration.ID: Set<Int>] = [:]
        for part in tree.documents {
            guard let document = ContractDocument(tree, part) else { continue }
            for configuration in earlier.configurations(of: document) where !known.contains(configuration.id) {
                let id = configuration.id
                if starts[id] == nil { order.append(configuration) }
                starts[id, default: []].insert(document.range.start)
            }
        }
        return order.map { configuration in (configuration, starts[configuration.id] ?? []) }
    }

    /// - Parameter only: where the documents start that are checked; nil: all are.
    private func check(
        _ tree: YAMLTree, _ configuration: Configuration, _ exceptions: FileExceptions?, _ cache: CheckCache,
        only: Set<Int>? = nil
    ) -> FileResult {
        let name = tree.source.name
        var findings = FileFindings(tree, configuration.policy, today: today, exceptions, withExcerpts: withExcerpts)
        // One after the other: a file can hold thousands of documents, each with thousands of issues.
        var textIssues = tree.issues.sorted { $0.range.start < $1.range.start }[...]
        var last: CheckedDocument?
        var foreign: String?
        for part in tree.documents {
            guard let document = ContractDocument(tree, part) else {
                foreign = foreign ?? Recognition.foreignStandard(tree, part)
                continue
            }
            guard only?.contains(document.range.start) ?? true else {
                continue
            }
            // What is wrong with the text up to the next contract belongs to the one before it.
            if let last { findings.write(&textIssues, before: document.range.start, of: last) }
            last = check(document, configuration, exceptions, cache, &findings)
        }
        if let last {
            findings.write(&textIssues, before: .max, of: last)
        } else if only == nil,
            tree.issues.contains(where: { $0.rule.id != YAMLRules.duplicateKey.id && $0.severity == .error })
        {
            let isContract = Recognition.looksLikeContract(name: name, text: tree.source.text)
            if isContract { findings.writer.result.documents = [Self.document(named: name)] }
            for var issue in tree.issues where issue.severity == .error {
                // A file that may be anything at all is worth a word, not a failure.
                if !isContract { issue.severity = .warning }
                findings.write(issue)
            }
        }
        var result = findings.writer.result
        if tree.documents.isEmpty, result.findings.isEmpty, Recognition.isNamedAsContract(name) {
            // Its name promises a contract; that all of it got lost is no reason to pass it over.
            findings.write(
                Issue(
                    StandardRules.missingKey, "the file holds no contract", at: SourceRange(0, 0),
                    help: "write one, or remove the file", subject: "root"))
            result = findings.writer.result
            result.documents = [Self.document(named: name)]
        }
        result.nodeCount = tree.nodeCount
        result.foreignStandard = foreign
        return result
    }

    /// Adds what is found in a document.
    private func check(
        _ document: ContractDocument, _ configuration: Configuration, _ exceptions: FileExceptions?,
        _ cache: CheckCache, _ findings: inout FileFindings
    ) -> CheckedDocument {
        let earlier = earlier?.facts(of: document) ?? []
        let policy = configuration.policy.effective(for: document, earlier: earlier, today: today)
        let checked = CheckedDocument(document, policy)
        findings.writer.result.documents.append(
            Report.Document(
                file: document.tree.source.name, kind: document.kind, id: checked.id, offset: document.range.start,
                properties: withExcerpts ? document.propertyCounts : [:]))
        var issues = document.issues.filter { !configuration.allows($0.issue) }
        if let issue = configuration.policy.domains.issue(of: document) { issues.append(issue) }
        let external = NativeRules.check(document, types: &cache.types, into: &issues)
        if !external.isEmpty { findings.writer.result.isOfItsFileAlone = false }
        let references = judge(external, of: document, configuration, cache, &issues)
        if readsUnits, let unit = UnitReader.unit(of: document, references) {
            findings.writer.result.units.append(unit)
        }
        let governed = cache.engine(for: policy, configuration).check(document, earlier: earlier)
        issues += governed.issues
        findings.writer.result.failures += governed.failures.map { $0.redacted(document.tree.secrets) }
        findings.writer.result.failures += policy.failures.map { RuleFailure(unaskable: $0, document) }
        findings.writer.result.unknown.formUnion(governed.unknown)
        let first = findings.writer.result.findings.count
        findings.write(issues, of: checked)
        findings.writer.result.noteStrays(
            from: first, isODCS31: document.standard == .odcs && document.version >= "3.1.0")
        findings.writer.result.objects += NamedObjects.hashes(of: document)
        let rule = policy.effective(ContractIDs.rule)
        if var id = ContractIDs.entry(of: document, rule: rule, withExcerpt: withExcerpts) {
            id.exception = exceptions?.exception(of: id.rule, id.offset, contract: checked.id, element: nil)
            findings.writer.result.ids.append(id)
        }
        exceptions?.suppressions?.judgeUnused(under: policy)
        return checked
    }

    /// Adds the references into other files that lead to nothing there.
    ///
    /// - Returns: all of them, for the mesh: those that could not be judged may lead to units that are known there.
    private func judge(
        _ references: [ExternalReference], of document: ContractDocument, _ configuration: Configuration,
        _ cache: CheckCache, _ issues: inout [ElementIssue]
    ) -> [Unit.Reference] {
        var readCount = 0
        var noted: [Unit.Reference] = []
        for reference in references.prefix(Self.mostReferences) where readCount < NeighbourCache.mostRead {
            let (file, isRead) = cache.neighbours.file(
                reference.file, from: document.tree.source.name, neighbours, configuration.limits)
            if isRead { readCount += 1 }
            guard readsUnits, reference.use == .foreignKey || reference.use == .source else {
                if let issue = NeighbourReference.issue(of: reference, to: file, in: document) { issues.append(issue) }
                continue
            }
            var own = Unit.Reference(reference, in: document)
            switch file {
            case .unknown: break
            // It may be the id of a contract.
            case .missing where own.isName: break
            default:
                own.isJudged = true
                if let issue = NeighbourReference.issue(of: reference, to: file, in: document) { issues.append(issue) }
            }
            noted.append(own)
        }
        return noted
    }

    private static let mostReferences = 1000

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
    static let longestID = 500

    init(_ document: ContractDocument, _ policy: EffectivePolicy) {
        self.document = document
        self.policy = policy
        id = Self.id(of: document)
    }

    /// As findings name it.
    static func id(of document: ContractDocument) -> String? { document.id?.shortened(to: longestID) }
}

extension RuleFailure {
    /// A rule that no single layer has made wrong.
    fileprivate init(unaskable rule: String, _ document: ContractDocument) {
        let start = SourceRange(document.range.start, document.range.start)
        self.init(
            rule: rule,
            message: "its parameters, as the layers that match have them together, do not fit its expressions",
            place: document.tree.place(of: start, withExcerpt: false))
    }
}
