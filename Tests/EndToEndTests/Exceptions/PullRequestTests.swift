import Foundation
import Testing

/// What a pull request cannot do: turn a red gate green by anything but a better contract.
@Suite struct PullRequestTests {
    struct Evasion: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let apply: @Sendable (PullRequest) throws -> Void

        init(_ description: String, _ apply: @escaping @Sendable (PullRequest) throws -> Void) {
            testDescription = description
            self.apply = apply
        }
    }

    private static func configuration(_ more: String) -> Evasion {
        Evasion("the configuration gains \(more)") {
            try $0.write(".contractlint.yaml", PullRequest.configuration + more)
        }
    }

    private static func pack(_ old: String, _ new: String) -> Evasion {
        Evasion("the pack's `\(old)` becomes `\(new)`") {
            try $0.write("governance/acme.yaml", PullRequest.pack.replacingOccurrences(of: old, with: new))
        }
    }

    static let evasions: [Evasion] = [
        Evasion("nothing") { _ in },
        Evasion("no configuration any more") { try $0.repository.remove(".contractlint.yaml") },
        Evasion("a configuration nearer to the contract") {
            try $0.write("contracts/.contractlint.yaml", "version: 1\nlayers: [{name: none}]\n")
        },
        Evasion("another configuration") { try $0.write(".contractlint.yaml", "version: 1\nlayers: [{name: none}]\n") },
        Evasion("a configuration that is a link") {
            try $0.write("easy.yaml", "version: 1\nlayers: [{name: none}]\n")
            try $0.repository.remove(".contractlint.yaml")
            try FileManager.default.createSymbolicLink(
                atPath: $0.repository.folder.appendingPathComponent(".contractlint.yaml").path,
                withDestinationPath: "easy.yaml")
        },
        Evasion("a layer that matches other contracts") {
            try $0.write(
                ".contractlint.yaml",
                PullRequest.configuration.replacingOccurrences(
                    of: "    packs:", with: "    match: {domains: [other]}\n    packs:"))
        },
        configuration("exclude: [\"contracts/**\"]\n"),
        configuration("include: [\"other/**\"]\n"),
        configuration("failOn: never\n"),
        configuration("rules: {acme/tenant: off}\n"),
        configuration("rules: {acme/tenant: info}\n"),
        configuration("rules: {acme/*: off}\n"),
        configuration("    adjust: {acme/tenant: {severity: off}}\n"),
        configuration("  - {name: team, adjust: {acme/tenant: {severity: info}}}\n"),
        configuration("limits: {fileBytes: 10}\n"),
        pack("severity: error\n    lock", "severity: info\n    lock"),
        pack("severity: error\n    lock", "severity: off\n    lock"),
        pack("lock: tighten", "enforcement: advisory"),
        pack("lock: tighten", "effectiveFrom: 2030-01-01"),
        pack("filled(contract.tenant)", "filled(contract.tenant) || filled(contract.description)"),
        pack("select: contract", "scope: {domains: [x]}\n    select: contract"),
        Evasion("the pack is gone") {
            try $0.repository.remove("governance/acme.yaml")
            try $0.write(".contractlint.yaml", "version: 1\n")
        },
        Evasion("a comment on a locked rule") {
            try $0.write(
                "contracts/orders.odcs.yaml", "# contractlint:disable-file acme/tenant -- for now\n" + PullRequest.bad)
        },
        Evasion("no lock any more, and a comment") {
            try $0.write(
                "governance/acme.yaml", PullRequest.pack.replacingOccurrences(of: "    lock: tighten\n", with: ""))
            try $0.write(
                "contracts/orders.odcs.yaml", "# contractlint:disable-file acme/tenant -- for now\n" + PullRequest.bad)
        },
        Evasion("a waiver") {
            try $0.write("governance/waivers/w.yaml", PullRequest.waivers("acme/tenant"))
            try $0.write(
                ".contractlint.yaml", PullRequest.configuration + "waivers: [governance/waivers]\n")
        },
        Evasion("a baseline") {
            try $0.write(".contractlint.yaml", PullRequest.configuration + "baseline: known.json\n")
            let run = try $0.check("--write-baseline", "known.json")
            #expect(run.exitCode == 0)
        },
        Evasion("the contract has moved") {
            try $0.repository.remove("contracts/orders.odcs.yaml")
            try $0.write("easy/.contractlint.yaml", "version: 1\nlayers: [{name: none}]\n")
            try $0.write("easy/orders.odcs.yaml", PullRequest.bad)
        },
        Evasion("a broken file and a comment on it") {
            try $0.write(
                "contracts/orders.odcs.yaml",
                "# contractlint:disable-file yaml/syntax -- for now\n" + PullRequest.bad + "x: [\n")
        },
    ]

    @Test(arguments: evasions) func redStaysRed(_ evasion: Evasion) throws {
        let request = try PullRequest()
        try request.write("contracts/orders.odcs.yaml", PullRequest.bad)
        try evasion.apply(request)
        try request.repository.commit()
        let run = try request.check("--against", "main")
        #expect(run.exitCode == 1 || run.exitCode == 2, "\(run.text)")
        let report = try ReportFile(run)
        let isFound = report.findings.contains {
            ["acme/tenant", "yaml/syntax", "yaml/limit"].contains($0.rule) && $0.severity == "error"
        }
        #expect(isFound || run.exitCode == 2, "\(run.text)")
    }

    @Test func theSameInAFolderBesideIt() throws {
        let request = try PullRequest()
        try request.repository.git("worktree", "add", "-q", "../base", "main")
        try request.write("contracts/orders.odcs.yaml", PullRequest.bad)
        try request.write(".contractlint.yaml", "version: 1\nlayers: [{name: none}]\n")
        #expect(try request.check().exitCode == 0)
        let run = try request.check("--against", "../base")
        #expect(run.exitCode == 1)
        #expect(try PullRequest.rules(run) == ["acme/tenant"])
    }

    @Test func aBetterContractIsGreen() throws {
        let request = try PullRequest(["contracts/orders.odcs.yaml": PullRequest.bad])
        #expect(try request.check("--against", "main").exitCode == 1)
        try request.write("contracts/orders.odcs.yaml", PullRequest.good)
        try request.repository.commit()
        let run = try request.check("--against", "main")
        #expect(run.exitCode == 0, "\(run.text)")
        #expect(try PullRequest.rules(run) == [])
    }

    @Test func stricterRulesOfTheChangeCountAsWell() throws {
        let request = try PullRequest()
        try request.write(
            "governance/acme.yaml",
            PullRequest.pack.replacingOccurrences(
                of: "filled(contract.tenant)", with: "contract.tenant == \"other\""
            ).replacingOccurrences(of: "tenant: a}", with: "tenant: other}"))
        let run = try request.check("--against", "main")
        #expect(run.exitCode == 1)
        #expect(try PullRequest.rules(run) == ["acme/tenant"])
        // What both find is said once, as grave as the graver one says.
        try request.write(
            "governance/acme.yaml",
            PullRequest.pack.replacingOccurrences(of: "error\n    lock", with: "warning\n    lock"))
        try request.write("contracts/orders.odcs.yaml", PullRequest.bad)
        let both = try ReportFile(try request.check("--against", "main"))
        #expect(both.findings.map { "\($0.rule) \($0.severity)" } == ["acme/tenant error"])
    }

    @Test func aBaseWithoutConfigurationHasTheRecommendedRules() throws {
        let request = try PullRequest(withConfiguration: false)
        try request.write(".contractlint.yaml", "version: 1\nlayers: [{name: none}]\n")
        #expect(try request.check().exitCode == 0)
        let run = try request.check("--against", "main", "--fail-on", "warning")
        #expect(run.exitCode == 1)
        #expect(try PullRequest.rules(run).contains("ownership/owner-present"))
    }

    @Test(arguments: [
        "version: 1\nlayers: [{name: a, packs: [gone/*.yaml]}]\n", "version: [\n", "version: 1\nwaivers: [w.yaml]\n",
    ])
    func aBaseThatCannotBeReadIsTwo(_ text: String) throws {
        let request = try PullRequest([".contractlint.yaml": text])
        try request.write(".contractlint.yaml", PullRequest.configuration)
        try request.repository.commit()
        #expect(try request.check().exitCode == 0)
        let run = try request.check("--against", "main")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("main:.contractlint.yaml"), "\(run.errors)")
    }

    @Test func aBaseThatIsNotThereIsTwo() throws {
        let request = try PullRequest()
        let run = try request.check("--against", "mian")
        #expect(run.exitCode == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("--against mian: there is no revision, no folder and no file of this name"))
        let file = try request.check("--against", "governance/acme.yaml")
        #expect(file.exitCode == 2)
    }

    @Test func theConfigurationOfTheCommandLineIsReadFromTheBase() throws {
        let request = try PullRequest(["ci.yaml": PullRequest.configuration])
        try request.write("ci.yaml", "version: 1\nlayers: [{name: none}]\n")
        try request.write("contracts/orders.odcs.yaml", PullRequest.bad)
        #expect(try request.check("--config", "ci.yaml").exitCode == 0)
        #expect(try request.check("--config", "ci.yaml", "--against", "main").exitCode == 1)
        // One from outside of the repository is none that the change could bring along.
        let outside = try request.repository.scratch.write("outside.yaml", "version: 1\nlayers: [{name: none}]\n")
        #expect(try request.check("--config", outside.path, "--against", "main").exitCode == 0)
    }

    // MARK: Waivers

    private func waived(_ text: String, contract: String = PullRequest.bad) throws -> PullRequest {
        try PullRequest([
            "contracts/orders.odcs.yaml": contract, "waivers/w.yaml": text,
            ".contractlint.yaml": PullRequest.configuration + "waivers: [waivers]\n",
        ])
    }

    @Test func aWaiverOfTheBaseCounts() throws {
        let request = try waived(PullRequest.waivers("acme/tenant"))
        let run = try request.check("--against", "main")
        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.text.contains("\"waived\": 1"))
    }

    @Test func aNewWaiverCountsOnceItIsMerged() throws {
        let request = try waived(PullRequest.waivers("acme/tenant", expires: "2026-05-01"))
        try request.write("waivers/w.yaml", PullRequest.waivers("acme/tenant"))
        try request.repository.commit()
        #expect(try request.check().exitCode == 0)
        let run = try request.check("--against", "main")
        #expect(run.exitCode == 1)
        #expect(try PullRequest.rules(run) == ["acme/tenant"])
        #expect(
            run.text.contains(
                "\"note\": \"not yet in main, it counts once it is merged: An old feed., approved by bob until"))
        try request.repository.git("checkout", "-q", "main")
        try request.repository.git("merge", "-q", "change")
        #expect(try request.check("--against", "main").exitCode == 0)
    }

    @Test func aWiderWaiverHidesNoMoreThanBefore() throws {
        let request = try waived(PullRequest.waivers("acme/tenant"), contract: PullRequest.contract())
        try request.write("waivers/w.yaml", PullRequest.waivers("'*'"))
        let run = try request.check("--against", "main")
        #expect(try PullRequest.rules(run) == ["acme/purpose"])
    }

    @Test func aWaiverThatIsTakenBackCountsNoMore() throws {
        let request = try waived(PullRequest.waivers("acme/tenant"))
        try request.write("waivers/w.yaml", "apiVersion: contractlint/v1\nkind: Waivers\nwaivers: []\n")
        #expect(try PullRequest.rules(try request.check("--against", "main")) == ["acme/tenant"])
    }

    @Test func aWaiverCanBeRenewed() throws {
        let request = try waived(PullRequest.waivers("acme/tenant", expires: "2026-06-02"))
        try request.write("waivers/w.yaml", PullRequest.waivers("acme/tenant"))
        #expect(try request.check("--against", "main").exitCode == 0)
    }

    @Test func whatIsSaidOfWaiversIsNotTurnedOff() throws {
        let request = try waived(PullRequest.waivers("acme/tenant", expires: "2026-05-01"), contract: PullRequest.good)
        try request.write(
            "waivers/w.yaml", PullRequest.waivers("acme/purpose").replacingOccurrences(of: "bob", with: "Ann"))
        try request.write(
            ".contractlint.yaml",
            PullRequest.configuration + "waivers: [waivers]\nfailOn: never\nrules: {governance/*: off}\n")
        let run = try request.check("--against", "main")
        #expect(run.exitCode == 1)
        #expect(try PullRequest.rules(run) == ["governance/waiver-self-approved"])
    }

    // MARK: Comments and baselines

    @Test func aCommentOnAnOpenRuleCounts() throws {
        let request = try PullRequest()
        try request.write(
            "contracts/orders.odcs.yaml",
            "# contractlint:disable-file acme/purpose -- still to be written\n" + PullRequest.open)
        let run = try request.check("--against", "main")
        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.text.contains("\"suppressed\": 1"))
    }

    @Test func aLayerLocksABuiltInRuleAsWell() throws {
        let locked = PullRequest.configuration + "    adjust: {standard/unknown-key: {lock: tighten}}\n"
        let request = try PullRequest([".contractlint.yaml": locked])
        let comment = "# contractlint:disable-file standard/unknown-key -- x\n"
        try request.write("contracts/orders.odcs.yaml", comment + PullRequest.good + "nmae: x\n")
        let run = try request.check()
        #expect(try PullRequest.rules(run) == ["governance/suppression-locked", "standard/unknown-key"])
        #expect(
            run.text.contains("since the rule is locked by the layer `organisation` (lock: tighten)"), "\(run.text)")
        try request.write(".contractlint.yaml", PullRequest.configuration)
        #expect(try request.check().exitCode == 0)
        let against = try request.check("--against", "main")
        #expect(try PullRequest.rules(against) == ["governance/suppression-locked", "standard/unknown-key"])
    }

    @Test func aBaselineCountsAsFarAsTheBaseHasIt() throws {
        let request = try PullRequest([
            "contracts/orders.odcs.yaml": PullRequest.open,
            ".contractlint.yaml": PullRequest.configuration + "baseline: known.json\n",
            "known.json": "{\"version\": 1, \"findings\": []}\n",
        ])
        #expect(try request.check("--write-baseline", "known.json", "--grow-baseline").exitCode == 0)
        #expect(try request.check().exitCode == 0)
        let run = try request.check("--against", "main")
        #expect(try PullRequest.rules(run) == ["acme/purpose"])
        #expect(run.text.contains("\"note\": \"not yet in main, it counts once it is merged\""))
        try request.repository.commit()
        try request.repository.git("checkout", "-q", "main")
        try request.repository.git("merge", "-q", "change")
        #expect(try request.check("--against", "main").exitCode == 0)
        // By name as well.
        #expect(try request.check("--against", "main", "--baseline", "known.json").exitCode == 0)
        #expect(try request.check("--against", "HEAD~1", "--baseline", "known.json").exitCode == 1)
        let broken = try request.check("--baseline", "governance/acme.yaml")
        #expect(broken.exitCode == 2)
        #expect(broken.errors.contains("governance/acme.yaml:1:1: "), "\(broken.errors)")
    }

    @Test func nothingHidesWithoutSuppressions() throws {
        let request = try waived(
            PullRequest.waivers("acme/tenant"),
            contract: "# contractlint:disable-file acme/purpose -- x\n" + PullRequest.contract())
        #expect(try request.check().exitCode == 0)
        let run = try request.check("--no-suppressions")
        #expect(run.exitCode == 1)
        #expect(Set(try PullRequest.rules(run)) == ["acme/tenant", "acme/purpose"])
    }

    // MARK: What a contract says of itself

    /// A layer that is about the contracts of one domain, and a rule that is about active ones.
    private static let selective = """
        version: 1
        layers:
          - name: organisation
            packs: []
          - name: sales
            match: {domains: [sales]}
            packs: [governance/acme.yaml]
            adjust: {acme/tenant: {scope: {statuses: [active]}}}

        """

    private static func selected(domain: String = "sales", status: String = "active", id: String = "orders") -> String {
        PullRequest.contract(id, "domain: \(domain)", "description: {purpose: Orders.}")
            .replacingOccurrences(of: "status: active", with: "status: \(status)")
    }

    @Test(arguments: [
        ("nothing", selected()), ("another domain", selected(domain: "salez")),
        ("another spelling", selected(domain: "Sales")), ("another status", selected(status: "draft")),
        ("another domain and id", selected(domain: "salez", id: "others")),
    ])
    func nobodyLeavesALayerAlongWithBreakingItsRules(_ change: String, _ text: String) throws {
        let good = Self.selected().replacingOccurrences(of: "domain: sales", with: "domain: sales\ntenant: acme")
        let request = try PullRequest([
            ".contractlint.yaml": Self.selective, "contracts/orders.odcs.yaml": good,
        ])
        try request.write("contracts/orders.odcs.yaml", text)
        let run = try request.check("--against", "main")
        #expect(run.exitCode == 1, "\(change): \(run.text) \(run.errors)")
        #expect(try PullRequest.rules(run).contains("acme/tenant"), "\(change)")
    }

    /// Who leaves the layer with a contract that obeys its rules may do so.
    @Test func aLayerCanBeLeft() throws {
        let good = Self.selected().replacingOccurrences(of: "domain: sales", with: "domain: sales\ntenant: acme")
        let request = try PullRequest([".contractlint.yaml": Self.selective, "contracts/orders.odcs.yaml": good])
        try request.write(
            "contracts/orders.odcs.yaml", good.replacingOccurrences(of: "domain: sales", with: "domain: stock"))
        #expect(!(try PullRequest.rules(try request.check("--against", "main"))).contains("acme/tenant"))
        #expect(try request.check().exitCode == 0)
    }
}
