import ArgumentParser
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

    /// The first argument that would be read as an option and is the name of a file as well.
    ///
    /// A stranger's pull request can hold a file named `--config=x.yaml`, and a hook or a shell's `*` puts it on the command
    /// line, where it would be obeyed.
    private static func ambiguousOption() -> String? {
        CommandLine.arguments.dropFirst().prefix { $0 != "--" }.first { argument in
            guard argument.hasPrefix("-"), argument != "-" else { return false }
            var status = stat()
            return lstat(argument, &status) == 0
        }
    }

    /// The first option whose value is empty, as `--against=` is where a script's variable is.
    ///
    /// The parser would take the next argument for the value: a path, which then is compared with itself, and passes.
    private static func optionWithoutValue() -> String? {
        CommandLine.arguments.dropFirst().prefix { $0 != "--" }.first { $0.hasPrefix("--") && $0.hasSuffix("=") }
    }
}
