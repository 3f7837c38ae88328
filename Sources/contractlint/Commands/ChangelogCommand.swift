import ArgumentParser
import Compatibility
import Reporters
import Workspace

/// `contractlint changelog`
struct ChangelogCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "changelog", _superCommandName: "contractlint",
        abstract: "Tell what changed in contracts between two revisions, version by version.",
        discussion: """
            Both revisions are read from git; nothing is checked out. Each version of a contract on the way is compared with \
            the one before, as a release note would: what breaks first, then what is risky, then what is new; details are \
            counted. Exit codes: 0 told, whatever changed; 2 a revision or a contract cannot be read.

            EXAMPLES:
              contractlint changelog --from v1.0 --to v2.0
              contractlint changelog contracts/orders.odcs.yaml --from v1.0 --format markdown > CHANGELOG.md

            Documentation: \(Welcome.page)
            """)

    @Argument(help: ArgumentHelp("Files or folders. (default: the whole repository)", valueName: "path"))
    var paths: [String] = []

    @Option(help: "The earlier revision: a tag, a branch, a commit.")
    var from: String

    @Option(help: "The later revision.")
    var to: String = "HEAD"

    @OptionGroup(title: "What counts as breaking") var choices: ComparisonChoices
    @OptionGroup var day: DayOptions

    @Option(help: "The form of the history: \(list(ChangelogFormat.allCases)).")
    var format: ChangelogFormat = .text

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write the history to a file as well; may be repeated.", valueName: "format=file"))
    var reports: [ReportTarget<ChangelogFormat>] = []

    @OptionGroup var configuration: ConfigurationOptions

    func validate() throws {
        try demandPaths(paths)
        if choices.profile?.isTransitive == true {
            throw ValidationError("a history compares each version with the one before: leave out +transitive")
        }
    }

    func answer() throws -> ExitStatus {
        let changelog = try configuration.workspace().changelog(
            of: Arguments.paths(paths).map(\.path), from: from, to: to, today: day.number,
            choices: choices.applied(on: day.number))
        if let fault = StandardStream.output.write(format.render(changelog)) {
            throw WorkspaceFault([.standardOutput(fault)])
        }
        return reports.write(text: { $0.render(changelog) }) ? .clean : .wrongRun
    }
}
