package import Diagnostics

/// Looks of a report for people, and the findings that are listed. The formats for programs always look the same.
package struct ReportStyle: Hashable, Sendable {
    /// True when `text` is coloured with ANSI escape sequences.
    package var color: Bool
    /// The most columns of a line of `text` that consists of words.
    package var columns = 100
    /// The least severity that is listed, in every format; nil: `text` and `concise` list errors and warnings, and count the rest.
    package var least: Severity?
    /// In all formats for people: lists no findings of severity info, and says nothing at all when nothing is left.
    package var quiet: Bool
    /// In `text` and `concise`: the number of findings by rule in place of the findings.
    package var statistics = false
    /// True when somebody has chosen the rules: nobody needs to be told how.
    package var isConfigured = true
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

    /// The least severity that a format lists.
    ///
    /// - Parameter usual: where nobody asked.
    func least(_ usual: Severity) -> Severity { max(least ?? usual, quiet ? .warning : .info) }

    /// The same for what people read in a terminal.
    var leastOfText: Severity { least(verbose ? .info : .warning) }
}
