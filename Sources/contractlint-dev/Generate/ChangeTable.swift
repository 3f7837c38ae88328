import Compatibility
import Diagnostics
import Foundation
import Reporters

/// The table of all kinds of change in `docs/compatibility.md`: between two marks of a page that people write.
enum ChangeTable {
    static let path = "docs/compatibility.md"
    private static let start = "<!-- changes: made by contractlint-dev generate -->\n"
    private static let end = "<!-- end of changes -->\n"

    private struct Unmarked: Error, CustomStringConvertible {
        let description = "docs/compatibility.md lacks the marks around the table of changes"
    }

    static func page() throws -> GeneratedFile {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard let first = text.range(of: start), let last = text.range(of: end), first.upperBound <= last.lowerBound
        else { throw Unmarked() }
        return GeneratedFile(
            path: path, text: text[..<first.upperBound] + "\n" + table() + "\n" + text[last.lowerBound...])
    }

    private static func table() -> String {
        var text = "| change | of | consumer | producer | relation | least bump |\n|---|---|---|---|---|---|\n"
        for kind in ChangeKind.all {
            var consumer = kind.consumer.rawValue
            var producer = kind.producer.rawValue
            var bump = kind.bump.rawValue
            if let escalation = kind.escalation {
                consumer += words(escalation.consumer.rawValue, escalation.circumstance, unless: consumer)
                producer += words(escalation.producer.rawValue, escalation.circumstance, unless: producer)
                bump += words(escalation.bump.rawValue, escalation.circumstance, unless: bump)
            }
            let relation = kind.relation?.rawValue ?? ""
            text +=
                "| [`\(kind.id)`](rules/compatibility/\(kind.id).md) | \(RulePage.cell(kind.subject)) | \(consumer) "
                + "| \(producer) | \(relation) | \(bump) |\n"
        }
        return text
    }

    private static func words(_ value: String, _ circumstance: String, unless same: String) -> String {
        value == same ? "" : "; \(value) when \(RulePage.cell(circumstance))"
    }
}
