internal import Basics
internal import Diagnostics

/// Changes as a comment on a pull request: CommonMark with tables. Text of a contract stands in code spans, in which nothing
/// is a mention, a link or HTML.
enum ChangeMarkdown {
    static func render(_ report: ChangeReport) -> String {
        var text = "### Changes of \(code(report.new.id ?? report.old.id ?? report.new.file))\n\n"
        text += "\(ChangeWords.counts(report)), for the profile \(report.profile.rawValue).\n"
        let page = ChangeWords.Page(report)
        for (element, changes) in page.groups {
            text += "\n#### \(element.map(code) ?? "The contract")\n\n"
            for change in changes { text += item(change) }
        }
        if let left = ChangeWords.left(page.left) { text += "\nAnd \(left).\n" }
        text += details(page.details)
        text += "\n\(escaped(ChangeWords.version(report)))\n"
        if !report.isGated { text += "\nThe old version is a draft: nobody relies on it yet.\n" }
        return text
    }

    /// Folded, with a line for each and at most what somebody opens the fold for.
    private static func details(_ changes: [ChangeReport.Change]) -> String {
        guard let summary = ChangeWords.details(changes) else { return "" }
        let most = 100
        var text = "\n<details><summary>\(escaped(summary))</summary>\n\n"
        for change in changes.prefix(most) {
            let element = change.element.map { code($0) + ": " } ?? ""
            text += "- \(element)\(escaped(change.message)) (\(code(change.id)))\n"
        }
        if changes.count > most { text += "- and \(changes.count - most) more\n" }
        return text + "\n</details>\n"
    }

    private static func item(_ change: ChangeReport.Change) -> String {
        var text = "- **\(change.verdict.rawValue)** \(code(change.id)): \(escaped(change.message))\n"
        text += "  - old: \(place(change.old)), new: \(place(change.new))\n"
        if !change.reason.isEmpty { text += "  - why: \(escaped(change.reason))\n" }
        if let hurts = ChangeWords.hurts(change) { text += "  - hurts \(hurts)\n" }
        if let remedy = change.remedy { text += "  - way out: \(escaped(remedy))\n" }
        return text
    }

    private static func place(_ side: ChangeReport.Side) -> String {
        let place = code("\(side.place.file):\(side.place.start.line):\(side.place.start.column)")
        return side.value.map { "\(code($0.shortened(to: 100))) at \(place)" } ?? place
    }

    private static func code(_ text: String) -> String { MarkdownText.code(text) }

    private static func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
