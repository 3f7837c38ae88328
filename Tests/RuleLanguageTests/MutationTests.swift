import Diagnostics
import Governance
import RuleLanguage
import Testing

/// Which changes of a rule are made, where, and which of them its examples notice.
@Suite struct MutationTests {
    private func pack(where condition: String, require: String, examples: String, rest: String = "") throws -> RulePack
    {
        let text = """
            apiVersion: contractlint/v1
            kind: RulePack
            id: acme
            version: 1.0.0
            rules:
              - id: rule
                severity: error
                select: property
                where: \(condition)
                require: \(require)
                message: "{property.path} is wrong"
                remedy: Mend it.
                rationale: It matters.
            \(rest)    examples:
            \(examples)
            """
        return try RulePack(name: "acme.yaml", raw: Array(text.utf8))
    }

    /// `line:column original → mutated fate`, for each mutant.
    private func fates(_ pack: RulePack) -> [String] {
        MutationRun.run(pack, today: 20_000, changes: ChangeFact.between).flatMap(\.mutants).map { mutant in
            let fate =
                switch mutant.fate {
                case .killed: "killed"
                case .survived: "survived"
                case .invalid: "invalid"
                }
            let start = mutant.place.start
            return "\(start.line):\(start.column) \(mutant.original) → \(mutant.mutated) \(fate)"
        }
    }

    @Test func everyPartIsChangedOnce() throws {
        let pack = try pack(
            where: "filled(property.description)",
            require: "property.description.size() > 2 && property.description.size() < 5",
            examples: """
                      fail:
                        - {property: {name: a, description: ab}}
                        - {property: {name: a, description: abcdef}}
                      pass:
                        - {property: {name: a, description: abc}}
                        - {property: {name: a}}
                """)
        #expect(
            fates(pack) == [
                // Without the condition nothing says that there is a description.
                "9:12 filled(property.description) →  invalid",
                "9:12 filled(property.description) → false invalid",
                "10:14 property.description.size() > 2 && property.description.size() < 5 → true killed",
                "10:14 property.description.size() > 2 && property.description.size() < 5 → false killed",
                "10:46 && → || killed",
                "10:14 property.description.size() > 2 && →  killed",
                "10:46 && property.description.size() < 5 →  killed",
                "10:42 > → >= killed",
                "10:42 > → < killed",
                "10:44 2 → 3 killed",
                "10:44 2 → 1 killed",
                "10:77 < → <= survived",
                "10:77 < → > killed",
                "10:79 5 → 6 survived",
                "10:79 5 → 4 survived",
            ])
    }

    @Test func parametersAndLists() throws {
        let pack = try pack(
            where: "'property.classification in [\"a\", \"b\"]'",
            require: "property.businessName in params.names && (params.isOn || params.least == 1)",
            examples: """
                      fail: [{property: {name: x, classification: a}}]
                      pass:
                        - {property: {name: x, classification: a, businessName: n}}
                        - {property: {name: x, classification: c}}
                        - {property: {name: x, classification: a, businessName: o}, params: {names: [o]}}
                """, rest: "    params: {names: [n, m], isOn: {value: true}, least: 1}\n")
        #expect(
            fates(pack) == [
                "9:13 property.classification in [\"a\", \"b\"] →  killed",
                "9:13 property.classification in [\"a\", \"b\"] → !(property.classification in [\"a\", \"b\"]) invalid",
                "9:40 [\"a\", \"b\"] → [\"b\"] killed",
                "9:40 [\"a\", \"b\"] → [\"a\"] survived",
                "9:40 [\"a\", \"b\"] → [] killed",
                "9:41 \"a\" → \"ax\" killed",
                "9:46 \"b\" → \"bx\" survived",
                "10:14 property.businessName in params.names && (params.isOn || params.least == 1) → true killed",
                "10:14 property.businessName in params.names && (params.isOn || params.least == 1) → false killed",
                "10:52 && → || killed",
                "10:14 property.businessName in params.names && →  killed",
                "10:52 && (params.isOn || params.least == 1) →  survived",
                "10:14 property.businessName in params.names → !(property.businessName in params.names) invalid",
                "10:68 || → && survived",
                "10:56 params.isOn || →  survived",
                "10:68 || params.least == 1 →  survived",
                "10:56 params.isOn → !(params.isOn) survived",
                "10:84 == → != survived",
                "10:87 1 → 2 survived",
                "10:87 1 → 0 survived",
                "14:22 \"n\" →  killed",
                "14:25 \"m\" →  survived",
                "14:21 [\"n\", \"m\"] → [] killed",
                "14:43 true → false survived",
                "14:57 1 → 2 survived",
                "14:57 1 → 0 survived",
            ])
    }

    @Test(arguments: [
        ("!(\"pii\" in property.tags)", ["! → "]),
        ("property.tags.exists(t, t == \"x\")", ["exists → all"]),
        ("property.tags.all(t, t == \"x\")", ["all → exists"]),
        ("property.tags.size() + 1 == 2", ["+ → -", "== → !="]),
        (
            "property.tags.size() == 2 ? true : false",
            [
                "property.tags.size() == 2 ? true : false → (property.tags.size() == 2) ? (false) : (true)",
                "true → false", "false → true",
            ]
        ),
        (
            "property.tags == [] || has(property.classification)",
            [
                "has(property.classification) → true", "has(property.classification) → false", "|| → &&",
            ]
        ),
        // Left out without the brackets that hold it.
        (
            "(property.tags == []) && (\"a\" in property.tags || \"b\" in property.tags)",
            [
                "(property.tags == []) && → ", "&& (\"a\" in property.tags || \"b\" in property.tags) → ",
                "\"a\" in property.tags || → ", "|| \"b\" in property.tags → ",
            ]
        ),
    ])
    func changesOf(_ expression: String, _ expected: [String]) throws {
        let text = "'" + expression + "'"
        let pack = try pack(
            where: text, require: "true",
            examples: """
                      fail: [{yaml: "kind: DataContract"}]
                      pass: [{property: {name: x}}]
                """)
        // The example that should fail does not, so nothing can be measured …
        let result = try #require(MutationRun.run(pack, today: 0, changes: ChangeFact.between).first)
        #expect(result.problem == "it should fail, and passes")
        #expect(result.mutants.isEmpty)
        // … until it does.
        let failing = try self.pack(
            where: "true", require: "'" + "(\(expression)) && false" + "'",
            examples: """
                      fail: [{property: {name: x}}]
                      pass: [{contract: {name: x}, object: {properties: []}}]
                """)
        let found = try #require(MutationRun.run(failing, today: 0, changes: ChangeFact.between).first).mutants.map {
            "\($0.original) → \($0.mutated)"
        }
        for change in expected { #expect(found.contains(change), "\(found)") }
    }

    /// The examples of the standard packs test what their rules say.
    @Test func standardPacks() {
        let mutations = StandardPacks.complete().flatMap {
            MutationRun.run($0, today: 20_000, changes: ChangeFact.between)
        }
        #expect(mutations.compactMap(\.problem) == [])
        let killed = mutations.reduce(0) { $0 + $1.killed }
        let survived = mutations.reduce(0) { $0 + $1.survivors.count }
        #expect(killed > 500)
        #expect(killed * 100 >= (killed + survived) * 95)
    }
}
