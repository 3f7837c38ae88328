import ArgumentParser
import Workspace

/// `contractlint check`
struct CheckCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", _superCommandName: "contractlint",
        abstract: "Lint contracts and data products.",
        discussion: """
            PATH is a file, a folder (walked for .yaml and .yml files), a glob, or - for standard input. Without PATH the \
            current folder is checked. A walk leaves out hidden folders, node_modules, virtual environments and what git \
            ignores, unless they are named.

            EXAMPLES:
              contractlint check contracts/
              contractlint check 'domains/*/*.odcs.yaml' --fail-on warning
              contractlint check --select 'privacy/*,security' --format concise
              contractlint check --against origin/main --new-only
              contractlint check --report junit=out/report.xml

            Documentation: \(Welcome.page)
            """)

    @Argument(help: ArgumentHelp("Files, folders, globs, or - for standard input.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup(title: "Report") var output: ReportOptions
    @OptionGroup(title: "Files and rules") var input: InputOptions

    @Option(help: ArgumentHelp("The name of standard input in messages and for the configuration.", valueName: "name"))
    var stdinFilename: String?

    @OptionGroup(title: "Exceptions and the earlier version") var exceptions: ExceptionOptions

    @OptionGroup(title: "Results of earlier runs") var cache: CacheOptions

    @Flag(help: "Print what the run cost on standard error.")
    var stats = false

    @Option(help: ArgumentHelp("Print a JSON Schema and leave: \(list(SchemaName.allCases)).", valueName: "name"))
    var printJsonSchema: SchemaName?

    func validate() throws {
        try demandPaths(paths)
        if exceptions.writeBaseline != nil, !output.listing.selection.isEverything {
            throw ValidationError(
                "--write-baseline and --select or --ignore exclude each other: a baseline holds all rules")
        }
        if stdinFilename != nil, !paths.contains("-") { throw ValidationError("--stdin-filename needs the path -") }
    }

    func answer() throws -> ExitStatus {
        if let printJsonSchema {
            try StandardStream.output.print(printJsonSchema.text)
            return .clean
        }
        let start = ContinuousClock.now
        let progress = ProgressLine(isShown: !output.quiet)
        let given = Arguments.paths(paths)
        let files = given.isEmpty && !input.staged ? Scope.everything : given.filter { $0.text != "-" }
        var options = CheckOptions(input.run(files, output, progress: progress))
        options.readsStandardInput = paths.contains("-")
        options.standardInputName = stdinFilename
        exceptions.apply(to: &options)
        options.results = try cache.results
        let outcome = try input.configuration.workspace().check(options)
        progress?.clear()
        let elapsed = ContinuousClock.now - start
        let status = output.finish(outcome, elapsed, isEmptyFine: input.staged)
        if stats {
            StandardStream.error.write(
                Statistics.text(
                    outcome, elapsed: elapsed, jobs: options.run.jobs, fromCache: options.results?.usedCount))
        }
        return status
    }
}
