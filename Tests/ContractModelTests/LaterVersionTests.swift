import Diagnostics
import TestSupport
import Testing

/// Values and forms of another version, names of nothing, places of what is missing.
@Suite struct LaterVersionTests {
    static let invalid = "standard/invalid-value"
    static let type = "standard/wrong-type"

    static let cases = [
        FindingCase(
            "a value of a later version", property: "logicalType: ⟦timestamp⟧",
            ExpectedFinding(
                invalid, "`logicalType` cannot be the text `timestamp`",
                help:
                    "`timestamp` came with ODCS 3.1.0, this contract declares 3.0.2: declare that version, or write `string`"
            ),
            version: "v3.0.2"),
        FindingCase(
            "one of the version after that", property: "logicalType: ⟦vector⟧",
            ExpectedFinding(invalid, help: "`vector` came with ODCS 3.2.0, this contract declares 3.1.0"),
            version: "v3.1.0"),
        FindingCase(
            "a form of a later version", odcs: "team: ⟦{name: é}⟧",
            ExpectedFinding(type, help: "`team` as a mapping came with ODCS 3.1.0, this contract declares 3.0.2"),
            version: "v3.0.2"),
        FindingCase(
            "a form of an earlier version",
            property: "logicalType: integer\nlogicalTypeOptions: {exclusiveMaximum: ⟦true⟧}",
            ExpectedFinding(
                type,
                help: "`exclusiveMaximum` as true or false was allowed until ODCS 3.0.2, this contract declares 3.1.0"),
            version: "v3.1.0"),
        FindingCase(
            "the form of a relationship's id, which only the text demands",
            property: "relationships: [{id: ⟦a/b.c⟧, to: orders.id}]",
            ExpectedFinding(
                "standard/prose-conflict", "the text of ODCS 3.2.0 demands that `id` is text without white space",
                severity: .warning),
            version: "v3.2.0"),
        FindingCase(
            "a name of nothing", odcs: "roles: [{role: ⟦' '⟧}]",
            ExpectedFinding("standard/empty-value", "`role` is empty", severity: .warning)),
        FindingCase(
            "a missing key is said of where it lacks, not of what was merged",
            odcs: "customProperties:\n  - {property: é, value: &v {property: a}}\n  - {⟦⁹<<⟧: *v, ⟦description⟧: x}",
            ExpectedFinding("yaml/merge-key", at: 9), ExpectedFinding("standard/missing-key", "`value` is missing")),
    ]

    @Test(arguments: cases) func findings(_ test: FindingCase) {
        #expect(test.standardDifferences == [], "\(test.description)")
    }
}
