import Diagnostics
import Governance
import TestSupport
import Testing

@Suite struct SuppressionTests {
    private func report(_ text: String, _ configuration: Configuration = .builtIn) -> Report {
        Excepting.run(text, configuration)
    }

    private static let rule = "standard/unknown-key"

    /// Comments, by the line of the contract that they are put in front of (0) or behind.
    struct Comment: Sendable {
        let line: Int
        let text: String
        var above = true
        /// The lines of the unknown keys that are hidden, as the contract has them without the comment.
        let hidden: [Int]
    }

    @Test(arguments: [
        Comment(line: 9, text: "contractlint:disable \(rule) -- old", hidden: [9]),
        Comment(line: 9, text: "contractlint:disable \(rule) -- old", above: false, hidden: [9]),
        Comment(line: 8, text: "contractlint:disable \(rule) -- old", hidden: []),
        Comment(line: 8, text: "contractlint:disable \(rule) -- old", above: false, hidden: []),
        Comment(line: 8, text: "contractlint:disable-block \(rule) -- old", hidden: [9, 12]),
        Comment(line: 8, text: "contractlint:disable-block \(rule) -- old", above: false, hidden: [9, 12]),
        Comment(line: 7, text: "contractlint:disable-block \(rule) -- old", above: false, hidden: [9, 12]),
        Comment(line: 10, text: "contractlint:disable-block \(rule) -- old", hidden: [12]),
        Comment(line: 11, text: "contractlint:disable-block \(rule) -- old", hidden: [12]),
        Comment(line: 1, text: "contractlint:disable-block \(rule) -- old", hidden: []),
        Comment(line: 1, text: "contractlint:disable-file \(rule) -- old", hidden: [6, 9, 12]),
        Comment(line: 12, text: "contractlint:disable-file \(rule) -- old", above: false, hidden: [6, 9, 12]),
        Comment(line: 9, text: "contractlint:disable yaml/merge-key, \(rule)  --  old", hidden: [9]),
        Comment(line: 9, text: "contractlint:disable yaml/merge-key,\(rule) -- a -- b", hidden: [9]),
        Comment(line: 9, text: "contractlint:disable standard/* -- old", hidden: []),
        Comment(line: 9, text: "see contractlint:disable \(rule) -- old", hidden: []),
    ]) func hidesWhatItIsAbout(_ comment: Comment) {
        var lines = Excepting.contract().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if comment.above {
            let indentation = lines[comment.line - 1].prefix { $0 == " " }
            lines.insert("\(indentation)# \(comment.text)", at: comment.line - 1)
        } else {
            lines[comment.line - 1] += "  # \(comment.text)"
        }
        let report = report(lines.joined(separator: "\n"))
        func original(_ line: Int) -> Int { comment.above && line >= comment.line ? line - 1 : line }
        #expect(report.excepted.map { original($0.place.start.line) } == comment.hidden)
        #expect(report.count(of: Finding.Exception.Kind.suppression) == comment.hidden.count)
        let counting = report.findings.filter { $0.rule == Self.rule }.map { original($0.place.start.line) }
        #expect(counting == [6, 9, 12].filter { !comment.hidden.contains($0) })
    }

    @Test func commentsStandOnEachOther() {
        let text = Excepting.contract().replacing(
            "    nmae: a\n",
            with: """
                    # contractlint:disable yaml/merge-key -- first
                    # and a word for people
                    # contractlint:disable standard/unknown-key -- second
                    nmae: a

                """)
        let report = report(text)
        #expect(report.excepted.map(\.exception?.note) == ["second"])
        #expect(
            Excepting.places(report.findings.filter { $0.rule.hasPrefix("governance") }) == [
                "governance/suppression-unused 9:28"
            ])
    }

    struct Wrong: Sendable {
        let comment: String
        let expected: [String]
        var help = ""
    }

    @Test(arguments: [
        Wrong(
            comment: "contractlint:disable standard/unknown-key",
            expected: ["governance/suppression-without-reason 1:1"]),
        Wrong(
            comment: "contractlint:disable standard/unknown-key --",
            expected: ["governance/suppression-without-reason 1:1"]),
        Wrong(
            comment: "contractlint:disable standard/unknown-key -- ...",
            expected: ["governance/suppression-without-reason 1:1"]),
        Wrong(
            comment: "contractlint:disable-file standard/unknown-kei -- x", expected: ["governance/rule-unknown 1:29"],
            help: "did you mean `standard/unknown-key`?"),
        Wrong(comment: "contractlint:disable standard/* -- x", expected: ["governance/rule-unknown 1:24"]),
        Wrong(comment: "contractlint:disable -- x", expected: ["governance/suppression-unknown 1:1"]),
        Wrong(
            comment: "contractlint:disable-fiel yaml/merge-key -- x", expected: ["governance/suppression-unknown 1:1"],
            help: "did you mean `contractlint:disable-file`?"),
        Wrong(comment: "contractlint: disable yaml/merge-key -- x", expected: ["governance/suppression-unknown 1:1"]),
        Wrong(comment: "contractlint:enable yaml/merge-key -- x", expected: ["governance/suppression-unknown 1:1"]),
        Wrong(
            comment: "contractlint:disable-file yaml/merge-key -- x", expected: ["governance/suppression-unused 1:29"]),
        Wrong(comment: "contractlint:disable-file yaml/syntax -- x", expected: ["governance/suppression-locked 1:29"]),
        Wrong(
            comment: "contractlint:disable-file governance/rule-unknown -- x",
            expected: ["governance/suppression-locked 1:29"]),
        Wrong(comment: "contractlint:disable-file compatibility/property-removed -- x", expected: []),
        Wrong(comment: "for contractlint: nothing", expected: []),
    ]) func aMistakeHasItsPlace(_ wrong: Wrong) {
        let report = report("# \(wrong.comment)\n" + Excepting.contract())
        #expect(report.findings.filter { $0.rule == Self.rule }.count == 3)
        let said = report.findings.filter { $0.rule.hasPrefix("governance/") }
        #expect(Excepting.places(said) == wrong.expected)
        if !wrong.help.isEmpty { #expect(said.first?.help == wrong.help) }
    }

    @Test(arguments: [
        "text: |\n  # contractlint:disable-file standard/unknown-key -- x\n",
        "text: 'a # contractlint:disable-file standard/unknown-key -- x'\n",
        "text: \"# contractlint:disable-file standard/unknown-key -- x\"\n",
        "text: a#contractlint:disable-file\n",
    ]) func textThatLooksLikeACommentIsNone(_ line: String) {
        let report = report(Excepting.contract() + line)
        #expect(report.excepted.isEmpty)
        #expect(report.findings.map(\.rule) == [String](repeating: Self.rule, count: 4))
    }

    // MARK: Locked rules

    private func locked(_ facts: String) throws -> Configuration {
        let pack = """
            apiVersion: contractlint/v1
            kind: RulePack
            id: acme
            version: 1.0.0
            rules:
              - id: tenant
                severity: error
            \(facts)
                select: contract
                require: filled(contract.tenant)
                message: no tenant
                examples:
                  fail: [{contract: {name: a}}]
                  pass: [{contract: {tenant: a}}]

            """
        return try Excepting.configuration(
            "layers: [{name: organisation, packs: [./acme.yaml]}]\n", files: ["./acme.yaml": pack])
    }

    @Test(arguments: [
        ("    lock: open", ""),
        (
            "    lock: tighten",
            "`acme/tenant` cannot be suppressed by a comment, since the rule is locked by the layer `organisation` (lock: tighten)"
        ),
        (
            "    lock: sealed",
            "`acme/tenant` cannot be suppressed by a comment, since the rule is locked by the layer `organisation` (lock: sealed)"
        ),
        (
            "    enforcement: mandatory",
            "`acme/tenant` cannot be suppressed by a comment, since the rule is mandatory by the layer `organisation`"
        ),
    ]) func lockedRulesTakeNoComments(_ facts: String, _ message: String) throws {
        let comment = "# contractlint:disable-file acme/tenant -- x\n"
        let contract = comment + Excepting.contract().replacing(#/ *nmae: .*\n/#, with: "")
        let report = report(contract, try locked(facts))
        if message.isEmpty {
            #expect(report.findings.isEmpty)
            #expect(report.excepted.map(\.rule) == ["acme/tenant"])
            return
        }
        #expect(report.findings.map(\.rule) == ["governance/suppression-locked", "acme/tenant"])
        #expect(report.findings[0].message == message)
        #expect(report.findings[1].exception?.isVoid == true)
        // Whether or not there is anything to hide.
        let clean = self.report(contract.replacing("status:", with: "tenant: a\nstatus:"), try locked(facts))
        #expect(clean.findings.map(\.rule) == ["governance/suppression-locked"])
    }

    // MARK: Hostile files

    @Test func aHundredThousandCommentsAreReadOnce() {
        let comment = "# contractlint:disable-block standard/unknown-key -- x\n"
        let report = report(String(repeating: comment, count: 100_000) + Excepting.contract())
        // All of them are about the first key, in which nothing is found.
        #expect(report.findings.filter { $0.rule == "governance/suppression-unused" }.count == 1001)
    }

    @Test func aLineCanNameManyRules() {
        let rules = String(repeating: "a/b, ", count: 50_000)
        let report = report("# contractlint:disable \(rules) -- x\n" + Excepting.contract())
        #expect(report.findings.filter { $0.rule == "governance/rule-unknown" }.count == 1001)
    }

    @Test func documentsOfAFileAreToldApart() {
        let text =
            Excepting.contract("a") + "---\n" + "# contractlint:disable standard/unknown-kei -- x\n"
            + Excepting.contract("b")
        let said = report(text).findings.filter { $0.rule == "governance/rule-unknown" }
        #expect(said.map(\.contract) == ["b"])
    }
}
