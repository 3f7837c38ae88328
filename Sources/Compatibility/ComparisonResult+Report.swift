internal import Basics
internal import ContractModel
package import Diagnostics
internal import YAMLTree

extension ComparisonResult {
    /// The result as plain values, for reporters.
    ///
    /// - Parameter withExcerpts: whether places carry the lines they stand in, which only some reports show.
    package func report(withExcerpts: Bool = true) -> ChangeReport {
        var (oldRoutes, newRoutes) = (Routes(old.tree), Routes(new.tree))
        let changes = changes.map { change in
            ChangeReport.Change(
                id: change.id, element: change.element, verdict: change.verdict, consumer: change.consumer,
                producer: change.producer, full: change.full, relation: change.relation, bump: change.bump,
                hurts: change.hurts, old: Self.side(change.old, &oldRoutes, withExcerpts),
                new: Self.side(change.new, &newRoutes, withExcerpts), message: change.message,
                reason: change.reason, remedy: change.remedy)
        }
        return ChangeReport(
            profile: options.profile, old: Self.version(old), new: Self.version(new), minimumBump: minimumBump,
            declaredBump: declaredBump, suggestedVersion: suggestedVersion?.description, isGated: isGated,
            changes: changes)
    }

    /// Secrets of the two versions, which sentences about them quote.
    package var secrets: SourceSecrets { old.tree.secrets.beside(new.tree.secrets) }

    private static func side(_ side: Change.Side, _ routes: inout Routes, _ withExcerpts: Bool) -> ChangeReport.Side {
        let tree = side.owner.document.tree
        return ChangeReport.Side(
            place: tree.place(of: side.range, withExcerpt: withExcerpts), route: routes.route(to: side.node),
            value: side.value)
    }

    private static func version(_ document: ContractDocument) -> ChangeReport.Version {
        ChangeReport.Version(
            file: document.tree.source.name, id: document.id, version: document.rootElement?.text(.version))
    }
}
