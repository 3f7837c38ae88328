import Foundation
import Testing

/// What is made from other files, and what the pages show.
@Suite struct GeneratedFileTests {
    @Test func nothingGeneratedIsStale() throws {
        let program = Run.program.deletingLastPathComponent().appendingPathComponent("contractlint-dev")
        let run = try Run.shell("\"\(program.path)\" generate --check", in: Run.root)
        #expect(run.exitCode == 0, "\(run.text)\(run.errors)")
    }

    static let guide = try? String(contentsOf: Run.root.appendingPathComponent("docs/authoring.md"), encoding: .utf8)

    /// The blocks of a language in a page.
    private static func blocks(_ language: String, in page: String) -> [String] {
        page.components(separatedBy: "```\(language)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    }

    /// The guide's pack and what it says that its test prints.
    @Test func theGuidesExampleDoesWhatItSays() throws {
        let guide = try #require(Self.guide)
        let pack = try #require(Self.blocks("yaml", in: guide).first { $0.contains("kind: RulePack") })
        let scratch = try Scratch()
        try scratch.write("finance.yaml", pack)
        let test = try Run(["rules", "test", "finance.yaml"], in: scratch.folder)
        #expect(test.exitCode == 0)
        #expect(Self.blocks("text", in: guide).first == test.text)
        try scratch.write(
            "finance.yaml", pack.replacingOccurrences(of: "where: property.name", with: "where: property.nmae"))
        let wrong = try Run(["rules", "test", "finance.yaml"], in: scratch.folder)
        let message = try #require(Self.blocks("text", in: guide).last)
        #expect(wrong.text.hasPrefix(message), "\(wrong.text)")
        let draft = try Run(
            ["rules", "new", "acme-finance/amount-has-currency", "--pack", "new.yaml"], in: scratch.folder)
        #expect(draft.exitCode == 0)
    }

    /// The grown rule of the guide is the one of the samples.
    @Test func theSampleIsTheGuidesRule() throws {
        let guide = try #require(Self.guide)
        let sample = try String(
            contentsOf: Run.root.appendingPathComponent("samples/governance/organisation/finance.yaml"), encoding: .utf8
        )
        let grown = try #require(Self.blocks("yaml", in: guide).first { $0.hasPrefix("    where: params.endings") })
        #expect(sample.contains(grown))
        let test = try Run(["rules", "test", "samples/governance"])
        #expect(test.exitCode == 0)
        #expect(test.text.hasSuffix("12 examples of 2 rules in 2 packs: all right\n"))
        let changes = try String(
            contentsOf: Run.root.appendingPathComponent("samples/governance/organisation/changes.yaml"), encoding: .utf8
        )
        let rule = try #require(Self.blocks("yaml", in: guide).first { $0.hasPrefix("  - id: two-owners-agree") })
        #expect(changes.hasSuffix("rules:\n" + rule))
    }

    /// The expressions in the guide's table, each in a rule of its own.
    @Test func theGuidesExpressionsAreRight() throws {
        let guide = try #require(Self.guide)
        let tables = guide.components(separatedBy: "| you mean | you write |\n|---|---|\n").dropFirst()
        let rows = tables.enumerated().flatMap { number, table in
            table.components(separatedBy: "\n\n")[0].components(separatedBy: "\n").map {
                (
                    isChange: number > 0,
                    expression: $0.components(separatedBy: " | `")[1].components(separatedBy: "`")[0]
                )
            }
        }
        #expect(rows.count(where: \.isChange) == 5 && rows.count > 25, "\(rows.count)")
        var pack = "apiVersion: contractlint/v1\nkind: RulePack\nid: guide\nversion: 1.0.0\nrules:\n"
        for (index, (isChange, expression)) in rows.enumerated() {
            let kind =
                isChange
                ? "change"
                : ["relationship", "object.", "sla", "server."].first { expression.contains($0) }?.trimmingCharacters(
                    in: .punctuationCharacters)
            let examples = isChange ? ("{new: {}}", "{old: {}}") : ("{contract: {}}", "{contract: {}}")
            pack += """
                  - id: rule-\(index)
                    severity: info
                    select: \(kind ?? "property")
                    require: '\(expression)'
                    message: no
                    examples: {fail: [\(examples.0)], pass: [\(examples.1)]}

                """
        }
        let scratch = try Scratch()
        try scratch.write("guide.yaml", pack)
        // Its examples are made up: it loads, which is what counts.
        let run = try Run(
            ["rules", "impact", "guide.yaml", Run.root.appendingPathComponent("samples/sales").path], in: scratch.folder
        )
        #expect(run.exitCode == 0, "\(run.errors)")
    }
}
