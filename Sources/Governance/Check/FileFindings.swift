internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Findings of one file under one policy, from what is wrong with its text and with its documents: places with lines, routes,
/// elements.
struct FileFindings {
    let tree: YAMLTree
    private let withExcerpts: Bool
    private let policy: Policy
    private let today: Int
    /// Rules and severities where there is no document.
    private lazy var outside = policy.effective(forFile: tree.source.name, today: today)
    private let routes: RouteFinder
    var writer: FindingWriter

    /// Routes of one tree, found fast in the order of the document.
    private final class RouteFinder {
        var routes: Routes
        init(_ tree: YAMLTree) { routes = Routes(tree) }
    }

    init(_ tree: YAMLTree, _ policy: Policy, today: Int, _ exceptions: FileExceptions?, withExcerpts: Bool) {
        self.tree = tree
        self.withExcerpts = withExcerpts
        self.policy = policy
        self.today = today
        routes = RouteFinder(tree)
        writer = FindingWriter(exceptions)
    }

    mutating func write(_ issues: [ElementIssue], of checked: CheckedDocument) {
        // In the order of the document, in which routes are found fast.
        for issue in issues.sorted(by: { $0.node < $1.node }) {
            write(
                issue.issue, checked.id, checked.policy, clause: issue.clause, node: issue.node,
                element: { checked.document.path(of: issue.element) })
        }
    }

    /// Writes the first of some issues of the text, as far as they stand before an offset, and takes them away.
    mutating func write(_ issues: inout ArraySlice<Issue>, before end: Int, of checked: CheckedDocument) {
        while let issue = issues.first, issue.range.start < end {
            write(issue, checked.id, checked.policy, element: { checked.places.path(at: issue.range.start) })
            issues.removeFirst()
        }
    }

    /// Writes an issue that is about the file, whatever it holds there.
    ///
    /// - Parameter contract: the id of the document that it stands in; nil: there is none.
    mutating func write(_ issue: Issue, in contract: String? = nil) { write(issue, contract, outside) }

    private mutating func write(
        _ issue: Issue, _ contract: String?, _ policy: EffectivePolicy, clause: String? = nil, node: NodeID? = nil,
        element: () -> String? = { nil }
    ) {
        let (tree, routes, withExcerpts) = (tree, routes, withExcerpts)
        func place(_ range: SourceRange) -> Place { tree.place(of: range, withExcerpt: withExcerpts) }
        writer.write(issue, under: policy, contract: contract, clause: clause, element: element) { listed in
            FindingWriter.Spot(
                place: place(listed.range), route: node.flatMap { routes.routes.route(to: $0) },
                related: listed.related.map { RelatedPlace(place($0.range), $0.message) }, secrets: tree.secrets)
        }
    }
}

extension FileFindings {
    /// Findings about a file's comments that suppress rules. Nothing hides them.
    ///
    /// - Parameter documents: those of the file, in its order.
    static func findings(
        about issues: [Issue], in tree: YAMLTree, of documents: [Report.Document], _ policy: Policy, today: Int,
        withExcerpts: Bool
    ) -> [Finding] {
        var findings = FileFindings(tree, policy, today: today, nil, withExcerpts: withExcerpts)
        var next = documents.startIndex
        if documents.isEmpty { return [] }
        var contract: String?
        for issue in issues.sorted(by: { $0.range.start < $1.range.start }) {
            // What stands before the first document belongs to it.
            while next < documents.endIndex, next == 0 || documents[next].offset <= issue.range.start {
                contract = documents[next].id
                next += 1
            }
            findings.write(issue, in: contract)
        }
        return findings.writer.result.findings
    }
}
