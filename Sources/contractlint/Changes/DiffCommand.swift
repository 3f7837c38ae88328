import ArgumentParser
import Compatibility
import Diagnostics
import Governance
import Reporters
import SystemPackage
import Workspace

/// `contractlint diff`
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", _superCommandName: "contractlint",
        abstract: "Show every change between two versions of a contract, each with its verdict.",
        discussion: """
            OLD and NEW are files, files of a git revision (main:contracts/orders.odcs.yaml), or - for standard input. Of \
            files with several contracts each is compared with the one of its id, then in their order. Exit codes: 0 \
            compared, whatever changed; 2 a file cannot be read or holds no contract.
            """)

    @Argument(help: "The old version: a file, REVISION:PATH, or -.")
    var old: String

    @Argument(help: "The new version: a file, REVISION:PATH, or -.")
    var new: String

    @OptionGroup var choices: ComparisonChoices

    @Option(help: "The form of the report: text, json, markdown, junit.")
    var format: ChangeFormat = .text

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
    var reports: [ChangeReportTarget] = []

    @Option(
        help: ArgumentHelp(
            "Use this configuration instead of looking for .contractlint.yaml beside NEW.", valueName: "file"))
    var config: String?

    @Flag(help: "Print only what is risky or breaking, and nothing when nothing is.")
    var quiet = false

    @Option(help: "Colour the text report: auto, always, never.")
    var color: ColorChoice = .auto

    func validate() throws {
        if old == "-", new == "-" { throw ValidationError("standard input can be one of the two versions, not both") }
        if choices.profile?.isTransitive == true {
            throw ValidationError("two files have no history: ask contractlint breaking for released versions")
        }
    }

    func run() throws {
        guard let workingFolder = Machine.workingFolder else {
            throw ValidationError("the working folder does not exist any more")
        }
        let configurations = Configurations(workingFolder: workingFolder, named: config.map { FilePath($0) })
        let folder = VersionSource.folder(of: new, in: workingFolder)
        let configuration = configurations.found(for: folder).configuration
        var sides: [VersionSource] = []
        for name in [old, new] {
            do throws(VersionSource.Fault) {
                sides.append(try VersionSource(name, in: workingFolder, configuration))
            } catch {
                StandardStream.error.write(Message.line(error.failure))
            }
        }
        Message.write(configurations.failures)
        guard sides.count == 2, configurations.failures.isEmpty else { ContractLint.leave(.wrongRun) }
        let reports = sides[1].reports(since: sides[0], choices.options(over: configuration.comparison))
        let isColored = color.isColored(onTerminal: StandardStream.output.isTerminal)
        ContractLint.printOrLeave(format.render(reports, color: isColored, quiet: quiet))
        ContractLint.leave(write(reports) ? .clean : .wrongRun)
    }

    /// Returns whether each report could be written.
    private func write(_ reports: [ChangeReport]) -> Bool {
        var isComplete = true
        for target in self.reports {
            do throws(FileFault) {
                try FileWriting.write(to: FilePath(target.file)) { sink in
                    var text = target.format.render(reports)
                    text.withUTF8(sink)
                }
            } catch {
                isComplete = false
                StandardStream.error.write(Message.line(Report.Failure(file: target.file, message: error.message)))
            }
        }
        return isComplete
    }
}

/// `--report FORMAT=FILE`
struct ChangeReportTarget: ExpressibleByArgument {
    let format: ChangeFormat
    let file: String

    init?(argument: String) {
        guard let separator = argument.firstIndex(of: "="),
            let format = ChangeFormat(rawValue: String(argument[..<separator]))
        else { return nil }
        file = String(argument[argument.index(after: separator)...])
        self.format = format
        if file.isEmpty { return nil }
    }
}
