internal import Diagnostics

/// Changes as test results: a case for each element, which fails where a change is risky or breaking.
///
/// All changes of an element share one `<failure>`, since many servers read only one. The same changes give the same bytes.
enum ChangeJUnit {
    static func render(_ reports: [ChangeReport]) -> String {
        let suites = reports.map { (report: $0, groups: ChangeWords.byElement($0)) }
        func failing(_ groups: [(element: String?, changes: [ChangeReport.Change])]) -> Int {
            groups.lazy.filter { $0.changes.contains { $0.verdict >= .risky } }.count
        }
        // A suite without cases would look as if nothing had been compared.
        func tests(_ groups: [(element: String?, changes: [ChangeReport.Change])]) -> Int { max(1, groups.count) }
        func counts(_ name: String, _ tests: Int, _ failing: Int) -> XMLWriter.Attributes {
            ["name": name, "tests": "\(tests)", "failures": "\(failing)", "errors": "0", "time": "0"]
        }
        var xml = XMLWriter(Output())
        let all = suites.map(\.groups)
        let sums = (all.reduce(0) { $0 + tests($1) }, all.reduce(0) { $0 + failing($1) })
        xml.element("testsuites", counts("contractlint diff", sums.0, sums.1)) { xml in
            for (report, groups) in suites {
                let classname = report.new.id ?? report.old.id ?? report.new.file
                xml.element("testsuite", counts(report.new.file, tests(groups), failing(groups))) { xml in
                    if groups.isEmpty {
                        xml.element("testcase", ["name": "no changes", "classname": classname, "time": "0"])
                    }
                    for group in groups { write(group.element, group.changes, classname, report, to: &xml) }
                }
            }
        }
        return xml.out.text
    }

    private static func write(
        _ element: String?, _ changes: [ChangeReport.Change], _ classname: String, _ report: ChangeReport,
        to xml: inout XMLWriter
    ) {
        let failing = changes.filter { $0.verdict >= .risky }
        let others = changes.filter { $0.verdict < .risky }
        let attributes: XMLWriter.Attributes = [
            "name": element ?? "the contract", "classname": classname, "file": report.new.file, "time": "0",
        ]
        xml.element("testcase", attributes) { xml in
            if let first = failing.first {
                let more = failing.count == 1 ? "" : " (and \(failing.count - 1) more)"
                xml.textElement("failure", ["message": first.message + more, "type": first.id]) { xml in
                    for change in failing { write(change, to: &xml) }
                }
            }
            if !others.isEmpty {
                xml.textElement("system-out", [:]) { xml in for change in others { write(change, to: &xml) } }
            }
        }
    }

    private static func write(_ change: ChangeReport.Change, to xml: inout XMLWriter) {
        var lines = ["\(change.verdict.rawValue)[\(change.id)]: \(change.message)"]
        lines.append("  old: \(place(change.old))")
        lines.append("  new: \(place(change.new))")
        if !change.reason.isEmpty { lines.append("  why: \(change.reason)") }
        if let hurts = ChangeWords.hurts(change) { lines.append("  hurts: \(hurts)") }
        if let remedy = change.remedy { lines.append("  way out: \(remedy)") }
        for line in lines {
            xml.text(line)
            xml.breakLine()
        }
    }

    private static func place(_ side: ChangeReport.Side) -> String {
        var out = Output()
        out.write(place: side.place)
        return out.text
    }
}
