internal import Diagnostics

/// The report for GitLab's merge request widget.
///
/// Source: GitLab's documentation "Code Quality", section "Code Quality report format".
enum GitLabReport {
    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var json = JSONWriter(out)
        json.array { json in
            for finding in report.findings where finding.severity >= style.least ?? .info {
                json.object { write(finding, to: &$0) }
            }
        }
        json.end()
        return json.out
    }

    private static func write(_ finding: Finding, to json: inout JSONWriter) {
        json.member("description", [finding.message, finding.help].compactMap { $0 }.joined(separator: "; "))
        json.member("check_name", finding.rule)
        json.member("fingerprint", finding.fingerprint)
        json.member("severity", severity(finding))
        json.key("location")
        json.object(.inline) { json in
            // The widget compares paths as git writes them, without a leading `./`.
            json.member("path", finding.place.file)
            json.key("lines")
            json.object { json in
                json.member("begin", finding.place.start.line)
                json.member("end", max(finding.place.start.line, finding.place.end.line))
            }
        }
    }

    /// Five levels: what nobody can be excepted from blocks, and what fails no run is minor.
    private static func severity(_ finding: Finding) -> String {
        switch (finding.severity, finding.provenance.enforcement) {
        case (.error, .mandatory): "blocker"
        case (.error, .waivable): "critical"
        case (.error, .advisory), (.warning, .advisory): "minor"
        case (.warning, _): "major"
        case (.info, _): "info"
        }
    }
}
