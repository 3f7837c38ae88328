package import Diagnostics

/// The tests of rule packs for people: each example, then what is wrong with its place, then the counts.
package struct RuleTestText {
    private var text: TextWriter
    private let report: RuleTestReport

    /// Things that a report says of examples beside whether they are right.
    package struct Extent: Sendable {
        /// The documents that they became.
        package var showsDocuments = false
        /// The parts of conditions that they do not reach.
        package var showsGaps = false

        package init(showsDocuments: Bool = false, showsGaps: Bool = false) {
            self.showsDocuments = showsDocuments
            self.showsGaps = showsGaps
        }
    }

    private var extent = Extent()

    /// - Parameter quiet: only what is wrong, and nothing at all when nothing is.
    package static func render(
        _ report: RuleTestReport, color: Bool, quiet: Bool, _ extent: Extent = Extent()
    ) -> String {
        var own = RuleTestText(report, color: color)
        own.extent = extent
        if !quiet { for pack in report.packs { own.write(pack) } }
        for pack in report.packs { own.writeWrong(pack) }
        for failure in report.failures { own.text.write(failure) }
        if !quiet || report.wrongCount + report.failures.count > 0 {
            if !report.failures.isEmpty { own.text.out.write("\n") }
            own.text.write(closingLine(report), in: .strong)
            own.text.out.write("\n")
        }
        return own.text.out.text
    }

    private init(_ report: RuleTestReport, color: Bool) {
        self.report = report
        text = TextWriter(Output(), color: color)
    }

    private mutating func write(_ pack: RuleTestReport.Pack) {
        text.write(UnsafeText.escaped("\(pack.id) \(pack.version)"), in: .strong)
        text.out.write(safe: " (\(pack.file))")
        text.out.write("\n")
        for rule in pack.rules {
            text.out.write("  ")
            text.out.write(safe: rule.id)
            text.out.write("\n")
            for example in rule.examples {
                text.out.write("    ")
                if example.problem == nil {
                    text.out.write("ok     ")
                } else {
                    text.write("wrong", in: .error)
                    text.out.write("  ")
                }
                text.out.write(safe: example.name)
                text.out.write("\n")
                if extent.showsDocuments { for document in example.documents { write(document: document) } }
            }
            for clause in rule.unexercised { writeNote("no failing example breaks the clause `\(clause)`") }
            if extent.showsGaps { for gap in rule.gaps { writeNote(gap) } }
            for survivor in rule.survivors ?? [] {
                writeNote("\(survivor.place.start.line):\(survivor.place.start.column): \(survivor.text)")
            }
        }
        text.out.write("\n")
    }

    private mutating func writeNote(_ note: String) {
        text.out.write("    ")
        text.write("note", in: .info)
        text.out.write(safe: "   \(note)")
        text.out.write("\n")
    }

    private mutating func write(document: String) {
        for line in document.split(separator: "\n") {
            text.out.write("           ")
            text.out.write(safe: String(line))
            text.out.write("\n")
        }
    }

    private mutating func writeWrong(_ pack: RuleTestReport.Pack) {
        for rule in pack.rules {
            for example in rule.examples {
                guard let problem = example.problem else { continue }
                text.begin(.strong)
                text.out.write(place: example.place)
                text.end()
                text.out.write(": ")
                _ = text.writeLabel(.error, rule.id, .waivable)
                text.out.write(safe: "\(example.name): \(problem)")
                text.out.write("\n")
                text.write(
                    example.place, String(example.place.start.line).utf8.count, mark: UInt8(ascii: "^"), in: .error)
                for line in example.parts {
                    text.out.write(safe: "  \(line)")
                    text.out.write("\n")
                }
                text.out.write("\n")
            }
        }
    }

    static func closingLine(_ report: RuleTestReport) -> String {
        if report.packs.isEmpty { return Prose.count(report.failures.count, "mistake") }
        var line =
            Prose.count(report.exampleCount, "example") + " of " + Prose.count(report.ruleCount, "rule") + " in "
            + Prose.count(report.packs.count, "pack") + ": "
        line += report.wrongCount == 0 ? "all right" : "\(report.wrongCount) wrong"
        if report.unexercisedCount > 0 {
            line += "; " + Prose.count(report.unexercisedCount, "clause") + " without a failing example"
        }
        if !report.failures.isEmpty { line += "; " + Prose.count(report.failures.count, "mistake") }
        return line
    }
}
