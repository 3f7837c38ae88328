package import Compatibility
package import Diagnostics
internal import Governance
internal import SystemPackage

/// Options of a comparison.
package struct CompareOptions: Sendable {
    package var run: RunOptions
    package var base: BaseName
    /// A configuration's options with what was asked for beside it.
    package var choices: @Sendable (ComparisonOptions) -> ComparisonOptions

    package init(
        _ run: RunOptions, with base: BaseName, choices: @escaping @Sendable (ComparisonOptions) -> ComparisonOptions
    ) {
        self.run = run
        self.base = base
        self.choices = choices
    }
}

extension Workspace {
    /// Compares contracts with their earlier versions.
    ///
    /// Terms agreed on before hold as well: whoever breaks a contract can loosen the rules along with it.
    ///
    /// - Throws: where the earlier version cannot be read: without it nothing may pass.
    package func compare(_ options: CompareOptions) throws(WorkspaceFault) -> Outcome {
        try compare(options, Sides(options.run, options.base, in: self))
    }

    func compare(_ options: CompareOptions, _ opened: Sides) throws(WorkspaceFault) -> Outcome {
        let (run, scope, inputs, base) = (options.run, opened.scope, opened.inputs, opened.base)
        let sides = try ComparisonSides(inputs, base, run)
        let exceptions = inputs.exceptions(today: run.today, approvals: try base.approvals(by: run.approvedBy))
        let result = ComparisonRun(
            sides: sides, jobs: run.jobs, withExcerpts: run.withExcerpts,
            exceptions: ComparisonExceptions(exceptions, inputs, gone: sides.bases), options: options.choices
        ).run()
        var failures = scope.configurations.failures + inputs.failures + sides.failures + result.failures
        let seen = Set(result.documents.map(\.file) + failures.compactMap(\.file))
        for file in inputs.files where file.isNamed && !seen.contains(file.name) {
            failures.append(Report.Failure(nothingIn: file.name))
        }
        try run.selection.demandRules(of: inputs.policies)
        var found = result.findings + exceptions.findings(after: result.waivers, nil)
        let isHurtful = found.contains { ($0.change?.change.verdict ?? .informational) >= .risky }
        if isHurtful, var impact = ChangeImpact(inputs, sides, run, &failures) {
            for index in found.indices { impact.note(&found[index]) }
        }
        var findings = SortedFindings(found)
        findings.keep(run.selection.keeps)
        let report = Report(
            toolVersion: toolVersion, documents: result.documents, findings: findings, failures: failures,
            families: [CompatibilityRules.pack], unlisted: result.unlisted,
            comparisons: result.comparisons)
        var outcome = Outcome(report, bars: inputs.bars(exceptions, result))
        outcome.isConfigured = inputs.isConfigured
        outcome.notes =
            inputs.notes + base.notes
            + result.unknown.sorted().map { rule in
                "the rule \(rule) asks for a fact that two versions of a contract do not have; where it does, nothing was judged"
            }
        if sides.views.count > 1 {
            outcome.caveat =
                "the configuration differs from that of \(base.name); what is looser here counts once it is there"
        }
        return outcome
    }

    /// Changes between two versions, contract by contract.
    ///
    /// - Parameters:
    ///   - old: a file, a folder, `REVISION:PATH`, or `-`.
    ///   - new: the same; it has the configuration, where it is a folder, else the folder that it is in.
    package func changes(
        from old: String, to new: String, choices: (ComparisonOptions) -> ComparisonOptions
    ) throws(WorkspaceFault) -> [ChangeReport] {
        let found = configurations.found(for: VersionSource.folder(of: new, in: folder))
        var sides: [VersionSource] = []
        var faults: [Report.Failure] = []
        for name in [old, new] {
            do throws(WorkspaceFault) {
                sides.append(try VersionSource(name, in: folder, found))
            } catch {
                faults += error.failures
            }
        }
        faults += failures
        guard sides.count == 2, faults.isEmpty else { throw WorkspaceFault(faults) }
        if sides[0].isFolder != sides[1].isFolder {
            let (folder, file) = sides[0].isFolder ? (old, new) : (new, old)
            throw WorkspaceFault("is a folder, and \(file) is a file: name two files or two folders", file: folder)
        }
        return sides[1].reports(since: sides[0], choices(found.configuration.comparison))
    }
}
