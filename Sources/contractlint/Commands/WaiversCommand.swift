import ArgumentParser
import Diagnostics
import Governance
import Reporters
import SystemPackage
import Workspace

/// `contractlint waivers`
struct WaiversCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waivers", abstract: "Show who need not obey which rule, and for how long.",
        subcommands: [WaiversListCommand.self], defaultSubcommand: WaiversListCommand.self)
}

/// `contractlint waivers list`
struct WaiversListCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the waivers of the configuration, and what each hides now.",
        discussion: "Without PATH the contracts of the current folder are checked.")

    @Argument(help: ArgumentHelp("Files, folders or globs.", valueName: "path"))
    var paths: [String] = []

    @OptionGroup var output: TextOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var day: DayOptions

    func validate() throws {
        try demandPaths(paths)
        if paths.contains("-") { throw ValidationError("standard input has no waivers; name files or folders") }
    }

    func answer() throws -> ExitStatus {
        let given = paths.isEmpty ? Scope.everything : Arguments.paths(paths)
        let found = try configuration.workspace().waivers(RunOptions(paths: given, today: day.number))
        try output.print(
            text: WaiverListReport.text(found.waivers, color: output.isColored),
            json: WaiverListReport.json(found.waivers, toolVersion: Version.current))
        Message.write(found.failures)
        return found.failures.isEmpty ? .clean : .wrongRun
    }
}
