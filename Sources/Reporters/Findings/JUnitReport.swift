internal import Diagnostics

/// The report as test results: a suite for each file, in it a case for each document and family of rules. A case fails by what
/// fails the run; the rest is its output.
///
/// All findings of a case share one `<failure>`, since many servers read only one, and everything they say stands in its
/// text, since GitLab reads nothing else. No time of day, no duration: the same findings give the same bytes.
enum JUnitReport {
    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        let suites = JUnitSuite.all(of: report, from: style.least ?? .info)
        let tests = suites.reduce(report.failures.count) { $0 + $1.cases.count }
        let failures = suites.reduce(0) { $0 + $1.failureCount }
        var xml = XMLWriter(out)
        xml.element(
            "testsuites",
            [
                "name": "contractlint", "tests": "\(tests)", "failures": "\(failures)",
                "errors": "\(report.failures.count)",
                "time": "0",
            ]
        ) { xml in
            for suite in suites { write(suite, to: &xml) }
            if !report.failures.isEmpty { write(report.failures, to: &xml) }
        }
        return xml.out
    }

    private static func write(_ suite: JUnitSuite, to xml: inout XMLWriter) {
        let attributes = counts(
            suite.file, tests: suite.cases.count, failures: suite.failureCount, errors: 0, skipped: suite.skippedCount)
        xml.element("testsuite", attributes) { xml in
            for test in suite.cases { write(test, in: suite.file, to: &xml) }
        }
    }

    private static func counts(_ name: String, tests: Int, failures: Int, errors: Int, skipped: Int = 0)
        -> XMLWriter.Attributes
    {
        [
            "name": name, "tests": "\(tests)", "failures": "\(failures)", "errors": "\(errors)",
            "skipped": "\(skipped)",
            "time": "0",
        ]
    }

    private static func write(_ test: JUnitSuite.Case, in file: String, to xml: inout XMLWriter) {
        let attributes: XMLWriter.Attributes = [
            "name": test.name, "classname": test.classname, "file": file, "time": "0",
        ]
        if test.failing.isEmpty, test.notes.isEmpty, test.excepted.isEmpty {
            return xml.element("testcase", attributes)
        }
        xml.element("testcase", attributes) { xml in
            if let first = test.failing.first {
                let more = test.failing.count - 1
                let message = more == 0 ? first.message : "\(first.message) (and \(more) more)"
                xml.textElement("failure", ["message": message, "type": first.rule]) { write(test.failing, to: &$0) }
            }
            if test.isSkipped {
                let first = test.excepted[0]
                let more = test.excepted.count == 1 ? "" : " (and \(test.excepted.count - 1) more)"
                let kind = first.exception?.kind.rawValue ?? ""
                xml.element("skipped", ["message": "\(kind): \(first.rule): \(first.exception?.note ?? "")\(more)"])
            }
            if !test.notes.isEmpty { xml.textElement("system-out", [:]) { write(test.notes, to: &$0) } }
        }
    }

    /// The findings as lines of text, with an empty line between them.
    private static func write(_ findings: [Finding], to xml: inout XMLWriter) {
        for (index, finding) in findings.enumerated() {
            if index > 0 { xml.breakLine() }
            xml.text("\(line(of: finding.place)): \(finding.severity.rawValue)[\(finding.rule)]: \(finding.message)")
            xml.breakLine()
            for related in finding.related {
                xml.text("  \(line(of: related.place)): \(related.message)")
                xml.breakLine()
            }
            if let help = finding.help {
                xml.text("  help: \(help)")
                xml.breakLine()
            }
        }
    }

    /// `path:line:column`, harmless at the start of a line too.
    private static func line(of place: Place) -> String {
        var out = Output()
        out.write(place: place)
        return out.text
    }

    /// Failures of the run itself, in a suite of its own.
    private static func write(_ failures: [Report.Failure], to xml: inout XMLWriter) {
        var names = JUnitNames()
        let attributes = counts("contractlint run", tests: failures.count, failures: 0, errors: failures.count)
        xml.element("testsuite", attributes) { xml in
            for failure in failures {
                let classname = names.classname(id: nil, file: failure.file ?? "contractlint")
                xml.element("testcase", ["name": "run", "classname": classname, "time": "0"]) { xml in
                    xml.textElement("error", ["message": failure.message, "type": "contractlint/run"]) { xml in
                        xml.text("error: " + (failure.place.map { $0 + ": " } ?? "") + failure.message)
                    }
                }
            }
        }
    }
}
