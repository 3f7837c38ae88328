import ArgumentParser
import Diagnostics
import Governance
import Reporters
import Workspace

/// `contractlint rules list`
struct RulesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List every rule in force for the current folder, pack by pack.",
        discussion: "Severities are those that the configuration gives. 'contractlint rules explain ID' says more.")

    @Option(help: "The form of the list: text, json.")
    var format: TextOrJSON = .text

    @OptionGroup var options: RulesOptions

    func run() throws {
        let folder = try options.workingFolder()
        let configurations = options.configurations(in: folder)
        let listing = RuleListing(configurations.found(for: folder).configuration)
        switch format {
        case .text: ContractLint.printOrLeave(RuleListReport.text(listing.packs, color: options.isColored))
        case .json: ContractLint.printOrLeave(RuleListReport.json(listing.packs, toolVersion: Version.current))
        }
        // What a wrong configuration says beside its mistakes is shown all the same.
        Message.write(configurations.failures)
        ContractLint.leave(configurations.failures.isEmpty ? .clean : .wrongRun)
    }
}
