import ArgumentParser
internal import Basics
import Compatibility
import Diagnostics
import Governance
import Reporters
import SystemPackage
import Workspace

/// `contractlint breaking`
struct BreakingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breaking", _superCommandName: "contractlint",
        abstract: "Fail on changes that break those who rely on the contracts.",
        discussion: """
            BASE is a git revision (main, HEAD~1, a tag), a folder or a file. Git is asked for the files of the revision; \
            nothing is checked out and nothing is fetched. Contracts are paired by id, then by path.
            """)

    @Argument(help: ArgumentHelp("Files, folders or globs. (default: the current folder)", valueName: "path"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("What to compare with: a git revision, a folder or a file.", valueName: "base"))
    var against: String

    @Option(help: "What --against names: auto (a path that is there, else a revision), revision, path.")
    var baseIs: Base.Meaning = .auto

    @OptionGroup var choices: ComparisonChoices

    @Option(
        help:
            "The form of the report on standard output: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", "))."
    )
    var format: ReportFormat = .text

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
    var reports: [ReportTarget] = []

    @Option(help: "The least severity that fails the run: error, warning, info, never. (default: error)")
    var failOn: Configuration.FailOn?

    @Option(help: ArgumentHelp("Use this configuration instead of looking for .contractlint.yaml.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("How many threads compare files. (default: one for each core)", valueName: "n"))
    var jobs: Int?

    @Flag(
        name: .customLong("staged"),
        help: "The mode of hooks: files named that hold no contract are passed over, and nothing to compare is fine.")
    var isStaged = false

    @Flag(help: "Print only errors and warnings, and nothing when there are none.")
    var quiet = false

    @Flag(help: "Say of each finding how its rule came to hold: pack, layer, what layers changed; and its fingerprint.")
    var verbose = false

    @Option(help: "Colour the text report: auto, always, never.")
    var color: ColorChoice = .auto

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
        if paths.contains("") { throw ValidationError("a path is empty; the current folder is '.'") }
        if paths.contains("-") { throw ValidationError("standard input has no earlier version; name files or folders") }
    }

    func run() throws {
        let start = ContinuousClock.now
        guard let workingFolder = Machine.workingFolder else {
            throw ValidationError("the working folder does not exist any more")
        }
        let output = ReportOutput(
            format: format, reports: reports, color: color, quiet: quiet, failOn: failOn, verbose: verbose,
            isEmptyFine: isStaged)
        let arguments = Arguments.paths(paths.isEmpty ? ["."] : paths)
        let base = Base.orLeave { () throws(Base.Fault) in
            try Base.find(
                against, baseIs, in: workingFolder, repository: Base.repository(of: arguments, in: workingFolder),
                isStaged: isStaged)
        }
        let configurations = Configurations(workingFolder: workingFolder, named: config.map { FilePath($0) })
        let own = inputs(workingFolder, configurations, arguments, base)
        var files = CheckInputs(own, arguments)
        var outcome = compare(own, withExcerpts: output.showsExcerpts)
        var failures = own.failures
        // What was agreed on before holds as well: whoever breaks a contract can loosen the rules along with it.
        let earlier = CheckBase(base, name: against, files, named: config.map { FilePath($0) })
        let hasOthers = earlier.hasOtherConfigurations(than: files)
        if hasOthers {
            let others = inputs(workingFolder, earlier.configurations, arguments, base)
            outcome = outcome.merged(with: compare(others, withExcerpts: output.showsExcerpts))
            failures += others.failures.filter { !own.failures.contains($0) }
            files.takeConfigurations(of: earlier)
            files.add(others.files)
        }
        failures += outcome.failures
        let found = Set(outcome.documents.map(\.file) + failures.compactMap(\.file))
        for file in files.files where file.isNamed && !found.contains(file.name) {
            failures.append(Report.Failure(file: file.name, message: "holds no data contract and no data product"))
        }
        let report = Report(
            toolVersion: Version.current, documents: outcome.documents,
            findings: excepted(outcome.findings, files, own.heads), failures: failures,
            families: [CompatibilityRules.pack], comparisons: outcome.comparisons)
        var status = output.status(of: report, files.files)
        if !output.write(report, ContinuousClock.now - start) { status = .wrongRun }
        if hasOthers, !quiet, status != .clean {
            let note = "the configuration differs from that of \(against); what is looser here counts once it is there"
            StandardStream.error.write("contractlint: note: \(Message.escaped(note))\n")
        }
        for rule in outcome.unknown.sorted() where !quiet {
            StandardStream.error.write(
                "contractlint: note: the rule \(rule) asks for a fact that two versions of a contract do not have; where "
                    + "it does, nothing was judged\n")
        }
        ContractLint.leave(status)
    }

    private func inputs(
        _ workingFolder: FilePath, _ configurations: Configurations, _ paths: [GivenPath], _ base: Base
    ) -> BreakingInputs {
        var inputs = BreakingInputs(workingFolder: workingFolder, configurations: configurations, isStaged: isStaged)
        Base.orLeave { () throws(Base.Fault) in try inputs.read(paths, base) }
        return inputs
    }

    private func compare(_ inputs: BreakingInputs, withExcerpts: Bool) -> BreakingRun.Outcome {
        let choices = choices
        return BreakingRun(
            heads: inputs.heads, bases: inputs.bases, counterparts: inputs.counterparts,
            jobs: jobs ?? Machine.processors, withExcerpts: withExcerpts,
            today: (choices.today ?? Machine.today).number,
            options: { choices.options(over: $0) }, history: inputs.history
        ).run()
    }

    /// The findings with what hides each of them.
    private func excepted(_ findings: [Finding], _ files: CheckInputs, _ heads: [VersionedFile]) -> [Finding] {
        // What no waiver and no comment of this version is about, nothing hides.
        guard !findings.isEmpty, BreakingExceptions.mayApply(to: files, heads) else { return findings }
        return BreakingExceptions(files, heads, against: against, today: (choices.today ?? Machine.today).number)
            .applied(to: findings)
    }
}
