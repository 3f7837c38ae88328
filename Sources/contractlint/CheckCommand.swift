import ArgumentParser
import Diagnostics
import Dispatch
import Governance
import Reporters
import SystemPackage
import YAMLTree

/// `contractlint check`
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
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

    @Flag(help: "Say of each finding how its rule came to hold: pack, layer, what layers changed; and its fingerprint.")
    var verbose = false

    @Option(help: "Colour the text report: auto, always, never.")
    var color: ColorChoice = .auto

    @Option(
        help: ArgumentHelp("The day that rules about dates go by, as 2026-01-31. (default: today)", valueName: "date"))
    var today: Day?

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
        var discovery = FileDiscovery(workingFolder: workingFolder, configurations: configurations, isStaged: staged)
        let isEverything = paths.isEmpty && !staged
        for path in Arguments.paths(isEverything ? ["."] : paths) where path.text != "-" { discovery.add(path) }
        var files = discovery.files
        var failures = discovery.failures
        var standardInput: [UInt8]?
        if paths.contains("-") {
            let name = stdinFilename ?? "<stdin>"
            let path = workingFolder.pushing(FilePath(name)).lexicallyNormalized()
            let found = configurations.found(for: stdinFilename == nil ? workingFolder : path.removingLastComponent())
            files.append(InputFile(path: nil, name: name, configuration: found.configuration, isNamed: !staged))
            do throws(FileFault) {
                standardInput = try FileReading.readStandardInput(limit: found.configuration.limits.fileBytes)
            } catch {
                failures.append(Report.Failure(file: name, message: error.message))
                files.removeLast()
            }
        }

        let output = ReportOutput(
            format: format, reports: reports, color: color, quiet: quiet, failOn: failOn, verbose: verbose,
            isEmptyFine: staged)
        let threads = jobs ?? DispatchCores.count
        let progress = StandardStream.error.isTerminal && !quiet ? Progress() : nil
        var outcome = CheckRun(
            files: files, standardInput: standardInput, jobs: threads,
            withExcerpts: output.showsExcerpts,
            today: (today ?? .today).number, progress: progress
        ).run()
        let report = Report(
            toolVersion: Version.current, documents: outcome.documents, findings: outcome.takeFindings(),
            failures: configurations.failures + failures + outcome.failures,
            families: families(of: files))
        let elapsed = ContinuousClock.now - start
        var status = output.status(of: report, files)
        if !output.write(report, elapsed) { status = .wrongRun }
        for rule in outcome.unknown.sorted() where !quiet {
            StandardStream.error.write(
                "contractlint: note: the rule \(rule) asks for a fact that a check of single files does not have; "
                    + "where it does, nothing was judged\n")
        }
        if stats {
            StandardStream.error.write(
                Statistics.text(
                    files: files.count, bytes: outcome.byteCount, nodes: outcome.nodeCount, elapsed: elapsed,
                    jobs: threads))
        }
        ContractLint.leave(status)
    }

    /// The families of all rules that any of the files is judged by.
    private func families(of files: [InputFile]) -> [String] {
        var policies: [ObjectIdentifier: Policy] = [:]
        for file in files { policies[ObjectIdentifier(file.configuration.policy)] = file.configuration.policy }
        let own = policies.values.flatMap { $0.rules.map(\.descriptor) }.sorted { $0.id < $1.id }
        return RuleCatalogue.families(of: RuleCatalogue.all + own).filter { $0 != CompatibilityRules.pack }
    }

    private func currentFolder() throws -> FilePath {
        guard let folder = WorkingFolder.path else {
            throw ValidationError("the working folder does not exist any more")
        }
        return folder
    }
}

private func list(_ words: [String]) -> String { words.joined(separator: ", ") }
