import ArgumentParser
import Reporters

/// The command line's root.
@main
struct ContractLint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contractlint",
        abstract: "The linter and CI gate for data contracts (ODCS, ODPS, DCS).",
        discussion: """
            Exit codes: 0 nothing at or above --fail-on; 1 findings at or above it; 2 the run itself is wrong \
            (usage, unreadable file, bad configuration); 3 nothing to check.
            """,
        version: Version.current,
        subcommands: [
            CheckCommand.self, DiffCommand.self, BreakingCommand.self, RulesCommand.self, PolicyCommand.self,
            WaiversCommand.self, InitCommand.self,
        ],
        defaultSubcommand: CheckCommand.self)

    static func main() {
        StandardStream.reserve()
        ignoreBrokenPipe()
        do {
            if let argument = Arguments.ambiguousOption() {
                throw ValidationError(
                    "'\(Message.escaped(argument))' is an option and the name of a file: write the file as './\(Message.escaped(argument))', or put all paths behind '--'"
                )
            }
            if let argument = Arguments.optionWithoutValue() {
                throw ValidationError("'\(Message.escaped(argument))' has no value: nothing follows the '='")
            }
            var command = try direct(Array(CommandLine.arguments.dropFirst())) ?? parseAsRoot()
            try command.run()
        } catch {
            leave(with: error)
        }
    }

    /// The command of a line that begins with its name, read without all the others, which takes longer than a small check.
    ///
    /// - Returns: nil: the whole tree of commands knows what to say, of a mistake as well.
    private static func direct(_ arguments: [String]) -> (any ParsableCommand)? {
        let often: [any ParsableCommand.Type] = [CheckCommand.self, BreakingCommand.self, DiffCommand.self]
        guard let command = often.first(where: { $0.configuration.commandName == arguments.first }),
            let read = try? command.parseAsRoot(Array(arguments.dropFirst())), type(of: read) == command
        else { return nil }
        return read
    }

    /// ArgumentParser leaves with 64 for wrong usage; ours is 2.
    private static func leave(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        if !message.isEmpty, code != .success { StandardStream.error.write(message + "\n") }
        if !message.isEmpty, code == .success { printOrLeave(message + "\n") }
        Self.leave(code == .validationFailure ? .wrongRun : ExitStatus(rawValue: code.rawValue) ?? .wrongRun)
    }

    /// Writes what was asked for to standard output.
    static func printOrLeave(_ text: String) {
        guard let fault = StandardStream.output.write(text) else { return }
        StandardStream.error.write(Message.line(.standardOutput(fault)))
        leave(.wrongRun)
    }

    static func leave(_ status: ExitStatus) -> Never {
        exitProcess(status.rawValue)
    }
}

/// What a run ends with.
enum ExitStatus: Int32 {
    case clean = 0
    case findings = 1
    case wrongRun = 2
    case nothingToCheck = 3
}

extension ReportFormat: ExpressibleByArgument {}
