import ArgumentParser
import Workspace

/// How `--against` is to be read.
struct BaseOptions: ParsableArguments {
    @Option(help: "What --against names: auto (a path that is there, else a revision), revision, path.")
    var baseIs: BasePlace.Meaning = .auto
}

extension BasePlace.Meaning: ExpressibleByArgument {}
