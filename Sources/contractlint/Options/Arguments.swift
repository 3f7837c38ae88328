import ArgumentParser
import Basics
import SystemPackage
import Workspace

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The command line as the system gave it.
enum Arguments {
    /// The paths that some arguments mean. File names are bytes; in a `String` those that are no UTF-8 have become U+FFFD,
    /// which leads to no file.
    static func paths(_ arguments: [String]) -> [GivenPath] {
        var raw: [String: [FilePath]] = [:]
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[index] else { continue }
            let text = String(cString: argument)
            guard text.unicodeScalars.contains("\u{FFFD}") else { continue }
            raw[text, default: []].append(FilePath(platformString: argument))
        }
        return arguments.map { text in
            // Several names can look the same; their order is that of the arguments.
            guard let path = raw[text]?.first else { return GivenPath(text: text, path: FilePath(text)) }
            raw[text]?.removeFirst()
            return GivenPath(text: text, path: path)
        }
    }

    /// The path that one argument means.
    static func path(_ argument: String) -> GivenPath {
        paths([argument]).first ?? GivenPath(text: argument, path: FilePath(argument))
    }

    /// Demands that arguments mean what they seem to.
    static func demandClear() throws {
        if let argument = ambiguousOption().map(Message.escaped) {
            throw ValidationError(
                "'\(argument)' is an option and the name of a file: write the file as './\(argument)', or put all paths behind '--'"
            )
        }
        if let argument = optionWithoutValue().map(Message.escaped) {
            throw ValidationError("'\(argument)' has no value: nothing follows the '='")
        }
    }

    /// Demands that a first argument which looks like a misspelt command is none: it would be read as a path.
    static func demandCommand(of root: CommandConfiguration) throws {
        let arguments = CommandLine.arguments.dropFirst().prefix(2).map { $0 }
        guard let first = arguments.first, !first.hasPrefix("-") else { return }
        let all = root.subcommands
        if let command = all.first(where: { name(of: $0) == first }) {
            // A command of commands; where it is one itself, what follows is an argument.
            let own = command.configuration.subcommands.map(name)
            guard !own.isEmpty, arguments.count > 1, !arguments[1].hasPrefix("-"), !own.contains(arguments[1]) else {
                return
            }
            try suggest(arguments[1], among: own, of: first + " ")
        } else if !first.contains(where: { "./*?[".contains($0) }), !isThere(first) {
            try suggest(first, among: all.map(name), of: "")
        }
    }

    private static func name(of command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? ""
    }

    private static func suggest(_ word: String, among commands: [String], of command: String) throws {
        guard word != "help", let near = Spelling.nearest(to: word, among: commands) else { return }
        throw ValidationError(
            "there is no command '\(Message.escaped(command + word))'; did you mean '\(command)\(near)'?")
    }

    private static func isThere(_ argument: String) -> Bool {
        var status = stat()
        return lstat(argument, &status) == 0
    }

    /// The first argument that would be read as an option and is the name of a file as well.
    ///
    /// A stranger's pull request can hold a file named `--config=x.yaml`, and a hook or a shell's `*` puts it on the command
    /// line, where it would be obeyed.
    private static func ambiguousOption() -> String? {
        CommandLine.arguments.dropFirst().prefix { $0 != "--" }.first { argument in
            guard argument.hasPrefix("-"), argument != "-" else { return false }
            return isThere(argument)
        }
    }

    /// The first option whose value is empty, as `--against=` is where a script's variable is.
    ///
    /// The parser would take the next argument for the value: a path, which then is compared with itself, and passes.
    private static func optionWithoutValue() -> String? {
        CommandLine.arguments.dropFirst().prefix { $0 != "--" }.first { $0.hasPrefix("--") && $0.hasSuffix("=") }
    }
}
