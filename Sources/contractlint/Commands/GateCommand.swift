import ArgumentParser
import Workspace

/// `contractlint gate`
struct GateCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "gate", _superCommandName: "contractlint",
        abstract: "Judge a change before it is merged: check and breaking in one run.",
        discussion: """
            Fails on what is wrong in the contracts and was not in BASE, on changes that break those who rely on them, and on a \
            version that rose too little. Rules, waivers and baseline count as BASE has them, so that no change waives itself. \
            BASE is a git revision (main, HEAD~1, a tag) or a folder.
            """)

    @Argument(help: ArgumentHelp("Files, folders or globs. (default: the current folder)", valueName: "path"))
    var paths: [String] = []

    @Option(help: ArgumentHelp("What to compare with: a git revision or a folder.", valueName: "base"))
    var against: String

    @Option(
        help: ArgumentHelp(
            "Somebody who has approved this change, as the forge says; may be repeated. A waiver in it counts when its approver is among them and owns the contract by BASE's CODEOWNERS.",
            valueName: "login"))
    var approvedBy: [String] = []

    @OptionGroup var base: BaseOptions
    @OptionGroup var choices: ComparisonChoices
    @OptionGroup var output: ReportOptions
    @OptionGroup var input: InputOptions

    func validate() throws {
        try demandPaths(paths)
        if paths.contains("-") { throw ValidationError("standard input has no earlier version; name files or folders") }
    }

    func answer() throws -> ExitStatus {
        let start = ContinuousClock.now
        var run = input.run(paths.isEmpty ? Scope.everything : Arguments.paths(paths), output)
        run.approvedBy = approvedBy
        let outcome = try input.configuration.workspace().gate(
            CompareOptions(run, with: base.name(against, isOfBranch: true), choices: choices.applied(on: run.today)))
        return output.finish(outcome, ContinuousClock.now - start, isEmptyFine: input.staged)
    }
}
