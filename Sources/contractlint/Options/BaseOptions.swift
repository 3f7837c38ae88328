import ArgumentParser
import Workspace

/// Way to read `--against`.
struct BaseOptions: ParsableArguments {
    @Option(help: "What --against names: auto (a path that is there, else a revision), revision, path.")
    var baseIs: BasePlace.Meaning = .auto

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            "Compare with the commit at which HEAD left --against, as main...HEAD does. (default: in CI, where breaking and gate are given a branch)"
        ))
    var mergeBase: Bool?

    /// - Parameter isOfBranch: whether a machine of a CI service, which builds what may be merged, means the merge base of a branch.
    func name(_ text: String, isOfBranch: Bool = false) -> BaseName {
        let point: GitRevision.Point =
            switch mergeBase {
            case true?: .mergeBase
            case false?: .tip
            case nil: isOfBranch && Machine.isOfCI ? .mergeBaseOfBranch : .tip
            }
        return BaseName(text, baseIs, point)
    }
}

extension BasePlace.Meaning: ExpressibleByArgument {}
