import ArgumentParser
import Workspace

/// `contractlint breaking`
struct BreakingCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "breaking", _superCommandName: "contractlint",
        abstract: "Fail on changes that break those who rely on the contracts.",
        discussion: """
            BASE is a git revision (main, HEAD~1, a tag), a folder or a file. Git is asked for the files of the revision; \
            nothing is checked out and nothing is fetched. Contracts are paired by id, then by path.

            EXAMPLES:
              contractlint breaking --against origin/main
              contractlint breaking contracts/ --against v1.4.0 --profile full+transitive
              contractlint breaking --against HEAD --staged

            Documentation: \(Welcome.page)
            """)

    @Argument(help: ArgumentHelp("Files, folders or globs. (default: the current folder)", valueName: "path"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("What to compare with: a git revision, a folder or a file.", valueName: "base"))
    var against: String

    @OptionGroup var base: BaseOptions
    @OptionGroup(title: "What counts as breaking") var choices: ComparisonChoices
    @OptionGroup(title: "Report") var output: ReportOptions
    @OptionGroup(title: "Files and rules") var input: InputOptions

    func validate() throws {
        try demandPaths(paths)
        if paths.contains("-") { throw ValidationError("standard input has no earlier version; name files or folders") }
    }

    func answer() throws -> ExitStatus {
        let start = ContinuousClock.now
        let run = input.run(paths.isEmpty ? Scope.everything : Arguments.paths(paths), output)
        let outcome = try input.configuration.workspace().compare(
            CompareOptions(run, with: base.name(against, isOfBranch: true), choices: choices.applied(on: run.today)))
        return output.finish(outcome, ContinuousClock.now - start, isEmptyFine: input.staged)
    }
}
