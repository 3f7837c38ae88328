internal import Diagnostics

/// The report for people, after the manner of the best compilers:
///
///     orders.odcs.yaml:12:5: error[standard/unknown-key]: 'clasification' is no key of a property
///        |
///     12 |     clasification: restricted
///        |     ^^^^^^^^^^^^^
///        = help: did you mean 'classification'?
///
/// Reason and link of a rule stand once for each rule, at its first finding: a file that breaks one rule
/// forty times need not say so forty times.
struct TextReport {
    private var text: TextWriter
    private let style: ReportStyle
    private var explained: Set<String> = []
    private var linked: Set<String> = []

    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var own = TextReport(out, style: style)
        if let comparisons = report.comparisons {
            var changes = BreakingText(own.text, report, comparisons, style)
            changes.write()
            own.text = changes.text
            own.finish(report)
            return own.text.out
        }
        for finding in report.findings where !style.quiet || finding.severity > .info {
            own.write(finding, isCounted: true)
            own.text.out.write("\n")
        }
        own.finish(report)
        return own.text.out
    }

    /// End of every report.
    private mutating func finish(_ report: Report) {
        if style.verbose {
            for finding in report.excepted {
                write(finding, isCounted: false)
                text.out.write("\n")
            }
        }
        for failure in report.failures { text.write(failure) }
        let tally = Tally(report, quiet: style.quiet)
        if !style.quiet || tally.findings + tally.failures > 0 {
            if !report.failures.isEmpty { text.out.write("\n") }
            text.write(tally.closingLine(elapsed: style.elapsed), in: .strong)
            text.out.write("\n")
        }
    }

    private init(_ out: Output, style: ReportStyle) {
        text = TextWriter(out, color: style.color)
        self.style = style
    }

    private mutating func write(_ finding: Finding, isCounted: Bool) {
        text.writeHeadline(
            finding.place, finding.severity, finding.rule, finding.message, finding.provenance.enforcement)
        // One gutter for all snippets of a finding, as wide as its longest line number.
        let places = [finding.place] + finding.related.map(\.place)
        let gutter = places.map { String($0.start.line).utf8.count }.max() ?? 1
        text.write(finding.place, gutter, mark: UInt8(ascii: "^"), in: TextWriter.Colour(finding.severity))
        for related in finding.related { text.write(related, gutter) }
        text.write(finding.help, as: "help", gutter)
        if let exception = finding.exception { text.write(exception, isCounted: isCounted, gutter) }
        if finding.reason != nil, explained.insert(finding.rule).inserted {
            text.write(finding.reason, as: "why", gutter)
        }
        if finding.url != nil, linked.insert(finding.rule).inserted { text.write(finding.url, as: "see", gutter) }
        if style.verbose { text.writeReferences(of: finding, gutter) }
    }
}

extension TextWriter {
    mutating func writeReferences(of finding: Finding, _ gutter: Int) {
        write(finding.contract, as: "contract", gutter)
        write(finding.element, as: "element", gutter)
        write(finding.route, as: "route", gutter)
        write(finding.clause, as: "clause", gutter)
        let provenance = finding.provenance
        if let version = provenance.version {
            let digest = provenance.digest.map { " (\($0.prefix(12)))" } ?? ""
            write("\(finding.rule.prefix { $0 != "/" })@\(version)\(digest)", as: "pack", gutter)
        }
        write(finding.layer, as: "layer", gutter)
        for change in provenance.changes {
            write("\(change.what), by the layer \(change.layer)", as: "changed", gutter)
        }
        if provenance.lock > .open { write(provenance.lock.rawValue, as: "lock", gutter) }
        write(finding.fingerprint, as: "fingerprint", gutter)
    }
}
