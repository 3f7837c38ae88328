internal import Basics
package import Compatibility
package import ContractModel
package import Diagnostics
internal import YAMLTree

/// A contract that only one of two versions has, told as a change.
package struct WholeContract {
    let document: ContractDocument
    let isNew: Bool
    let verdict: Verdict
    let message: String
    /// Nobody relies on a draft yet, or on what was retired any more.
    let isGated: Bool

    var kind: ChangeKind { isNew ? .contractAdded : .contractRemoved }

    package init(added document: ContractDocument) {
        self.document = document
        isNew = true
        verdict = .compatible
        message = "the contract is new"
        isGated = true
    }

    package init(removed document: ContractDocument) {
        self.document = document
        isNew = false
        let status = document.rootElement?.text(.status)?.lowercased()
        isGated = status != "draft" && status != "retired"
        verdict = isGated ? .breaking : .informational
        let version = document.rootElement?.text(.version).map { " (version \($0.shortened))" } ?? ""
        message = "the contract is gone\(version)" + (isGated ? "" : "; it was \(status ?? "")")
    }

    /// Range in which the contract says what it is called.
    var range: SourceRange {
        let root = document.rootElement
        let node = root?.node(.id) ?? root?.node(.name)
        return node.map { document.tree.range(of: $0) } ?? SourceRange(document.range.start, document.range.start)
    }

    func place(withExcerpt: Bool) -> Place {
        document.tree.place(of: range, withExcerpt: withExcerpt)
    }

    /// - Parameter missing: the place in the version that does not have it.
    func change(_ missing: Place, withExcerpt: Bool) -> ChangeReport.Change {
        let there = ChangeReport.Side(place: place(withExcerpt: withExcerpt), route: nil, value: document.id)
        let none = ChangeReport.Side(place: missing, route: nil, value: nil)
        return ChangeReport.Change(
            id: kind.id, element: nil, verdict: verdict, consumer: verdict, producer: verdict, full: verdict,
            relation: nil, bump: kind.bump, hurts: verdict >= .risky ? [.consumer] : [],
            old: isNew ? none : there, new: isNew ? there : none, message: message, reason: kind.reason,
            remedy: kind.remedy)
    }

    /// The contract and nothing, as two versions.
    ///
    /// - Parameter file: the file that does not have it.
    package func report(missingFrom file: String, _ options: ComparisonOptions) -> ChangeReport {
        let start = Position(line: 1, column: 1)
        let there = ChangeReport.Version(
            file: document.tree.source.name, id: document.id, version: document.rootElement?.text(.version))
        let none = ChangeReport.Version(file: file, id: nil, version: nil)
        return ChangeReport(
            profile: options.profile, old: isNew ? none : there, new: isNew ? there : none, minimumBump: .none,
            declaredBump: nil, suggestedVersion: nil, outcome: .satisfied, isGated: isGated,
            changes: [change(Place(file: file, start: start, end: start), withExcerpt: false)])
    }
}
