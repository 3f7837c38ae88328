import ArgumentParser
import Compatibility
import Reporters
import Workspace

/// `contractlint diff`
struct DiffCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", _superCommandName: "contractlint",
        abstract: "Show every change between two versions of a contract, each with its verdict.",
        discussion: """
            OLD and NEW are files or two folders, of a git revision as well (main:contracts/orders.odcs.yaml), or - for standard input. Of \
            files with several contracts each is compared with the one of its id, then in their order. The configuration \
            is looked for beside NEW. Exit codes: 0 compared, whatever changed; 2 a file cannot be read or holds no \
            contract.

            EXAMPLES:
              contractlint diff orders-1.4.odcs.yaml orders-1.5.odcs.yaml
              contractlint diff main:contracts/orders.odcs.yaml contracts/orders.odcs.yaml --format markdown

            Documentation: \(Welcome.page)
            """)

    @Argument(help: "The old version: a file or folder, REVISION:PATH, or -.")
    var old: String

    @Argument(help: "The new version: a file or folder, REVISION:PATH, or -.")
    var new: String

    @OptionGroup(title: "What counts as breaking") var choices: ComparisonChoices
    @OptionGroup var day: DayOptions

    @Option(help: "The form of the report: \(list(ChangeFormat.allCases)).")
    var format: ChangeFormat = .text

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
    var reports: [ReportTarget<ChangeFormat>] = []

    @OptionGroup var configuration: ConfigurationOptions

    @Flag(help: "Print only what is risky or breaking, and nothing when nothing is.")
    var quiet = false

    @OptionGroup var color: ColorOptions

    func validate() throws {
        if old == "-", new == "-" { throw ValidationError("standard input can be one of the two versions, not both") }
        if choices.profile?.isTransitive == true {
            throw ValidationError("two files have no history: ask contractlint breaking for released versions")
        }
    }

    func answer() throws -> ExitStatus {
        let changes = try configuration.workspace().changes(
            from: old, to: new, choices: choices.applied(on: day.number))
        var fault: FileFault?
        format.write(changes, color: color.isColored, quiet: quiet) { bytes in
            fault = fault ?? StandardStream.output.write(bytes)
        }
        if let fault { throw WorkspaceFault([.standardOutput(fault)]) }
        return reports.write { format, sink in format.write(changes, to: sink) } ? .clean : .wrongRun
    }
}
