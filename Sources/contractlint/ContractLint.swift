import ArgumentParser
import Diagnostics
import Workspace

/// The command line's root.
@main
struct ContractLint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contractlint",
        abstract: "The linter and CI gate for data contracts (ODCS, ODPS, DCS).",
        discussion: """
            EXAMPLES:
              contractlint check contracts/
              contractlint breaking --against origin/main
              contractlint diff main:orders.odcs.yaml orders.odcs.yaml
              contractlint changelog --from v1.0 --to v2.0
              contractlint rules explain privacy/pii-classified

            EXIT CODES:
              0  nothing at or above --fail-on
              1  findings at or above --fail-on
              2  the run itself is wrong: usage, an unreadable file, a bad configuration
              3  nothing to check: no contract was found

            Documentation: \(Welcome.page)
            """,
        version: Version.current,
        groupedSubcommands: [
            CommandGroup(
                name: "Contracts",
                subcommands: [
                    CheckCommand.self, GateCommand.self, BreakingCommand.self, DiffCommand.self, ChangelogCommand.self,
                ]),
            CommandGroup(
                name: "Governance", subcommands: [RulesCommand.self, PolicyCommand.self, WaiversCommand.self]),
            CommandGroup(name: "Setting up", subcommands: [InitCommand.self]),
        ],
        defaultSubcommand: CheckCommand.self)

    static func main() {
        StandardStream.reserve()
        ignoreSignalsOfWriting()
        exitProcess(status().rawValue)
    }

    /// Runs the command, and says what the run ends with: the one place that knows what an error means.
    private static func status() -> ExitStatus {
        do {
            try Arguments.demandClear()
            try Arguments.demandCommand(of: configuration)
            if CommandLine.argc <= 1, try !ConfigurationOptions.parse([]).workspace().isConfigured {
                // Nothing was checked, and no script may think so.
                try StandardStream.output.print(Welcome.text)
                return .wrongRun
            }
            var command = try direct(Array(CommandLine.arguments.dropFirst())) ?? parseAsRoot()
            guard let answering = command as? any AnsweringCommand else {
                try command.run()
                return .clean
            }
            return try answering.answer()
        } catch let fault as WorkspaceFault {
            Message.write(fault.failures)
            return .wrongRun
        } catch {
            return status(after: error)
        }
    }

    /// The command of a line that begins with its name, read without all the others, which takes longer than a small check.
    ///
    /// - Returns: nil: the whole tree of commands knows what to say, of a mistake as well.
    private static func direct(_ arguments: [String]) -> (any ParsableCommand)? {
        let often: [any ParsableCommand.Type] = [
            CheckCommand.self, BreakingCommand.self, GateCommand.self, DiffCommand.self,
        ]
        guard let command = often.first(where: { $0.configuration.commandName == arguments.first }),
            let read = try? command.parseAsRoot(Array(arguments.dropFirst())), type(of: read) == command
        else { return nil }
        return read
    }

    /// Words about a mistake, in which no argument breaks a line: they quote it as it was given, and a log obeys lines that
    /// begin with a command.
    private static func words(for error: any Error, _ message: String) -> String {
        let arguments = CommandLine.arguments.dropFirst()
        let harmless = arguments.map(Message.escaped)
        if harmless.elementsEqual(arguments) { return message }
        do {
            _ = try parseAsRoot(harmless)
        } catch {
            return fullMessage(for: error)
        }
        // Said by a command, of arguments that it takes: these it escapes itself.
        return message
    }

    /// ArgumentParser leaves with 64 for wrong usage; ours is 2.
    private static func status(after error: any Error) -> ExitStatus {
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        if code == .success {
            guard !message.isEmpty, let fault = StandardStream.output.write(message + "\n") else { return .clean }
            Message.write([.standardOutput(fault)])
            return .wrongRun
        }
        if !message.isEmpty { StandardStream.error.write(Message.escapedLines(words(for: error, message)) + "\n") }
        return code == .validationFailure ? .wrongRun : ExitStatus(rawValue: code.rawValue) ?? .wrongRun
    }
}
