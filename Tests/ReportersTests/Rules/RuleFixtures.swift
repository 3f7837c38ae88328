import Diagnostics
import Reporters

/// Rules and reports about them, with texts that a terminal would obey.
enum RuleFixtures {
    static let escape = "\u{1B}[31mred"

    static var rule: RuleFacts {
        var rule = RuleFacts(id: "acme/one", summary: "It is \(escape).", severity: .error, ownSeverity: .warning)
        rule.remedy = "Mend it."
        rule.references = ["##[error] Art. 1"]
        var pack = RuleFacts.Pack(
            version: "1.0.0", enforcement: "mandatory", lock: "sealed", selection: "sla", noun: "service level")
        pack.layer = "top"
        pack.scope = [("domains", ["sales", "crm-*"]), ("tags", ["gold"])]
        pack.condition = "sla.property == \"latency\""
        pack.clauses = [RuleFacts.Clause(nil, "filled(sla.unit)")]
        var parameter = RuleFacts.Parameter("hours", value: "24")
        parameter.packValue = "48"
        parameter.tighten = "max"
        pack.parameters = [parameter]
        pack.failing = [RuleFacts.Example("sla:\n  property: \(escape)\n", note: "no \(escape)", clauses: [])]
        pack.passing = [RuleFacts.Example("sla: {unit: h}\n", note: nil, clauses: [])]
        rule.pack = pack
        return rule
    }

    static var off: RuleFacts {
        RuleFacts(id: "acme/two", summary: "Never asked. Second sentence.", severity: nil, ownSeverity: .info)
    }

    static func place(_ file: String = "acme.yaml") -> Place {
        Place(
            file: file, start: Position(line: 3, column: 7), end: Position(line: 3, column: 9),
            excerpt: Excerpt(text: "    - {\(escape)}", markStart: 6, markLength: 2))
    }

    static func tests(problem: String?, failures: [Report.Failure] = []) -> RuleTestReport {
        let examples = [
            RuleTestReport.Example(isFailing: true, number: 1, note: escape, place: place(), problem: problem),
            RuleTestReport.Example(isFailing: false, number: 1, note: nil, place: place(), problem: nil),
        ]
        let rule = RuleTestReport.Rule(id: "acme/one", examples: examples, unexercised: ["<clause>"])
        return RuleTestReport(
            toolVersion: "1.0",
            packs: [RuleTestReport.Pack(id: "acme", version: "1", file: "acme.yaml", rules: [rule])],
            failures: failures)
    }
}
