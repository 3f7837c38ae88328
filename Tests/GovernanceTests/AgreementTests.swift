import Compatibility
import ContractModel
import Diagnostics
import NativeRules
import RuleLanguage
import TestSupport
import Testing
import YAMLTree

@testable import Governance

/// Answers of `check` and of a comparison about the same contracts: what both must agree on stands in ContractModel/Meaning.
@Suite struct AgreementTests {
    /// A contract in one of the standards, around a property, a field or a part of the document.
    struct Text: Sendable, CustomStringConvertible {
        let text: String

        var description: String { text }

        static func odcs(_ property: String, rest: String = "", version: String = "v3.2.0") -> Text {
            Text(
                text: """
                    {apiVersion: \(version), kind: DataContract, id: a, version: 1.0.0, status: active,
                      schema: [{name: o, properties: [{name: p, \(property)}]}]\(rest.isEmpty ? "" : ", " + rest)}
                    """)
        }

        static func dcs(_ field: String, rest: String = "") -> Text {
            Text(
                text: """
                    {dataContractSpecification: 1.2.1, id: a, info: {title: A, version: 1.0.0\(rest)},
                      models: {o: {fields: {p: {\(field)}}}},
                      definitions: {plain: {type: string}, mail: {type: string, pii: true}, code: {type: string, pii: false}}}
                    """)
        }

        var document: ContractDocument {
            get throws {
                let tree = YAMLTree(name: "a.yaml", raw: Array(text.utf8), vocabulary: .contracts)
                return try #require(tree.documents.first.flatMap { ContractDocument(tree, $0) })
            }
        }
    }

    /// The 1st of January 2026.
    private static let today = 20_454

    /// Value of an expression about a contract, as a message shows it.
    private func check(
        _ expression: String, _ text: Text, _ classifications: ClassificationOrder = .usual
    ) throws -> String? {
        let pack = PackText.rule(
            select: "contract", require: "false", message: "{\(expression.replacing("\"", with: "\\\""))}")
        let rule = try #require(try RulePack(name: "acme.yaml", raw: Array(pack.utf8)).rules.first)
        return RuleEngine(RuleSet([rule]), today: Self.today, classifications: classifications)
            .check(try text.document).issues.first?.issue.message
    }

    /// Places that a rule about elements of a kind points at.
    private func places(_ selection: String, _ text: Text) throws -> [SourceRange] {
        let pack = PackText.rule(select: selection, require: "false")
        let rule = try #require(try RulePack(name: "acme.yaml", raw: Array(pack.utf8)).rules.first)
        return RuleEngine(RuleSet([rule]), today: Self.today).check(try text.document).issues.map(\.issue.range)
    }

    /// Rules written in Swift that find something.
    private func findings(_ text: Text) throws -> Set<String> {
        var (cache, issues) = (TypeCache(), [ElementIssue]())
        NativeRules.check(try text.document, types: &cache, into: &issues)
        return Set(issues.map(\.issue.rule.id))
    }

    private func diff(
        _ old: Text, _ new: Text, _ set: (inout ComparisonOptions) -> Void = { _ in }
    ) throws -> [Change] {
        var options = ComparisonOptions()
        options.today = Self.today
        set(&options)
        return Comparison(old: try old.document, new: try new.document, options: options).run().changes
    }

    // MARK: Personal data

    private static let marks: [(Text, Text, Bool)] =
        [
            ("tags: [pii]", true), ("tags: [PII]", true), ("tags: [gdpr]", true), ("tags: pii", true),
            ("tags: ['pii:email']", true), ("tags: ['pii: no']", false), ("tags: ['pii:false']", false),
            ("tags: ['gdpr=0', personal]", true), ("tags: [merchandise]", false), ("tags: [piiano]", false),
            ("customProperties: [{property: pii, value: true}]", true),
            ("customProperties: [{property: pii, value: 'no'}]", false),
            ("customProperties: [{property: gdpr, value: art6}]", true),
            ("customProperties: [{property: pii, value: false}, {property: personal, value: yes}]", true),
        ].map { (.odcs("logicalType: string"), .odcs("logicalType: string, \($0)"), $1) }
        + [
            ("pii: true", true), ("pii: false", false), ("pii: 'yes'", true), ("pii: false, tags: [pii]", true),
            ("$ref: '#/definitions/mail'", true), ("$ref: '#/definitions/mail', pii: false", false),
            ("$ref: '#/definitions/code'", false), ("$ref: '#/definitions/%6Dail'", true),
            ("$ref: '#/definitions/nowhere'", false),
        ].map { (.dcs("type: string"), .dcs("type: string, \($0)"), $1) }

    @Test(arguments: marks) func personalData(_ plain: Text, _ marked: Text, _ isPersonal: Bool) throws {
        #expect(try check("personalProperties(contract).size()", marked) == (isPersonal ? "1" : "0"))
        #expect(try diff(plain, marked).contains { $0.id == "pii-tag-added" } == isPersonal)
        #expect(try diff(marked, plain).contains { $0.id == "pii-tag-removed" } == isPersonal)
    }

    // MARK: Classifications

    private static let orders = [
        ClassificationOrder.usual, ClassificationOrder(["Public", "internal", "Sensitive", "secret"]),
        ClassificationOrder(["öffentlich", "GEHEIM"]), ClassificationOrder([]),
    ]

    @Test(arguments: orders) func classifications(_ order: ClassificationOrder) throws {
        let words = ["public", "Internal", "sensitive", "SECRET", "restricted", "ÖFFENTLICH", "geheim", "nothing"]
        func text(_ word: String) -> Text { .odcs("logicalType: string, classification: \(word)") }
        for old in words {
            for new in words where old.lowercased() != new.lowercased() {
                let ranks = try [old, new].map { word in
                    try check(
                        "allProperties(contract).map(p, filled(classificationRank(p.?classification.orValue(''))) "
                            + "? classificationRank(p.?classification.orValue('')) : -1)[0]", text(word), order
                    )
                    .flatMap(Int.init)
                }
                let (before, after) = (try #require(ranks[0]), try #require(ranks[1]))
                let expected =
                    min(before, after) < 0
                    ? "classification-changed"
                    : after > before ? "classification-raised" : "classification-lowered"
                #expect(
                    try diff(text(old), text(new)) { $0.classifications = order }.map(\.id) == [expected],
                    "\(old) \(new)")
            }
        }
    }

    /// Rules read what a field of DCS takes from its definition as comparisons do: a field's own word comes first.
    @Test(arguments: [
        ("$ref: '#/definitions/mail'", "restricted"), ("$ref: '#/definitions/mail', classification: public", "public"),
        ("$ref: '#/definitions/plain'", nil), ("$ref: '#/definitions/nope'", nil), ("type: string", nil),
    ])
    func aFieldTakesWhatItsDefinitionSays(_ field: String, _ classification: String?) throws {
        let text = Text(
            text: """
                {dataContractSpecification: 1.2.1, id: a, info: {title: A, version: 1.0.0},
                  models: {o: {fields: {p: {\(field)}}}},
                  definitions: {plain: {type: string}, mail: {type: string, classification: restricted}}}
                """)
        let pack = PackText.rule(
            select: "property", where: "filled(property.classification)", require: "false",
            message: "{property.classification}")
        let rule = try #require(try RulePack(name: "acme.yaml", raw: Array(pack.utf8)).rules.first)
        let found = RuleEngine(RuleSet([rule]), today: Self.today).check(try text.document).issues
        #expect(found.map(\.issue.message) == (classification.map { [$0] } ?? []))
        let other = Text(text: text.text.replacing("restricted", with: "internal"))
        let changes = try diff(text, other).filter { $0.element == "o.p" }.map(\.id)
        #expect(changes == (classification == "restricted" ? ["classification-lowered"] : []))
    }

    /// Two configurations in one run rank each in its own way, whichever comes first.
    @Test func configurationsDoNotMix() throws {
        let text = Text.odcs("logicalType: string, tags: [pii], encryptedName: x, classification: hidden")
        func configuration(_ words: String) throws -> Configuration {
            let section = words.isEmpty ? "" : "compatibility: {classifications: [\(words)]}\n"
            let source = "version: 1\n\(section)layers: [{name: all, packs: [strict]}]\n"
            return try Configuration(name: "c.yaml", raw: Array(source.utf8))
        }
        let (usual, own) = (try configuration(""), try configuration("public, internal, hidden, secret"))
        let late = try configuration("public, internal, top, hidden-not, hidden-no")
        let cache = CheckCache()
        let rules: Set<String> = ["privacy/pii-classified", "privacy/classification-known"]
        // A word that nobody knows protects nobody, and is told once.
        let unknown: Set<String> = ["privacy/pii-classified"]
        let runs: [(Configuration, Set<String>)] = [
            (usual, unknown), (own, []), (usual, unknown), (late, unknown), (own, []),
        ]
        for (configuration, expected) in runs {
            let jurisdiction = Jurisdiction(configuration)
            let result = FileCheck(Exceptions([jurisdiction], today: Self.today), withExcerpts: false)
                .run(name: "a.odcs.yaml", raw: Array(text.text.utf8), jurisdiction, cache)
            #expect(Set(result.findings.map(\.rule)).intersection(rules) == expected)
        }
    }

    @Test(
        arguments: [
            (ClassificationOrder.usual, "Confidential", ["confidential", "restricted"], true),
            (.usual, "restricted", ["confidential"], false), (.usual, "internal", ["confidential"], false),
            (ClassificationOrder(["public", "internal", "sensitive", "secret"]), "sensitive", ["confidential"], true),
            (ClassificationOrder(["public", "internal", "sensitive", "secret"]), "internal", ["confidential"], false),
            (ClassificationOrder(["public", "internal", "sensitive", "secret"]), "sensitive", ["restricted"], false),
            (ClassificationOrder(["public", "confidential", "mid", "restricted"]), "mid", ["confidential"], true),
            (ClassificationOrder(["open", "inner", "closed"]), "inner", ["confidential"], false),
            (ClassificationOrder(["open", "closed"]), "closed", ["restricted"], true),
            (ClassificationOrder(["open", "closed"]), "unknown", ["restricted"], false),
            (ClassificationOrder([]), "x", ["restricted"], false),
        ])
    func strictEnough(_ order: ClassificationOrder, _ word: String, _ allowed: [String], _ expected: Bool) {
        #expect(order.reaches(word, oneOf: allowed) == expected)
    }

    // MARK: Truth

    @Test(
        arguments: [
            ("true", true), ("'true'", true), ("\"Yes\"", true), ("'y'", true), ("'on'", true), ("1", true),
            ("'T'", true),
            ("' yes '", true), ("false", false), ("'no'", false), ("'0'", false), ("off", false), ("maybe", false),
            ("''", false), ("2", false),
        ])
    func truth(_ word: String, _ expected: Bool) throws {
        let question = "allProperties(contract).filter(p, p.?required.orValue(false)).size()"
        let plain = Text.odcs("logicalType: string")
        let text = Text.odcs("logicalType: string, required: \(word)")
        #expect(try check(question, text) == (expected ? "1" : "0"))
        #expect(try diff(plain, text).map(\.id) == (expected ? ["property-made-required"] : []))
    }

    // MARK: Options

    @Test(
        arguments: [
            (.odcs("logicalTypeOptions: {minimum: 9, maximum: 1}"), .odcs("logicalTypeOptions: {}"), true),
            (
                .odcs("logicalType: integer, logicalTypeOptions: {minimum: 9, maximum: 1}"),
                .odcs("logicalType: integer"), true
            ),
            (
                .odcs("logicalType: string, logicalTypeOptions: {minimum: 9, maximum: 1}"),
                .odcs("logicalType: string"), false
            ),
            (.odcs("logicalType: integer, minimum: 9, maximum: 1"), .odcs("logicalType: integer"), false),
            (.dcs("type: integer, minimum: 9, maximum: 1"), .dcs("type: integer"), true),
        ] as [(Text, Text, Bool)])
    func options(_ text: Text, _ without: Text, _ areRead: Bool) throws {
        #expect(try findings(text).contains("schema/options-disagreement") == areRead)
        #expect(try diff(text, without).contains { $0.id.hasPrefix("bounds-") } == areRead)
    }

    // MARK: Values

    @Test(
        arguments: [
            ("string", "'1'", "1", true), ("string", "1", "1.0", false), ("integer", "1", "'1'", true),
            ("number", "1", "1.0", true), ("number", "'1.50'", "1.5", true), ("number", "0", "-0.0", true),
            ("number", "9007199254740993", "9007199254740992", false), ("string", "a", "A", false),
        ])
    func values(_ type: String, _ allowed: String, _ value: String, _ areSame: Bool) throws {
        func text(_ value: String, _ rest: String = "") -> Text {
            .odcs("logicalType: \(type), enum: [{value: \(value)}]\(rest)")
        }
        let found = try findings(text(allowed, ", examples: [\(value)]"))
        #expect(found.contains("schema/example-violates-type") != areSame)
        #expect(try diff(text(allowed), text(value)).contains { $0.id == "enum-value-added" } != areSame)
    }

    // MARK: Dialects

    @Test(
        arguments: [
            ("type: snowflake", true), ("type: Snowflake", true), ("type: postgres", false), ("type: custom", false),
            ("type: s3, format: parquet", false), ("server: x", false),
        ])
    func dialects(_ server: String, _ isSnowflake: Bool) throws {
        func text(_ type: String) -> Text {
            .odcs("physicalType: \(type)", rest: "servers: [{server: s, \(server)}]")
        }
        let family = try check("physical(allProperties(contract)[0]).?family.orValue('')", text("INT"))
        #expect(family == (isSnowflake ? "decimal" : "int"))
        let expected = isSnowflake ? "physical-type-respelled" : "physical-type-widened"
        #expect(try diff(text("INT"), text("BIGINT")).map(\.id) == [expected])
    }

    // MARK: Owners

    private static let teams: [(Text, Bool)] =
        [
            ("", false), ("team: []", false), ("team: {name: A}", true),
            ("team: {members: [{username: a, role: owner}]}", true),
            ("team: [{username: a, role: Data Owner}]", true), ("team: [{username: a, role: steward}]", false),
            ("team: [{username: a, role: owner, dateOut: '2025-12-31'}]", false),
            ("team: [{username: a, role: owner, dateOut: '2026-01-01'}]", true),
            ("team: [{username: a, role: owner, dateOut: '2026-06-30'}]", true),
            ("team: [{username: a, role: owner, dateOut: soon}]", true),
            (
                "team: [{username: a, role: owner, dateOut: '2024-01-01'}, {username: b, role: product_owner}]", true
            ),
        ].map { (.odcs("logicalType: string", rest: $0), $1) }
        + [
            (.dcs("type: string"), false), (.dcs("type: string", rest: ", owner: a"), true),
            (.dcs("type: string", rest: ", owner: ''"), false),
        ]

    @Test(arguments: teams) func owners(_ text: Text, _ isOwned: Bool) throws {
        let question =
            "owners(contract).exists(o, !(filled(o.dateOut) && filled(date(o.dateOut)) && date(o.dateOut) < today()))"
        #expect(try check(question, text) == (isOwned ? "true" : "false"))
        let isDCS = text.text.contains("dataContractSpecification")
        let owned =
            isDCS
            ? Text.dcs("type: string", rest: ", owner: z")
            : .odcs("logicalType: string", rest: "team: [{username: z, role: owner}]")
        #expect(try diff(owned, text).contains { $0.id == "owner-lost" } == !isOwned)
    }

    // MARK: Places

    @Test(
        arguments: [
            ("server", "servers: [{id: i, server: s, type: postgres}]"),
            ("server", "servers: [{type: postgres, server: s}]"),
            ("sla", "slaProperties: [{value: 4, property: latency, unit: h}]"),
            ("sla", "slaProperties: [{property: latency, id: i, value: 4, unit: h}]"),
            ("role", "roles: [{access: read, role: r}]"), ("role", "roles: [{role: r, id: i}]"),
            ("member", "team: {members: [{role: reader, username: u}]}"),
            ("support", "support: [{url: 'https://a.example', channel: c}]"),
        ])
    func places(_ selection: String, _ part: String) throws {
        let (with, without) = (Text.odcs("logicalType: string", rest: part), Text.odcs("logicalType: string"))
        let change = try #require(try diff(with, without).first)
        #expect(try places(selection, with) == [change.old.range])
    }
}
