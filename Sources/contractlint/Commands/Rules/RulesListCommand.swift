import ArgumentParser
import Diagnostics
import Governance
import Reporters
import Workspace

/// `contractlint rules list`
struct RulesListCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List every rule for the current folder, pack by pack; those that no configuration brings are off.",
        discussion: "Severities are those that the configuration gives. 'contractlint rules explain ID' says more.")

    @OptionGroup var output: TextOptions
    @OptionGroup var configuration: ConfigurationOptions

    func answer() throws -> ExitStatus {
        let workspace = try configuration.workspace()
        let listing = RuleListing(workspace.configuration)
        try output.print(
            text: RuleListReport.text(listing.packs, color: output.isColored),
            json: RuleListReport.json(listing.packs, toolVersion: Version.current))
        // What a wrong configuration says beside its mistakes is shown all the same.
        Message.write(workspace.failures)
        return workspace.failures.isEmpty ? .clean : .wrongRun
    }
}
