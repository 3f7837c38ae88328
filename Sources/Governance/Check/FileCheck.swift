internal import ContractModel
package import Diagnostics
internal import YAMLTree

/// What checking one file gave: plain values, so that the file's text and tree can go.
package struct FileResult: Sendable {
    package var documents: [Report.Document] = []
    package var findings: [Finding] = []
    /// How many nodes its tree had.
    package var nodeCount = 0
    package var byteCount = 0
}

/// Checks one file: from bytes to findings.
package enum FileCheck {
    /// - Parameters:
    ///   - name: the file's name in reports.
    ///   - raw: its bytes, whatever they are.
    ///   - withExcerpts: whether findings carry the source lines they stand in.
    package static func run(
        name: String, raw: [UInt8], _ configuration: Configuration, withExcerpts: Bool = true
    ) -> FileResult {
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits)
        var result = FileResult()
        result.nodeCount = tree.nodeCount
        result.byteCount = raw.count
        var writer = FindingWriter(tree: tree, configuration: configuration, withExcerpts: withExcerpts)
        let documents = tree.documents.compactMap { ContractDocument(tree, $0) }
        for document in documents {
            result.documents.append(
                Report.Document(file: name, kind: document.kind, id: document.id, offset: document.range.start))
            for issue in document.issues { writer.write(issue, of: document) }
        }
        let isBroken = tree.issues.contains { $0.rule.id != YAMLRules.duplicateKey.id && $0.severity == .error }
        if documents.isEmpty, isBroken {
            let isContract = Recognition.looksLikeContract(name: name, text: tree.source.text)
            if isContract {
                let kind: Report.DocumentKind = name.contains(".odps.") ? .product : .contract
                result.documents = [Report.Document(file: name, kind: kind, id: nil, offset: 0)]
            }
            for var issue in tree.issues where issue.severity == .error {
                // A file that may be anything at all is worth a word, not a failure.
                if !isContract { issue.severity = .warning }
                writer.write(issue, of: nil)
            }
        } else if !documents.isEmpty {
            for issue in tree.issues { writer.write(issue, of: documents.last { $0.range.start <= issue.range.start } ?? documents[0]) }
        }
        result.findings = writer.findings
        return result
    }
}

/// Turns issues into findings: places with lines, routes, elements, configured severities.
struct FindingWriter {
    let tree: YAMLTree
    let configuration: Configuration
    let withExcerpts: Bool
    private(set) var findings: [Finding] = []
    private var ids: [SourceRange: String?] = [:]

    init(tree: YAMLTree, configuration: Configuration, withExcerpts: Bool) {
        self.tree = tree
        self.configuration = configuration
        self.withExcerpts = withExcerpts
    }

    mutating func write(_ issue: ElementIssue, of document: ContractDocument) {
        write(
            issue.issue, id: id(of: document), route: tree.route(to: issue.node), element: document.path(of: issue.element),
            clause: issue.clause)
    }

    mutating func write(_ issue: Issue, of document: ContractDocument?) {
        write(issue, id: document.flatMap { id(of: $0) }, route: nil, element: document?.path(at: issue.range.start), clause: nil)
    }

    private func place(of range: SourceRange) -> Place {
        tree.source.place(of: range, withExcerpt: withExcerpts)
    }

    private mutating func id(of document: ContractDocument) -> String? {
        if let known = ids[document.range] { return known }
        let id = document.id
        ids[document.range] = .some(id)
        return id
    }

    private mutating func write(_ issue: Issue, id: String?, route: String?, element: String?, clause: String?) {
        guard let severity = configuration.severity(of: issue) else { return }
        findings.append(
            Finding(
                rule: issue.rule.id, severity: severity, message: issue.message, place: place(of: issue.range),
                route: route, contract: id, element: element, clause: clause, help: issue.help, reason: issue.rule.rationale,
                related: issue.related.map { RelatedPlace(place(of: $0.range), $0.message) },
                url: issue.rule.reference, subject: issue.subject, offset: issue.range.start))
    }
}
