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
    /// The Open Metadata Difference Standard (Bitol RFC-0039), for catalogues and other tools.
    case omds

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
        case .omds: out.write(ChangeDifference.render(reports))
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
        let (old, new) = (report.old.version ?? "none", report.new.version ?? "none")
        if report.outcome == .lowered {
            let suggestion = report.suggestedVersion.map { " Suggested: \($0)." } ?? ""
            return "The version went down, from \(old) to \(new)." + suggestion
        }
        guard report.minimumBump != .none else { return "The changes ask for no new version." }
        var text = "The changes ask for a \(report.minimumBump.rawValue) version"
        let isEnough = report.outcome == .satisfied
        if report.old.version != nil, report.new.version != nil, report.outcome != .unreadable {
            let step: String
            switch report.declaredBump {
            case Bump.none?: step = "the version stays \(old)"
            case let bump?: step = "\(old) to \(new) is \(bump.rawValue)"
            case nil: step = "the version went from \(old) to \(new)"
            }
            text += "; \(step), which is \(isEnough ? "enough" : "too little")"
        }
        guard !isEnough, let suggested = report.suggestedVersion, suggested != report.new.version else {
            return text + "."
        }
        return text + ". Suggested: \(suggested)."
    }

    /// `3 informational: 2 description-changed, 1 tags-changed`; nil: there are none.
    static func details(_ changes: [ChangeReport.Change]) -> String? {
        if changes.isEmpty { return nil }
        var counts: [String: Int] = [:]
        for change in changes { counts[change.id, default: 0] += 1 }
        let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        return "\(changes.count) informational: " + kinds.joined(separator: ", ")
    }

    static func counts(_ report: ChangeReport) -> String {
        if report.changes.isEmpty { return "nothing has changed" }
        return counts(report.changes)
    }

    /// Changes that a reviewer reads: the elements with the gravest first, of each the gravest first, and no more than one reads.
    struct Page {
        var groups: [(element: String?, changes: [ChangeReport.Change])] = []
        /// Changes that are not listed one by one, risky and breaking ones never among them unless there are very many.
        var left: [ChangeReport.Change] = []
        /// Details, of which a few are listed in a line each and all are counted.
        var details: [ChangeReport.Change] = []

        /// As many changes are told with their places and reasons.
        private static let most = 60

        init(_ report: ChangeReport) {
            details = report.changes.filter { $0.verdict == .informational }
            let told = report.changes.enumerated().filter { $0.element.verdict > .informational }
                .sorted { ($1.element.verdict, $0.offset) < ($0.element.verdict, $1.offset) }.map(\.element)
            left = Array(told.dropFirst(Self.most))
            groups = ChangeWords.byElement(Array(told.prefix(Self.most)))
        }
    }

    /// `12 more: 2 breaking, 10 risky`
    static func left(_ changes: [ChangeReport.Change]) -> String? {
        if changes.isEmpty { return nil }
        return "\(changes.count) more: \(counts(changes))"
    }

    static func counts(_ changes: [ChangeReport.Change]) -> String {
        Verdict.allCases.reversed().compactMap { verdict -> String? in
            let count = changes.lazy.filter { $0.verdict == verdict }.count
            return count == 0 ? nil : "\(count) \(verdict.rawValue)"
        }.joined(separator: ", ")
    }

    /// Changes of one element together, in the order in which the elements come.
    static func byElement(_ report: ChangeReport) -> [(element: String?, changes: [ChangeReport.Change])] {
        byElement(report.changes)
    }

    static func byElement(_ changes: [ChangeReport.Change]) -> [(element: String?, changes: [ChangeReport.Change])] {
        var order: [String?] = []
        var groups: [String?: [ChangeReport.Change]] = [:]
        for change in changes {
            if groups[change.element] == nil { order.append(change.element) }
            groups[change.element, default: []].append(change)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }
}
