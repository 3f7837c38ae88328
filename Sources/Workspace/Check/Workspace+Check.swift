package import Diagnostics
internal import Governance
internal import RuleLanguage
internal import YAMLTree

/// Options of a check.
package struct CheckOptions: Sendable {
    package var run: RunOptions
    /// True when standard input is checked as well.
    package var readsStandardInput = false
    /// The name of standard input in messages and for the configuration; nil: it has none.
    package var standardInputName: String?
    /// The earlier version whose configuration, rules, waivers and baseline must agree; nil: none.
    package var base: BaseName?
    /// True when findings that the contracts had in the earlier version already are left out.
    package var isNewOnly = false
    package var baseline = BaselineOptions()
    /// True when what something hides is left out of the findings.
    package var hides = true
    /// Results of earlier runs; nil: everything is looked at anew.
    package var results: ResultCache?

    package init(_ run: RunOptions) { self.run = run }
}

extension Workspace {
    /// Checks contracts and data products.
    ///
    /// - Throws: where the earlier version cannot be read: without it nothing may pass.
    package func check(_ options: CheckOptions) throws(WorkspaceFault) -> Outcome {
        var check = try Check(self, options)
        return try check.outcome()
    }

    /// - Parameter opened: both sides of the run, whatever base the options name.
    func check(_ options: CheckOptions, _ opened: Sides) throws(WorkspaceFault) -> Outcome {
        var check = try Check(self, options, opened.inputs, opened.base)
        return try check.outcome()
    }

    /// Every waiver of the configurations, with what it hides now.
    package func waivers(_ options: RunOptions) -> (waivers: [WaiverFacts], failures: [Report.Failure]) {
        let inputs = Inputs(scope(options.paths))
        let exceptions = inputs.exceptions(today: options.today, approvals: nil)
        let check = FileCheck(exceptions, withExcerpts: false)
        var result = CheckRun(files: inputs.files, jobs: options.jobs, check: check, progress: options.progress).run()
        result.addCrossing()
        return (
            exceptions.waivers(after: SortedFindings(result.findings)), failures + inputs.failures + result.failures
        )
    }
}

/// One check.
private struct Check {
    private let workspace: Workspace
    private let options: CheckOptions
    private let inputs: Inputs
    private let base: Base?
    private let exceptions: Exceptions
    private var earlier: BaseContracts?

    init(_ workspace: Workspace, _ options: CheckOptions) throws(WorkspaceFault) {
        let scope = try workspace.scope(options.run)
        var inputs = Inputs(scope)
        if options.readsStandardInput { inputs.addStandardInput(named: options.standardInputName) }
        let base = try options.base.map { name throws(WorkspaceFault) in
            try Base(name, of: scope, configuration: workspace.named, mayBeNothing: options.run.isStaged)
        }
        if let base { inputs.add(base) }
        try self.init(workspace, options, inputs, base)
    }

    init(
        _ workspace: Workspace, _ options: CheckOptions, _ inputs: Inputs, _ base: Base?
    ) throws(WorkspaceFault) {
        self.workspace = workspace
        self.options = options
        self.inputs = inputs
        switch base?.place {
        case .file:
            throw WorkspaceFault(
                "--against \(base?.name ?? ""): this is a file; a check is compared with a revision or a folder")
        // Before the first commit nothing is known, and all counts.
        case .nothing: self.base = nil
        case .revision, .folder, nil: self.base = base
        }
        exceptions = inputs.exceptions(
            today: options.run.today, approvals: try self.base?.approvals(by: options.run.approvedBy),
            hides: options.hides)
        earlier = self.base.map { BaseContracts($0, inputs, jobs: options.run.jobs) }
    }

    mutating func outcome() throws(WorkspaceFault) -> Outcome {
        let facts = try earlier?.facts()
        var result = run(inputs.files, facts, withExcerpts: options.run.withExcerpts, neighbours)
        result.adviseStrays(neighbours)
        let before = try known(beside: result, facts)
        options.results?.save(today: options.run.today)
        result.addCrossing()
        // No second copy of them while the first one is there.
        var found = result.takeFindings()
        found += exceptions.findings(after: result.waivers, coverage(result))
        var findings = SortedFindings(consume found)
        var failures = inputs.scope.configurations.failures + inputs.failures + result.failures
        let consent = try consent()
        let baselines = BaselineRun(
            options.baseline, configured: inputs.baselines, in: inputs.scope)
        var baseline = baselines.apply(
            to: &findings, &failures, consent: consent,
            isChecked: isChecked(findings, result, failures + baselines.failures))
        if let before { baseline = except(before, in: &findings, baseline) }
        let policies = inputs.policies
        try options.run.selection.demandRules(of: policies)
        findings.keep(options.run.selection.keeps)
        let report = Report(
            toolVersion: workspace.toolVersion, documents: result.documents, findings: findings, failures: failures,
            families: Self.families(of: policies), hidesExcepted: options.hides, unlisted: result.unlisted,
            baseline: baseline)
        var outcome = Outcome(report, bars: inputs.bars(exceptions, result))
        outcome.notes = notes(result, report)
        outcome.isConfigured = inputs.isConfigured
        (outcome.files, outcome.bytes, outcome.nodes) = (inputs.files.count, result.byteCount, result.nodeCount)
        return outcome
    }

    private var neighbours: Neighbours {
        let limit = inputs.files.map(\.configuration.limits.fileBytes).max() ?? 0
        return NeighbourFiles(folder: workspace.folder, snapshot: inputs.scope.snapshot, limit: limit).neighbours
    }

    /// - Parameter neighbours: none for an earlier version, whose files lie elsewhere.
    private func run(
        _ files: [InputFile], _ facts: EarlierFacts?, withExcerpts: Bool, _ neighbours: Neighbours = .unknown
    ) -> RunResult {
        let check = FileCheck(exceptions, earlier: facts, withExcerpts: withExcerpts, neighbours: neighbours)
        return CheckRun(
            files: files, jobs: options.run.jobs, check: check, progress: options.run.progress, results: options.results
        ).run()
    }

    /// Coverage of the run, by which it can tell that a waiver hides nothing.
    private func coverage(_ result: RunResult) -> RunCoverage {
        let (isComplete, scope) = (result.failures.isEmpty, inputs.scope)
        return RunCoverage(
            contracts: Set(result.documents.lazy.compactMap(\.id)),
            covers: { isComplete && scope.covers(configurationIn: $0) }, isAsked: CompatibilityRules.isOther)
    }

    // MARK: The earlier version

    /// The fingerprints of what the contracts had there already; nil: nobody asked.
    private mutating func known(
        beside result: RunResult, _ facts: EarlierFacts?
    ) throws(WorkspaceFault) -> Set<String>? {
        guard options.isNewOnly, var earlier else { return nil }
        defer { self.earlier = earlier }
        return try earlier.fingerprints(beside: result) { run($0, facts, withExcerpts: false) }
    }

    private func except(
        _ before: Set<String>, in findings: inout SortedFindings, _ baseline: Report.Baseline?
    ) -> Report.Baseline {
        let mark = Finding.Exception(.baseline, note: "it was in \(base?.name ?? "") already")
        let known = findings.except { Baseline.canHold($0) && before.contains($0.fingerprint) ? mark : nil }
        return Report.Baseline(
            known: known + (baseline?.known ?? 0), gone: baseline?.gone ?? [], isEarlierVersion: true)
    }

    private func consent() throws(WorkspaceFault) -> BaselineConsent? {
        guard let base else { return nil }
        return try BaselineConsent(base, inputs, named: options.baseline.baseline)
    }

    // MARK: The baseline

    /// A test of a baseline's entries: whether the run has looked where they were found.
    private func isChecked(
        _ findings: SortedFindings, _ result: RunResult, _ failures: [Report.Failure]
    ) -> (Baseline.Entry) -> Bool {
        // Of a file that could not be read to its end nobody knows what is gone.
        let unread = Set(findings.all.lazy.filter(\.descriptor.isOfUnreadText).map(\.place.file))
        let read = result.documents.filter { !unread.contains($0.file) }
        let contracts = Set(read.lazy.compactMap(\.id))
        let files = Set(read.lazy.map(\.file))
        let isWhole = inputs.scope.covers(workspace.folder) && failures.isEmpty && unread.isEmpty
        return { entry in
            isWhole || entry.contract.map(contracts.contains) ?? entry.file.map(files.contains) ?? false
        }
    }

    // MARK: The report

    private func notes(_ result: RunResult, _ report: Report) -> [String] {
        let notes = result.unknown.sorted().map { rule in
            "the rule \(rule) asks for a fact that a check of single files does not have; where it does, nothing was judged"
        }
        let gone = report.baseline.flatMap { BaselineRun.note(on: $0.gone, wasPruned: options.baseline.pruneBaseline) }
        return inputs.notes + (base?.notes ?? []) + notes + (gone.map { [$0] } ?? [])
    }

    /// The families of all rules that come with the program or with any of the policies.
    private static func families(of policies: [Policy]) -> [String] {
        let own = policies.flatMap { $0.rules.map(\.descriptor) }.sorted { $0.id < $1.id }
        return RuleCatalogue.families(of: RuleCatalogue.all + own).filter {
            $0 != CompatibilityRules.pack && $0 != GovernanceRules.pack
        }
    }
}
