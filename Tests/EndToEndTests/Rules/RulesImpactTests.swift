import Foundation
import Testing

@Suite struct RulesImpactTests {
    private func mesh() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("acme.yaml", RulePackFiles.right)
        try scratch.write("mesh/orders.odcs.yaml", RulePackFiles.contract())
        try scratch.write("mesh/leads.odcs.yaml", RulePackFiles.contract(id: "leads", domain: "crm"))
        try scratch.write("mesh/clean.odcs.yaml", RulePackFiles.contract(id: "clean", domain: "crm", tags: "[x]"))
        return scratch
    }

    @Test(arguments: [
        ["acme.yaml", "nowhere"], ["nowhere.yaml", "mesh"], ["mesh/orders.odcs.yaml", "mesh"], ["mesh"],
    ])
    func wrongPathsAreErrors(_ arguments: [String]) throws {
        let scratch = try mesh()
        let run = try Run(["rules", "impact"] + arguments, in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect((run.errors + run.text).contains("error: "), "\(run.errors)")
    }

    @Test func aFolderWithoutContractsIsNothingToCheck() throws {
        let scratch = try mesh()
        try scratch.write("empty/compose.yaml", "services: {}\n")
        #expect(try Run(["rules", "impact", "acme.yaml", "empty"], in: scratch.folder).exitCode == 3)
    }

    @Test func anInvalidPackListsItsMistakes() throws {
        let scratch = try mesh()
        try scratch.write(
            "bad.yaml", RulePackFiles.right.replacingOccurrences(of: "property.tags", with: "property.tgas"))
        let run = try Run(["rules", "impact", "bad.yaml", "mesh"], in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.text.isEmpty)
        #expect(run.errors.contains("bad.yaml:13:"))
        #expect(run.errors.contains("did you mean `tags`?"))
    }

    @Test func countsOfANewPack() throws {
        let scratch = try mesh()
        let run = try Run(["rules", "impact", "acme.yaml", "mesh"], in: scratch.folder)
        #expect(run.exitCode == 0)
        #expect(
            run.text == """
                acme 1.2.0 (acme.yaml) over 3 contracts in 2 domains

                acme/protected (error)
                  applies to 2 of 6 properties (33.3 %)
                  newly failing: 2 properties in 2 documents, domains: crm and sales
                    mesh/leads.odcs.yaml:10:15: `orders.email` is not classified
                    mesh/leads.odcs.yaml:10:15: `orders.email` is not encrypted
                    mesh/orders.odcs.yaml:10:15: `orders.email` is not classified
                    mesh/orders.odcs.yaml:10:15: `orders.email` is not encrypted

                4 new findings in 2 documents of 2 domains

                """)
        #expect(run.errors.isEmpty)
    }

    /// What the configuration in force finds already is not new, clause by clause.
    @Test func onlyWhatIsNewCounts() throws {
        let scratch = try mesh()
        try scratch.write(
            "force.yaml",
            RulePackFiles.right.replacingOccurrences(of: "filled(property.encryptedName)", with: "'true'")
                .replacingOccurrences(of: "[classified, encrypted]", with: "[classified]"))
        try scratch.write(".contractlint.yaml", "version: 1\nlayers: [{name: all, packs: [./force.yaml]}]\n")
        let run = try Run(["rules", "impact", "acme.yaml", "mesh", "--format", "json"], in: scratch.folder)
        #expect(run.exitCode == 0)
        let report = try run.json()
        let rule = try #require((report["rules"] as? [[String: Any]])?.first)
        #expect(rule["newFindings"] as? Int == 2)
        #expect(rule["knownFindings"] as? Int == 2)
        #expect(rule["documentsFailing"] as? [String] == ["leads", "orders"])
        #expect((rule["first"] as? [[String: Any]])?.map { $0["clause"] as? String } == ["encrypted", "encrypted"])
        #expect(rule["neverApplies"] as? Bool == false)
    }

    @Test func aRuleThatNeverAppliesIsNamed() throws {
        let scratch = try mesh()
        try scratch.write(
            "idle.yaml",
            RulePackFiles.right.replacingOccurrences(of: "'\"pii\" in", with: "'\"phi\" in")
                .replacingOccurrences(of: "tags: [pii]", with: "tags: [phi]"))
        let run = try Run(["rules", "impact", "idle.yaml", "mesh"], in: scratch.folder)
        #expect(run.exitCode == 0)
        #expect(run.text.contains("\n  never applies: none of 6 properties is selected\n"))
        #expect(run.text.hasSuffix("0 new findings; 1 rule never applies\n"))
    }

    @Test func theNumberOfThreadsChangesNothing() throws {
        let folder = try mesh()
        let runs = try ["1", "7"].map { jobs in
            try Run(["rules", "impact", "acme.yaml", "mesh", "--format", "json", "--jobs", jobs], in: folder.folder)
        }
        #expect(runs[0].output == runs[1].output)
    }
}
