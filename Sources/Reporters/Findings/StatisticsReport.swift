internal import Diagnostics

/// The number of findings by rule, the gravest and the most first:
///
///      312  error    standard/unknown-key        Every key is one that the standard knows
///       14  warning  ownership/owner-present     A team is named that owns the data
enum StatisticsReport {
    private struct Row: Hashable {
        var severity: Severity
        var rule: String
    }

    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var text = TextWriter(out, color: style.color, columns: style.columns)
        let least = style.leastOfText
        var counts: [Row: Int] = [:]
        var summaries: [String: String] = [:]
        for finding in report.findings where finding.severity >= least {
            counts[Row(severity: finding.severity, rule: finding.rule), default: 0] += 1
            summaries[finding.rule] = finding.descriptor.summary
        }
        let rows = counts.sorted { a, b in
            if a.key.severity != b.key.severity { return a.key.severity > b.key.severity }
            return a.value == b.value ? a.key.rule < b.key.rule : a.value > b.value
        }
        let width = rows.map { String($0.value).utf8.count }.max() ?? 0
        let name = rows.map { $0.key.rule.unicodeScalars.count }.max() ?? 0
        for (row, count) in rows {
            let number = String(count)
            text.out.write(UInt8(ascii: " "), times: width + 2 - number.utf8.count)
            text.out.write(number)
            text.out.write("  ")
            text.write(row.severity.rawValue, in: TextWriter.Colour(row.severity))
            text.out.write(UInt8(ascii: " "), times: 9 - row.severity.rawValue.utf8.count)
            text.out.write(safe: row.rule)
            if let summary = summaries[row.rule], !summary.isEmpty {
                let column = width + 13 + name + 2
                text.out.write(UInt8(ascii: " "), times: name + 2 - row.rule.unicodeScalars.count)
                text.write(words: Prose.firstSentence(summary), from: column, indent: column)
            }
            text.out.write("\n")
        }
        if !rows.isEmpty { text.out.write("\n") }
        for failure in report.failures { text.write(failure) }
        text.writeClosingLine(report, style, from: least)
        return text.out
    }
}
