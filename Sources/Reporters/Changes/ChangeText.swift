internal import Basics
internal import Diagnostics

/// Changes for a reviewer: grouped by element, the verdict first, both places, the version they ask for at the end.
struct ChangeText {
    private var text: TextWriter
    private let report: ChangeReport

    /// - Parameter isOne: whether there are no others, and nothing tells one from the other.
    static func render(_ report: ChangeReport, isOne: Bool, color: Bool) -> String {
        var own = ChangeText(text: TextWriter(Output(), color: color), report: report)
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
        for (element, changes) in ChangeWords.byElement(report) {
            text.write(UnsafeText.escaped(element ?? "the contract"), in: .strong)
            text.out.write("\n")
            for change in changes { write(change) }
            text.out.write("\n")
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
        note("why", change.reason)
        note("hurts", ChangeWords.hurts(change))
        note("way out", change.remedy)
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
