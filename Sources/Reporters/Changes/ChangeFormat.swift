package import Diagnostics

/// The forms in which the changes between two versions are written.
package enum ChangeFormat: String, CaseIterable, Sendable {
    /// For a reviewer at a terminal.
    case text
    /// For programs: version 1 of our own format.
    case json
    /// For a comment on a pull request.
    case markdown
    /// For CI servers that show test results.
    case junit

    /// The report as text that ends in a line break.
    ///
    /// - Parameter quiet: in the forms for people: only what is risky or breaking, and nothing when nothing is.
    package func render(_ report: ChangeReport, color: Bool = false, quiet: Bool = false) -> String {
        render([report], color: color, quiet: quiet)
    }

    /// The same of several contracts, each with its earlier version.
    package func render(_ reports: [ChangeReport], color: Bool = false, quiet: Bool = false) -> String {
        render(reports, color, quiet, Output()).text
    }

    /// Writes the report piece by piece: as JSON in memory that does not grow with it.
    package func write(
        _ reports: [ChangeReport], color: Bool = false, quiet: Bool = false,
        to sink: @escaping (UnsafeBufferPointer<UInt8>) -> Void
    ) {
        render(reports, color, quiet, Output(sink)).bytes.withUnsafeBufferPointer(sink)
    }

    /// - Returns: the output with what has not gone to its sink.
    private func render(_ reports: [ChangeReport], _ color: Bool, _ quiet: Bool, _ out: Output) -> Output {
        var reports = reports
        let isOne = reports.count == 1
        if quiet, self == .text || self == .markdown {
            for index in reports.indices { reports[index].changes.removeAll { $0.verdict < .risky } }
            reports.removeAll(where: \.changes.isEmpty)
        }
        var out = out
        switch self {
        case .text: out.write(lines: reports) { ChangeText.render($0, isOne: isOne, color: color) }
        case .json: out = ChangeJSON.render(reports, out)
        case .markdown: out.write(lines: reports) { ChangeMarkdown.render($0) }
        case .junit: out.write(ChangeJUnit.render(reports))
        }
        return out
    }
}

extension Output {
    /// Writes a text for each of some reports, with an empty line between.
    fileprivate mutating func write(lines reports: [ChangeReport], _ text: (ChangeReport) -> String) {
        for (index, report) in reports.enumerated() {
            if index > 0 { write("\n") }
            write(text(report))
        }
    }
}

/// Sentences that all forms share.
enum ChangeWords {
    /// Whom a change hurts, as a sentence's end.
    static func hurts(_ change: ChangeReport.Change) -> String? {
        if change.hurts.isEmpty { return nil }
        let words = change.hurts.map { $0 == .consumer ? "those who read the data" : "those who write the data" }
        return words.joined(separator: " and ")
    }

    /// Sentence on what the changes ask of the version.
    static func version(_ report: ChangeReport) -> String {
        guard report.minimumBump != .none else { return "The changes ask for no new version." }
        var text = "The changes ask for a \(report.minimumBump.rawValue) version"
        if let declared = report.declaredBump, let old = report.old.version, let new = report.new.version {
            let step = declared == .none ? "the version stays \(old)" : "\(old) to \(new) is \(declared.rawValue)"
            text += declared < report.minimumBump ? "; \(step), which is too little" : "; \(step), which is enough"
        }
        let isEnough = report.declaredBump.map { $0 >= report.minimumBump } ?? false
        guard !isEnough, let suggested = report.suggestedVersion, suggested != report.new.version else {
            return text + "."
        }
        return text + ". Suggested: \(suggested)."
    }

    static func counts(_ report: ChangeReport) -> String {
        if report.changes.isEmpty { return "nothing has changed" }
        let parts = Verdict.allCases.reversed().compactMap { verdict -> String? in
            let count = report.changes.lazy.filter { $0.verdict == verdict }.count
            return count == 0 ? nil : "\(count) \(verdict.rawValue)"
        }
        return parts.joined(separator: ", ")
    }

    /// Changes of one element together, in the order in which the elements come.
    static func byElement(_ report: ChangeReport) -> [(element: String?, changes: [ChangeReport.Change])] {
        var order: [String?] = []
        var groups: [String?: [ChangeReport.Change]] = [:]
        for change in report.changes {
            if groups[change.element] == nil { order.append(change.element) }
            groups[change.element, default: []].append(change)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}
