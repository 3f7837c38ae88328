import ArgumentParser
import Basics
import ContractModel
import Diagnostics
import Governance
import Reporters
import SystemPackage
import Workspace

/// `contractlint rules impact`
struct RulesImpactCommand: ParsableCommand {
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

    @Option(help: "The form of the report: text, json.")
    var format: TextOrJSON = .text

    @Option(help: ArgumentHelp("How many threads check files. (default: one for each core)", valueName: "n"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp("The day that rules about dates go by, as 2026-01-31. (default: today)", valueName: "date"))
    var today: Day?

    @OptionGroup var options: RulesOptions

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
        if paths.contains("") { throw ValidationError("a path is empty; the current folder is '.'") }
        if ruleFile.isEmpty { throw ValidationError("the path of the rule pack is empty") }
    }

    func run() throws {
        let folder = try options.workingFolder()
        guard let check = try pack(folder) else { ContractLint.leave(.wrongRun) }
        let configurations = options.configurations(in: folder)
        var discovery = FileDiscovery(workingFolder: folder, configurations: configurations, isStaged: false)
        for path in Arguments.paths(paths.isEmpty ? ["."] : paths) { discovery.add(path) }
        let progress = StandardStream.error.isTerminal ? Progress() : nil
        var run = ImpactRun(
            check: check, files: discovery.files, jobs: jobs ?? Machine.processors,
            today: (today ?? Machine.today).number,
            toolVersion: Version.current, progress: progress?.listener)
        run.report.failures = configurations.failures + discovery.failures
        run.run()
        progress?.clear()
        let report = run.report
        switch format {
        case .text: ContractLint.printOrLeave(ImpactText.text(report, color: options.isColored))
        case .json:
            ContractLint.printOrLeave(ImpactText.json(report))
            Message.write(report.failures)
        }
        for rule in run.unknown.sorted() {
            StandardStream.error.write(
                "contractlint: note: the rule \(Message.escaped(rule)) asks for a fact that is not at hand; "
                    + "where it does, nothing was judged\n")
        }
        if !report.failures.isEmpty { ContractLint.leave(.wrongRun) }
        if report.contractCount + report.productCount == 0 {
            StandardStream.error.write("contractlint: nothing to check: no contract was found\n")
            ContractLint.leave(.nothingToCheck)
        }
        ContractLint.leave(.clean)
    }

    /// - Returns: nil when it cannot be read: why has been said.
    private func pack(_ folder: FilePath) throws -> ImpactCheck? {
        guard let argument = Arguments.paths([ruleFile]).first else { return nil }
        let path = folder.pushing(argument.path).lexicallyNormalized()
        let name = path.displayName(in: folder)
        do {
            return ImpactCheck(try RulePack(name: name, raw: try PackFiles.read(path, .disk(shownFrom: folder))))
        } catch let invalid as OwnFile.Invalid {
            Message.write(invalid.faults)
        } catch {
            Message.write([Report.Failure(file: name, message: (error as? FileFault)?.message ?? "cannot be read")])
        }
        return nil
    }
}
