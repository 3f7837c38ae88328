internal import Basics
internal import Diagnostics
internal import FoundationEssentials

/// The report as one page, for a meeting about governance or an auditor: nothing is loaded from elsewhere, and all of it can be
/// read without its script.
enum HTMLReport {
    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var page = HTMLWriter(out)
        writeHead(&page, title: "Data contracts: contractlint report")
        let tally = Tally(report)
        page.raw("<header><h1>Data contracts</h1><p>")
        page.text(tally.closingLine(from: .info))
        page.raw(" <span class=\"soft\">(contractlint ")
        page.text(report.toolVersion)
        page.raw(")</span></p></header>\n<main>\n")
        let listed = report.findings.filter { $0.severity >= style.least(.info) }
        writeFailures(report.failures, &page)
        writeOverview(report, listed, &page)
        writeChanges(report, &page)
        writeExceptions(report.excepted, &page)
        writeFindings(listed, &page)
        page.raw("</main>\n<script>\(HTMLStyle.script)</script>\n</body>\n</html>\n")
        return page.out
    }

    static func writeHead(_ page: inout HTMLWriter, title: String) {
        // Whatever else might get into the page, the browser runs and loads nothing but what stands here.
        let policy = "default-src 'none'; style-src \(hash(HTMLStyle.sheet)); script-src \(hash(HTMLStyle.script))"
        page.raw(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">

            """)
        page.element("title", title)
        page.raw(
            """

            <style>\(HTMLStyle.sheet)</style>
            </head>
            <body>

            """)
    }

    private static func hash(_ text: String) -> String {
        "'sha256-\(Data(SHA256.digest(of: Array(text.utf8))).base64EncodedString())'"
    }

    // MARK: Parts

    private static func writeFailures(_ failures: [Report.Failure], _ page: inout HTMLWriter) {
        if failures.isEmpty { return }
        page.raw("<section><h2 class=\"error\">The run is incomplete</h2><ul>\n")
        for failure in failures {
            page.raw("<li>")
            if let place = failure.place {
                page.element("code", place)
                page.raw(": ")
            }
            page.prose(failure.message)
            page.raw("</li>\n")
        }
        page.raw("</ul></section>\n")
    }

    /// Numbers by contract and by rule, the gravest first.
    private static func writeOverview(_ report: Report, _ listed: [Finding], _ page: inout HTMLWriter) {
        if report.findings.isEmpty {
            // Where nothing was looked at, nothing is known to be kept.
            if report.failures.isEmpty, report.fileCount > 0 {
                page.raw("<p class=\"good\">Every promise is kept.</p>\n")
            }
            return
        }
        table("By contract", "contract", listed, { $0.contract ?? $0.place.file }, &page)
        table("By rule", "rule", listed, \.rule, &page)
    }

    private static func table(
        _ title: String, _ noun: String, _ findings: [Finding], _ key: (Finding) -> String, _ page: inout HTMLWriter
    ) {
        var counts: [String: (error: Int, warning: Int, info: Int)] = [:]
        for finding in findings {
            switch finding.severity {
            case .error: counts[key(finding), default: (0, 0, 0)].error += 1
            case .warning: counts[key(finding), default: (0, 0, 0)].warning += 1
            case .info: counts[key(finding), default: (0, 0, 0)].info += 1
            }
        }
        let rows = counts.sorted { a, b in
            let (first, second) = (a.value, b.value)
            if first.error != second.error { return first.error > second.error }
            if first.warning != second.warning { return first.warning > second.warning }
            return first.info == second.info ? a.key < b.key : first.info > second.info
        }
        page.raw(
            "<section><h2>\(title)</h2><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(title)\"><table>"
        )
        page.raw("<thead><tr><th scope=\"col\">\(noun)</th>")
        for heading in ["errors", "warnings", "infos"] {
            page.raw("<th scope=\"col\" class=\"number\">\(heading)</th>")
        }
        page.raw("</tr></thead><tbody>\n")
        for (name, count) in rows {
            page.raw("<tr><td>")
            page.text(name)
            page.raw("</td>")
            for number in [count.error, count.warning, count.info] { page.raw("<td class=\"number\">\(number)</td>") }
            page.raw("</tr>\n")
        }
        page.raw("</tbody></table></div></section>\n")
    }

    private static func writeChanges(_ report: Report, _ page: inout HTMLWriter) {
        let asked = (report.comparisons ?? []).filter { $0.minimumBump != .none }
        if asked.isEmpty { return }
        page.raw("<section><h2>What the versions must be</h2><ul>\n")
        for comparison in asked {
            page.raw("<li>")
            page.element("code", comparison.new.id ?? comparison.old.id ?? comparison.new.file)
            page.raw(": ")
            page.prose(ChangeWords.version(comparison))
            page.raw("</li>\n")
        }
        page.raw("</ul></section>\n")
    }

    private static func writeExceptions(_ excepted: [Finding], _ page: inout HTMLWriter) {
        if excepted.isEmpty { return }
        page.raw(
            "<section><h2>Exceptions</h2><details><summary>\(excepted.count) findings do not count</summary><ul>\n")
        for finding in excepted {
            page.raw("<li>")
            write(finding, &page)
            page.raw("</li>\n")
        }
        page.raw("</ul></details></section>\n")
    }

    private static func writeFindings(_ findings: [Finding], _ page: inout HTMLWriter) {
        if findings.isEmpty { return }
        page.raw(
            """
            <h2>Findings</h2>
            <form hidden><label for="search">Search</label> <input type="search" id="search" name="search">

            """)
        for severity in Severity.allCases.reversed() {
            let name = severity.rawValue
            page.raw("<label><input type=\"checkbox\" value=\"\(name)\" checked> \(name)</label>\n")
        }
        page.raw("<span id=\"count\" class=\"soft\" role=\"status\"></span></form>\n")
        var file: String?
        for finding in findings {
            if finding.place.file != file {
                if file != nil { page.raw("</ul></section>\n") }
                file = finding.place.file
                page.raw("<section data-file>")
                page.element("h3", finding.place.file)
                page.raw("<ul>\n")
            }
            page.raw("<li data-severity=\"\(finding.severity.rawValue)\">")
            write(finding, &page)
            page.raw("</li>\n")
        }
        page.raw("</ul></section>\n")
    }

    private static func write(_ finding: Finding, _ page: inout HTMLWriter) {
        let severity = finding.severity.rawValue
        page.raw("<p><span class=\"severity \(severity)\">\(severity)</span> ")
        page.prose(finding.message)
        page.raw("</p>\n<p class=\"soft\">line \(finding.place.start.line), column \(finding.place.start.column)")
        if let element = finding.element {
            page.raw(", ")
            page.element("code", element)
        }
        page.raw(", rule ")
        page.element("code", finding.rule)
        page.raw("</p>\n")
        if let help = finding.help { paragraph("", help, &page) }
        if let reason = finding.reason { paragraph(" class=\"soft\"", reason, &page) }
        for related in finding.related {
            let place = "\(related.place.file):\(related.place.start.line)"
            paragraph(" class=\"soft\"", "\(place): \(related.message)", &page)
        }
        if let exception = finding.exception {
            paragraph(
                "", "\(exception.kind.rawValue)\(exception.isVoid ? " without effect" : ""): \(exception.note)", &page)
        }
    }

    private static func paragraph(_ attributes: String, _ text: String, _ page: inout HTMLWriter) {
        page.raw("<p\(attributes)>")
        page.prose(text)
        page.raw("</p>\n")
    }
}
