import Basics
import RuleLanguage
import TestSupport
import Testing

@testable import Governance

/// Examples are contracts, and judged as such: what no standard knows would test nothing.
@Suite struct ExampleShapeTests {
    private static func pack(_ fail: String, scope: String = "", pass: String = "{property: {name: b}}") -> String {
        PackText.head + """
              - id: rule
                severity: error
            \(scope.isEmpty ? "" : "    scope: \(scope)\n")    select: property
                require: property.name != "a"
                message: wrong
                examples:
                  fail:
                    - \(fail)
                  pass:
                    - \(pass)

            """
    }

    @Test(arguments: [
        ("{property: {name: a, ⟦clasification⟧: x}}", "did you mean `classification`?"),
        ("{property: {name: a, ⟦tgas⟧: [x]}}", "did you mean `tags`?"),
        ("{property: {name: a, classification: ⟦5⟧}}", "`classification` must be"),
        ("{property: {name: a}, server: {type: s3, location: s3://a, ⟦regoin⟧: x}}", "regoin"),
        ("{property: {name: a}, contract: {⟦domian⟧: x}}", "did you mean `domain`?"),
        ("{property: {name: a, logicalType: ⟦strng⟧}}", "did you mean `string`?"),
        ("{object: {properties: [{name: a, ⟦requird⟧: true}]}}", "did you mean `required`?"),
    ])
    func tellsWhatNoStandardHas(_ example: String, _ words: String) {
        let text = MarkedText(Self.pack(example))
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts, "\(faults)")
        #expect(faults.first?.message.contains(words) ?? false, "\(faults)")
        #expect(faults.first?.message.contains("says `broken: true`") ?? false, "\(faults)")
    }

    @Test func aWholeContractIsJudgedToo() {
        let text = MarkedText(
            Self.pack(
                """
                yaml: |
                            apiVersion: v3.1.0
                            kind: DataContract
                            id: x
                            version: 1.0.0
                            status: active
                            schema: [{name: o, properties: [{name: a, ⟦clasification⟧: x}]}]
                """))
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts, "\(faults)")
    }

    @Test func aFaultCanBeMeant() {
        #expect(PackText.faults(Array(Self.pack("{broken: true, property: {name: a, clasification: x}}").utf8)).isEmpty)
        let text = MarkedText(Self.pack("{broken: ⟦maybe⟧, property: {name: a}}"))
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts, "\(faults)")
    }

    // MARK: Scopes

    private static func problems(_ text: String) throws -> [String?] {
        let pack = try RulePack(name: "acme.yaml", raw: Array(text.utf8))
        return ExampleRun.run(pack, today: 0, changes: ChangeFact.between).flatMap { $0.examples.map(\.problem) }
    }

    /// What an example says nothing of is as the scope wants it.
    @Test func scopesAreTested() throws {
        let scope = "{domains: [sales], statuses: [active], paths: [\"sales/**\"]}"
        #expect(try Self.problems(Self.pack("{property: {name: a}}", scope: scope)) == [nil, nil])
        #expect(
            try Self.problems(
                Self.pack(
                    "{property: {name: a}, contract: {domain: sales}}", scope: scope,
                    pass: "{property: {name: a}, contract: {domain: hr}}")) == [nil, nil])
        #expect(
            try Self.problems(
                Self.pack(
                    "{property: {name: a}, file: sales/a.yaml}", scope: scope,
                    pass: "{property: {name: a}, file: hr/a.yaml}")) == [nil, nil])

        let found = try Self.problems(Self.pack("{property: {name: a}, contract: {domain: hr}}", scope: scope))
        #expect(
            found.first??.hasPrefix("it should fail, and lies outside of the rule's scope: domains sales") ?? false,
            "\(found)")
    }

    @Test(arguments: [
        (["*", "!hr"], "hr", false), (["*", "!hr"], "sales", true), (["!hr"], "sales", true), (["!hr"], " HR ", false),
        (["crm-*", "!crm-test"], "crm-test", false), (["crm-*", "!crm-test"], "crm-a", true),
        (["!crm-*"], "crm-a", false),
    ])
    func allButSome(_ patterns: [String], _ name: String, _ isIn: Bool) {
        #expect(NamePatterns(patterns).matches(name) == isIn)
    }

    /// Whoever leaves a name out governs less.
    @Test func aScopeWithExceptionsCoversLess() {
        #expect(NamePatterns(["*"]).covers(NamePatterns(["*", "!hr"])))
        #expect(!NamePatterns(["*", "!hr"]).covers(NamePatterns(["*"])))
        #expect(!NamePatterns(["*", "!hr"]).covers(NamePatterns(["hr"])))
        #expect(NamePatterns(["*", "!hr"]).covers(NamePatterns(["sales"])))
        #expect(!NamePatterns(["a"]).covers(NamePatterns(["!b"])))
    }

    // MARK: Names under `let`

    private static func named(_ lets: String, _ require: String) -> MarkedText {
        MarkedText(
            PackText.head + """
                  - id: rule
                    severity: error
                    select: property
                    let: \(lets)
                    require: '\(require)'
                    message: wrong
                    examples: {fail: [{property: {name: total}}], pass: [{property: {name: total, description: in euros}}]}

                """)
    }

    @Test func aNameStandsForItsExpression() throws {
        let text = Self.named(
            "{said: property.description, isSaid: filled(said)}", "isSaid && said.contains(\"euros\")")
        #expect(PackText.faults(text).map(\.message) == [])
        #expect(try Self.problems(String(decoding: text.bytes, as: UTF8.self)) == [nil, nil])
    }

    @Test(arguments: [
        ("{⟦property⟧: property.name}", "property.name == \"a\"", "`property` has a meaning already"),
        ("{⟦a-b⟧: property.name}", "property.name == \"a\"", "is no name"),
        ("{⟦said⟧: property.name}", "property.name == \"a\"", "nothing speaks of `said`"),
        ("{said: property.⟦nmae⟧}", "said == \"a\"", "did you mean `name`?"),
        ("{said: property.description}", "⟦said⟧.size() > 3", "`property.description` may be missing"),
        (
            "{own: property.name}", "⟦property⟧.properties.all(property, property.name == own)",
            "`property` is what the names under `let` speak of"
        ),
        (
            "{three: 'property.properties.all(a, a.properties.all(b, b.properties.all(c, c.name != \"a\")))'}",
            "property.properties.all(d, ⟦three⟧)", "loops inside each other, more than 3 deep"
        ),
    ])
    func whatIsWrongWithAName(_ lets: String, _ require: String, _ message: String) {
        let text = Self.named(lets, require)
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts, "\(faults)")
        #expect(faults.first?.message.contains(message) ?? false, "\(faults)")
    }

    /// Each name doubles the one before: written out they would have millions of parts.
    @Test func namesOfNamesAreBounded() {
        let lets = (1...20).map { "a\($0): a\($0 - 1) + a\($0 - 1)" }
        let faults = PackText.faults(Self.named("{a0: property.name, \(lets.joined(separator: ", "))}", "a20 != \"a\""))
        #expect(
            faults.first?.message.hasPrefix("with its names written out this has more than 4000 parts") ?? false,
            "\(faults)")
    }
}
