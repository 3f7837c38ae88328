internal import Basics
package import ContractModel
package import Diagnostics
internal import YAMLTree

/// The ids of all documents of a run, to find one id in two contracts.
///
/// Plain values: threads that check files hand in what `entry(of:)` gives, in any order, and the findings are the same.
/// Contracts are compared with contracts and products with products. Two documents of one id and two different versions
/// are two versions of one contract, which many keep side by side and which data products tell apart by version: no
/// finding. Without a version in one of them, or with the same, nothing tells them apart.
package struct ContractIDs: Sendable {
    /// Facts known of a document's id.
    package struct Entry: Sendable {
        package var id: String
        package var version: String?
        package var kind: Report.DocumentKind
        package var place: Place
        package var route: String?
        /// The byte offset of the id in its file.
        package var offset: Int
        /// As it holds for this document.
        package var rule: RuleDescriptor
        /// Exception that hides a finding about it, or fails to.
        package var exception: Finding.Exception?

        package init(
            id: String, version: String?, kind: Report.DocumentKind, place: Place, route: String?, offset: Int,
            rule: RuleDescriptor
        ) {
            self.id = id
            self.version = version
            self.kind = kind
            self.place = place
            self.route = route
            self.offset = offset
            self.rule = rule
        }
    }

    package static var rule: RuleDescriptor { IDUnique.rule }

    private var entries: [Entry] = []

    package init() {}

    package mutating func add(_ entry: Entry) { entries.append(entry) }

    /// The id of a document; nil when it has none.
    ///
    /// - Parameters:
    ///   - rule: as it holds for this document; nil: it is off.
    ///   - withExcerpt: whether findings carry the source lines they stand in.
    package static func entry(
        of document: ContractDocument, rule: RuleDescriptor? = rule, withExcerpt: Bool = true
    ) -> Entry? {
        guard let rule, let root = document.rootElement, let node = root.node(.id) else { return nil }
        let tree = document.tree
        guard tree[node].type.isSubset(of: .scalar) else { return nil }
        let id = tree.text(of: node)
        if id.isEmpty { return nil }
        let range = tree.rangeOfUse(of: node)
        return Entry(
            id: id, version: root.text(.version), kind: document.kind,
            place: tree.place(of: range, withExcerpt: withExcerpt),
            route: tree.route(to: node), offset: range.start, rule: rule)
    }

    /// Every contract whose id another had before it, in the order of files and places.
    package func findings() -> [Finding] {
        let sorted = entries.sorted { ($0.place.file, $0.offset) < ($1.place.file, $1.offset) }
        var known: [Key: Known] = [:]
        var findings: [Finding] = []
        var last: Entry?
        for entry in sorted {
            // The same file, checked by two of its names.
            if let last, (last.place.file, last.offset) == (entry.place.file, entry.offset) { continue }
            last = entry
            let key = Key(id: ExactText(entry.id), kind: entry.kind)
            guard let first = known[key]?.first else {
                known[key] = Known(first: entry, byVersion: entry.version.map { [ExactText($0): entry] } ?? [:])
                continue
            }
            // Without a version in one of them nothing tells two apart, so the first may stand for all.
            if let version = entry.version.map(ExactText.init), first.version != nil {
                // No second holder of the table, or each change would copy it.
                if let original = known[key]?.byVersion[version] {
                    findings.append(finding(entry, original))
                } else {
                    known[key]?.byVersion[version] = entry
                }
            } else {
                findings.append(finding(entry, first))
            }
        }
        return findings
    }

    private struct Key: Hashable {
        var id: ExactText
        var kind: Report.DocumentKind
    }

    /// The documents of one id, of which no two are the same contract.
    private struct Known {
        var first: Entry
        var byVersion: [ExactText: Entry]
    }

    private func finding(_ entry: Entry, _ original: Entry) -> Finding {
        let noun = entry.kind == .contract ? "contract" : "data product"
        let version = entry.version.flatMap { $0 == original.version ? " in version \(Wording.quoted($0))" : nil } ?? ""
        var finding = Finding(
            entry.rule, severity: entry.rule.severity,
            message: "another \(noun) has the id \(Wording.quoted(entry.id))\(version) already", place: entry.place,
            route: entry.route, contract: entry.id.shortened(to: 500),
            help:
                "give this \(noun) an id of its own, such as a new UUID; if it is a new version of the other, raise `version`",
            related: [RelatedPlace(original.place, "the first \(noun) of this id")], subject: entry.id,
            offset: entry.offset)
        finding.exception = entry.exception
        return finding
    }
}
