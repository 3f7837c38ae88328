import ArgumentParser
import Basics
import ContractModel
import Diagnostics
import Governance
import Reporters
import SystemPackage
import Workspace

/// `contractlint rules test`
struct RulesTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the examples of rule packs: each must do what it says.",
        discussion: """
            PATH is the file of a pack, a folder or a glob. Without PATH the packs are tested whose files the configuration \
            names; without such, those in the folder rules; without that, the standard packs inside the program. \
            Exit codes: 0 all right; 1 an example is wrong; 2 a pack is invalid; 3 there is no pack.
            """)

    @Argument(help: ArgumentHelp("Rule packs: files, folders, globs.", valueName: "path"))
    var paths: [String] = []

    @Option(help: "The form of the report on standard output: text, json, junit.")
    var format: RuleTestFormat = .text

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
    var reports: [RuleTestTarget] = []

    @Flag(help: "Print only what is wrong, and nothing when nothing is.")
    var quiet = false

    @Option(
        help: ArgumentHelp("The day for examples that name none, as 2026-01-31. (default: today)", valueName: "date"))
    var today: Day?

    @OptionGroup var options: RulesOptions

    func validate() throws {
        if paths.contains("") { throw ValidationError("a path is empty; the current folder is '.'") }
    }

    func run() throws {
        var packs = PackSelection(workingFolder: try options.workingFolder())
        if paths.isEmpty {
            packs.addConfigured(options.configurations(in: packs.workingFolder))
        } else {
            for path in Arguments.paths(paths) { packs.add(path) }
        }
        let day = (today ?? Machine.today).number
        var tested: [RuleTestReport.Pack] = []
        var failures = packs.failures
        for file in packs.files {
            do throws(OwnFile.Invalid) {
                tested.append(try RuleTests.run(file, today: day))
            } catch {
                failures += error.faults
            }
        }
        let report = RuleTestReport(toolVersion: Version.current, packs: tested, failures: failures)
        var status: ExitStatus = report.wrongCount > 0 ? .findings : .clean
        if !report.failures.isEmpty { status = .wrongRun }
        if report.packs.isEmpty, report.failures.isEmpty {
            status = .nothingToCheck
            if !quiet { StandardStream.error.write("contractlint: nothing to test: no rule pack was found\n") }
        }
        if !write(report, isNothing: status == .nothingToCheck) { status = .wrongRun }
        ContractLint.leave(status)
    }

    /// - Returns: whether each report could be written.
    private func write(_ report: RuleTestReport, isNothing: Bool) -> Bool {
        if format != .text { Message.write(report.failures) }
        if !(isNothing && format == .text) {
            ContractLint.printOrLeave(format.text(of: report, color: options.isColored, quiet: quiet))
        }
        var isComplete = true
        for target in reports {
            var text = target.format.text(of: report, color: false, quiet: false)
            do throws(FileFault) {
                try FileWriting.write(to: FilePath(target.file)) { sink in text.withUTF8 { sink($0) } }
            } catch {
                isComplete = false
                Message.write([Report.Failure(file: target.file, message: error.message)])
            }
        }
        return isComplete
    }
}

/// `--format` of `rules test`
enum RuleTestFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, junit

    func text(of report: RuleTestReport, color: Bool, quiet: Bool) -> String {
        switch self {
        case .text: RuleTestText.render(report, color: color, quiet: quiet)
        case .json: RuleTestFormats.json(report)
        case .junit: RuleTestFormats.junit(report)
        }
    }
}

/// `--report FORMAT=FILE` of `rules test`
struct RuleTestTarget: ExpressibleByArgument {
    let format: RuleTestFormat
    let file: String

    init?(argument: String) {
        guard let separator = argument.firstIndex(of: "="),
            let format = RuleTestFormat(rawValue: String(argument[..<separator]))
        else { return nil }
        self.format = format
        file = String(argument[argument.index(after: separator)...])
        if file.isEmpty { return nil }
    }
}
