import ArgumentParser
import Basics
import Diagnostics
import Governance
import Reporters
import Workspace

/// `contractlint rules explain`
struct RulesExplainCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule: what it demands, why, and how to comply.",
        discussion: "ID is a rule, such as privacy/pii-classified, or a pack, such as privacy, whose rules are listed.")

    @Argument(help: "A rule or a pack.")
    var id: String

    @OptionGroup var output: TextOptions
    @OptionGroup var configuration: ConfigurationOptions

    func answer() throws -> ExitStatus {
        let workspace = try configuration.workspace()
        let listing = RuleListing(workspace.configuration)
        Message.write(workspace.failures)
        if let rule = listing.rules.first(where: { $0.id == id }) {
            let detailed = listing.detailed(rule)
            try output.print(
                text: RuleExplanation.text(detailed, color: output.isColored),
                json: RuleExplanation.json(detailed, toolVersion: Version.current))
        } else {
            let packs = listing.packs.filter { $0.id == id }
            if packs.isEmpty { throw unknown(listing) }
            try output.print(
                text: RuleListReport.text(packs, color: output.isColored),
                json: RuleListReport.json(packs, toolVersion: Version.current))
        }
        return workspace.failures.isEmpty ? .clean : .wrongRun
    }

    private func unknown(_ listing: RuleListing) -> WorkspaceFault {
        let known = listing.rules.map(\.id)
        // A rule's name alone is what people remember.
        let near =
            known.first { $0.hasSuffix("/\(id)") } ?? Spelling.nearest(to: id, among: known + listing.packs.map(\.id))
        let help = near.map { "did you mean `\($0)`?" } ?? "`contractlint rules list` shows all rules"
        return WorkspaceFault("there is no rule and no pack `\(id.shortened)`; \(help)")
    }
}
