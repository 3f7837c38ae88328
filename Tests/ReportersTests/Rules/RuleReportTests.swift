import Diagnostics
import Foundation
import Reporters
import Testing

@Suite struct RuleReportTests {
    // MARK: list

    @Test func theListIsHarmlessAndAligned() {
        let packs = [
            PackFacts(
                id: "acme", description: "About \(RuleFixtures.escape).", rules: [RuleFixtures.rule, RuleFixtures.off]),
            PackFacts(id: "empty", description: nil, rules: []),
        ]
        #expect(
            RuleListReport.text(packs, color: false) == """
                acme 1.0.0, layer top
                  About \\u{1B}[31mred.
                  one  error    mandatory  sealed     It is \\u{1B}[31mred.
                  two  off      built in              Never asked.

                2 rules in 1 pack, 1 of them off

                """)
    }

    @Test func colourIsAddedAndNothingElse() {
        let packs = [PackFacts(id: "acme", description: nil, rules: [RuleFixtures.rule, RuleFixtures.off])]
        let colored = RuleListReport.text(packs, color: true)
        #expect(colored.contains("\u{1B}[1;31merror\u{1B}[0m"))
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == RuleListReport.text(packs, color: false))
    }

    @Test func theJSONListHasAllOfIt() throws {
        let packs = [PackFacts(id: "acme", description: nil, rules: [RuleFixtures.rule, RuleFixtures.off])]
        let text = RuleListReport.json(packs, toolVersion: "1.0")
        #expect(!text.contains("\u{1B}"))
        let root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(root["version"] as? Int == 1)
        let rules = try #require((root["packs"] as? [[String: Any]])?.first?["rules"] as? [[String: Any]])
        #expect(rules[0]["severity"] as? String == "error")
        #expect(rules[0]["packSeverity"] as? String == "warning")
        #expect(rules[0]["scope"] as? [String: [String]] == ["domains": ["sales", "crm-*"], "tags": ["gold"]])
        let parameters = try #require(rules[0]["params"] as? [[String: String]])
        #expect(parameters == [["name": "hours", "value": "24", "packValue": "48", "tighten": "max"]])
        #expect(rules[1]["severity"] as? String == "off")
        #expect(rules[1]["builtIn"] as? Bool == true)
    }

    // MARK: explain

    @Test func anExplanationIsHarmlessAndInPlainEnglish() {
        #expect(
            RuleExplanation.text(RuleFixtures.rule, color: false) == """
                acme/one
                  severity     error, as configured; the pack says warning
                  enforcement  mandatory: there is no exception
                  lock         sealed: no lower layer may change it
                  pack         acme 1.0.0, in the layer top
                  looks at     every service level that meets its condition, in contracts whose domain is sales or
                               crm-* and whose tags include gold

                What it demands
                  It is \\u{1B}[31mred.

                How to comply
                  Mend it.

                Parameters in force
                  hours = 24
                      the pack says 48; a lower layer may only lower it

                Fails (no \\u{1B}[31mred)
                    sla:
                      property: \\u{1B}[31mred

                Passes
                    sla: {unit: h}

                References
                  \\u{23}#[error] Art. 1

                How it is checked
                  select       sla
                  where        sla.property == "latency"
                  require      filled(sla.unit)

                """)
    }

    @Test func aRuleOfTheProgramHasNoPackToSpeakOf() {
        let text = RuleExplanation.text(RuleFixtures.off, color: false)
        #expect(text.contains("  severity     off: it is not checked until a configuration gives it a severity"))
        #expect(text.contains("built into contractlint"))
        #expect(!text.contains("How it is checked"))
    }

    // MARK: test

    @Test func quietSaysOnlyWhatIsWrong() {
        #expect(RuleTestText.render(RuleFixtures.tests(problem: nil), color: false, quiet: true).isEmpty)
        #expect(
            RuleTestText.render(RuleFixtures.tests(problem: "it should fail, and passes"), color: false, quiet: true)
                == """
                acme.yaml:3:7: error[acme/one]: fail 1: \\u{1B}[31mred: it should fail, and passes
                3 |     - {\\u{1B}[31mred}
                  |       ^^^^^^^

                2 examples of 1 rule in 1 pack: 1 wrong; 1 clause without a failing example

                """)
    }

    @Test func mistakesOfPacksAreCounted() {
        let failure = Report.Failure(file: "b\u{1B}.yaml", at: Position(line: 1, column: 2), message: "no")
        let report = RuleTestReport(toolVersion: "1", packs: [], failures: [failure])
        #expect(
            RuleTestText.render(report, color: false, quiet: true) == """
                error: b\\u{1B}.yaml:1:2: no

                1 mistake

                """)
    }

    @Test func junitHoldsEveryExampleAsACase() {
        let failure = Report.Failure(file: "b.yaml", message: "<no> & never")
        let xml = RuleTestFormats.junit(RuleFixtures.tests(problem: "a < b", failures: [failure]))
        #expect(
            xml == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="contractlint rules test" tests="3" failures="1" errors="1" time="0">
                  <testsuite name="acme" file="acme.yaml" tests="2" failures="1" errors="0" skipped="0" time="0">
                    <testcase name="fail 1: \\u{1B}[31mred" classname="acme/one" file="acme.yaml" line="3" time="0">
                      <failure message="a &lt; b" type="acme/one">acme.yaml:3:7: error[acme/one]: fail 1: \\u{1B}[31mred: a &lt; b</failure>
                    </testcase>
                    <testcase name="pass 1" classname="acme/one" file="acme.yaml" line="3" time="0"/>
                  </testsuite>
                  <testsuite name="contractlint run" tests="1" failures="0" errors="1" skipped="0" time="0">
                    <testcase name="mistake 1" classname="b.yaml" time="0">
                      <error message="&lt;no&gt; &amp; never" type="contractlint/run">error: b.yaml: &lt;no&gt; &amp; never</error>
                    </testcase>
                  </testsuite>
                </testsuites>

                """)
    }

    // MARK: impact

    @Test func impactOfARuleThatFindsMuchAndOneThatFindsNothing() {
        var report = ImpactReport(toolVersion: "1", pack: "acme", version: "2.0.0", file: "acme.yaml")
        report.contractCount = 1
        report.productCount = 2
        report.domains = ["crm", "sales"]
        var rule = ImpactReport.Rule(
            id: "acme/one", severity: .warning, isOff: true, noun: "property", plural: "properties")
        rule.elements = 3
        rule.selected = 2
        rule.newFindings = 7
        rule.knownFindings = 1
        rule.elementsFailing = 2
        rule.contracts = ["orders"]
        rule.domains = [RuleFixtures.escape]
        rule.places = [
            Finding(rule: "acme/one", severity: .warning, message: RuleFixtures.escape, place: RuleFixtures.place())
        ]
        report.rules = [
            rule, ImpactReport.Rule(id: "acme/two", severity: .info, isOff: false, noun: "role", plural: "roles"),
        ]
        report.contractsFailing = ["orders"]
        report.domainsFailing = [RuleFixtures.escape]
        #expect(
            ImpactText.text(report, color: false) == """
                acme 2.0.0 (acme.yaml) over 1 contract and 2 data products in 2 domains

                acme/one (warning, off in its pack)
                  applies to 2 of 3 properties (66.7 %)
                  newly failing: 2 properties in 1 document, domains: \\u{1B}[31mred
                    acme.yaml:3:7: \\u{1B}[31mred
                    … and 6 more
                  1 finding more that the configuration reports already

                acme/two (info)
                  never applies: there is no role

                7 new findings in 1 document of 1 domain; 1 rule never applies

                """)
        #expect(!ImpactText.json(report).contains("\u{1B}"))
    }
}
