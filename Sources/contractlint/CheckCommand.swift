import ArgumentParser
internal import Basics
import Diagnostics
import Dispatch
import Governance
import Reporters
import SystemPackage
import Workspace

/// `contractlint check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", _superCommandName: "contractlint",
        abstract: "Lint contracts and data products.",
        discussion: """
            PATH is a file, a folder (walked for .yaml and .yml files), a glob, or - for standard input. \
            Without PATH the current folder is checked.
            """)

    @Argument(help: ArgumentHelp("Files, folders, globs, or - for standard input.", valueName: "path"))
    var paths: [String] = []

    @Option(help: "The form of the report on standard output: \(list(ReportFormat.allCases.map(\.rawValue))).")
    var format: ReportFormat = .text

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
    var reports: [ReportTarget] = []

    @Option(
        help:
            "The least severity that fails the run: \(list(Configuration.FailOn.allCases.map(\.rawValue))). (default: error)"
    )
    var failOn: Configuration.FailOn?

    @Option(help: ArgumentHelp("Use this configuration instead of looking for .contractlint.yaml.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The name of standard input in messages and for the configuration.", valueName: "name"))
    var stdinFilename: String?

    @Flag(help: "The paths are what a commit touches: those that hold no contract or are excluded are passed over.")
    var staged = false

    @Option(help: ArgumentHelp("How many threads check files. (default: one for each core)", valueName: "n"))
    var jobs: Int?

    @Flag(help: "Print only errors and warnings, and nothing when there are none.")
    var quiet = false

    @Flag(
        help:
            "Say of each finding how its rule came to hold: pack, layer, what layers changed; its fingerprint; and what is hidden."
    )
    var verbose = false

    @Option(help: "Colour the text report: auto, always, never.")
    var color: ColorChoice = .auto

    @Option(
        help: ArgumentHelp("The day that rules about dates go by, as 2026-01-31. (default: today)", valueName: "date"))
    var today: Day?

    @OptionGroup var exceptions: ExceptionOptions

    @Flag(help: "Print what the run cost on standard error.")
    var stats = false

    @Option(
        help: ArgumentHelp(
            "Print a JSON Schema and leave: \(list(SchemaName.allCases.map(\.rawValue))).", valueName: "name"))
    var printJsonSchema: SchemaName?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
        if paths.contains("") { throw ValidationError("a path is empty; the current folder is '.'") }
        if stdinFilename != nil, !paths.contains("-") { throw ValidationError("--stdin-filename needs the path -") }
    }

    func run() throws {
        if let printJsonSchema {
            return ContractLint.printOrLeave(printJsonSchema.text)
        }
        let start = ContinuousClock.now
        let workingFolder = try currentFolder()
        let configurations = Configurations(workingFolder: workingFolder, named: config.map { FilePath($0) })
        var inputs = CheckInputs(workingFolder: workingFolder, configurations: configurations, isStaged: staged)
        inputs.read(Arguments.paths(paths), stdinFilename: stdinFilename)
        let output = ReportOutput(
            format: format, reports: reports, color: color, quiet: quiet, failOn: failOn, verbose: verbose,
            isEmptyFine: staged)
        let base = earlierVersion(inputs)
        if let base { inputs.add(base) }
        let today = (today ?? Machine.today).number
        let judges = CheckJudges(inputs, baseName: base?.name, today: today, hides: !exceptions.noSuppressions)
        let threads = jobs ?? Machine.processors
        var earlier = base.map { EarlierContracts($0, inputs, jobs: threads) }
        let facts = Base.orLeave { () throws(Base.Fault) in try earlier?.facts() }
        let progress = StandardStream.error.isTerminal && !quiet ? Progress() : nil
        func check(_ files: [InputFile], _ own: [RunExceptions.Judges], withExcerpts: Bool) -> CheckRun.Outcome {
            CheckRun(
                files: files, jobs: threads, withExcerpts: withExcerpts, today: today, exceptions: judges.exceptions,
                judges: own, earlier: facts, progress: progress?.listener
            ).run()
        }
        defer { progress?.clear() }
        var outcome = check(inputs.files, judges.judges, withExcerpts: output.showsExcerpts)
        var before: Set<String>?
        if exceptions.newOnly {
            before = Base.orLeave { () throws(Base.Fault) in
                try earlier?.fingerprints(beside: outcome) { files in
                    check(files, judges.judges(of: files), withExcerpts: false)
                }
            }
        }
        outcome.addCrossing()
        // No second copy of them while the first one is there.
        var found = outcome.takeFindings()
        found += judges.findings(after: outcome, inputs)
        var findings = SortedFindings(consume found)
        var failures = configurations.failures + inputs.failures + outcome.failures
        var baseline = try applyBaseline(&findings, &failures, outcome, inputs, base)
        if let base, let before {
            let mark = Finding.Exception(.baseline, note: "it was in \(base.name) already")
            let known = findings.except { Baseline.canHold($0) && before.contains($0.fingerprint) ? mark : nil }
            baseline = Report.Baseline(
                known: known + (baseline?.known ?? 0), gone: baseline?.gone ?? [], isEarlierVersion: true)
        }
        let report = Report(
            toolVersion: Version.current, documents: outcome.documents, findings: findings, failures: failures,
            families: families(of: inputs.files), hidesExcepted: !exceptions.noSuppressions,
            unlisted: outcome.unlisted, baseline: baseline)
        let elapsed = ContinuousClock.now - start
        var status = output.status(of: report, inputs.files + judges.waiverFiles)
        if !output.write(report, elapsed) { status = .wrongRun }
        if !quiet { writeNotes(on: report, outcome) }
        if stats {
            StandardStream.error.write(
                Statistics.text(
                    files: inputs.files.count, bytes: outcome.byteCount, nodes: outcome.nodeCount, elapsed: elapsed,
                    jobs: threads))
        }
        ContractLint.leave(status)
    }

    private func earlierVersion(_ inputs: CheckInputs) -> CheckBase? {
        guard let text = exceptions.against else { return nil }
        return Base.orLeave { () throws(Base.Fault) in
            try CheckBase(text, exceptions.baseIs, inputs, named: config.map { FilePath($0) })
        }
    }

    private func applyBaseline(
        _ findings: inout SortedFindings, _ failures: inout [Report.Failure], _ outcome: CheckRun.Outcome,
        _ inputs: CheckInputs, _ base: CheckBase?
    ) throws -> Report.Baseline? {
        let run = BaselineRun(exceptions.baselineOptions, configured: inputs.baselines, in: inputs.workingFolder)
        failures += run.failures
        // Of a file that could not be read to its end nobody knows what is gone.
        let unread = Set(findings.all.lazy.filter(\.descriptor.isOfUnreadText).map(\.place.file))
        let read = outcome.documents.filter { !unread.contains($0.file) }
        let contracts = Set(read.lazy.compactMap(\.id))
        let files = Set(read.lazy.map(\.file))
        let isWhole = inputs.covers(inputs.workingFolder) && failures.isEmpty && unread.isEmpty
        func isChecked(_ entry: Baseline.Entry) -> Bool {
            isWhole || entry.contract.map(contracts.contains) ?? entry.file.map(files.contains) ?? false
        }
        let consent = base.flatMap { base in
            Base.orLeave { () throws(Base.Fault) in try base.consent(inputs, named: exceptions.baseline) }
        }
        do throws(FileFault) {
            if exceptions.writeBaseline != nil {
                guard failures.isEmpty else {
                    throw FileFault("is not written: the run is incomplete, and what it did not find would be missing")
                }
                return try run.write(&findings, isChecked: isChecked)
            }
            let baseline = run.mark(&findings, consent: consent.map { ($0, base?.name ?? "") }, isChecked: isChecked)
            if let baseline, failures.isEmpty { try run.prune(baseline.gone) }
            return baseline
        } catch {
            failures.append(
                Report.Failure(file: exceptions.writeBaseline ?? exceptions.baseline, message: error.message))
            return nil
        }
    }

    /// Lines on standard error about what the report does not say in every form.
    private func writeNotes(on report: Report, _ outcome: CheckRun.Outcome) {
        var notes = outcome.unknown.sorted().map { rule in
            "the rule \(rule) asks for a fact that a check of single files does not have; where it does, nothing was judged"
        }
        if let gone = report.baseline?.gone, let note = BaselineRun.note(on: gone, wasPruned: exceptions.pruneBaseline)
        {
            notes.append(note)
        }
        for note in notes { StandardStream.error.write("contractlint: note: \(Message.escaped(note))\n") }
    }

    /// The families of all rules that any of the files is judged by.
    private func families(of files: [InputFile]) -> [String] {
        var policies: [ObjectIdentifier: Policy] = [:]
        for file in files { policies[ObjectIdentifier(file.configuration.policy)] = file.configuration.policy }
        let own = policies.values.flatMap { $0.rules.map(\.descriptor) }.sorted { $0.id < $1.id }
        return RuleCatalogue.families(of: RuleCatalogue.all + own).filter {
            $0 != CompatibilityRules.pack && $0 != GovernanceRules.pack
        }
    }

    private func currentFolder() throws -> FilePath {
        guard let folder = Machine.workingFolder else {
            throw ValidationError("the working folder does not exist any more")
        }
        return folder
    }
}

private func list(_ words: [String]) -> String { words.joined(separator: ", ") }
