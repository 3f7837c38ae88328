import Diagnostics
import TestSupport
import Testing

/// `standard/unknown-version`, `standard/deprecated-key` and `standard/prose-conflict`.
@Suite struct VersionTests {
    static let unknown = "standard/unknown-version"
    static let deprecated = "standard/deprecated-key"
    static let prose = "standard/prose-conflict"

    /// A contract of 3.2, where `status` may be missing and `synonyms` are known: its findings tell which version judged it.
    private static func declared(_ version: String, kind: String = "DataContract") -> String {
        "kind: \(kind) # größe 😀\napiVersion: \(version)\nid: é\nversion: 1.0.0\nschema: [{name: é, synonyms: []}]\n"
    }

    static let versions = [
        FindingCase(
            "without its v", marked: declared("⟦3.1.0⟧"),
            [
                ExpectedFinding(
                    unknown, "ODCS has no version `3.1.0`; it is judged by ODCS 3.2.0",
                    help: "did you mean `v3.1.0`? known: `v2.2.0`, `v2.2.1`", severity: .error)
            ]),
        FindingCase(
            "one that does not exist", marked: declared("⟦v3.7.0⟧"),
            [ExpectedFinding(unknown, "ODCS has no version `v3.7.0`", help: "did you mean `v3.2.0`?")]),
        FindingCase(
            "cut short", marked: declared("⟦v3.1⟧"), [ExpectedFinding(unknown, help: "did you mean `v3.1.0`?")]),
        FindingCase(
            "a number", marked: declared("⟦3.1⟧"),
            [ExpectedFinding(unknown, "ODCS has no version `3.1`", help: "did you mean `v3.1.0`?", severity: .error)]),
        FindingCase(
            "nothing like one", marked: declared("⟦latest⟧"),
            [ExpectedFinding(unknown, "ODCS has no version `latest`", help: "known: `v2.2.0`")]),
        FindingCase(
            "empty", marked: declared("⟦⟧").replacing("apiVersion: ⟦", with: "apiVersion:⟦"),
            [
                ExpectedFinding(
                    unknown, "a data contract has to declare its version of ODCS", help: "write `apiVersion: v3.2.0`",
                    severity: .error)
            ]),
        FindingCase(
            "missing", marked: "kind: DataContract\nid: ⟦é⟧\nversion: 1.0.0\nschema: [{name: é, synonyms: []}]\n",
            [
                ExpectedFinding(
                    "standard/missing-key", "`apiVersion` is missing: a data contract needs it",
                    help: "`v3.2.0`, `v3.1.0`")
            ]),
        FindingCase(
            "missing in ODCS 2",
            marked: Sample.odcs2().replacing("apiVersion: v2.2.2\n", with: "").replacing("kind:", with: "⟦kind⟧:"),
            [
                ExpectedFinding(
                    unknown, "has to declare its version of ODCS; it is judged by ODCS 2.2.2",
                    help: "write `apiVersion: v2.2.2`", severity: .warning)
            ]),
        FindingCase(
            "another one of ODCS 2", marked: Sample.odcs2().replacing("v2.2.2", with: "⟦v2.2.9⟧"),
            [
                ExpectedFinding(
                    unknown, "ODCS has no version `v2.2.9`; it is judged by ODCS 2.2.2",
                    help: "did you mean `v2.2.2`?", severity: .warning)
            ]),
        FindingCase("of a product", odps: "name: é", ExpectedFinding(unknown, at: 9), version: "⟦⁹v3.1.0⟧"),
        FindingCase(
            "of DCS", dcs: "models: {a: {}}",
            ExpectedFinding(unknown, at: 9, "DCS has no version `1.3.0`; it is judged by DCS 1.2.1"),
            version: "⟦⁹1.3.0⟧"),
        FindingCase(
            "of DCS, with a v", dcs: "models: {a: {}}", ExpectedFinding(unknown, at: 9, help: "did you mean `1.2.1`?"),
            version: "⟦⁹v1.2.1⟧"),
        FindingCase(
            "a kind that is misspelt", marked: declared("v3.2.0", kind: "⟦DataContrat⟧"),
            [
                ExpectedFinding(
                    "standard/invalid-value", "`kind` cannot be the text `DataContrat`", help: "write `DataContract`")
            ]),
        FindingCase(
            "judged by its own version",
            marked: declared("v3.1.0").replacing("synonyms", with: "⟦synonyms⟧").replacing("id: é", with: "id: ⟦⁹é⟧"),
            [
                ExpectedFinding("standard/missing-key", at: 9, "`status`"),
                ExpectedFinding("standard/unknown-key", at: 1, "came with ODCS 3.2.0"),
            ]),
    ]

    static let deprecations = [
        FindingCase(
            "a key", odcs: "⟦slaDefaultElement⟧: é",
            ExpectedFinding(
                deprecated, "ODCS 3.1.0 deprecates `slaDefaultElement`",
                help: "name the element in each entry of slaProperties", severity: .warning)),
        FindingCase(
            "one form of a value", odcs: "⟦team⟧:\n  - username: é",
            ExpectedFinding(
                deprecated, "ODCS 3.1.0 deprecates `team` as a list", help: "list the people under its members")),
        FindingCase("not the other", odcs: "team: {members: [{username: é}]}"),
        FindingCase(
            "a key of a variant", property: "quality: [{metric: rowCount, ⟦rule⟧: é, mustBe: 1}]",
            ExpectedFinding(deprecated, "deprecates `rule`", help: "write metric")),
        FindingCase("since a version", odcs: "dataProduct: é", version: "v3.0.2"),
        FindingCase(
            "in DCS", dcs: "models: {o: {fields: {é: {⟦primary⟧: true}}}}",
            ExpectedFinding(deprecated, "DCS 1.1.0 deprecates `primary`", help: "write primaryKey", element: "o.é")),
    ]

    static let proseConflicts = [
        FindingCase(
            "demanded by the text alone",
            marked: "apiVersion: v3.1.0\nkind: DataContract\nid: ⟦é⟧\nversion: 1.0.0\nstatus: a\n",
            [
                ExpectedFinding(
                    prose, "the text of ODCS 3.1.0 demands `schema` of a data contract, its JSON Schema does not",
                    help: "add it", severity: .warning)
            ]),
        FindingCase(
            "several in one finding",
            odcs: "servers: [{server: ⟦é⟧, type: snowflake, account: a, database: b, schema: c, port: 1}]",
            ExpectedFinding(prose, "demands `host` and `warehouse` of a server of type snowflake", help: "add them")),
        FindingCase(
            "demanded and rejected", odcs: "servers: [{server: ⟦é⟧, type: kinesis}]",
            ExpectedFinding(
                prose, "demands `stream` of a server of type kinesis, its JSON Schema rejects it", help: "leave it out")
        ),
        FindingCase(
            "of a product", marked: "apiVersion: v1.0.0\nkind: DataProduct\nid: ⟦é⟧\nstatus: a\n",
            [ExpectedFinding(prose, "the text of ODPS 1.0.0 demands `outputPorts` of a data product")]),
    ]

    @Test(arguments: versions + deprecations + proseConflicts) func judged(_ test: FindingCase) {
        #expect(test.standardDifferences == [])
    }
}
