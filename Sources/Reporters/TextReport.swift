internal import Diagnostics

/// The report for people, after the manner of the best compilers:
///
///     orders.odcs.yaml:12:5: error[standard/unknown-key]: 'clasification' is no key of a property
///        |
///     12 |     clasification: restricted
///        |     ^^^^^^^^^^^^^
///        = help: did you mean 'classification'?
///
/// Why a rule exists and where to read more stand once for each rule, at its first finding: a file that breaks one rule
/// forty times need not say so forty times.
struct TextReport {
    private var out: Output
    private let style: ReportStyle
    private var explained: Set<String> = []
    private var linked: Set<String> = []

    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var text = TextReport(out, style: style)
        for finding in report.findings where !style.quiet || finding.severity > .info {
            text.write(finding)
            text.out.write("\n")
        }
        for failure in report.failures { text.write(failure) }
        let tally = Tally(report, quiet: style.quiet)
        if !style.quiet || tally.findings + tally.failures > 0 {
            if !report.failures.isEmpty { text.out.write("\n") }
            text.write(tally.closingLine(elapsed: style.elapsed), in: .strong)
            text.out.write("\n")
        }
        return text.out
    }

    private init(_ out: Output, style: ReportStyle) {
        self.out = out
        self.style = style
    }

    private mutating func write(_ finding: Finding) {
        writeHeadline(finding)
        // One gutter for all snippets of a finding, as wide as its longest line number.
        let places = [finding.place] + finding.related.map(\.place)
        let gutter = places.map { String($0.start.line).utf8.count }.max() ?? 1
        write(finding.place, gutter, mark: UInt8(ascii: "^"), in: Colour(finding.severity))
        for related in finding.related { write(related, gutter) }
        write(finding.help, as: "help", gutter)
        if finding.reason != nil, explained.insert(finding.rule).inserted { write(finding.reason, as: "why", gutter) }
        if finding.url != nil, linked.insert(finding.rule).inserted { write(finding.url, as: "see", gutter) }
        if style.verbose { writeReferences(of: finding, gutter) }
    }

    private mutating func writeHeadline(_ finding: Finding) {
        begin(.strong)
        out.write(place: finding.place)
        end()
        out.write(": ")
        begin(Colour(finding.severity))
        out.write(finding.severity.rawValue)
        out.write("[")
        out.write(safe: finding.rule)
        out.write("]")
        end()
        out.write(": ")
        out.write(safe: finding.message)
        out.write("\n")
    }

    private mutating func write(_ related: RelatedPlace, _ gutter: Int) {
        out.write(UInt8(ascii: " "), times: gutter)
        write("--> ", in: .gutter)
        out.write(place: related.place)
        out.write(": ")
        out.write(safe: related.message)
        out.write("\n")
        write(related.place, gutter, mark: UInt8(ascii: "-"), in: .gutter)
    }

    /// The source line with its number and the underline.
    private mutating func write(_ place: Place, _ gutter: Int, mark: UInt8, in colour: Colour) {
        guard let excerpt = place.excerpt else { return }
        let snippet = Snippet(excerpt)
        writeGutter(nil, gutter)
        out.write("\n")
        writeGutter(place.start.line, gutter)
        if !snippet.line.bytes.isEmpty { out.write(" ") }
        out.write(snippet.line)
        out.write("\n")
        writeGutter(nil, gutter)
        out.write(UInt8(ascii: " "), times: 1 + snippet.markColumn)
        begin(colour)
        out.write(mark, times: snippet.markWidth)
        end()
        out.write("\n")
    }

    private mutating func writeGutter(_ line: Int?, _ width: Int) {
        let number = line.map(String.init) ?? ""
        begin(.gutter)
        out.write(UInt8(ascii: " "), times: width - number.utf8.count)
        out.write(number)
        out.write(" |")
        end()
    }

    private mutating func write(_ note: String?, as label: String, _ gutter: Int) {
        guard let note else { return }
        out.write(UInt8(ascii: " "), times: gutter + 1)
        write("= ", in: .gutter)
        write(label, in: .strong)
        out.write(": ")
        out.write(safe: note)
        out.write("\n")
    }

    private mutating func writeReferences(of finding: Finding, _ gutter: Int) {
        write(finding.contract, as: "contract", gutter)
        write(finding.element, as: "element", gutter)
        write(finding.route, as: "route", gutter)
        write(finding.clause, as: "clause", gutter)
        write(finding.layer, as: "layer", gutter)
        write(finding.fingerprint, as: "fingerprint", gutter)
    }

    private mutating func write(_ failure: Report.Failure) {
        write("error", in: .error)
        out.write(": ")
        if let place = failure.place {
            out.write(safe: place)
            out.write(": ")
        }
        out.write(safe: failure.message)
        out.write("\n")
    }
}

extension Output {
    /// `path:line:column`, at the start of a line or within one.
    mutating func write(place: Place) {
        write(safeAtLineStart: place.file)
        write(":")
        write(place.start.line)
        write(":")
        write(place.start.column)
    }
}

// MARK: - Colours

extension TextReport {
    /// What is told apart by colour: SGR parameters of ECMA-48, among those every terminal has.
    private enum Colour: String {
        case error = "1;31"
        case warning = "1;33"
        case info = "1;36"
        case gutter = "34"
        case strong = "1"

        init(_ severity: Severity) {
            switch severity {
            case .error: self = .error
            case .warning: self = .warning
            case .info: self = .info
            }
        }
    }

    private mutating func begin(_ colour: Colour) {
        if style.color { out.write("\u{1B}[\(colour.rawValue)m") }
    }

    private mutating func end() {
        if style.color { out.write("\u{1B}[0m") }
    }

    private mutating func write(_ text: String, in colour: Colour) {
        begin(colour)
        out.write(text)
        end()
    }
}
