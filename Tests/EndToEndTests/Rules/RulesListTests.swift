import Foundation
import Testing

@Suite struct RulesListTests {
    private func configured() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write("acme.yaml", RulePackFiles.right)
        try scratch.write(".contractlint.yaml", RulePackFiles.configuration)
        return scratch
    }

    @Test func aWrongConfigurationIsAnErrorAndTheRestIsListed() throws {
        let scratch = try Scratch()
        try scratch.write(".contractlint.yaml", "version: 1\nlayers: [{name: a, packs: [privcy]}]\n")
        let run = try Run(["rules", "list"], in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(
            run.errors
                == "contractlint: error: .contractlint.yaml:2:28: there is no rule pack `privcy`; did you mean `privacy`?\n"
        )
        #expect(run.text.contains("\nyaml\n") || run.text.hasPrefix("yaml\n"))
    }

    @Test func rulesAreListedAsTheyAreConfigured() throws {
        let scratch = try configured()
        let run = try Run(["rules", "list", "--format", "json"], in: scratch.folder)
        #expect(run.exitCode == 0)
        let list = try run.json()
        #expect(list["version"] as? Int == 1)
        let packs = try #require(list["packs"] as? [[String: Any]])
        let rules = packs.flatMap { $0["rules"] as? [[String: Any]] ?? [] }
        func rule(_ id: String) -> [String: Any]? { rules.first { $0["id"] as? String == id } }
        let own = try #require(rule("acme/protected"))
        #expect(own["severity"] as? String == "error")
        #expect(own["layer"] as? String == "organisation")
        #expect(own["packVersion"] as? String == "1.2.0")
        #expect(own["lock"] as? String == "open")
        #expect(own["enforcement"] as? String == "waivable")
        let adjustments = try #require(own["adjustments"] as? [[String: Any]])
        #expect(adjustments.count == 1)
        #expect(adjustments[0]["layer"] as? String == "crm")
        #expect(adjustments[0]["partial"] as? Bool == true)
        #expect(rule("privacy/pii-untagged")?["severity"] as? String == "off")
        #expect(rule("privacy/pii-untagged")?["packSeverity"] as? String == "warning")
        #expect(rule("yaml/syntax")?["builtIn"] as? Bool == true)
        #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
    }

    @Test func theTextGroupsByPack() throws {
        let scratch = try configured()
        let run = try Run(["rules", "list"], in: scratch.folder)
        #expect(run.exitCode == 0)
        #expect(
            run.text.contains(
                """

                acme 1.2.0, layer organisation
                  How we treat personal data.
                  protected  error    waivable   open       Personal data is classified and encrypted. (adjusted by crm)

                """))
        // What no set has brought is listed as well.
        let list = try Run(["rules", "list", "--format", "json"], in: scratch.folder).json()
        let rules = try #require(list["packs"] as? [[String: Any]]).flatMap { $0["rules"] as? [[String: Any]] ?? [] }
        let off = rules.filter { $0["severity"] as? String == "off" }.compactMap { $0["id"] as? String }
        #expect(off.contains("privacy/pii-untagged") && off.contains("quality/row-count"))
        #expect(run.text.hasSuffix(", \(off.count) of them off\n"))
    }

    // MARK: explain

    @Test(arguments: [
        ("acme/protectd", "did you mean `acme/protected`?"), ("protected", "did you mean `acme/protected`?"),
        ("privcy", "did you mean `privacy`?"),
        ("\u{1B}[31m", "`\\u{1B}[31m`; `contractlint rules list` shows all rules"),
    ]) func whatDoesNotExistIsAnError(_ id: String, _ help: String) throws {
        let scratch = try configured()
        let run = try Run(["rules", "explain", id], in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.text.isEmpty)
        #expect(run.errors.hasSuffix(help + "\n"), "\(run.errors)")
    }

    @Test func aRuleIsExplainedInPlainEnglish() throws {
        let scratch = try configured()
        let run = try Run(["rules", "explain", "acme/protected"], in: scratch.folder)
        #expect(run.exitCode == 0)
        #expect(
            run.text == """
                acme/protected
                  severity     error
                  enforcement  waivable: exceptions can be granted, with a reason and an end
                  lock         open: a lower layer may change it
                  pack         acme 1.2.0, owned by privacy-office, in the layer organisation
                  looks at     every property that meets its condition
                  adjusted     by the layer crm, for the contracts it matches: severity warning

                What it demands
                  Personal data is classified and encrypted.

                What a finding says
                  `orders.email` is not classified

                Why it matters
                  People are behind it.

                How to comply
                  Classify and encrypt it.

                Parameters in force
                  allowed = [restricted]
                      classes for personal data; a lower layer may only take items away

                Fails (neither; it breaks classified and encrypted)
                    property: {name: email, tags: [pii]}

                Passes
                    property: {name: email, tags: [pii], classification: restricted, encryptedName: email_enc}

                How to be excepted
                  comment      # contractlint:disable acme/protected -- the reason, at the element or above it
                  waiver       another person agrees, until a day: a file that the configuration names under waivers
                  baseline     what is there today does not count: contractlint check --write-baseline FILE

                References
                  GDPR Art. 32

                How it is checked
                  select       property
                  where        "pii" in property.tags
                  require classified property.classification in params.allowed
                  require encrypted filled(property.encryptedName)

                """)
    }

    /// Every rule that there is, so that none has a part that cannot be shown.
    @Test func everyRuleCanBeExplained() throws {
        let scratch = try Scratch()
        let list = try Run(["rules", "list", "--format", "json"], in: scratch.folder)
        let packs = try #require(list.json()["packs"] as? [[String: Any]])
        let ids = packs.flatMap { $0["rules"] as? [[String: Any]] ?? [] }.compactMap { $0["id"] as? String }
        #expect(ids.count > 60)
        for id in ids.enumerated().filter({ $0.offset % 7 == 0 }).map(\.element)
            + packs.compactMap({ $0["id"] as? String })
        {
            let run = try Run(["rules", "explain", id], in: scratch.folder)
            #expect(run.exitCode == 0 && run.text.hasPrefix(id), "\(id)")
        }
    }
}
