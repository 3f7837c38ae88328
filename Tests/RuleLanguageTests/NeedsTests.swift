import ContractModel
import Diagnostics
import Governance
import TestSupport
import Testing
import YAMLTree

@testable import RuleLanguage

/// Elements are passed over that lack a field a condition needs: that may save time and change nothing.
@Suite struct NeedsTests {
    /// What the rules say of a document, in words.
    private static func verdict(_ rules: RuleSet, _ document: ContractDocument) -> [String] {
        let findings = RuleEngine(rules, today: 20_000).check(document)
        return findings.issues.map {
            "\($0.issue.rule.id) \($0.clause ?? "") at \($0.issue.range) \($0.element): \($0.issue.message)"
        } + findings.failures.map { "\($0.rule) fails: \($0.message)" } + findings.unknown.sorted()
    }

    /// Conditions of every form that rules out an element by what it lacks, or a string by how it begins.
    private static let own: [Rule] = [
        ("property", "property.classification == 'restricted'"),
        ("property", "'pii' in property.tags && filled(property.name)"),
        ("property", "property.tags == []"), ("property", "property.logicalTypeOptions.format == 'email'"),
        ("property", "property.name == 'email' && (filled(property.description) || property.required == true)"),
        ("property", "property.logicalType == 'string'"), ("property", "has(property.logicalTypeOptions)"),
        ("property", "has(property.quality) && has(object.description)"),
        ("property", "property.examples == ['a', 'b']"),
        ("object", "filled(object.properties)"),
        ("contract", "filled(contract.team.members) && contract.status == 'active'"),
        ("contract", "has(contract.description)"), ("sla", "sla.value == 1"),
        ("server", "server.environment in ['prod', '']"),
        ("quality", "quality.mustBe == 0 && property.required == true"), ("member", "filled(member.dateOut)"),
        ("text", "text.key == 'name'"), ("text", "text.value.startsWith('order') && text.key == 'description'"),
        ("text", "text.value == '' || text.key == ''"), ("text", "text.key == '' && text.value == text.value"),
    ].flatMap { select, condition in
        let text = PackText.rule(select: select, where: condition, require: "false")
        return (try? RulePack(name: "own.yaml", raw: Array(text.utf8)).rules) ?? []
    }

    private static let rules: [Rule] = (StandardPacks.rules + own).map { rule in
        var rule = rule
        rule.isOff = false
        return rule
    }

    private static let withNeeds = RuleSet(rules)
    private static let without = RuleSet(
        rules.map { rule in
            var rule = rule
            rule.gates = Gates()
            return rule
        })

    @Test func manyConditionsNeedAField() {
        #expect(Self.own.count == 20)
        #expect(Self.rules.count { !$0.gates.needs.isEmpty } > Self.rules.count / 4)
        #expect(Self.without.needs.allSatisfy { $0 == 0 })
    }

    /// The function that finds something tells by a clue which strings are worth a look, whatever its name.
    @Test(arguments: [
        ("!filled(secret(text))", true), ("!filled(secret(text.value))", false), ("!filled(date(text.value))", false),
        ("!filled(text.value)", false), ("filled(secret(text))", false),
        ("!filled(secret(text)) || text.key == 'url'", false),
    ])
    func cluesAreOfFunctions(_ clause: String, _ hasClue: Bool) throws {
        let text = PackText.rule(select: "text", require: clause)
        let rule = try #require(try RulePack(name: "own.yaml", raw: Array(text.utf8)).rules.first)
        if case .clue("secret_text") = rule.gates.probe {
            #expect(hasClue)
        } else {
            #expect(!hasClue)
        }
    }

    @Test func functionsSayWhatTheyNeed() throws {
        for (condition, keys) in [
            ("isPersonal(property)", ModelHost.marking), ("filled(personalExample(property))", [.examples]),
            ("filled(custom(property, 'a'))", [.customProperties]), ("filled(personalData(property))", []),
            ("filled(specialCategory(property))", [.name]),
        ] {
            let text = PackText.rule(where: condition, require: "false")
            let rule = try #require(try RulePack(name: "own.yaml", raw: Array(text.utf8)).rules.first, "\(condition)")
            #expect(rule.gates.needsAny == keys, "\(condition)")
        }
    }

    @Test(arguments: 0..<60)
    func passingOverChangesNothing(_ seed: Int) {
        var document = RandomDocument(seed: UInt64(seed))
        let text = document.contract()
        let tree = YAMLTree(name: "random.odcs.yaml", raw: Array(text.utf8), vocabulary: .contracts)
        guard let part = tree.documents.first, let contract = ContractDocument(tree, part) else {
            Issue.record("no contract: \(text)")
            return
        }
        let found = Self.verdict(Self.withNeeds, contract)
        #expect(found == Self.verdict(Self.without, contract), "\(text)")
        #expect(!found.isEmpty)
    }

    /// The contracts of the samples and the examples of all rules, under all rules.
    @Test func passingOverChangesNothingInExamples() {
        var count = 0
        for pack in StandardPacks.complete() {
            for rule in pack.rules {
                for example in pack.examples[rule.id] ?? [] {
                    let text = ExampleDocument(example.node, in: pack.tree, for: rule.selection).text ?? ""
                    let tree = YAMLTree(name: "example.yaml", raw: Array(text.utf8), vocabulary: .contracts)
                    guard let part = tree.documents.first, let contract = ContractDocument(tree, part) else { continue }
                    #expect(Self.verdict(Self.withNeeds, contract) == Self.verdict(Self.without, contract), "\(text)")
                    count += 1
                }
            }
        }
        #expect(count > 200)
    }
}

/// A document made at random from the words of the standards: fields there or not, at times of the wrong type, in old versions
/// and new.
struct RandomDocument {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    /// Some of these fields, as a mapping in flow style.
    private mutating func some(_ fields: [(String, [String])], and rest: [String] = []) -> String {
        var entries = rest
        for (key, values) in fields where chance(45) { entries.append("\(key): \(pick(values))") }
        return "{" + entries.joined(separator: ", ") + "}"
    }

    private static let odd = ["null", "''", "7", "[]", "{}"]
    private static let truth = ["true", "false", "'true'"]
    private static let tags = ["[pii]", "[]", "[personal, x]", "pii", "[encrypted, pii]", "null"]
    private static let classes = ["restricted", "public", "Confidential", "secretish"] + odd
    private static let words = ["order", "TODO", "The amount that a customer owes us", "order_id"] + odd

    private mutating func quality() -> String {
        some([
            ("name", Self.words), ("metric", ["duplicateValues", "nullValues", "rowCount", "missingValues", "x"]),
            ("type", ["library", "sql", "text", "custom"]),
            ("dimension", ["accuracy", "completeness", "x"] + Self.odd),
            ("mustBe", ["0", "'0'", "1.5"]), ("mustBeLessThan", ["5", "x"]),
            ("mustBeBetween", ["[1, 2]", "[2, 1]", "[]"]),
            ("unit", ["rows", "percent", "x"]), ("severity", ["error", "x"]), ("description", Self.words),
        ])
    }

    private mutating func property(_ depth: Int) -> String {
        var rest =
            chance(95) ? ["name: \(pick(["email", "order_id", "Amount", "amount_eur", "select", "birthDate"]))"] : []
        if chance(30) { rest.append("quality: [\(quality()), \(quality())]") }
        if depth < 3, chance(30) { rest.append("properties: [\(property(depth + 1)), \(property(depth + 1))]") }
        if depth < 3, chance(10) { rest.append("items: \(property(depth + 1))") }
        return some(
            [
                ("logicalType", ["string", "number", "array", "object", "timestamp", "date", "x"]),
                ("physicalType", ["varchar(10)", "decimal(10,2)", "timestamp", "timestamptz", "x"] + Self.odd),
                ("classification", Self.classes), ("tags", Self.tags), ("description", Self.words),
                ("businessName", Self.words), ("required", Self.truth), ("primaryKey", Self.truth),
                ("unique", Self.truth),
                ("primaryKeyPosition", ["1", "-1"]), ("criticalDataElement", Self.truth),
                ("encryptedName", ["x_enc"] + Self.odd),
                ("examples", ["[a, b]", "[jane.roe@mail-provider.net]", "[]", "x"]),
                ("logicalTypeOptions", ["{format: email}", "{timezone: true}", "{}", "{maxLength: 3}"]),
                ("customProperties", ["[{property: pii, value: true}]", "[]"]),
                ("authoritativeDefinitions", ["[{url: 'http://x.example', type: businessDefinition}]", "[]"]),
            ], and: rest)
    }

    mutating func contract() -> String {
        var lines = [
            "apiVersion: \(pick(["v3.2.0", "v3.1.0", "v3.0.0", "v2.2.2"]))", "kind: DataContract", "id: a",
            "version: \(pick(["1.0.0", "1"]))",
        ]
        func add(_ key: String, _ value: String) { lines.append("\(key): \(value)") }
        add("status", pick(["active", "draft", "deprecated", "retired", "x"] + Self.odd))
        if chance(60) { add("name", pick(Self.words)) }
        if chance(50) { add("domain", pick(["sales"] + Self.odd)) }
        if chance(50) { add("tags", pick(Self.tags)) }
        if chance(60) {
            add("description", some([("purpose", Self.words), ("usage", Self.words), ("limitations", Self.words)]))
        }
        let member = [
            ("username", ["a"]), ("role", ["owner", "steward", "x"] + Self.odd), ("dateOut", ["'2020-01-01'", "x"]),
        ]
        if chance(60) {
            let members = "[\(some(member)), \(some(member))]"
            add("team", chance(50) ? members : "{name: x, members: \(members)}")
        }
        let level = [
            ("property", ["latency", "Retention", "frequency", "endOfLife", "availability", "x"]),
            ("value", ["1", "'4h'", "99.9", "'2020-01-01'"] + Self.odd), ("unit", ["d", "h", "x", "years"]),
            ("element", ["o.email"]),
        ]
        if chance(70) { add("slaProperties", "[\(some(level)), \(some(level)), \(some(level))]") }
        let server = [
            ("server", ["main"]), ("type", ["postgres", "kafka", "custom", "x"]),
            ("environment", ["prod", "dev"] + Self.odd),
            ("location", ["'http://x.example'", "'s3://b'"]), ("host", ["'http://x.example'"]),
        ]
        if chance(60) { add("servers", "[\(some(server)), \(some(server))]") }
        let role = [("role", ["reader"]), ("firstLevelApprovers", ["x"] + Self.odd), ("access", ["read"])]
        if chance(50) { add("roles", "[\(some(role))]") }
        if chance(50) {
            add("support", "[\(some([("channel", ["x"]), ("url", ["'http://x.example'"]), ("tool", ["slack"])]))]")
        }
        var objects: [String] = []
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            var rest = chance(80) ? ["properties: [\(property(0)), \(property(0)), \(property(0))]"] : []
            if chance(30) { rest.append("quality: [\(quality())]") }
            objects.append(
                some(
                    [
                        ("name", ["orders", "Orders"]), ("physicalType", ["table", "view", "topic"] + Self.odd),
                        ("description", Self.words), ("tags", Self.tags), ("dataGranularityDescription", Self.words),
                    ], and: rest))
        }
        add("schema", "[\(objects.joined(separator: ", "))]")
        return lines.joined(separator: "\n") + "\n"
    }
}
