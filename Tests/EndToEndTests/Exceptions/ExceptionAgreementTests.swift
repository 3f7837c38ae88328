import Foundation
import Testing

/// `check` and `breaking` hide, count and list alike.
@Suite struct ExceptionAgreementTests {
    private static func waivers(_ rule: String) -> String {
        PullRequest.waivers(rule).replacing("contract: 'orders'", with: "contract: 'orders'\n    element: 'orders.w*'")
    }

    /// A property for each name, each with a key that no standard knows.
    private static func properties(_ names: [String], _ more: String = "") -> String {
        names.map { "      - {name: \($0), logicalType: string\(more)}" }.joined(separator: "\n")
    }

    /// Those that are waived come first.
    private static let names = (0..<1000).map { "w\($0)" } + (0..<100).map { "c\($0)" }
    private static let configuration =
        "version: 1\nlayers: [{name: acme, packs: [governance/*.yaml]}]\nwaivers: [waivers]\n"

    private static let pack = """
        apiVersion: contractlint/v1
        kind: RulePack
        id: acme
        version: 1.0.0
        rules:
          - id: described
            severity: error
            select: property
            require: filled(property.description)
            message: the property is not described
            examples:
              fail: [{property: {name: a}}]
              pass: [{property: {name: a, description: b}}]

        """

    private func listed(_ run: Run, _ rule: String) throws -> [String] {
        try ReportFile(run).findings.filter { $0.rule == rule }.compactMap(\.element).sorted()
    }

    private static let counting = (0..<100).map { "orders.c\($0)" }.sorted()

    @Test func whatIsWaivedCrowdsOutNoChangeThatCounts() throws {
        let request = try PullRequest([
            "contracts/orders.odcs.yaml": Orders.text(more: Self.properties(Self.names)),
            "waivers/w.yaml": Self.waivers("compatibility/property-removed"),
            ".contractlint.yaml": Self.configuration,
        ])
        try request.write("contracts/orders.odcs.yaml", Orders.text(version: "2.0.0"))
        let run = try request.repository.breaking("--against", "main")
        #expect(run.exitCode == 1)
        #expect(try listed(run, "compatibility/property-removed") == Self.counting)
        #expect(run.text.contains("\"waived\": 1000"))
    }

    @Test(arguments: ["standard/unknown-key", "acme/described"])
    func whatIsWaivedCrowdsOutNothingThatCounts(_ rule: String) throws {
        let request = try PullRequest([
            "contracts/orders.odcs.yaml": Orders.text(more: Self.properties(Self.names, ", nmae: a")),
            "waivers/w.yaml": Self.waivers(rule), "governance/acme.yaml": Self.pack,
            ".contractlint.yaml": Self.configuration,
        ])
        let run = try request.check("contracts")
        #expect(run.exitCode == 1)
        #expect(try listed(run, rule).filter { $0.hasPrefix("orders.c") } == Self.counting)
        #expect(run.text.contains("\"waived\": 1000"))
    }

    @Test func whatADraftChangesCrowdsOutNothing() throws {
        func text(_ version: String, _ drafted: String, _ note: String) -> String {
            Orders.text(id: "draft", version: version, status: "draft", more: drafted) + "---\n"
                + Orders.text(version: version, more: note)
        }
        let request = try PullRequest([
            "contracts/orders.odcs.yaml": text("1.0.0", Self.properties(Self.names), Orders.note)
        ])
        try request.write("contracts/orders.odcs.yaml", text("2.0.0", "", ""))
        let run = try request.repository.breaking("--against", "main")
        #expect(run.exitCode == 1)
        let errors = try ReportFile(run).findings.filter { $0.severity == "error" }
        #expect(errors.map(\.element) == ["orders.note"])
    }

    // MARK: Comments on what is locked

    private func locked(_ severity: String) throws -> PullRequest {
        let layer =
            "{name: acme, packs: [recommended], adjust: {compatibility/property-removed: {lock: tighten}, "
            + "standard/unknown-key: {lock: tighten}}}"
        let request = try PullRequest([
            "contracts/orders.odcs.yaml": Orders.text(more: Orders.note),
            ".contractlint.yaml":
                "version: 1\nlayers: [\(layer)]\nrules: {governance/suppression-locked: \(severity)}\n",
        ])
        let comment =
            "# contractlint:disable-file compatibility/property-removed, standard/unknown-key -- nobody reads it\n"
        try request.write(
            "contracts/orders.odcs.yaml", comment + Orders.text(version: "2.0.0") + "nmae: a\n")
        return request
    }

    @Test(arguments: ["error", "warning", "info"])
    func aCommentOnALockedRuleIsAsGraveAsTheConfigurationSays(_ severity: String) throws {
        let request = try locked(severity)
        for run in [try request.check("contracts"), try request.repository.breaking("--against", "main")] {
            let found = try ReportFile(run).findings.filter { $0.rule == "governance/suppression-locked" }
            #expect(!found.isEmpty)
            #expect(found.allSatisfy { $0.severity == severity && $0.contract == "orders" })
        }
    }

    @Test func aCommentOnALockedRuleMayBeNoFinding() throws {
        let request = try locked("off")
        for run in [try request.check("contracts"), try request.repository.breaking("--against", "main")] {
            #expect(try PullRequest.rules(run).allSatisfy { $0 != "governance/suppression-locked" })
        }
    }

    @Test func whatTheBaseHasLockedNoCommentHidesOfWhatTheChangeDemandsBeyond() throws {
        let request = try PullRequest()
        let stricter = PullRequest.pack.replacing("    lock: tighten\n", with: "").replacing(
            "require: filled(contract.tenant)", with: "require: contract.?tenant.orValue(\"\") == \"a\"")
        try request.write("governance/acme.yaml", stricter)
        let comment = "# contractlint:disable-file acme/tenant -- another tenant\n"
        try request.write("contracts/orders.odcs.yaml", comment + PullRequest.good)
        let rules = try PullRequest.rules(try request.check("--against", "main", "contracts"))
        #expect(rules.contains("acme/tenant"))
        #expect(rules.contains("governance/suppression-locked"))
    }

    // MARK: Files

    @Test func aCommentCountsWhereOnlyTheBaseAsksForTheFile() throws {
        let request = try PullRequest([
            "contracts/orders.odcs.yaml": Orders.text(more: Orders.note), ".contractlint.yaml": "version: 1\n",
        ])
        let comment =
            "# contractlint:disable-file compatibility/property-removed, standard/unknown-key -- nobody reads it\n"
        try request.write("contracts/orders.odcs.yaml", comment + Orders.text(version: "2.0.0") + "nmae: a\n")
        try request.write(".contractlint.yaml", "version: 1\nexclude: [contracts/**]\n")
        let check = try request.check("--against", "main")
        let breaking = try request.repository.breaking("--against", "main")
        #expect(check.text.contains("\"suppressed\": 1"))
        #expect(breaking.text.contains("\"suppressed\": 1"))
        #expect(try ReportFile(check).findings.allSatisfy { $0.rule != "standard/unknown-key" })
        #expect(try ReportFile(breaking).findings.allSatisfy { $0.rule != "compatibility/property-removed" })
    }

    @Test func aWaiverFileFailsARunAsItsConfigurationSays() throws {
        let request = try PullRequest([
            "contracts/orders.odcs.yaml": Orders.text(more: Orders.note),
            "waivers/w.yaml": PullRequest.waivers("compatibility/property-removed", expires: "2026-05-31"),
            ".contractlint.yaml": "version: 1\nfailOn: never\nwaivers: [waivers]\n",
        ])
        try request.write("contracts/orders.odcs.yaml", Orders.text(version: "2.0.0"))
        let run = try request.repository.breaking("--against", "main")
        #expect(try PullRequest.rules(run).contains("governance/waiver-expired"))
        #expect(run.exitCode == 0)
        #expect(try request.check("contracts").exitCode == 0)
    }
}
