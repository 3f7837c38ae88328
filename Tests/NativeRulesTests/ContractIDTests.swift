import ContractModel
import Diagnostics
import NativeRules
import TestSupport
import Testing
import YAMLTree

/// One id in two documents of a run.
@Suite struct ContractIDTests {
    private func entries(_ marked: MarkedText, _ name: String, severity: Severity? = .error) -> [ContractIDs.Entry] {
        let tree = YAMLTree(name: name, raw: marked.bytes, vocabulary: .contracts)
        return tree.documents.compactMap { ContractDocument(tree, $0) }
            .compactMap { ContractIDs.entry(of: $0, rule: severity.map { ContractIDs.rule.with($0) }) }
    }

    private func findings(_ files: [(String, MarkedText)]) -> [Finding] {
        var ids = ContractIDs()
        for (name, text) in files { entries(text, name).forEach { ids.add($0) } }
        return ids.findings()
    }

    private func contract(_ id: String, version: String? = "1.0.0") -> MarkedText {
        MarkedText(
            """
            # Größen 🚚
            kind: DataContract
            apiVersion: v3.1.0
            name: "ü", \(version.map { "\nversion: \($0)" } ?? "")
            status: active
            id: \(id)
            """.replacing(", \n", with: "\n"))
    }

    private func place(_ place: Place) -> String {
        "\(place.file) \(place.start.line):\(place.start.column)-\(place.end.line):\(place.end.column)"
    }

    @Test func twoFiles() throws {
        let first = contract("⟦orders-ü⟧")
        let second = contract("⟦'orders-ü'⟧")
        let findings = findings([("b/orders.odcs.yaml", second), ("a/orders.odcs.yaml", first)])
        let finding = try #require(findings.first)
        #expect(findings.count == 1)
        #expect(finding.rule == "interoperability/id-unique" && finding.severity == .error)
        #expect(finding.message == "another contract has the id `orders-ü` in version `1.0.0` already")
        #expect(
            finding.help
                == "give this contract an id of its own, such as a new UUID; if it is a new version of the other, raise `version`"
        )
        #expect(place(finding.place) == "b/orders.odcs.yaml \(second.place())")
        #expect(finding.place.excerpt?.text == "id: 'orders-ü'")
        #expect(finding.related.map { place($0.place) } == ["a/orders.odcs.yaml \(first.place())"])
        #expect(finding.related.map(\.message) == ["the first contract of this id"])
        #expect(finding.route == "/id" && finding.contract == "orders-ü" && finding.element == nil)
        #expect(finding.subject == "orders-ü" && finding.offset == second.range().start)
    }

    @Test func twoDocumentsOfOneFile() {
        let text = MarkedText("\u{FEFF}kind: DataContract\r\nid: ⟦²ü⟧\r\n---\r\nkind: DataContract\r\n# 🚚\r\nid: ⟦¹ü⟧")
        let findings = findings([("a.yaml", text)])
        #expect(findings.map { place($0.place) } == ["a.yaml \(text.place(1))"])
        #expect(findings.flatMap(\.related).map { place($0.place) } == ["a.yaml \(text.place(2))"])
    }

    @Test func eachLaterOneRelatesToTheFirstWhateverTheOrderOfTheThreads() {
        let files = ["c.yaml", "a.yaml", "d.yaml", "b.yaml"].map { ($0, contract("x")) }
        for order in [files, files.reversed(), [files[2], files[0], files[3], files[1]]] {
            let findings = findings(order)
            #expect(findings.map(\.place.file) == ["b.yaml", "c.yaml", "d.yaml"])
            #expect(Set(findings.flatMap(\.related).map(\.place.file)) == ["a.yaml"])
        }
    }

    @Test func twoVersionsOfOneContractAreNone() {
        #expect(
            findings([("a.yaml", contract("x", version: "1.0.0")), ("b.yaml", contract("x", version: "2.0.0"))]).isEmpty
        )
        // The second file of a version is one too many.
        let files = [("a.yaml", "1.0.0"), ("b.yaml", "2.0.0"), ("c.yaml", "2.0.0")].map {
            ($0, contract("x", version: $1))
        }
        let findings = findings(files)
        #expect(findings.map(\.place.file) == ["c.yaml"])
        #expect(findings.flatMap(\.related).map(\.place.file) == ["b.yaml"])
    }

    @Test func withoutAVersionNothingTellsThemApart() {
        let findings = findings([("a.yaml", contract("x")), ("b.yaml", contract("x", version: nil))])
        #expect(findings.map(\.message) == ["another contract has the id `x` already"])
    }

    @Test func aProductMayHaveTheIDOfAContract() {
        let product = MarkedText("apiVersion: v1.0.0\nkind: DataProduct\nid: x\nversion: 1.0.0")
        #expect(findings([("a.yaml", contract("x")), ("b.yaml", product)]).isEmpty)
        let two = findings([("a.yaml", product), ("b.yaml", product)])
        #expect(two.map(\.message) == ["another data product has the id `x` in version `1.0.0` already"])
    }

    @Test func contractsOfAllStandardsAreCompared() {
        let second = MarkedText("apiVersion: v2.2.2\nkind: DataContract\nuuid: x\nquantumName: q\nversion: 1.0.0")
        let dcs = MarkedText("dataContractSpecification: 1.2.1\nid: x\ninfo: {title: t, version: 1.0.0}")
        let findings = findings([("a.yaml", contract("x")), ("b.yaml", second), ("c.yaml", dcs)])
        #expect(findings.map(\.place.file) == ["b.yaml", "c.yaml"])
        #expect(findings.map(\.route) == ["/uuid", "/id"])
    }

    @Test(arguments: ["", "''", "null", "[a]", "{a: b}"]) func noIDIsNoneTwice(_ id: String) {
        #expect(findings([("a.yaml", contract(id)), ("b.yaml", contract(id))]).isEmpty)
    }

    @Test func aDocumentHandedInTwiceIsOne() {
        #expect(findings([("a.yaml", contract("x")), ("a.yaml", contract("x"))]).isEmpty)
    }

    @Test func theSeverityIsThatOfTheLaterFile() {
        var ids = ContractIDs()
        entries(contract("x"), "a.yaml").forEach { ids.add($0) }
        entries(contract("x"), "b.yaml", severity: .warning).forEach { ids.add($0) }
        entries(contract("x"), "c.yaml", severity: nil).forEach { ids.add($0) }
        #expect(ids.findings().map(\.severity) == [.warning])
    }
}
