internal import Diagnostics

/// The report for people, file by file and in each the gravest first, after the manner of the best compilers:
///
///     orders.odcs.yaml
///       12:5 error[standard/unknown-key]: 'clasification' is no key of a property
///       12 |     clasification: restricted
///          |     ^^^^^^^^^^^^^
///          = help: did you mean 'classification'?
///
/// Reason, link and way of exception of a rule stand once for each rule, at its first finding: a file that breaks one rule
/// forty times need not say so forty times.
struct TextReport {
    private var text: TextWriter
    private let style: ReportStyle
    private var explained: Set<String> = []

    /// Columns before everything that stands below a file's name.
    static let margin = 2

    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var own = TextReport(out, style: style)
        if let comparisons = report.comparisons {
            var changes = BreakingText(own.text, report, comparisons, style)
            changes.write()
            own.text = changes.text
        } else {
            own.write(report)
        }
        own.finish(report)
        return own.text.out
    }

    private init(_ out: Output, style: ReportStyle) {
        text = TextWriter(out, color: style.color, columns: style.columns)
        self.style = style
    }

    // MARK: Files

    private mutating func write(_ report: Report) {
        for groups in FindingGroup.byFile(report, from: style.leastOfText, isGrouped: !style.verbose) {
            text.writeHeading(report.findings[groups[0].members[0]].place.file)
            for group in groups { write(group, report) }
        }
    }

    // MARK: Entries

    private mutating func write(_ group: FindingGroup, _ report: Report) {
        let first = report.findings[group.members[0]]
        let gutter = Self.gutter(of: [first.place])
        switch group.form {
        case .single: write(first, isCounted: true)
        case .topics: writeTopics(group, report)
        case .missing:
            text.writeHeadline(first, message: group.message(in: report), column: Self.margin, gutter)
            notes(of: first, gutter)
        case .alike:
            text.writeHeadline(first, message: first.message, column: Self.margin, gutter)
            text.write(first.place, gutter, mark: UInt8(ascii: "^"), in: TextWriter.Colour(first.severity))
            for other in group.others(in: report) { text.write(other.note, as: other.label, gutter) }
            notes(of: first, gutter)
        }
        text.out.write("\n")
    }

    private mutating func write(_ finding: Finding, isCounted: Bool) {
        // One gutter for all snippets of a finding, as wide as its longest line number.
        let gutter = Self.gutter(of: [finding.place] + finding.related.map(\.place))
        text.writeHeadline(finding, message: finding.message, column: Self.margin, gutter)
        // Where the document as a whole lacks something, no line of it says more.
        if finding.element != nil || finding.topic == nil || style.verbose {
            text.write(finding.place, gutter, mark: UInt8(ascii: "^"), in: TextWriter.Colour(finding.severity))
        }
        for related in finding.related { text.write(related, gutter, in: finding.place.file) }
        if let exception = finding.exception { text.write(exception, isCounted: isCounted, gutter) }
        notes(of: finding, gutter)
        if style.verbose { text.writeReferences(of: finding, gutter) }
    }

    private mutating func notes(of finding: Finding, _ gutter: Int) {
        text.write(finding.help, as: "help", gutter)
        guard explained.insert(finding.rule).inserted else { return }
        text.write(finding.reason, as: "why", gutter)
        text.write(Self.more(finding.rule, finding.provenance), as: "more", gutter)
        text.write(finding.url, as: "see", gutter)
    }

    /// Way to learn more of a rule, and to be excepted from it.
    private static func more(_ rule: String, _ provenance: Provenance) -> String {
        let explain = "contractlint rules explain \(rule)"
        if provenance.enforcement == .mandatory { return explain + "; it allows no exception" }
        return explain + "; exceptions: \(provenance.lock == .open ? "comment, " : "")waiver, baseline"
    }

    /// Such as `3:5 warning: the contract says nothing about: owner, domain`, with the way out of each rule.
    private mutating func writeTopics(_ group: FindingGroup, _ report: Report) {
        let findings = group.members.map { report.findings[$0] }
        let gutter = Self.gutter(of: [findings[0].place])
        text.writeHeadline(
            findings[0], rules: nil, message: group.message(in: report), column: Self.margin, gutter)
        for finding in findings {
            text.write("\(finding.help ?? finding.message) [\(finding.rule)]", as: finding.topic ?? "", gutter)
        }
        let new = findings.filter { explained.insert($0.rule).inserted }
        if let first = new.first { text.write(Self.more("RULE", first.provenance), as: "more", gutter) }
    }

    private static func gutter(of places: [Place]) -> Int {
        Self.margin + (places.map { String($0.start.line).utf8.count }.max() ?? 1)
    }

    // MARK: The end

    /// End of every report.
    private mutating func finish(_ report: Report) {
        if style.verbose {
            var file: String?
            for finding in report.excepted {
                if finding.place.file != file { text.writeHeading(finding.place.file) }
                file = finding.place.file
                write(finding, isCounted: false)
                text.out.write("\n")
            }
        }
        for failure in report.failures { text.write(failure) }
        if !report.failures.isEmpty { text.out.write("\n") }
        text.writeClosingLine(report, style, from: style.leastOfText)
        if !style.quiet { for advice in NextStep.all(after: report, style) { text.write(advice: advice) } }
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
