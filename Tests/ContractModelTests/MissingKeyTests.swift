import Diagnostics
import TestSupport
import Testing

/// `standard/missing-key`: at what names the mapping, else at its first key.
@Suite struct MissingKeyTests {
    static let missing = "standard/missing-key"

    static let places = [
        FindingCase(
            "at the name",
            marked: "kind: DataContract\nid: a\napiVersion: v3.1.0\nstatus: é\nname: ⟦größe 😀⟧\nschema: []\n",
            [
                ExpectedFinding(
                    missing, "`version` is missing: a data contract needs it",
                    help: "add `version:` (version of this contract)", severity: .error)
            ]),
        FindingCase(
            "at the id", marked: "kind: DataContract\nid: ⟦größe⟧\napiVersion: v3.1.0\nstatus: é\nschema: []\n",
            [ExpectedFinding(missing, "`version`")]),
        FindingCase(
            "at the first key",
            marked: "⟦kind⟧: DataContract\napiVersion: v3.1.0\nstatus: é\nversion: 1.0.0\nschema: []\n",
            [ExpectedFinding(missing, "`id`")]),
        FindingCase(
            "a name that is empty does not name",
            marked: "kind: DataContract\nid: ⟦a⟧\napiVersion: v3.1.0\nstatus: é\nname:⟦⟧\nschema: []\n",
            [ExpectedFinding(missing, "`version`"), ExpectedFinding("standard/wrong-type", at: 2)]),
        FindingCase(
            "at the property", odcs: "slaProperties: [{unit: é, property: ⟦😀⟧}]",
            ExpectedFinding(missing, "`value` is missing: a service level needs it", element: "sla:😀")),
        FindingCase(
            "at the server", odcs: "servers: [{type: kafka, server: ⟦größe⟧}]",
            ExpectedFinding(missing, "`host` is missing: a server of type kafka needs it", element: "server:größe")),
        FindingCase(
            "at the id before the property", odcs: "tags: [é]\ncustomProperties: [{property: a, id: ⟦b⟧}]",
            ExpectedFinding(missing, "`value` is missing: a custom property needs it")),
        FindingCase(
            "at the table and the column",
            odcs2:
                "dataset:\n  - table: ⟦ü⟧\n    authoritativeDefinitions: [{⟦⁹type⟧: é}]\n    columns: [{column: ⟦⁸😀⟧, logicalType: é}]",
            ExpectedFinding("standard/missing-key", at: 9, "`url`"),
            ExpectedFinding(missing, at: 8, "`physicalType` is missing: a property needs it")),
        FindingCase(
            "of an empty mapping", property: "relationships: [⟦{}⟧]",
            ExpectedFinding(missing, "`to` is missing: a relationship of a property needs it")),
        FindingCase(
            "in a mapping by name", dcs: "servers: {prod: {⟦location⟧: é}}",
            ExpectedFinding(missing, "`type` is missing: a server needs it", element: "server:prod")),
        FindingCase(
            "in a key that was escaped", odcs: "roles: [{⟦\"d\\x65scription\"⟧: é}]",
            ExpectedFinding(
                missing, "`role` is missing: a role needs it", help: "add `role:` (name of the role that gives access)")
        ),
    ]

    static let demands = [
        FindingCase(
            "of a type of server", odcs: "servers: [{server: ⟦é⟧, type: postgres, host: h, port: 1, schema: s}]",
            ExpectedFinding(
                missing, "`database` is missing: a server of type postgres needs it", help: "add `database:`")),
        FindingCase(
            "of a type of rule", property: "quality: [{⟦type⟧: sql, mustBe: 1, description: é}]",
            ExpectedFinding(
                missing, "`query` is missing: a quality rule of type sql needs it", help: "add `query:` (SQL that gives"
            )),
        FindingCase(
            "an operator", property: "quality: [{name: ⟦é⟧, metric: rowCount}]",
            ExpectedFinding(
                missing, "a quality rule of type library needs a comparison", help: "add one of `mustBe`, `mustNotBe`")),
        FindingCase(
            "a type, with its choices", odcs: "servers: [{server: ⟦é⟧, account: x}]",
            ExpectedFinding(
                missing, "`type` is missing: a server needs it", help: "add `type:` with one of `clickhouse`")),
        FindingCase(
            "a type that options need", object: "properties: [{name: ⟦é⟧, logicalTypeOptions: {minLength: 1}}]",
            ExpectedFinding(
                missing,
                "`logicalType` is missing: without it a property has to meet the demands of every logicalType at once",
                help: "add `logicalType:` with one of `string`")),
        FindingCase(
            "of a map", property: "logicalType: map\nmap: {⟦key⟧: {logicalType: string}}",
            ExpectedFinding(missing, "`value` is missing: a map needs it"), version: "v3.2.0"),
        FindingCase(
            "of a vector", property: "logicalType: vector\nlogicalTypeOptions: {⟦normalized⟧: true}",
            ExpectedFinding(missing, "`dimensions` is missing: options of a vector need it"), version: "v3.2.0"),
        FindingCase(
            "of a port", odps: "inputPorts: [{name: ⟦é⟧, version: 1.0.0}]",
            ExpectedFinding(
                missing, "`contractId` is missing: an input port needs it", help: "add `contractId:`",
                element: "inputPort:é")),
        FindingCase(
            "of DCS", marked: "dataContractSpecification: 1.2.1\nid: é\ninfo: {⟦description⟧: x, version: 1.0.0}\n",
            [ExpectedFinding(missing, "`title` is missing: the info section needs it")]),
        FindingCase(
            "a DCS field's lineage",
            dcs: "models: {o: {fields: {é: {lineage: {inputFields: [{namespace: n, name: ⟦ü⟧}]}}}}}",
            ExpectedFinding(missing, "`field` is missing: an input field needs it")),
    ]

    static let fine = [
        FindingCase(
            "status is optional since 3.2",
            marked: "apiVersion: v3.2.0\nkind: DataContract\nid: é\nversion: 1.0.0\nschema: []\n", []),
        FindingCase("the items of an array need no name", property: "logicalType: array\nitems: {logicalType: string}"),
        FindingCase(
            "a file that breaks off",
            marked: "apiVersion: v3.1.0\nkind: DataContract\nschema:\n  - physicalName: é\n    tags: ⟦[⟧a",
            [ExpectedFinding("yaml/syntax")]),
        FindingCase(
            "but what was closed before is judged",
            marked:
                "apiVersion: v3.1.0\nkind: DataContract\nschema:\n  - ⟦physicalName⟧: é\n  - name: ü\n    tags: ⟦[⟧a",
            [ExpectedFinding(missing, at: 1, "`name`"), ExpectedFinding("yaml/syntax", at: 2)]),
        FindingCase(
            "a value that could not be read is there", odcs: "roles: [{description: é, role: ⟦*x⟧}]",
            ExpectedFinding("yaml/syntax")),
    ]

    @Test(arguments: places + demands + fine) func key(_ test: FindingCase) {
        #expect(test.standardDifferences == [])
    }
}
