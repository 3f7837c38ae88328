package import Diagnostics

/// Page about a rule in Markdown, and the index of such pages.
package enum RulePage {
    /// Index of packs, each a table of its rules with links to their pages.
    package static func index(_ packs: [PackFacts], title: String, _ introduction: String) -> String {
        var text = "# \(title)\n\n\(introduction)\n\n\n"
        for pack in packs {
            text += "## \(pack.id)\n\n"
            if let description = pack.description { text += description + "\n\n" }
            text += "| rule | tier | severity | in short |\n|---|---|---|---|\n"
            for rule in pack.rules {
                let severity = rule.severity?.rawValue ?? "off"
                text += "| [`\(rule.id)`](\(rule.id).md) | \(rule.tier ?? "") | \(severity) | \(cell(rule.summary)) |\n"
            }
            text += "\n"
        }
        return String(text.dropLast())
    }

    /// Texts that stand apart from a rule that is no pack's: a message, a remedy, a wrong contract and a right one.
    package struct Guide: Sendable {
        package var message: String?
        package var remedy: String
        package var wrong: String
        package var right: String

        package init(message: String?, remedy: String, wrong: String, right: String) {
            self.message = message
            self.remedy = remedy
            self.wrong = wrong
            self.right = right
        }
    }

    /// - Parameter silencing: how findings of the rule are hidden.
    package static func page(_ rule: RuleFacts, _ guide: Guide? = nil, silencing: String) -> String {
        var text = "# \(rule.id)\n\n"
        if rule.summary != rule.remedy { text += rule.summary + "\n\n" }
        text += "| | |\n|---|---|\n"
        text += "| severity | \(rule.severity?.rawValue ?? "off until a configuration gives it a severity") |\n"
        if let tier = rule.tier { text += "| tier | \(RuleWords.tier(tier)) |\n" }
        if let pack = rule.pack {
            text += "| enforcement | \(RuleWords.enforcement(pack.enforcement)) |\n"
            text += "| lock | \(RuleWords.lock(pack.lock)) |\n"
            text += "| looks at | \(cell(RuleWords.subject(of: pack))) |\n"
            text += "| pack | \(rule.packID) \(pack.version) |\n\n"
        } else {
            text += "| pack | \(rule.packID), built into contractlint |\n\n"
        }
        section("What a finding says", (rule.message ?? guide?.message).map { "> \($0)" }, &text)
        section("Why it matters", rule.rationale, &text)
        section("How to comply", complying(rule) ?? guide?.remedy, &text)
        if let pack = rule.pack { parts(of: pack, &text) }
        if let guide {
            section("Fails", block(guide.wrong), &text)
            section("Passes", block(guide.right), &text)
        }
        section("How to silence it", silencing, &text)
        if !rule.references.isEmpty {
            section("References", rule.references.map { "- " + link($0) }.joined(separator: "\n"), &text)
        }
        if let pack = rule.pack { section("How it is checked", expressions(of: pack), &text) }
        return String(text.dropLast())
    }

    /// In the words of each standard, where these differ.
    private static func complying(_ rule: RuleFacts) -> String? {
        if rule.remedies.isEmpty { return rule.remedy }
        let rows = rule.remedies.map { "| \($0.standard) | \(cell($0.text)) |" }
        return "| in | |\n|---|---|\n" + rows.joined(separator: "\n")
    }

    private static func block(_ yaml: String) -> String? {
        yaml.isEmpty ? nil : "```yaml\n" + yaml + (yaml.hasSuffix("\n") ? "" : "\n") + "```"
    }

    private static func parts(of pack: RuleFacts.Pack, _ text: inout String) {
        if !pack.parameters.isEmpty {
            let rows = pack.parameters.map { parameter in
                let notes = [parameter.meaning, parameter.tightening].compactMap { $0 }.joined(separator: "; ")
                return "| `\(parameter.name)` | `\(cell(parameter.value))` | \(cell(notes)) |"
            }
            section("Parameters", "| name | value | |\n|---|---|---|\n" + rows.joined(separator: "\n"), &text)
        }
        section("Fails", examples(pack.failing), &text)
        section("Passes", examples(pack.passing), &text)
    }

    private static func section(_ title: String, _ body: String?, _ text: inout String) {
        guard let body, !body.isEmpty else { return }
        text += "## \(title)\n\n\(body)\n\n"
    }

    private static func examples(_ examples: [RuleFacts.Example]) -> String {
        examples.map { example in
            var comments = example.note.map { [$0] } ?? []
            if !example.clauses.isEmpty { comments.append("breaks " + example.clauses.joined(separator: ", ")) }
            let comment = comments.isEmpty ? "" : "# \(comments.joined(separator: "; "))\n"
            return "```yaml\n\(comment)\(example.yaml)```"
        }.joined(separator: "\n\n")
    }

    private static func expressions(of pack: RuleFacts.Pack) -> String {
        var lines = ["select: \(pack.selection)"]
        if let condition = pack.condition { lines.append("where: \(condition)") }
        if pack.clauses.count == 1, pack.clauses[0].name == nil {
            lines.append("require: \(pack.clauses[0].expression)")
        } else {
            lines.append("require:")
            lines += pack.clauses.map { "  \($0.name ?? "clause"): \($0.expression)" }
        }
        return "```\n" + lines.joined(separator: "\n") + "\n```"
    }

    private static func link(_ reference: String) -> String {
        reference.hasPrefix("https://") ? "<\(reference)>" : reference
    }

    /// Text in a cell of a table.
    package static func cell(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
            .split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
