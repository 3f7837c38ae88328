import ArgumentParser
internal import Basics
import Diagnostics
import Governance
import Reporters
import Workspace

/// `contractlint rules explain`
struct RulesExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a rule: what it demands, why, and how to comply.",
        discussion: "ID is a rule, such as privacy/pii-classified, or a pack, such as privacy, whose rules are listed.")

    @Argument(help: "A rule or a pack.")
    var id: String

    @Option(help: "The form of the explanation: text, json.")
    var format: TextOrJSON = .text

    @OptionGroup var options: RulesOptions

    func run() throws {
        let folder = try options.workingFolder()
        let configurations = options.configurations(in: folder)
        let listing = RuleListing(configurations.found(for: folder).configuration)
        Message.write(configurations.failures)
        guard let text = text(listing) else {
            let known = listing.rules.map(\.id)
            // A rule's name alone is what people remember.
            let near =
                known.first { $0.hasSuffix("/\(id)") }
                ?? Spelling.nearest(to: id, among: known + listing.packs.map(\.id))
            let help = near.map { "; did you mean `\($0)`?" } ?? "; `contractlint rules list` shows all rules"
            StandardStream.error.write(
                "contractlint: error: there is no rule and no pack `\(Message.escaped(id.shortened))`\(Message.escaped(help))\n"
            )
            ContractLint.leave(.wrongRun)
        }
        ContractLint.printOrLeave(text)
        ContractLint.leave(configurations.failures.isEmpty ? .clean : .wrongRun)
    }

    private func text(_ listing: RuleListing) -> String? {
        if let rule = listing.rules.first(where: { $0.id == id }) {
            let detailed = listing.detailed(rule)
            return format == .text
                ? RuleExplanation.text(detailed, color: options.isColored)
                : RuleExplanation.json(detailed, toolVersion: Version.current)
        }
        let packs = listing.packs.filter { $0.id == id }
        if packs.isEmpty { return nil }
        return format == .text
            ? RuleListReport.text(packs, color: options.isColored)
            : RuleListReport.json(packs, toolVersion: Version.current)
    }
}
