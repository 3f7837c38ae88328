internal import Diagnostics

/// The report with one line a finding, in the order of the files, for editors, `grep` and long lists:
///
///     orders.odcs.yaml:12:5: error: 'clasification' is no key of a property; did you mean 'classification'? [standard/unknown-key]
enum ConciseReport {
    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var text = TextWriter(out, color: style.color)
        let least = style.leastOfText
        for finding in report.findings where finding.severity >= least {
            text.begin(.strong)
            text.out.write(place: finding.place)
            text.end()
            text.out.write(": ")
            text.write(finding.severity.rawValue, in: TextWriter.Colour(finding.severity))
            text.out.write(": ")
            text.out.write(safe: finding.message)
            text.out.write(" [")
            text.out.write(safe: finding.rule)
            text.out.write("]\n")
        }
        for failure in report.failures { text.write(failure) }
        text.writeClosingLine(report, style, from: least)
        return text.out
    }
}
