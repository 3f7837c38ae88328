import Foundation
import Testing

@Suite struct RulesTestTests {
    @Test func aWrongExampleFailsWithItsPlaceAndItsLine() throws {
        let scratch = try Scratch()
        try scratch.write("acme.yaml", RulePackFiles.wrong)
        let run = try Run(["rules", "test", "acme.yaml", "--quiet"], in: scratch.folder)
        #expect(run.exitCode == 1)
        #expect(
            run.text == """
                acme.yaml:25:11: error[acme/protected]: fail 1: neither: it should fail, and passes
                25 |         - note: neither
                   |           ^^^^^^^^^^^^^
                  `orders.email`: `where` is false: `property.tags` is (none)

                2 examples of 1 rule in 1 pack: 1 wrong; 2 clauses without a failing example

                """)
        #expect(run.errors.isEmpty)
    }

    @Test func everyExampleAndEveryIdleClauseIsNamed() throws {
        let scratch = try Scratch()
        try scratch.write(
            "acme.yaml",
            RulePackFiles.right.replacingOccurrences(of: "tags: [pii]}\n", with: "tags: [pii], encryptedName: x}\n")
                .replacingOccurrences(of: "clauses: [classified, encrypted]", with: "clauses: [classified]"))
        let run = try Run(["rules", "test", "acme.yaml"], in: scratch.folder)
        #expect(run.exitCode == 0)
        #expect(
            run.text == """
                acme 1.2.0 (acme.yaml)
                  acme/protected
                    ok     fail 1: neither
                    ok     pass 1
                    note   no failing example breaks the clause `encrypted`

                2 examples of 1 rule in 1 pack: all right; 1 clause without a failing example

                """)
    }

    @Test func allMistakesOfAPackAreListedAndOthersAreTested() throws {
        let scratch = try Scratch()
        try scratch.write("packs/acme.yaml", RulePackFiles.wrong)
        try scratch.write(
            "packs/bad.yaml",
            RulePackFiles.right.replacingOccurrences(of: "property.tags", with: "property.tgas")
                .replacingOccurrences(of: "select: property", with: "select: proprety"))
        let run = try Run(["rules", "test", "packs", "--format", "json"], in: scratch.folder)
        #expect(run.exitCode == 2)
        let report = try run.json()
        #expect(report["version"] as? Int == 1)
        #expect((report["summary"] as? [String: Int])?["wrong"] == 1)
        let failures = try #require(report["failures"] as? [[String: Any]])
        #expect(failures.map { $0["file"] as? String } == ["packs/bad.yaml"])
        #expect(failures[0]["message"] as? String == "nothing can be selected by `proprety`; did you mean `property`?")
        #expect((failures[0]["position"] as? [String: Int]) == ["line": 12, "column": 13])
        #expect(run.errors.contains("packs/bad.yaml:12:13: nothing can be selected"))
    }

    @Test(arguments: [
        ("nowhere.yaml", 2), ("nothing/*.yaml", 2), ("empty", 3), ("contract.yaml", 2), ("", 2),
    ]) func pathsWithoutPacks(_ path: String, _ status: Int32) throws {
        let scratch = try Scratch()
        try scratch.write("contract.yaml", RulePackFiles.contract())
        try scratch.write("empty/contract.yaml", RulePackFiles.contract())
        let run = try Run(["rules", "test", path], in: scratch.folder)
        #expect(run.exitCode == status, "\(run.text)\(run.errors)")
        #expect(!run.errors.isEmpty || run.text.contains("error: "))
    }

    @Test func anyBytesGiveAnError() throws {
        let scratch = try Scratch()
        for (index, text) in ["\u{0}", "- - -", "kind: RulePack", "{{{{", "\t", "kind: RulePack\nrules: [1, {}, []]\n"]
            .enumerated()
        {
            try scratch.write("bad\(index).yaml", text)
            let run = try Run(["rules", "test", "bad\(index).yaml"], in: scratch.folder)
            #expect(run.exitCode == 2, "\(text)")
        }
    }

    @Test func theConfiguredPacksAreTestedThenTheFolderThenThoseInside() throws {
        let scratch = try Scratch()
        let inside = try Run(["rules", "test", "--format", "json"], in: scratch.folder)
        #expect(inside.exitCode == 0)
        #expect(inside.text.contains("\"file\": \"rules/privacy.yaml\""))
        try scratch.write("rules/own.yaml", RulePackFiles.right)
        #expect(try Run(["rules", "test"], in: scratch.folder).text.hasPrefix("acme 1.2.0 (rules/own.yaml)\n"))
        try scratch.write("acme.yaml", RulePackFiles.right)
        try scratch.write(".contractlint.yaml", RulePackFiles.configuration)
        #expect(try Run(["rules", "test"], in: scratch.folder).text.hasPrefix("acme 1.2.0 (acme.yaml)\n"))
    }

    @Test func reportsAreWrittenBesideTheOutput() throws {
        let scratch = try Scratch()
        try scratch.write("acme.yaml", RulePackFiles.wrong)
        let run = try Run(["rules", "test", "acme.yaml", "--report", "junit=out.xml", "--quiet"], in: scratch.folder)
        #expect(run.exitCode == 1)
        let xml = try scratch.read("out.xml")
        #expect(xml.contains("<testsuite name=\"acme\" file=\"acme.yaml\" tests=\"2\" failures=\"1\""))
        #expect(xml.contains("<testcase name=\"pass 1\" classname=\"acme/protected\""))
        #expect(xml.contains("<failure message=\"it should fail, and passes\" type=\"acme/protected\">"))
        let lost = try Run(
            ["rules", "test", "acme.yaml", "--report", "json=acme.yaml/out.json", "--quiet"], in: scratch.folder)
        #expect(lost.exitCode == 2)
    }
}
