import ArgumentParser
import Diagnostics
import Workspace

/// `contractlint init`
struct InitCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Set the current folder up: configuration, hook and workflow.",
        discussion: """
            Looks at what is there, and writes what fits: .contractlint.yaml, the pre-commit hook in a git repository, a workflow \
            where there is a folder .github. Nothing is overwritten; what would go into a file that is there is shown.
            """)

    @Flag(help: "Record what is found today, so that only what comes new counts.")
    var baseline = false

    @Flag(help: "Write a skill file that tells language models how to work with the contracts.")
    var agents = false

    @OptionGroup var day: DayOptions

    @Option(help: "The rules to begin with: core (what is wrong), recommended (and what everybody needs), or strict.")
    var tier = Tier.recommended

    func answer() throws -> ExitStatus {
        var options = SetupOptions(tier: tier.rawValue, today: day.number)
        options.withBaseline = baseline
        options.forAgents = agents
        let setup = try ConfigurationOptions.parse([]).workspace().setUp(options)
        var text =
            "found \(Self.count(setup.contracts, "contract")) and \(Self.count(setup.products, "data product"))\n"
        for name in setup.written { text += "wrote \(name)\n" }
        for (name, missing) in setup.kept {
            text += "\(name) is there already and left as it is; this would go into it:\n\n\(missing)\n"
        }
        text += "next: contractlint check"
        if setup.errors > 0 {
            text += " (\(Self.count(setup.errors, "error")) now; `contractlint init --baseline` in a folder without a"
            text += " configuration records them, so that only new ones count)"
        }
        try StandardStream.output.print(text + "\n")
        return .clean
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}

extension Tier: ExpressibleByArgument {}
