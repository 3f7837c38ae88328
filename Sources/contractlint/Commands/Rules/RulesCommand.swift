import ArgumentParser

/// `contractlint rules`
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List, explain, test, try, write and weigh governance rules.",
        subcommands: [
            RulesListCommand.self, RulesExplainCommand.self, RulesTestCommand.self, RulesEvalCommand.self,
            RulesNewCommand.self,
            RulesImpactCommand.self, RulesLockCommand.self, RulesDocCommand.self,
        ])
}
