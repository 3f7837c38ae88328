import ArgumentParser
import Workspace

/// `contractlint mesh satisfies`
struct MeshSatisfiesCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "satisfies", abstract: "Whether a contract promises what consumers need.",
        discussion: """
            PROVIDER and CONSUMER are files of contracts: the consumer's names the objects and properties that it reads, and what it \
            relies on of them. Exit codes: 0 every need is met, 1 some need is not, 2 a file cannot be read.
            """)

    @Argument(help: "The contract of the provider.")
    var provider: String

    @Argument(help: "The contracts of consumers.")
    var consumers: [String]

    @OptionGroup var configuration: ConfigurationOptions

    func answer() throws -> ExitStatus {
        let (lines, isUnmet) = try configuration.workspace().unmetNeeds(
            of: Arguments.paths(consumers), by: Arguments.path(provider))
        for line in lines { try StandardStream.output.print(Message.escaped(line) + "\n") }
        return isUnmet ? .findings : .clean
    }
}
