internal import Diagnostics

/// The JSON report line by line, for programs that read as it comes: a line for each finding, each failure, and a summary at
/// the end, told apart by `type`.
enum NDJSONReport {
    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var json = JSONWriter(out)
        var provenances = Provenances()
        for finding in report.findings where finding.severity >= style.least ?? .info {
            line("finding", &json) { JSONReport.write(finding, &provenances, to: &$0) }
        }
        for failure in report.failures { line("failure", &json) { JSONReport.write(failure, to: &$0) } }
        line("summary", &json) { json in json.object { JSONReport.write(Tally(report), to: &$0) } }
        return json.out
    }

    private static func line(_ type: String, _ json: inout JSONWriter, _ body: (inout JSONWriter) -> Void) {
        json.object(.inline) { json in
            json.member("type", type)
            json.key(type)
            body(&json)
        }
        json.end()
    }
}
