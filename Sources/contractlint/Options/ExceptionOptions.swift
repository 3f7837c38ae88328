import ArgumentParser
import Workspace

/// The options of `check` about what need not count.
struct ExceptionOptions: ParsableArguments {
    @Flag(help: "Count everything: comments, waivers and baselines hide nothing.")
    var noSuppressions = false

    @Option(help: ArgumentHelp("Leave out the findings that this file records.", valueName: "file"))
    var baseline: String?

    @Option(help: ArgumentHelp("Record the findings of today in this file.", valueName: "file"))
    var writeBaseline: String?

    @Flag(help: "With --write-baseline: allow an existing file to gain findings.")
    var growBaseline = false

    @Flag(help: "Take out of the baseline what is gone.")
    var pruneBaseline = false

    @Option(
        help: ArgumentHelp(
            "A git revision or a folder whose configuration, rules, waivers and baseline must agree.",
            valueName: "base"))
    var against: String?

    @OptionGroup var base: BaseOptions

    @Flag(help: "With --against: leave out the findings that the contracts had there already.")
    var newOnly = false

    func apply(to options: inout CheckOptions) {
        options.base = against.map { base.name($0) }
        options.isNewOnly = newOnly
        options.hides = !noSuppressions
        options.baseline.baseline = baseline
        options.baseline.writeBaseline = writeBaseline
        options.baseline.growBaseline = growBaseline
        options.baseline.pruneBaseline = pruneBaseline
    }

    func validate() throws {
        if newOnly, against == nil { throw ValidationError("--new-only needs --against") }
        if growBaseline, writeBaseline == nil { throw ValidationError("--grow-baseline needs --write-baseline") }
        if writeBaseline != nil {
            let others: [(Bool, String)] = [
                (baseline != nil, "--baseline"), (pruneBaseline, "--prune-baseline"),
                (against != nil, "--against"), (noSuppressions, "--no-suppressions"),
            ]
            if let other = others.first(where: \.0) {
                throw ValidationError("--write-baseline and \(other.1) exclude each other")
            }
        }
        if pruneBaseline, against != nil {
            throw ValidationError("--prune-baseline and --against exclude each other")
        }
        if pruneBaseline, noSuppressions {
            throw ValidationError("--prune-baseline and --no-suppressions exclude each other")
        }
        for (name, file) in [("--baseline", baseline), ("--write-baseline", writeBaseline)] where file == "" {
            throw ValidationError("\(name) names no file")
        }
    }
}
