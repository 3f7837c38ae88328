internal import Diagnostics

/// The report for reviewdog: Reviewdog Diagnostic Format as JSON (`DiagnosticResult` of its proto file).
enum ReviewdogReport {
    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var json = JSONWriter(out)
        json.object { json in
            json.key("source")
            json.object(.inline) { $0.member("name", "contractlint") }
            json.key("diagnostics")
            json.array { json in
                for finding in report.findings where finding.severity >= style.least ?? .info {
                    json.object { write(finding, to: &$0) }
                }
            }
        }
        json.end()
        return json.out
    }

    private static func write(_ finding: Finding, to json: inout JSONWriter) {
        json.member("message", [finding.message, finding.help].compactMap { $0 }.joined(separator: "\n"))
        json.key("location")
        json.object { write(finding.place, to: &$0) }
        json.member("severity", severity(finding.severity))
        json.key("code")
        json.object(.inline) { json in
            json.member("value", finding.rule)
            json.member("url", finding.url)
        }
        guard !finding.related.isEmpty else { return }
        json.key("relatedLocations")
        json.array { json in
            for related in finding.related {
                json.object { json in
                    json.member("message", related.message)
                    json.key("location")
                    json.object { write(related.place, to: &$0) }
                }
            }
        }
    }

    private static func write(_ place: Place, to json: inout JSONWriter) {
        json.member("path", place.file)
        json.key("range")
        json.object(.inline) { json in
            let columns = byteColumns(of: place)
            for (key, line, column) in [
                ("start", place.start.line, columns?.start), ("end", place.end.line, columns?.end),
            ] {
                json.key(key)
                json.object { json in
                    json.member("line", line)
                    if let column { json.member("column", column) }
                }
            }
        }
    }

    /// Columns as the format counts them, in bytes from 1; nil where the line is not at hand.
    private static func byteColumns(of place: Place) -> (start: Int, end: Int)? {
        guard let excerpt = place.excerpt, !excerpt.isCutBefore, place.start.line == place.end.line else { return nil }
        let scalars = excerpt.text.unicodeScalars
        func bytes(_ column: Int) -> Int { scalars.prefix(column - 1).reduce(1) { $0 + UTF8.width($1) } }
        return (bytes(place.start.column), bytes(place.end.column))
    }

    private static func severity(_ severity: Severity) -> String {
        switch severity {
        case .error: "ERROR"
        case .warning: "WARNING"
        case .info: "INFO"
        }
    }
}
