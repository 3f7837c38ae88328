import ArgumentParser
import Diagnostics
import Reporters
import Workspace

/// Choice of the findings that a report lists, and of what it says about them.
struct ListingOptions: ParsableArguments {
    /// `--show`
    enum Shown: String, ExpressibleByArgument, CaseIterable { case info }

    @Option(
        name: [.customLong("select"), .customLong("rule")],
        help: ArgumentHelp(
            "Report these rules only: ids, packs, or patterns ('privacy/*'), with commas between them; may be repeated.",
            valueName: "rules"))
    var selected: [String] = []

    @Option(
        name: .customLong("ignore"),
        help: ArgumentHelp("Leave these rules out of the report, named in the same way.", valueName: "rules"))
    var ignored: [String] = []

    @Option(
        help:
            "List findings of this severity and above; those below still count for --fail-on. (default: warning in text)"
    )
    var minSeverity: Severity?

    @Option(help: "List in text what is only counted else: \(list(Shown.allCases)).")
    var show: Shown?

    @Flag(help: "Print the number of findings by rule in place of the findings.")
    var statistics = false

    @Flag(help: "Print only errors and warnings, and nothing when there are none.")
    var quiet = false

    @Flag(
        help:
            "List everything, and say of each finding how its rule came to hold: pack, layer, what layers changed; its fingerprint; and what is hidden."
    )
    var verbose = false

    func validate() throws {
        if minSeverity != nil, show != nil { throw ValidationError("--min-severity and --show exclude each other") }
        if (selected + ignored).contains(where: { $0.split(separator: ",").isEmpty }) {
            throw ValidationError("--select and --ignore name a rule, a pack or a pattern")
        }
    }

    var selection: RuleSelection { RuleSelection(select: Self.names(selected), ignore: Self.names(ignored)) }

    private static func names(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",").map(String.init) }
    }

    /// Looks of a report that goes to a file.
    var style: ReportStyle {
        var style = ReportStyle()
        style.least = minSeverity ?? show.map { _ in Severity.info }
        style.quiet = quiet
        style.statistics = statistics
        style.verbose = verbose
        return style
    }
}

extension Severity: ExpressibleByArgument {}
