import ContractModel
import Diagnostics
import NativeRules
import TestSupport
import Testing
import YAMLTree

/// A contract with marked places, judged by the native rules.
struct NativeCheck {
    let marked: MarkedText
    let tree: YAMLTree
    /// What was found, in the order of the file.
    private(set) var issues: [ElementIssue] = []
    /// What the rules about types found, which have tests of their own.
    private(set) var typeIssues: [ElementIssue] = []
    private(set) var external: [ExternalReference] = []
    let documents: [ContractDocument]

    init(_ marked: MarkedText, name: String = "orders.odcs.yaml") {
        self.init(marked, raw: marked.bytes, name: name)
    }

    /// A file without marks, whatever its bytes.
    init(raw: [UInt8], name: String) { self.init("", raw: raw, name: name) }

    private init(_ marked: MarkedText, raw: [UInt8], name: String) {
        self.marked = marked
        tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts)
        let tree = tree
        documents = tree.documents.compactMap { ContractDocument(tree, $0) }
        var types = TypeCache()
        for document in documents { external += NativeRules.check(document, types: &types, into: &issues) }
        let typeRules = TypeRules.descriptors
        typeIssues = issues.filter { typeRules.contains($0.issue.rule) }
        issues.removeAll { typeRules.contains($0.issue.rule) }
        issues.sort { ($0.issue.range.start, $0.issue.rule.id) < ($1.issue.range.start, $1.issue.rule.id) }
    }

    /// The rules that fired, in the order of the file.
    var rules: [String] { issues.map(\.issue.rule.id) }

    /// What the standard's own rules say: tests use contracts that they accept, so that they test what they mean to.
    var standardIssues: [String] {
        tree.issues.filter { $0.severity == .error }.map(\.message)
            + documents.flatMap(\.issues)
            // What only the text of a standard demands is for who wants it strict.
            .filter { $0.issue.severity > .info && $0.issue.rule.id != StandardRules.proseConflict.id }.map(
                \.issue.message)
    }

    var messages: [String] { issues.map(\.issue.message) }
    var helps: [String?] { issues.map(\.issue.help) }
    var elements: [String?] { issues.map { path(of: $0) } }
    var places: [String] { issues.map { place(of: $0.issue.range) } }
    var relatedPlaces: [String] { issues.flatMap(\.issue.related).map { place(of: $0.range) } }

    /// The places of marks, as `places` shows them.
    func marks(_ numbers: Int...) -> [String] { numbers.map { marked.place($0) } }

    func place(of range: SourceRange) -> String {
        let place = tree.source.place(of: range)
        return "\(place.start.line):\(place.start.column)-\(place.end.line):\(place.end.column)"
    }

    func path(of issue: ElementIssue) -> String? { documents.first?.path(of: issue.element) }

    /// The one issue there is, if it is what a test expects.
    ///
    /// - Parameters:
    ///   - mark: where it points.
    ///   - related: the marks it relates to, with what it says of them.
    @discardableResult
    func expectOnly(
        _ rule: String, _ severity: Severity, at mark: Int = 1, element: String?, _ message: String,
        help: String? = nil,
        related: [(mark: Int, message: String)] = [], isAccepted: Bool = true,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> ElementIssue? {
        #expect(rules == [rule], sourceLocation: sourceLocation)
        if isAccepted { #expect(standardIssues == [], sourceLocation: sourceLocation) }
        guard let found = issues.first, issues.count == 1 else { return nil }
        expect(
            found, rule, severity, at: mark, element: element, message, help: help, related: related,
            sourceLocation: sourceLocation)
        return found
    }

    func expect(
        _ found: ElementIssue, _ rule: String, _ severity: Severity, at mark: Int, element: String?, _ message: String,
        help: String? = nil, related: [(mark: Int, message: String)] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let issue = found.issue
        #expect(issue.rule.id == rule, sourceLocation: sourceLocation)
        #expect(issue.severity == severity, sourceLocation: sourceLocation)
        #expect(issue.message == message, sourceLocation: sourceLocation)
        #expect(
            issue.range == marked.range(mark), "it points at \(text(of: issue.range))", sourceLocation: sourceLocation)
        #expect(place(of: issue.range) == marked.place(mark), sourceLocation: sourceLocation)
        #expect(path(of: found) == element, sourceLocation: sourceLocation)
        if let help { #expect(issue.help == help, sourceLocation: sourceLocation) }
        #expect(issue.related.map(\.message) == related.map(\.message), sourceLocation: sourceLocation)
        #expect(
            issue.related.map { place(of: $0.range) } == related.map { marked.place($0.mark) },
            sourceLocation: sourceLocation)
    }

    func expectNothing(isAccepted: Bool = true, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(messages == [], sourceLocation: sourceLocation)
        if isAccepted { #expect(standardIssues == [], sourceLocation: sourceLocation) }
    }

    private func text(of range: SourceRange) -> String {
        String(decoding: tree.source.text[range.start..<range.end], as: UTF8.self)
    }
}

extension NativeCheck {
    /// A contract of ODCS around the text of its schema and what follows. Multi-byte characters stand before it: bytes,
    /// UTF-16 units and columns all differ.
    init(schema: String, version: String = "3.1.0", _ rest: String = "") {
        self.init(
            MarkedText(
                """
                apiVersion: v\(version)
                kind: DataContract
                id: größen-🚚
                name: Übersicht über Ångström und 𝔘nicode
                version: 1.0.0
                status: active
                schema:
                \(schema)
                \(rest)
                """))
    }

    /// A contract of the Data Contract Specification.
    init(models: String, version: String = "1.2.1", _ rest: String = "") {
        self.init(
            MarkedText(
                """
                dataContractSpecification: \(version)
                id: größen-🚚
                info: {title: Übersicht über Ångström, version: 1.0.0}
                models:
                \(models)
                \(rest)
                """),
            name: "datacontract.yaml")
    }
}
