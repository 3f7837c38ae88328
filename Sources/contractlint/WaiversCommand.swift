import ArgumentParser
internal import Basics
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
struct WaiversListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the waivers of the configuration, and what each hides now.",
        discussion: "Without PATH the contracts of the current folder are checked.")

    @Argument(help: ArgumentHelp("Files, folders or globs.", valueName: "path"))
    var paths: [String] = []

    @Option(help: "The form of the list: text, json.")
    var format: TextOrJSON = .text

    @Option(help: ArgumentHelp("Use this configuration instead of looking for .contractlint.yaml.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The day that waivers go by, as 2026-01-31. (default: today)", valueName: "date"))
    var today: Day?

    @Option(help: "Colour the text: auto, always, never.")
    var color: ColorChoice = .auto

    func validate() throws {
        if paths.contains("") { throw ValidationError("a path is empty; the current folder is '.'") }
        if paths.contains("-") { throw ValidationError("standard input has no waivers; name files or folders") }
    }

    func run() throws {
        guard let workingFolder = Machine.workingFolder else {
            throw ValidationError("the working folder does not exist any more")
        }
        let configurations = Configurations(workingFolder: workingFolder, named: config.map { FilePath($0) })
        var inputs = CheckInputs(workingFolder: workingFolder, configurations: configurations, isStaged: false)
        inputs.read(Arguments.paths(paths), stdinFilename: nil)
        let today = (today ?? Machine.today).number
        let judges = CheckJudges(inputs, baseName: nil, today: today, hides: true)
        var outcome = CheckRun(
            files: inputs.files, jobs: Machine.processors, withExcerpts: false, today: today,
            exceptions: judges.exceptions, judges: judges.judges, earlier: nil, progress: nil
        ).run()
        outcome.addCrossing()
        let waivers = judges.facts(after: SortedFindings(outcome.findings))
        switch format {
        case .text:
            let isColored = color.isColored(onTerminal: StandardStream.output.isTerminal)
            ContractLint.printOrLeave(WaiverListReport.text(waivers, color: isColored))
        case .json: ContractLint.printOrLeave(WaiverListReport.json(waivers, toolVersion: Version.current))
        }
        let failures = configurations.failures + inputs.failures + outcome.failures
        Message.write(failures)
        ContractLint.leave(failures.isEmpty ? .clean : .wrongRun)
    }
}
