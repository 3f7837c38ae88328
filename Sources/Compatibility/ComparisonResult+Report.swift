internal import Basics
internal import ContractModel
package import Diagnostics
internal import YAMLTree

extension ComparisonResult {
    /// The result as plain values, for reporters.
    ///
    /// - Parameters:
    ///   - withExcerpts: whether places carry the lines they stand in, which only some reports show.
    ///   - withSelectors: whether sides carry their paths by names.
    package func report(withExcerpts: Bool = true, withSelectors: Bool = false) -> ChangeReport {
        var (oldRoutes, newRoutes) = (Routes(old.tree), Routes(new.tree))
        let changes = changes.map { change in
            let isWhole = change.isOfWholeElement
            func side(_ side: Change.Side, _ routes: inout Routes) -> ChangeReport.Side {
                var plain = Self.side(side, &routes, withExcerpts)
                guard withSelectors else { return plain }
                let node = isWhole && side.isThere ? side.owner.node : side.node
                plain.selector = ChangeSelector.path(to: node, in: side.owner.document.tree)
                return plain
            }
            return ChangeReport.Change(
                id: change.id, element: change.element, verdict: change.verdict, consumer: change.consumer,
                producer: change.producer, full: change.full, relation: change.relation, bump: change.bump,
                hurts: change.hurts, old: side(change.old, &oldRoutes),
                new: side(change.new, &newRoutes), message: change.message,
                reason: change.reason, remedy: change.remedy)
        }
        return ChangeReport(
            profile: options.profile, old: Self.version(old), new: Self.version(new), minimumBump: minimumBump,
            declaredBump: declaredBump, suggestedVersion: suggestedVersion, outcome: gate.outcome, isGated: isGated,
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
