import ArgumentParser
import ContractModel
import Diagnostics
import Governance
import Reporters
import SystemPackage
import Workspace

/// `contractlint rules impact`
struct RulesImpactCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "impact",
        abstract: "Dry run of a new or changed rule pack over contracts and data products.",
        discussion: """
            For each rule: how many elements it is about, what would newly fail, where, and whether it applies at all. \
            What the configuration in force reports already is not new. Nothing is changed.
            """)

    @Argument(help: ArgumentHelp("The file of the rule pack.", valueName: "rulefile"))
    var ruleFile: String

    @Argument(help: ArgumentHelp("Files, folders or globs. (default: the current folder)", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var output: TextOptions
    @OptionGroup var jobs: JobOptions
    @OptionGroup var day: DayOptions
    @OptionGroup var configuration: ConfigurationOptions

    func validate() throws {
        try demandPaths(paths)
        if ruleFile.isEmpty { throw ValidationError("the path of the rule pack is empty") }
    }

    func answer() throws -> ExitStatus {
        let progress = ProgressLine()
        var run = RunOptions(paths: paths.isEmpty ? Scope.everything : Arguments.paths(paths), today: day.number)
        run.jobs = jobs.count
        run.progress = progress?.listener
        let (report, notes) = try configuration.workspace().impact(of: Arguments.path(ruleFile), run)
        progress?.clear()
        try output.print(text: ImpactText.text(report, color: output.isColored), json: ImpactText.json(report))
        if output.format == .json { Message.write(report.failures) }
        Message.write(notes: notes)
        if !report.failures.isEmpty { return .wrongRun }
        if report.contractCount + report.productCount > 0 { return .clean }
        StandardStream.error.write("contractlint: nothing to check: no contract was found\n")
        return .nothingToCheck
    }
}
