internal import Diagnostics

/// The report as a comment on a pull request: the gravest findings first, file by file within.
///
/// Servers cut comments or refuse them; what is left out is counted.
enum MarkdownReport {
    /// GitHub takes 65,536 characters.
    private static let mostBytes = 60_000

    static func render(_ report: Report, _ style: ReportStyle, _ output: Output) -> Output {
        var out = output
        let tally = Tally(report)
        let least = style.least(.info)
        if style.quiet, tally.isSilent(from: least) { return out }
        out.write("### contractlint: \(tally.closingLine(style, from: least))\n")
        var written = 0
        var left = 0
        for failure in report.failures {
            let place = failure.place.map { MarkdownText.code($0) + ": " } ?? ""
            add("- **failure** \(place)\(MarkdownText.escaped(failure.message))\n")
        }
        // Changes are told one by one: each has its own story.
        let groups = FindingGroup.byFile(report, from: least, isGrouped: report.comparisons == nil).flatMap { $0 }
        // Of changes those alone that ask somebody to look.
        let isOfChanges = report.comparisons != nil
        for severity in [Severity.error, .warning] + (isOfChanges ? [] : [.info]) {
            for group in groups where report.findings[group.members[0]].severity == severity {
                add(item(group, report))
            }
        }
        if isOfChanges { addDetails(report.findings.filter { $0.severity == .info && least == .info }) }
        // What the changes ask of each contract's version.
        for comparison in report.comparisons ?? [] where comparison.minimumBump != .none {
            let name = MarkdownText.code(comparison.new.id ?? comparison.old.id ?? comparison.new.file)
            add("- version of \(name): \(MarkdownText.escaped(ChangeWords.version(comparison)))\n")
        }
        if left > 0 { out.write("\n\(left) more not shown.\n") }
        return out

        func addDetails(_ details: [Finding]) {
            if details.isEmpty { return }
            var counts: [String: Int] = [:]
            for finding in details { counts[finding.rule, default: 0] += 1 }
            let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                "\($0.value) \(MarkdownText.code($0.key))"
            }
            var text =
                "- **info** \(details.count): \(kinds.joined(separator: ", "))\n\n<details><summary>all of them</summary>\n\n"
            for finding in details.prefix(100) {
                let element = finding.element.map { MarkdownText.code($0) + ": " } ?? ""
                text += "- \(element)\(MarkdownText.escaped(finding.message)) at \(place(finding.place))\n"
            }
            if details.count > 100 { text += "- and \(details.count - 100) more\n" }
            add(text + "\n</details>\n\n")
        }

        func add(_ text: String) {
            let size = text.utf8.count
            guard left == 0, written + size <= mostBytes else { return left += 1 }
            // A heading ends where an empty line does.
            if written == 0 { out.write("\n") }
            written += size
            out.write(text)
        }
    }

    private static func item(_ group: FindingGroup, _ report: Report) -> String {
        let finding = report.findings[group.members[0]]
        var text = "- **\(finding.severity.rawValue)**"
        if group.form != .topics { text += " " + MarkdownText.code(finding.rule) }
        text += " at \(place(finding.place))"
        if group.members.count == 1, let element = finding.element { text += ", \(MarkdownText.code(element))" }
        text += ": \(MarkdownText.escaped(group.message(in: report)))\n"
        for other in group.others(in: report) {
            text += "  - \(other.label): \(MarkdownText.escaped(other.note))\n"
        }
        if group.form == .topics {
            for finding in group.members.map({ report.findings[$0] }) {
                let help = MarkdownText.escaped(finding.help ?? finding.message)
                text +=
                    "  - \(MarkdownText.escaped(finding.topic ?? "")): \(help) (\(MarkdownText.code(finding.rule)))\n"
            }
            return text
        }
        for related in finding.related {
            text += "  - \(place(related.place)): \(MarkdownText.escaped(related.message))\n"
        }
        if let exception = finding.exception {
            text += "  - \(exception.kind.rawValue) without effect: \(MarkdownText.escaped(exception.note))\n"
        }
        if let help = finding.help { text += "  - help: \(MarkdownText.escaped(help))\n" }
        return text
    }

    private static func place(_ place: Place) -> String {
        MarkdownText.code("\(place.file):\(place.start.line):\(place.start.column)")
    }
}
