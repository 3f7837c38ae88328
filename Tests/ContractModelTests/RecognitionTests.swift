import ContractModel
import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Which documents are contracts or products, and which standard and version judges them.
@Suite struct RecognitionTests {
    private static func recognised(_ text: String, _ name: String) -> String? {
        let tree = YAMLTree(name: name, raw: Array(text.utf8), vocabulary: .contracts)
        return tree.documents.first.flatMap { Recognition.recognise(tree, $0) }.map { found in
            "\(found.standard.title) \(found.version)" + (found.unknownVersion ? " guessed" : "")
        }
    }

    @Test(arguments: [
        ("kind: DataContract\napiVersion: v3.1.0\n", "ODCS 3.1.0"),
        ("apiVersion: v3.0.2\nkind: DataContract\n", "ODCS 3.0.2"),
        ("kind: datacontract\napiVersion: v2.2.1\n", "ODCS 2.2.1"),
        ("kind: DataContract\n", "ODCS 3.2.0"),
        ("kind: DataContract\nuuid: x\n", "ODCS 2.2.2 guessed"),
        ("kind: DataContract\napiVersion: v2.5.0\n", "ODCS 2.2.2 guessed"),
        ("kind: DataContract\napiVersion: v9.0.0\n", "ODCS 3.2.0 guessed"),
        ("kind: DataContract\napiVersion:\n", "ODCS 3.2.0 guessed"),
        ("apiVersion: v3.1.0\nid: x\n", "ODCS 3.1.0"),
        ("apiVersion: v3.1.0\nkind: DataContrat\n", "ODCS 3.1.0"),
        ("apiVersion: v3.1.0\nkind: [x]\n", "ODCS 3.1.0"),
        ("kind: DataProduct\napiVersion: v1.0.0\n", "ODPS 1.0.0"),
        ("kind: DataProduct\n", "ODPS 1.1.0"),
        ("kind: DATAPRODUCT\napiVersion: v3.1.0\n", "ODPS 1.1.0 guessed"),
        ("apiVersion: v1.0.0\noutputPorts: []\n", "ODPS 1.0.0"),
        ("dataContractSpecification: 1.1.0\n", "DCS 1.1.0"),
        ("dataContractSpecification: v1.1.0\n", "DCS 1.2.1 guessed"),
        ("dataContractSpecification:\n", "DCS 1.2.1 guessed"),
        ("{\"kind\": \"DataContract\", \"apiVersion\": \"v3.1.0\"}", "ODCS 3.1.0"),
    ])
    func contracts(_ text: String, _ standard: String) {
        #expect(Self.recognised(text, "some.yaml") == standard)
    }

    @Test(arguments: [
        ("a Helm chart", "apiVersion: v2\nname: app\nversion: 1.0.0\ntype: application\n"),
        ("Kubernetes", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n"),
        ("a Kubernetes deployment", "apiVersion: apps/v1\nkind: Deployment\n"),
        ("docker-compose", "version: \"3.9\"\nservices: {db: {image: postgres}}\n"),
        ("dbt", "version: 2\nmodels: [{name: orders}]\n"),
        ("OpenAPI", "openapi: 3.1.0\ninfo: {title: x, version: 1.0.0}\n"),
        ("another kind with a version of ours", "apiVersion: 3.1.0\nkind: Thing\n"),
        ("v4", "apiVersion: v4.0.0\nname: x\n"),
        ("a list", "- kind: DataContract\n"),
        ("a text", "kind DataContract\n"),
        ("a number", "5\n"),
        ("null", "---\n"),
        ("an empty mapping", "{}\n"),
    ])
    func others(_ what: String, _ text: String) {
        #expect(Self.recognised(text, "some.yaml") == nil)
        #expect(check(bytes: Array(text.utf8), file: "some.yaml").documents.isEmpty)
        #expect(check(bytes: Array(text.utf8), file: "some.yaml").findings.isEmpty)
    }

    @Test(
        arguments: [
            ("orders.odcs.yaml", "name: x\n", "ODCS 3.2.0"), ("a/orders.odcs.yml", "kind: Thing\n", "ODCS 3.2.0"),
            ("orders.odcs.yaml", "quantumName: x\n", "ODCS 2.2.2 guessed"),
            ("orders.odps.yaml", "name: x\n", "ODPS 1.1.0"),
            ("datacontract.yaml", "models: {}\n", "DCS 1.2.1"), ("my-datacontract.yml", "info: {}\n", "DCS 1.2.1"),
            ("orders.odcs.yaml", "- a\n", "ODCS 3.2.0"), ("orders.odps.yml", "text\n", "ODPS 1.1.0"),
            ("orders.odcs.yaml.bak", "name: x\n", nil), ("odcs.yaml", "name: x\n", nil),
            ("orders.odcs.json", "name: x\n", nil),
        ] as [(String, String, String?)])
    func theNameTellsWhereTheTextDoesNot(_ name: String, _ text: String, _ standard: String?) {
        #expect(Self.recognised(text, name) == standard)
    }

    @Test(arguments: [
        ("- a\n- b\n", "1:1-2:4"), ("text 😀\n", "1:1-1:7"), ("---\n", "2:1-2:1"),
    ])
    func aFileNamedAsAContractThatHoldsNoneIsAFinding(_ text: String, _ place: String) {
        let report = check(bytes: Array(text.utf8), file: "orders.odcs.yaml")
        #expect(report.documents.count == 1)
        #expect(report.findings.map(\.rule) == ["standard/missing-key"])
        #expect(report.findings.map(\.message) == ["the file holds no contract"])
        let found = report.findings.map {
            "\($0.place.start.line):\($0.place.start.column)-\($0.place.end.line):\($0.place.end.column)"
        }
        #expect(found == [place])
    }
}

/// Files that cannot be read far enough to tell what they are.
@Suite struct UnreadableFileTests {
    @Test(arguments: [
        ("by its name", "orders.odcs.yaml", "\"größe"), ("by its name, a product", "orders.odps.yml", "@"),
        ("by its name, DCS", "datacontract.yaml", "]"), ("by its kind", "x.yaml", "é: @\nkind: DataContract\n"),
        ("by its kind, a product", "x.yaml", "[\nkind: DataProduct\n"),
        ("by its version", "x.yaml", "{é\napiVersion: v3.1.0\n"),
        ("by DCS's key", "x.yaml", "\"é\ndataContractSpecification: 1.2.1\n"),
        ("behind a byte order mark", "x.yaml", "\u{FEFF}kind: Data: x\n"),
        ("behind CR", "x.yaml", "[é\rkind: DataContract\r"),
    ])
    func looksLikeAContract(_ what: String, _ name: String, _ text: String) {
        let report = check(bytes: Array(text.utf8), file: name)
        #expect(report.documents.count == 1)
        #expect(
            report.documents.first?.kind == (what.hasSuffix("a product") && name != "x.yaml" ? .product : .contract))
        #expect(report.findings.contains { $0.rule == "yaml/syntax" && $0.severity == .error })
    }

    @Test(arguments: [
        ("nothing says so", "é: @\n"), ("not at the start of a line", "é: [ kind: DataContract @\n"),
        ("indented", "é: @\n  kind: DataContract\n"),
        ("another kind", "kind: Deployment\n\tx"), ("in a name that only resembles", "odcs: [\n"),
    ])
    func mayBeAnything(_ what: String, _ text: String) {
        let report = check(bytes: Array(text.utf8), file: "x.yaml")
        #expect(report.documents.isEmpty)
        #expect(!report.findings.isEmpty && report.findings.allSatisfy { $0.severity == .warning })
    }

    @Test func aFileThatIsTooLargeToReadStaysAContract() {
        let text = Sample.odcs("description: {purpose: \"" + String(repeating: "é", count: 300) + "\"}")
        let report = check(bytes: Array(text.utf8), file: "x.yaml", configuration { $0.fileBytes = 200 })
        #expect(report.documents.count == 1)
        #expect(report.findings.map { "\($0.rule) \($0.severity)" } == ["yaml/limit error"])
        #expect(check(bytes: Array(text.utf8)).findings.isEmpty)
    }

    @Test func duplicateKeysAloneMakeNoBrokenFile() {
        #expect(check(bytes: Array("a: 1\na: 2\n".utf8), file: "x.yaml").findings.isEmpty)
    }
}
