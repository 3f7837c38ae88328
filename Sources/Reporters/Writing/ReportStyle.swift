/// Looks of a report for people. The formats for programs are always complete and always look the same.
package struct ReportStyle: Hashable, Sendable {
    /// True when `text` is coloured with ANSI escape sequences.
    package var color: Bool
    /// In `text`, `github` and `markdown`: leaves out findings of severity info, from the counts too, and says nothing at all when
    /// nothing is left. Snippets and help stay. `json` and `junit` take no notice.
    package var quiet: Bool
    /// The seconds the run took, for the closing line; without it the closing line names no time, and the bytes depend on
    /// the findings alone.
    package var elapsed: Double?
    /// In `text`: adds to each finding what configuration and waivers refer to: contract, element, route, clause, layer
    /// and fingerprint.
    package var verbose: Bool

    package init(color: Bool = false, quiet: Bool = false, elapsed: Double? = nil, verbose: Bool = false) {
        self.color = color
        self.quiet = quiet
        self.elapsed = elapsed
        self.verbose = verbose
    }
}
