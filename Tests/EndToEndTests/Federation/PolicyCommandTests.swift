import Foundation
import Testing

/// `contractlint policy explain` and `contractlint init`.
@Suite struct PolicyCommandTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("acme.yaml", FederationFiles.pack())
        try scratch.write("orders.odcs.yaml", FederationFiles.contract())
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers:
              - {name: organisation, packs: [acme.yaml]}
              - {name: sales, match: {domains: [sales]}, adjust: {acme/classified: {params: {longest: 20}}}}
              - {name: crm, match: {domains: [crm, "hr-*"]}, packs: [privacy]}
            rules: {yaml/merge-key: off}
            """)
    }

    @Test func theRulesOfOneContract() throws {
        let run = try Run(["policy", "explain", "orders.odcs.yaml"], in: scratch.folder)
        #expect(run.exitCode == 0 && run.errors.isEmpty)
        #expect(
            run.text.hasPrefix(
                """
                orders.odcs.yaml:1: contract orders

                layers, the highest first
                  matches   organisation (.contractlint.yaml)
                  matches   sales (.contractlint.yaml)
                  does not  crm (.contractlint.yaml): its domain is sales, and not one of crm, hr-*
                  matches   rules in .contractlint.yaml

                rules

                """), "\(run.text)")
        let lines = run.text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(lines.contains("acme/classified warning waivable tighten organisation"))
        #expect(lines.contains("params.longest: 30 → 20, by the layer sales"))
        #expect(lines.contains("yaml/merge-key off waivable open built in"))
        #expect(!run.text.contains("privacy/pii-classified"))
    }

    @Test func aRuleSaysWhoHasChangedIt() throws {
        try scratch.write(
            ".contractlint.yaml",
            """
            version: 1
            layers:
              - name: organisation
                packs: [recommended]
                adjust: {privacy/*: {lock: tighten, enforcement: mandatory}}
            """)
        let text = try Run(["rules", "explain", "privacy/pii-classified"], in: scratch.folder).text
        #expect(
            text.contains("adjusted     by the layer organisation: enforcement mandatory, lock tighten\n"), "\(text)")
        let json = try Run(["rules", "explain", "privacy/pii-classified", "--format", "json"], in: scratch.folder).text
        #expect(json.contains("\"enforcement\": \"mandatory\",\n"))
    }

    @Test func theSameAsJSON() throws {
        let run = try Run(["policy", "explain", "orders.odcs.yaml", "--format", "json"], in: scratch.folder)
        let report = try run.json()
        let document = try #require((report["documents"] as? [[String: Any]])?.first)
        #expect(document["id"] as? String == "orders")
        let rules = try #require(document["rules"] as? [[String: Any]])
        let rule = try #require(rules.first { $0["id"] as? String == "acme/classified" })
        #expect(rule["params"] as? [[String: String]] == [["name": "longest", "value": "20", "packValue": "30"]])
        #expect((rule["provenance"] as? [String: Any])?["layer"] as? String == "organisation")
        let layers = try #require(document["layers"] as? [[String: Any]])
        #expect(layers.map { $0["matches"] as? Bool } == [true, true, false, true])
    }

    @Test(arguments: ["acme.yaml", "gone.yaml", "."])
    func whatIsNoContractIsTwo(_ path: String) throws {
        let run = try Run(["policy", "explain", path], in: scratch.folder)
        #expect(run.exitCode == 2 && run.text.isEmpty && run.errors.hasPrefix("contractlint: error: \(path): "))
    }

    @Test func aStarterIsWrittenOnce() throws {
        let before = try scratch.read(".contractlint.yaml")
        let refused = try Run(["init"], in: scratch.folder)
        #expect(refused.exitCode == 2 && refused.errors.contains("is there already"))
        #expect(try scratch.read(".contractlint.yaml") == before)
        try FileManager.default.removeItem(at: scratch.url(".contractlint.yaml"))
        let run = try Run(["init"], in: scratch.folder)
        #expect(run.text.contains("\nwrote .contractlint.yaml\n") && run.text.contains("\nnext: contractlint check"))
        let check = try Run(["check", "--format", "json", "orders.odcs.yaml"], in: scratch.folder)
        #expect(try ReportFile(check).failures == nil)
    }
}
