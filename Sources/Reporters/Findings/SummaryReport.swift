internal import Diagnostics

/// The report for the summary of a job or the comment that a bot keeps up to date: what blocks first, who is hurt as a
/// table, the rest folded.
///
/// Its first line is always the same, so that a bot finds its own comment.
enum SummaryReport {
    static let firstLine = "<!-- contractlint -->"
    /// GitHub takes 65,536 characters of a comment; a step's summary may be longer.
    private static let mostBytes = 60_000

    static func render(_ report: Report, _ style: ReportStyle, _ out: Output) -> Output {
        var page = Page(most: mostBytes)
        let tally = Tally(report)
        page.add("\(firstLine)\n### contractlint: \(tally.closingLine(from: .info))\n\n")
        section("The run is incomplete", report.failures.map(line), isOpen: true, &page)
        let findings = report.findings.indices
        func lines(_ isIn: (Finding) -> Bool) -> [String] {
            findings.filter { isIn(report.findings[$0]) }.map { line(report.findings[$0]) }
        }
        let least = style.least(.info)
        let blocking = lines { report.fails($0) && $0.severity >= least }
        section("Blocks", blocking, isOpen: true, &page)
        hurt(report, &page)
        versions(report, &page)
        section(
            "Does not block", lines { !report.fails($0) && $0.severity > .info && $0.severity >= least },
            isOpen: blocking.isEmpty, &page)
        section(
            "Good to know", lines { !report.fails($0) && $0.severity == .info && least == .info }, isOpen: false, &page)
        section("Excepted", report.excepted.map(excepted), isOpen: false, &page)
        if page.left > 0 { page.close("\n\(page.left) more lines do not fit; the other reports have them.\n") }
        var out = out
        out.write(page.text)
        return out
    }

    /// Text up to a size: what does not fit is counted.
    private struct Page {
        let most: Int
        var text = ""
        var left = 0

        init(most: Int) { self.most = most }

        /// - Returns: whether it fits.
        @discardableResult
        mutating func add(_ more: String) -> Bool {
            guard left == 0, text.utf8.count + more.utf8.count <= most else {
                left += 1
                return false
            }
            text += more
            return true
        }

        /// Adds what has to be there whatever the size.
        mutating func close(_ more: String) { text += more }
    }

    private static func section(_ title: String, _ lines: [String], isOpen: Bool, _ page: inout Page) {
        if lines.isEmpty { return }
        guard page.add("<details\(isOpen ? " open" : "")><summary>\(title) (\(lines.count))</summary>\n\n") else {
            return page.left += lines.count - 1
        }
        for line in lines { page.add("- \(line)\n") }
        page.close("\n</details>\n\n")
    }

    /// The changes that hurt somebody, each with whom.
    private static func hurt(_ report: Report, _ page: inout Page) {
        let changes = report.findings.filter { $0.change.map { !$0.change.hurts.isEmpty } ?? false }
        if changes.isEmpty { return }
        guard page.add("#### Who is hurt\n\n| contract | element | change | verdict | hurts |\n|---|---|---|---|---|\n")
        else { return page.left += changes.count - 1 }
        for finding in changes {
            guard let change = finding.change?.change else { continue }
            let cells = [
                MarkdownText.code(finding.contract ?? finding.place.file),
                change.element.map(MarkdownText.code) ?? "", MarkdownText.escaped(change.message),
                change.verdict.rawValue, change.hurts.map { "\($0.rawValue)s" }.joined(separator: ", "),
            ]
            page.add("| \(cells.map(Self.cell).joined(separator: " | ")) |\n")
        }
        page.close("\n")
    }

    /// The text of a cell: a bar would end it, in a code span as well (GitHub Flavored Markdown 0.29, section 4.10).
    private static func cell(_ text: String) -> String {
        var cell = ""
        for scalar in text.unicodeScalars {
            if scalar == "|", cell.unicodeScalars.last != "\\" { cell += "\\" }
            cell.unicodeScalars.append(scalar)
        }
        return cell
    }

    private static func versions(_ report: Report, _ page: inout Page) {
        let asked = (report.comparisons ?? []).filter { $0.minimumBump != .none }
        if asked.isEmpty { return }
        guard page.add("#### What the versions must be\n\n") else { return page.left += asked.count - 1 }
        for comparison in asked {
            let name = MarkdownText.code(comparison.new.id ?? comparison.old.id ?? comparison.new.file)
            page.add("- \(name): \(MarkdownText.escaped(ChangeWords.version(comparison)))\n")
        }
        page.close("\n")
    }

    private static func line(_ failure: Report.Failure) -> String {
        let place = failure.place.map { MarkdownText.code($0) + ": " } ?? ""
        return place + MarkdownText.escaped(failure.message)
    }

    private static func line(_ finding: Finding) -> String {
        let place = "\(finding.place.file):\(finding.place.start.line):\(finding.place.start.column)"
        var text = "\(MarkdownText.code(place)) \(MarkdownText.escaped(finding.message))"
        if let help = finding.help { text += ": \(MarkdownText.escaped(help))" }
        return text + " (\(MarkdownText.code(finding.rule)))"
    }

    private static func excepted(_ finding: Finding) -> String {
        let why = finding.exception.map { ", \($0.kind.rawValue): \(MarkdownText.escaped($0.note))" } ?? ""
        return line(finding) + why
    }
}
