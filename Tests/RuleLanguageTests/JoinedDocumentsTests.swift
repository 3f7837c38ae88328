import ColumnTypes
import ContractModel
import Diagnostics
import Governance
import TestSupport
import Testing
import YAMLTree

@testable import RuleLanguage

/// Two versions in one memory say what each says alone: elements, lists, texts, decoded ones among them, numbers, functions.
@Suite struct JoinedDocumentsTests {
    private static let questions = [
        "contract.id", "contract", "contract.standard", "contract.version", "contract.tags", "contract.domain",
        "allProperties(contract)", "allProperties(contract).map(p, p.name)",
        "allProperties(contract).map(p, p.?logicalType.orValue(\"none\"))",
        "allProperties(contract).map(p, filled(physical(p)) ? physical(p).?precision.orValue(0) : -1)",
        "allProperties(contract).filter(p, isPersonal(p))", "personalProperties(contract)", "owners(contract)",
        "contract.schema.map(o, o.properties.size())", "contract.schema.map(o, o.path)",
        "contract.slaProperties.map(s, string(s.?value.orValue(\"\")))", "contract.team",
        "contract.servers.map(s, s.type)", "contract.?description.?purpose.orValue(\"\")", "sla(contract, \"latency\")",
        "contract.customProperties.map(c, c.property)", "custom(contract, \"owner\")",
    ]

    /// Written apart in three standards, with aliases, escapes, folded lines, numbers, and text that is not ASCII.
    private static let contracts = [
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: "caf\\u00e9"
        name: >-
          A name that
          folds
        version: 1.0.0
        status: active
        domain: sälés
        tags: &tags [pii, "two\\nlines"]
        team: {members: [{username: j.doe, role: Data Owner}, {username: m.roe, role: reader}]}
        customProperties: [{property: owner, value: [1, 2.5, true]}]
        slaProperties: [{property: latency, value: 4.5, unit: h}, {property: retention, value: 0x10, unit: d}]
        schema:
          - name: orders
            properties:
              - {name: ämount, logicalType: number, physicalType: "DECIMAL(12,2)", tags: *tags}
              - name: address
                logicalType: object
                properties: [{name: city, logicalType: string}, {name: "st\\treet", logicalType: string}]
        """,
        """
        dataContractSpecification: 1.1.0
        id: dcs
        info: {title: Orders, version: 2.0.0, owner: somebody, status: active}
        terms: {usage: Use it, limitations: None}
        servers: {production: {type: postgres, host: localhost}}
        models:
          orders:
            type: table
            fields:
              email: {type: string, pii: true, description: "who \\"ordered\\""}
              amount: {type: decimal, precision: 12}
        """,
        """
        datasetName: old
        apiVersion: 2.2.1
        kind: DataContract
        uuid: "53581432"
        version: 0.9.0
        status: current
        type: tables
        quantumName: q
        dataset:
          - table: tbl
            physicalName: tbl_1
            columns:
              - {column: id, logicalType: integer, physicalType: int, isPrimaryKey: "true", isNullable: "false"}
        """,
    ]

    private static func document(_ text: String, _ name: String) throws -> ContractDocument {
        let tree = YAMLTree(name: name, raw: Array(text.utf8), vocabulary: .contracts)
        return try #require(tree.documents.last.flatMap { ContractDocument(tree, $0) })
    }

    private static func rule(select: String, message: String) throws -> Rule {
        let text = PackText.rule(select: select, require: "false", message: message.replacing("\"", with: "\\\""))
        let examples = "{fail: [{old: {}}], pass: [{new: {}}]}"
        let own =
            select == "change" ? text.replacing("{fail: [{change: {}}], pass: [{change: {}}]}", with: examples) : text
        return try #require(try RulePack(name: "acme.yaml", raw: Array(own.utf8)).rules.first)
    }

    private static func message(of question: String, _ document: ContractDocument) throws -> String? {
        let rule = try rule(select: "contract", message: "{\(question)}")
        return RuleEngine(RuleSet([rule]), today: 0).check(document).issues.first?.issue.message
    }

    @Test(arguments: questions) func eachSaysWhatItSaysAlone(_ question: String) throws {
        // A file can hold more than the version that is compared.
        let texts = Self.contracts + Self.contracts.map { "kind: DataContract\nid: \"\\u0041\"\n---\n" + $0 }
        func asked(of version: String) -> String { question.replacing("contract", with: version) }
        let rule = try Self.rule(select: "change", message: "{\(asked(of: "old"))} | {\(asked(of: "new"))}")
        var pairs = 0
        for old in texts {
            for new in texts {
                let (before, after) = (try Self.document(old, "old.yaml"), try Self.document(new, "new.yaml"))
                let judgement = RuleEngine(RuleSet([rule]), today: 0).judge(
                    ChangeFact.between(before, after), old: before, new: after, file: nil)
                #expect(judgement.failures.isEmpty)
                let found = judgement.issues.first?.message
                if old.hasSuffix(new) || new.hasSuffix(old) { continue }
                let (first, second) = (try Self.message(of: question, before), try Self.message(of: question, after))
                #expect(found == "\(first ?? "") | \(second ?? "")".trimmed)
                pairs += 1
            }
        }
        #expect(pairs == 24)
    }
}
