internal import Basics
internal import Diagnostics

/// Changes for a reviewer: the gravest first, grouped by element, with both places; details in a line each, or counted where there are
/// many; the version that the changes ask for at the end.
struct ChangeText {
    private var text: TextWriter
    private let report: ChangeReport
    /// The kinds of changes of which it has been said why they matter.
    private var explained: Set<String> = []
    /// As many details are listed.
    private static let mostDetails = 10

    private init(_ report: ChangeReport, _ text: TextWriter) {
        self.report = report
        self.text = text
    }

    /// - Parameter isOne: whether there are no others, and nothing tells one from the other.
    static func render(_ report: ChangeReport, isOne: Bool, color: Bool) -> String {
        var own = ChangeText(report, TextWriter(Output(), color: color))
        if !isOne {
            own.text.begin(.strong)
            own.text.out.write(safeAtLineStart: report.new.id ?? report.old.id ?? report.new.file)
            own.text.end()
            own.text.out.write("\n\n")
        }
        own.write()
        return own.text.out.text
    }

    private mutating func write() {
        let page = ChangeWords.Page(report)
        for (element, changes) in page.groups {
            text.write(UnsafeText.escaped(element ?? "the contract"), in: .strong)
            text.out.write("\n")
            for change in changes { write(change) }
            text.out.write("\n")
        }
        if let left = ChangeWords.left(page.left) {
            text.out.write("and \(left); the JSON report has all of them\n\n")
        }
        if page.details.count <= Self.mostDetails {
            for change in page.details { writeDetail(change) }
            if !page.details.isEmpty { text.out.write("\n") }
        } else if let details = ChangeWords.details(page.details) {
            text.out.write(safe: details)
            text.out.write("\n\n")
        }
        text.out.write(safe: ChangeWords.counts(report))
        text.out.write("\n")
        text.out.write(safe: ChangeWords.version(report))
        text.out.write("\n")
        if !report.isGated { text.out.write("The old version is a draft: nobody relies on it yet.\n") }
    }

    private mutating func write(_ change: ChangeReport.Change) {
        text.out.write("  ")
        text.write(change.verdict.rawValue, in: colour(of: change.verdict))
        text.out.write(" [")
        text.out.write(safe: change.id)
        text.out.write("] ")
        text.out.write(safe: change.message)
        text.out.write("\n")
        write(change.old, as: "old")
        write(change.new, as: "new")
        note("hurts", ChangeWords.hurts(change))
        // What is true of a kind is said once.
        guard explained.insert(change.id + "\u{0}" + change.reason).inserted else { return }
        note("why", change.reason)
        note("way out", change.remedy)
    }

    private mutating func writeDetail(_ change: ChangeReport.Change) {
        text.write(change.verdict.rawValue, in: colour(of: change.verdict))
        text.out.write(" [")
        text.out.write(safe: change.id)
        text.out.write("] ")
        if let element = change.element { text.out.write(safe: element + ": ") }
        text.out.write(safe: change.message)
        text.out.write("  ")
        text.out.write(place: change.new.place)
        text.out.write("\n")
    }

    private mutating func write(_ side: ChangeReport.Side, as label: String) {
        text.out.write("      \(label)  ")
        text.out.write(place: side.place)
        if let value = side.value {
            text.out.write("  ")
            text.out.write(safe: value.shortened(to: 100))
        }
        text.out.write("\n")
    }

    private mutating func note(_ label: String, _ note: String?) {
        guard let note, !note.isEmpty else { return }
        text.out.write("      = ")
        text.write(label, in: .strong)
        text.out.write(": ")
        text.out.write(safe: note)
        text.out.write("\n")
    }

    private func colour(of verdict: Verdict) -> TextWriter.Colour {
        switch verdict {
        case .breaking: .error
        case .risky: .warning
        case .compatible, .informational: .info
        }
    }
}
