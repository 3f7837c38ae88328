import ArgumentParser
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
struct PolicyExplainCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "The rules in force for one contract, and what each layer made of them.",
        discussion:
            "CONTRACT is a file. Each document in it has its own answer: which layers match it, and which do not and why."
    )

    @Argument(help: "The file of a contract or data product.")
    var contract: String

    @Option(
        help: ArgumentHelp("Say it of these rules only: an id, a pack, or a pattern ('privacy/*').", valueName: "rule"))
    var rule: String?

    @OptionGroup var output: TextOptions
    @OptionGroup var day: DayOptions
    @OptionGroup var configuration: ConfigurationOptions

    func answer() throws -> ExitStatus {
        let workspace = try configuration.workspace()
        var report = try workspace.policy(of: Arguments.path(contract), today: day.number)
        if let rule {
            let selection = RuleSelection(select: [rule], option: "--rule")
            try selection.demandRules(report.documents.flatMap { $0.rules.map(\.id) })
            for index in report.documents.indices {
                report.documents[index].rules.removeAll { !selection.includes($0.id) }
            }
        }
        try output.print(
            text: PolicyExplanationReport.text(report, color: output.isColored),
            json: PolicyExplanationReport.json(report))
        Message.write(workspace.failures)
        return workspace.failures.isEmpty ? .clean : .wrongRun
    }
}
