import Diagnostics
import Governance
import RuleLanguage
import Testing

/// What rules are shown as.
@Suite struct CatalogueTests {
    private static func pack(_ examples: String, params: String = "") throws -> RuleFacts.Pack {
        let text = """
            apiVersion: contractlint/v1
            kind: RulePack
            id: acme
            version: 1.0.0
            rules:
              - id: one
                severity: info
                select: property
                params: {\(params)}
                require: filled(property.description)
                message: \(params.isEmpty ? "no" : "\"{params.x}\"")
                examples:
            \(examples)

            """
        let facts = RuleListing.facts(of: try RulePack(name: "acme.yaml", raw: Array(text.utf8)))
        return try #require(facts.rules.first?.pack)
    }

    static let passing = "      pass: [{property: {name: a, description: b}}]"

    /// As a pack writes it, and as it is shown.
    static let examples: [(String, String)] = [
        ("      fail: [{property: {name: a}}]", "property: {name: a}\n"),
        (
            "      fail:\n        - {note: words, property: {name: a},\n           today: 2026-01-31}",
            "property: {name: a}\ntoday: 2026-01-31\n"
        ),
        (
            "      fail:\n        - property:\n            name: a\n            tags:\n              - x",
            "property:\n  name: a\n  tags:\n    - x\n"
        ),
        (
            "      fail:\n        - {property: {name: a,\n             tags: [x]}}",
            "property: {name: a,\n  tags: [x]}\n"
        ),
        (
            "      fail:\n        - yaml: |\n            apiVersion: v3.1.0\n            kind: DataContract\n            id: x\n            version: 1.0.0\n            status: active\n            schema: [{name: o, properties: [{name: a}]}]",
            "apiVersion: v3.1.0\nkind: DataContract\nid: x\nversion: 1.0.0\nstatus: active\nschema: [{name: o, properties: [{name: a}]}]\n"
        ),
    ]

    @Test(arguments: examples) func anExampleIsShownAtTheMargin(_ written: String, _ shown: String) throws {
        let pack = try Self.pack(written + "\n" + Self.passing)
        #expect(pack.failing.map(\.yaml) == [shown])
        #expect(pack.passing.map(\.yaml) == ["property: {name: a, description: b}\n"])
    }

    @Test(arguments: [
        ("x: 3", "3"), ("x: 2.5", "2.5"), ("x: true", "true"), ("x: a b", "a b"), ("x: \"true\"", "\"true\""),
        ("x: \"a: b\"", "\"a: b\""), ("x: []", "[]"), ("x: [a, \"1\", 'q\"']", "[a, \"1\", \"q\\\"\"]"),
        ("x: {value: [b], tighten: subset, description: why}", "[b]"),
    ]) func parametersAreShownAsYAML(_ written: String, _ shown: String) throws {
        let pack = try Self.pack("      fail: [{property: {name: a}}]\n" + Self.passing, params: written)
        #expect(pack.parameters.map(\.value) == [shown])
        #expect(pack.parameters[0].packValue == nil)
        if written.contains("why") { #expect(pack.parameters[0].meaning == "why") }
    }

    @Test func everyFunctionHasAMeaningInWords() {
        let functions = ModelReference.functions
        #expect(functions.count > 20)
        #expect(functions.filter { $0.meaning.isEmpty }.map(\.name) == [])
        #expect(functions.first { $0.name == "glob" }?.signatures == ["glob(string, string) -> bool"])
    }

    @Test func everyFieldOfTheModelHasAMeaningInWords() throws {
        let types = ModelReference.types
        let silent = types.flatMap { type in type.fields.filter(\.meaning.isEmpty).map { "\(type.name).\($0.name)" } }
        #expect(silent == [])
        let property = try #require(types.first { $0.name == "property" })
        let name = try #require(property.fields.first { $0.name == "name" })
        #expect(name.type == "string")
        guard case .always = name.presence else { return #expect(Bool(false), "the name is required") }
    }

    @Test func everyRuleOfTheProgramSaysWhatItDemandsAndWhy() {
        let rules = RuleListing.native.flatMap(\.rules)
        #expect(rules.count > 25)
        #expect(rules.filter { $0.summary.isEmpty || $0.rationale == nil }.map(\.id) == [])
        #expect(RuleListing.native.filter { $0.description == nil }.map(\.id) == [])
    }

    @Test(arguments: [
        ("kind: RulePack\n", true), ("apiVersion: contractlint/v1\n", true), ("{\"kind\": \"RulePack\"}", true),
        ("kind: RulePack\nrules: [", true), ("kind: DataContract\n", false), ("- RulePack\n", false), ("", false),
        ("description: |\n  kind: RulePack\n", false), ("\u{0}", false),
    ]) func whatIsMeantAsAPack(_ text: String, _ isPack: Bool) {
        #expect(PackRecognition.isPack(name: "x.yaml", raw: Array(text.utf8)) == isPack)
    }
}
