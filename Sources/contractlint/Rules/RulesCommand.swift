import ArgumentParser
import Diagnostics
import Governance
import Reporters
import SystemPackage
import Workspace

/// `contractlint rules`
struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "List, explain, test, write and weigh governance rules.",
        subcommands: [
            RulesListCommand.self, RulesExplainCommand.self, RulesTestCommand.self, RulesNewCommand.self,
            RulesImpactCommand.self, RulesLockCommand.self,
        ])
}

/// `--format` of the commands that have two.
enum TextOrJSON: String, ExpressibleByArgument, CaseIterable { case text, json }

/// What all commands about rules understand.
struct RulesOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Use this configuration instead of looking for .contractlint.yaml.", valueName: "file"))
    var config: String?

    @Option(help: "Colour the text: auto, always, never.")
    var color: ColorChoice = .auto

    var isColored: Bool { color.isColored(onTerminal: StandardStream.output.isTerminal) }

    func workingFolder() throws -> FilePath {
        guard let folder = Machine.workingFolder else {
            throw ValidationError("the working folder does not exist any more")
        }
        return folder
    }

    func configurations(in folder: FilePath) -> Configurations {
        Configurations(workingFolder: folder, named: config.map { FilePath($0) })
    }
}

extension Message {
    /// Mistakes, each on a line of standard error.
    static func write(_ failures: [Report.Failure]) {
        for failure in failures { StandardStream.error.write(line(failure)) }
    }
}
