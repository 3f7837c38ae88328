import ArgumentParser
import Basics
import ContractModel
import Diagnostics
import Governance
import Reporters
import RuleLanguage
import SystemPackage
import Workspace

/// `contractlint rules test`
struct RulesTestCommand: AnsweringCommand {
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

    @Option(help: "The form of the report on standard output: \(list(RuleTestFormat.allCases)).")
    var format: RuleTestFormat = .text

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write a report to a file as well; may be repeated.", valueName: "format=file"))
    var reports: [ReportTarget<RuleTestFormat>] = []

    @Flag(help: "Print only what is wrong, and nothing when nothing is.")
    var quiet = false

    @Flag(help: "Print the document that each example became.")
    var show = false

    @Flag(help: "Say which parts of conditions no example makes true, or none makes false.")
    var coverage = false

    @Flag(help: "Change each rule in one place at a time and say which changes no example notices.")
    var mutate = false

    @Flag(help: "Run again whenever the file of a pack changes.")
    var watch = false

    @OptionGroup var day: DayOptions
    @OptionGroup var configuration: ConfigurationOptions
    @OptionGroup var color: ColorOptions

    func validate() throws {
        try demandPaths(paths)
        guard show || coverage || mutate else { return }
        if format != .text { throw ValidationError("--show, --coverage and --mutate are for --format text") }
        if quiet { throw ValidationError("--quiet leaves out what --show, --coverage and --mutate print") }
    }

    func answer() throws -> ExitStatus {
        guard watch else {
            return try run(selection(configuration.workspace()))
        }
        var seen: [[UInt8]]?
        while true {
            let packs = try selection(configuration.workspace())
            if packs.files.map(\.raw) != seen {
                seen = packs.files.map(\.raw)
                _ = try run(packs)
            }
            Machine.sleep(milliseconds: 500)
        }
    }

    private func selection(_ workspace: Workspace) -> PackSelection {
        var packs = PackSelection(workingFolder: workspace.folder)
        if paths.isEmpty {
            packs.addConfigured(workspace.configurations)
        } else {
            for path in Arguments.paths(paths) { packs.add(path) }
        }
        return packs
    }

    private func run(_ packs: PackSelection) throws -> ExitStatus {
        let report = test(packs)
        var status: ExitStatus = report.wrongCount > 0 ? .findings : .clean
        if !report.failures.isEmpty { status = .wrongRun }
        if report.packs.isEmpty, report.failures.isEmpty {
            status = .nothingToCheck
            if !quiet { StandardStream.error.write("contractlint: nothing to test: no rule pack was found\n") }
        }
        if format != .text { Message.write(report.failures) }
        if status != .nothingToCheck || format != .text {
            try StandardStream.output.print(format.text(of: report, color: color.isColored, quiet: quiet, extent))
        }
        return reports.write { $0.text(of: report, color: false, quiet: false, extent) } ? status : .wrongRun
    }

    private var extent: RuleTestText.Extent { .init(showsDocuments: show, showsGaps: coverage) }

    private func test(_ packs: PackSelection) -> RuleTestReport {
        var tested: [RuleTestReport.Pack] = []
        var failures = packs.failures
        for file in packs.files {
            do throws(OwnFile.Invalid) {
                tested.append(try RuleTests.run(file, today: day.number, isMeasuring: coverage, isMutating: mutate))
            } catch {
                failures += error.faults
            }
        }
        if failures.isEmpty, !paths.isEmpty {
            let source = PackFiles.source(in: packs.workingFolder, DiskSnapshot(shownFrom: packs.workingFolder))
            failures = RuleTests.faults(together: packs.files, source)
        }
        return RuleTestReport(toolVersion: Version.current, packs: tested, failures: failures)
    }
}

/// `--format` of `rules test`
enum RuleTestFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, junit

    func text(
        of report: RuleTestReport, color: Bool, quiet: Bool, _ extent: RuleTestText.Extent = .init()
    ) -> String {
        switch self {
        case .text: RuleTestText.render(report, color: color, quiet: quiet, extent)
        case .json: RuleTestFormats.json(report)
        case .junit: RuleTestFormats.junit(report)
        }
    }
}
