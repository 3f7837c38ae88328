import Diagnostics
import TestSupport
import Testing

/// Several faults in one file: all of them, in its order, each with its place, element and route.
@Suite struct FileOrderTests {
    static let contract: MarkedText = """
        apiVersion: v3.1.0 # 😀
        kind: DataContract
        id: ⟦¹größe⟧
        status: active
        ⟦²owner⟧: Jürgen
        schema:
          - name: ⟦³1⟧
            properties:
              - name: straße
                logicalType: ⟦⁴strng⟧
                ⟦⁵nullable⟧: true
                quality:
                  - metric: nullValues
                    ⟦⁷mustBe⟧: 0
                    ⟦⁶mustNotBe⟧: 1
        ⟦⁸dataProduct⟧: x
        team: ⟦⁹true⟧
        """

    @Test func allFaultsInTheOrderOfTheFile() {
        let findings = check(Self.contract)
        let found = findings.map {
            "\($0.rule) \($0.place.start.line):\($0.place.start.column)-\($0.place.end.line):\($0.place.end.column)"
        }
        let expected = [
            ("missing-key", 1), ("unknown-key", 2), ("wrong-type", 3), ("invalid-value", 4), ("unknown-key", 5),
            ("exclusive-keys", 6),
            ("deprecated-key", 8), ("wrong-type", 9),
        ]
        #expect(found == expected.map { "standard/\($0.0) \(Self.contract.place($0.1))" })
        #expect(
            findings.map(\.route) == [
                "", "/owner", "/schema/0/name", "/schema/0/properties/0/logicalType", "/schema/0/properties/0/nullable",
                "/schema/0/properties/0/quality/0/mustNotBe", "/dataProduct", "/team",
            ])
        #expect(findings.map(\.element) == [nil, nil, "1", "1.straße", "1.straße", "1.straße", nil, nil])
        #expect(findings.allSatisfy { $0.contract == "größe" && $0.reason != nil })
    }

    @Test func aFaultInTheTextAndOneInTheContractAreBothReported() {
        let text: MarkedText =
            "kind: DataContract\napiVersion: v3.2.0\nid: é\nid: b\nversion: 1.0.0\nschema: []\nfö: on\n"
        #expect(check(text).map(\.rule) == ["yaml/duplicate-key", "standard/unknown-key", "yaml/ambiguous-scalar"])
    }

    @Test func aBrokenFileIsJudgedAsFarAsItWasRead() {
        let text: MarkedText =
            "apiVersion: v3.1.0\nkind: DataContract\nid: é\n⟦owner⟧: jane\nschema:\n  - name: ⟦@⟧😀\n  - nme: x\n"
        let findings = check(text)
        #expect(findings.map(\.rule) == ["standard/unknown-key", "yaml/syntax"])
        #expect(findings.map(\.offset) == [text.range(1).start, text.range(2).start])
    }

    @Test func documentsOfOneFileAreToldApart() {
        let text: MarkedText = """
            ---
            {apiVersion: v3.2.0, kind: DataContract, id: größe, version: 1.0.0, schema: [], ⟦owner⟧: é}
            ---
            kind: Deployment
            owner: nobody
            ---
            {apiVersion: v1.0.0, kind: DataProduct, id: 😀, status: active, outputPorts: [], ⟦owner⟧: é}
            """
        let report = check(bytes: text.bytes, file: "all.yaml")
        #expect(report.documents.map { "\($0.kind) \($0.id ?? "")" } == ["contract größe", "product 😀"])
        #expect(report.findings.map(\.contract) == ["größe", "😀"])
        #expect(report.findings.map(\.offset) == [text.range(1).start, text.range(2).start])
        #expect(
            report.findings.map(\.message) == [
                "a data contract has no key `owner`", "a data product has no key `owner`",
            ])
    }

    @Test func whatStandsBehindAnAliasIsReportedAtItsAnchor() {
        let text: MarkedText = """
            apiVersion: v3.2.0
            kind: DataContract
            id: é
            version: 1.0.0
            schema:
              - name: a
                properties: &p [{name: 😀, ⟦nullable⟧: true}]
              - name: b
                properties: *p
            """
        let findings = check(text).filter { $0.rule == "standard/unknown-key" }
        // It stands once in the file, however often an alias repeats it.
        #expect(findings.map(\.offset) == [text.range().start])
        #expect(findings.map(\.route) == ["/schema/0/properties/0/nullable"])
        #expect(findings.map(\.element) == ["a.😀"])
    }
}
