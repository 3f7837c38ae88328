import ArgumentParser
internal import Basics
import Diagnostics
import Governance
import Reporters
import SystemPackage
import Workspace
import YAMLTree

/// `contractlint policy`
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Show which rules govern a contract, and whose they are.",
        subcommands: [PolicyExplainCommand.self])
}

/// `contractlint policy explain`
struct PolicyExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "The rules in force for one contract, and what each layer made of them.",
        discussion:
            "CONTRACT is a file. Each document in it has its own answer: which layers match it, and which do not and why."
    )

    @Argument(help: "The file of a contract or data product.")
    var contract: String

    @Option(help: "The form of the explanation: text, json.")
    var format: TextOrJSON = .text

    @Option(
        help: ArgumentHelp("The day that decides what is in force, as 2026-01-31. (default: today)", valueName: "date"))
    var today: Day?

    @OptionGroup var options: RulesOptions

    func run() throws {
        let folder = try options.workingFolder()
        let configurations = options.configurations(in: folder)
        guard let argument = Arguments.paths([contract]).first else { return }
        let path = folder.pushing(argument.path).lexicallyNormalized()
        let name = path.displayName(in: folder)
        let configuration = configurations.found(for: path.removingLastComponent()).configuration
        do throws(FileFault) {
            let raw = try FileReading.read(path, limit: configuration.limits.fileBytes)
            let report = PolicyExplanation.report(
                name: name, raw: raw, configuration, today: (today ?? Machine.today).number,
                toolVersion: Version.current)
            if report.documents.isEmpty { throw FileFault("holds no data contract and no data product") }
            ContractLint.printOrLeave(
                format == .text
                    ? PolicyExplanationReport.text(report, color: options.isColored)
                    : PolicyExplanationReport.json(report))
        } catch {
            Message.write(configurations.failures + [Report.Failure(file: name, message: error.message)])
            ContractLint.leave(.wrongRun)
        }
        Message.write(configurations.failures)
        ContractLint.leave(configurations.failures.isEmpty ? .clean : .wrongRun)
    }
}
