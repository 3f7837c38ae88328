import ArgumentParser
import Workspace

/// Way to read `--against`.
struct BaseOptions: ParsableArguments {
    @Option(help: "What --against names: auto (a path that is there, else a revision), revision, path.")
    var baseIs: BasePlace.Meaning = .auto
}

extension BasePlace.Meaning: ExpressibleByArgument {}
