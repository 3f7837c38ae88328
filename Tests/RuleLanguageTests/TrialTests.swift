import ContractModel
import Diagnostics
import Governance
import TestSupport
import Testing
import YAMLTree

@testable import RuleLanguage

/// Expressions tried on a contract, part by part, and what examples do not reach.
@Suite struct TrialTests {
    private static let contract = """
        apiVersion: v3.1.0
        kind: DataContract
        id: orders
        version: 1.2.0
        status: active
        slaProperties: [{property: latency, value: 4h}, {property: retention, value: 10, unit: y}]
        customProperties: [{property: level, value: "3"}, {property: countries, value: [DE, FR]}]
        schema:
          - name: orders
            properties:
              - {name: id, primaryKey: true}
              - {name: customer, description: who buys, relationships: [{type: foreignKey, to: orders.id}]}

        """

    private static func rows(_ expression: String, _ selection: Selection) throws -> [EvaluationReport.Row] {
        let tree = YAMLTree(name: "a.odcs.yaml", raw: Array(contract.utf8), vocabulary: .contracts)
        let document = try #require(tree.documents.first.flatMap { ContractDocument(tree, $0) })
        return try ExpressionTrial(expression, selection).answers(document, today: 20_000)
    }

    @Test func tellsPartByPart() throws {
        let rows = try Self.rows("filled(property.description) && property.name.size() > 2", .property)
        #expect(rows.map(\.element) == ["orders.id", "orders.customer"])
        #expect(rows.map(\.value) == ["false", "true"])
        #expect(rows.map(\.line) == [11, 12])
        #expect(
            rows.map { $0.parts.map { "\($0.text) = \($0.value)" } } == [
                [
                    "property.description = missing", "filled(property.description) = false", "property.name = id",
                    "property.name.size() = 2", "property.name.size() > 2 = false",
                ],
                [
                    "property.description = who buys", "filled(property.description) = true",
                    "property.name = customer", "property.name.size() = 8", "property.name.size() > 2 = true",
                ],
            ])
    }

    @Test(arguments: [
        ("sla.value", Selection.sla, ["4h", "10"], ["string", "int"]),
        ("number(sla.value)", .sla, ["missing", "10"], ["none", "double"]),
        ("text(sla.value)", .sla, ["4h", "10"], ["string", "string"]),
        ("customInteger(contract, 'level')", .contract, ["3"], ["int"]),
        ("customTexts(contract, 'countries')", .contract, ["DE, FR"], ["list"]),
        ("customTexts(contract, 'level')", .contract, ["3"], ["list"]),
        ("customTexts(contract, 'none')", .contract, ["(none)"], ["list"]),
        ("target(relationship).primaryKey", .relationship, ["true"], ["bool"]),
        ("targets(relationship).size()", .relationship, ["1"], ["int"]),
        ("relationship.to.size()", .relationship, ["1"], ["int"]),
        ("days(90)", .contract, ["7776000s"], ["duration"]),
        ("ratio(1, 4)", .contract, ["0.25"], ["double"]),
        ("ratio(3, 0)", .contract, ["1"], ["double"]),
        ("[3, 1, 2].sum()", .contract, ["6"], ["int"]),
        ("[3, 1, 2].min()", .contract, ["1"], ["int"]),
        ("[3.5, 1.0].max()", .contract, ["3.5"], ["double"]),
        ("object.tags.min()", .object, ["missing"], ["none"]),
        ("['a', 'b'].indexOf('b')", .contract, ["1"], ["int"]),
        ("['a', 'b'].indexOf('c')", .contract, ["-1"], ["int"]),
        ("[1, 2, 2].isSorted()", .contract, ["true"], ["bool"]),
        ("[2, 1].isSorted()", .contract, ["false"], ["bool"]),
        ("[duration('1h'), duration('30m')].sum()", .contract, ["5400s"], ["duration"]),
        ("'orders-v12'.captures('^([a-z]+)-v([0-9]+)$')", .contract, ["orders, 12"], ["list"]),
        ("'orders'.captures('[0-9]+')", .contract, ["(none)"], ["list"]),
        ("version('1.10.0') > version('1.9.0')", .contract, ["true"], ["bool"]),
        ("version('2.0.0-rc.1') < version('2.0.0')", .contract, ["true"], ["bool"]),
        ("version('soon') < version('0.0.1')", .contract, ["true"], ["bool"]),
    ])
    func values(_ expression: String, _ selection: Selection, _ values: [String], _ types: [String]) throws {
        let rows = try Self.rows(expression, selection)
        #expect(rows.map(\.value) == values)
        #expect(rows.map(\.type) == types)
    }

    @Test func whatIsNoExpressionIsSaidWithItsPlace() {
        #expect {
            try ExpressionTrial("property.nmae == 'a'", .property)
        } throws: { error in
            guard let fault = (error as? ExpressionTrial.Invalid)?.faults.first else { return false }
            return fault.range == 9..<13 && fault.help == "did you mean `name`?"
        }
    }

    /// What a wrong example came to, and what the examples leave untested.
    @Test func examplesTellWhatTheyDid() throws {
        let text =
            PackText.head + """
                  - id: rule
                    severity: error
                    select: property
                    where: property.name.endsWith("_at")
                    require: filled(property.description) || property.required == true
                    message: wrong
                    examples:
                      fail: [{property: {name: made_at, description: when}}]
                      pass: [{property: {name: made_at, description: when}}]

                """
        let pack = try RulePack(name: "acme.yaml", raw: Array(text.utf8))
        let outcome = try #require(ExampleRun.run(pack, today: 0, isMeasuring: true, changes: ChangeFact.between).first)
        #expect(
            outcome.examples.first?.parts == [
                "`orders.made_at`: `require` is true: `property.description` is when, "
                    + "`filled(property.description)` is true, `property.required` is missing, "
                    + "`property.required == true` is false"
            ])
        #expect(
            outcome.gaps == [
                "no example makes `filled(property.description)` false",
                "no example makes `property.required == true` true",
            ])
        #expect(outcome.examples.first?.documents.first?.contains("\"made_at\"") == true)
    }
}
