import Diagnostics
import TestSupport
import Testing

/// `standard/unknown-key` and `standard/misplaced-key`: at the key, with the best explanation there is.
@Suite struct UnknownKeyTests {
    static let unknown = "standard/unknown-key"
    static let misplaced = "standard/misplaced-key"

    static let slips = [
        FindingCase(
            "a slip at the root", odcs: "⟦descripton⟧: {}",
            ExpectedFinding(
                unknown, "a data contract has no key `descripton`", help: "did you mean `description`?",
                severity: .error)),
        FindingCase(
            "letters swapped", property: "⟦physcialType⟧: text",
            ExpectedFinding(
                unknown, "a property has no key `physcialType`", help: "did you mean `physicalType`?",
                element: "größe-😀.größe-😀")),
        FindingCase(
            "another case", property: "⟦Description⟧: text",
            ExpectedFinding(unknown, help: "did you mean `description`?")),
        FindingCase(
            "behind text of several bytes on its line",
            property: "logicalType: string\nlogicalTypeOptions: {format: 'é😀', ⟦maxLenght⟧: 5}",
            ExpectedFinding(unknown, "options of a string have no key `maxLenght`", help: "did you mean `maxLength`?")),
        FindingCase(
            "in quotes, with escapes", object: "⟦\"tag\\x73s\"⟧: []",
            ExpectedFinding(unknown, "no key `tagss`", help: "did you mean `tags`?")),
        FindingCase(
            "what is there already is no suggestion", odcs: "tags: []\n⟦tagss⟧: []",
            ExpectedFinding(unknown, help: "remove it, or put it into customProperties")),
        FindingCase(
            "nothing near", odcs: "⟦färbung⟧: rot",
            ExpectedFinding(
                unknown, "a data contract has no key `färbung`", help: "remove it, or put it into customProperties")),
        FindingCase("an empty key", odcs: "⟦''⟧: x", ExpectedFinding(unknown, "no key ``")),
        FindingCase(
            "a list as a key", odcs: "? ⟦[a]⟧\n: x",
            ExpectedFinding(unknown, "a key must be a word, not a list", help: "the brackets around it")),
        FindingCase(
            "a template as a key", odcs: "⟦{{ key }}⟧: x",
            ExpectedFinding(unknown, "a key must be a word, not a mapping")),
        FindingCase(
            "in the team", odcs: "team: {members: [{username: é, ⟦rol⟧: owner}]}",
            ExpectedFinding(
                unknown, "a team member has no key `rol`", help: "did you mean `role`?", element: "member:é")),
        FindingCase(
            "in a product", odps: "outputPorts:\n  - {name: 😀, version: '1', ⟦contractID⟧: x}",
            ExpectedFinding(
                unknown, "an output port has no key `contractID`", help: "did you mean `contractId`?",
                element: "outputPort:😀")),
    ]

    static let mistakes = [
        FindingCase(
            "a habit of other tools", property: "⟦nullable⟧: true",
            ExpectedFinding(
                unknown, "a property has no key `nullable`", help: "required: true where null is not allowed")),
        FindingCase(
            "the owner", odcs: "⟦owner⟧: jane", ExpectedFinding(unknown, help: "as a member of team, with role: owner")),
        FindingCase(
            "DCS in ODCS", odcs: "⟦models⟧: {}",
            ExpectedFinding(
                unknown, help: "write schema, a list of objects; models belongs to the Data Contract Specification")),
        FindingCase(
            "columns of an object", object: "⟦columns⟧: []", ExpectedFinding(unknown, help: "write properties, a list")),
        FindingCase(
            "another word for an operator",
            property: "quality: [{metric: rowCount, ⟦mustBeGreaterThanOrEqualTo⟧: 1, mustBe: 1}]",
            ExpectedFinding(unknown, help: "write mustBeGreaterOrEqualTo")),
        FindingCase(
            "a port of a product", odps: "outputPorts:\n  - {name: 😀, version: '1', ⟦dependencies⟧: []}",
            ExpectedFinding(unknown, help: "write inputContracts")),
    ]

    static let versions = [
        FindingCase(
            "of a later version", odcs: "⟦context⟧: x",
            ExpectedFinding(
                unknown, "`context` came with ODCS 3.2.0; this contract declares 3.1.0",
                help: "remove the key, or declare the newer version")),
        FindingCase(
            "of a later version, under another name",
            property: "quality: [{mustBe: 0, rule: nullValues, ⟦metric⟧: nullValues}]",
            ExpectedFinding(
                unknown, "`metric` came with ODCS 3.1.0; this contract declares 3.0.2",
                help: "write `rule`, or declare the newer version", severity: .warning), version: "v3.0.2"),
        FindingCase(
            "renamed", odcs: "⟦datasetDomain⟧: x",
            ExpectedFinding(unknown, "ODCS 3.1.0 has no `datasetDomain` any more", help: "write `domain`")),
        FindingCase(
            "renamed and turned round", property: "⟦isNullable⟧: true",
            ExpectedFinding(
                unknown, "ODCS 3.1.0 has no `isNullable` any more", help: "write `required`, which means the opposite")),
        FindingCase(
            "dropped", odcs: "⟦datasetName⟧: x",
            ExpectedFinding(unknown, "ODCS 3.1.0 has no `datasetName` any more", help: "remove it")),
        FindingCase(
            "ODCS 3 in ODCS 2",
            odcs2:
                "dataset:\n  - table: é\n    columns:\n      - {column: 😀, logicalType: a, physicalType: b, ⟦name⟧: c}",
            ExpectedFinding(
                unknown, "`name` came with ODCS 3.0.0; this contract declares 2.2.2", help: "write `column`",
                severity: .warning)),
        FindingCase(
            "what the schema rejects and the text knows", odcs: "servers: [{server: é, type: kinesis, ⟦stream⟧: x}]",
            ExpectedFinding(
                unknown, "the schema of ODCS 3.1.0 rejects `stream`", help: "customProperties", element: "server:é")),
    ]

    static let elsewhere = [
        FindingCase(
            "another logical type", property: "logicalType: string\n⟦items⟧: {}",
            ExpectedFinding(
                misplaced, "`items` belongs to an array, not to a string", help: "check `logicalType`", severity: .error
            )),
        FindingCase(
            "options of another type", property: "logicalType: string\nlogicalTypeOptions: {⟦maximum⟧: 5}",
            ExpectedFinding(
                misplaced,
                "`maximum` belongs to options of a date, options of a timestamp or time or 2 others, not to options of a string"
            )),
        FindingCase(
            "a quality rule of another type", property: "quality: [{type: text, ⟦query⟧: select 1}]",
            ExpectedFinding(misplaced, "`query` belongs to a quality rule of type sql, not here", help: "check `type`")),
        FindingCase(
            "a quality rule without a type", property: "quality: [{name: é, ⟦query⟧: select 1}]",
            ExpectedFinding(misplaced, help: "add `type: sql`, or remove it")),
        FindingCase(
            "a server of another type", odcs: "servers: [{server: é, type: kafka, host: h, ⟦account⟧: a}]",
            ExpectedFinding(misplaced, "not to a server of type kafka", help: "check `type`")),
        FindingCase(
            "another place", odcs: "⟦encryptedName⟧: x",
            ExpectedFinding(
                misplaced, "`encryptedName` belongs to a property or an item property, not to a data contract",
                help: "move it there")),
        FindingCase(
            "a key of the root in a property", property: "⟦servers⟧: []",
            ExpectedFinding(misplaced, "`servers` belongs to a data contract, not to a property")),
    ]

    static let fine = [
        FindingCase(
            "whatever stands in customProperties",
            odcs: "customProperties: [{property: é, value: {nullable: {deep: 1}}}]"),
        FindingCase("a description takes any key", odcs: "description: {purpose: é, anything: [1]}"),
        FindingCase(
            "a quality rule's implementation",
            property: "quality: [{type: custom, engine: soda, implementation: {any: {thing: 1}}}]"),
        FindingCase(
            "ODCS 3.0 lets unknown keys of a server pass",
            odcs: "servers: [{server: é, type: kafka, host: h, färbung: x}]", version: "v3.0.2"),
        FindingCase(
            "DCS lets unknown keys pass", dcs: "models: {orders: {fields: {a: {type: text, färbung: x}}}}\nfärbung: x"),
        FindingCase(
            "a merge that could not be read has its own finding", odcs: "<<: ⟦*nothing⟧", ExpectedFinding("yaml/syntax")
        ),
    ]

    static let open = [
        FindingCase(
            "where any key may stand, a slip is a warning", dcs: "models: {orders: {fields: {é: {⟦typ⟧: text}}}}",
            ExpectedFinding(
                unknown, "a field has no key `typ`", help: "did you mean `type`?", severity: .warning,
                element: "orders.é")),
        FindingCase(
            "and so is a habit", dcs: "models: {orders: {⟦columns⟧: {}}}",
            ExpectedFinding(unknown, help: "write fields", severity: .warning)),
        FindingCase(
            "a merge of no mapping", odcs: "⟦<<⟧: x",
            ExpectedFinding(
                unknown, "`<<` merges mappings, and what stands behind it is none", help: "the alias of a mapping")),
    ]

    @Test(arguments: slips + mistakes + versions + elsewhere + fine + open) func key(_ test: FindingCase) {
        #expect(test.standardDifferences == [])
    }

    @Test func theRouteLeadsToTheValueBehindTheKey() {
        let findings = check(MarkedText(Sample.property("tags: []\nnullable: true")))
        #expect(findings.filter { $0.rule == Self.unknown }.map(\.route) == ["/schema/0/properties/0/nullable"])
    }
}
