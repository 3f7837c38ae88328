internal import Governance

/// Both sides of a run: the files of this version, and the earlier version that it is compared with.
struct Sides {
    let scope: Scope
    let inputs: Inputs
    let base: Base

    /// - Throws: where the earlier version cannot be read: without it nothing may pass.
    init(_ run: RunOptions, _ name: BaseName, in workspace: Workspace) throws(WorkspaceFault) {
        scope = try workspace.scope(run)
        let (scope, base) = (
            scope, try Base(name, of: scope, configuration: workspace.named, mayBeNothing: run.isStaged)
        )
        var inputs = Inputs(scope) { given in
            // All that it named may have been deleted.
            guard case .revision = base.place else { return false }
            let path = scope.absolute(given)
            return (try? scope.snapshot.kind(of: path)) == .missing && (try? base.snapshot.kind(of: path)) != .missing
        }
        inputs.add(base)
        self.inputs = inputs
        self.base = base
    }
}
