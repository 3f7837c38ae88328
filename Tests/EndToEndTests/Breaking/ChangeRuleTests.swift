import Foundation
import Testing

/// Rules of packs that select changes: asked by `breaking`, of each change, with both versions at hand.
@Suite struct ChangeRuleTests {
    private let repository: Repository

    init() throws { repository = try Repository() }

    private func write(_ version: String, _ owners: [String], _ properties: String, domain: String = "finance") throws {
        let members = owners.map { "    - {username: \($0), role: owner}\n" }.joined()
        try repository.write(
            "accounts.odcs.yaml",
            """
            apiVersion: v3.1.0
            kind: DataContract
            id: accounts
            version: \(version)
            status: active
            domain: \(domain)
            team:
              members:
            \(members)schema:
              - name: accounts
                properties:
            \(properties)

            """)
    }

    private func govern(_ rules: String) throws {
        try repository.write(
            ".contractlint.yaml", "version: 1\nlayers: [{name: organisation, packs: [rules.yaml]}]\n")
        try repository.write("rules.yaml", rules)
    }

    private static func pack(_ rule: String) -> String {
        "apiVersion: contractlint/v1\nkind: RulePack\nid: acme\nversion: 1.0.0\nrules:\n  - id: rule\n    severity: error\n"
            + "    select: change\n    message: wrong\n" + rule
            + "    examples: {fail: [{old: {property: {name: a}}, new: {}}], pass: [{old: {}, new: {}}]}\n"
    }

    private static let id = "      - {name: id, logicalType: string}"
    private static let both = id + "\n      - {name: iban, logicalType: string}"

    /// The rule of the guide, as a governance team writes it.
    @Test(arguments: [
        (["j.doe"], "finance", true), (["j.doe", "m.roe"], "finance", false), (["j.doe"], "sales", false),
    ])
    func noPropertyGoesWithoutTwoOwners(_ owners: [String], _ domain: String, _ fails: Bool) throws {
        let pack = Run.root.appendingPathComponent("samples/governance/organisation/changes.yaml")
        try govern(String(contentsOf: pack, encoding: .utf8))
        try write("1.0.0", owners, Self.both, domain: domain)
        try repository.commit()
        try write("2.0.0", owners, Self.id, domain: domain)
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 1)
        let line = 8 + owners.count + 1
        let own = fails ? ["acme-changes/two-owners-agree error accounts.odcs.yaml:8:3"] : []
        #expect(try Repository.findings(run) == own + ["property-removed error accounts.odcs.yaml:\(line + 1):11"])
        guard fails else { return }
        let finding = try #require(
            try ReportFile(run).findings.first { $0.rule == "acme-changes/two-owners-agree" })
        #expect(
            finding.message
                == "`accounts.iban` goes with version 2.0.0, and the contract names 1 of two owners")
        #expect(finding.element == "accounts.iban")
        #expect(run.text.contains("\"file\": \"HEAD:accounts.odcs.yaml\""))
        #expect(run.text.contains("\"message\": \"before: iban\""))
        // One version shows no change: `check` has nothing to say.
        #expect(try Run(["check", "accounts.odcs.yaml"], in: repository.folder).exitCode == 0)
    }

    @Test(arguments: [
        ("change.kind != \"property\"", 1), ("change.verdict != \"breaking\"", 1), ("change.relation == \"widens\"", 1),
        ("change.profiles.producer == \"compatible\"", 0), ("change.hurts == [\"consumer\"]", 0),
        ("change.bump == \"major\"", 0), ("!filled(change.element)", 1), ("old.version == \"1.0.0\"", 0),
        ("new.version == \"1.0.0\"", 1), ("filled(change.new.property)", 1), ("filled(change.old.property)", 0),
        ("change.old.property.name == \"iban\"", 0), ("change.old.object.name == change.new.object.name", 0),
        ("change.old.value == \"iban\"", 0), ("filled(change.new.value)", 1),
        ("allProperties(old).size() == 2 && allProperties(new).size() == 1", 0),
        ("old.schema.size() == 1 && old.schema[0].properties.size() == 2", 0),
        ("old.standard == \"ODCS\" && filled(old) && old.file.startsWith(\"HEAD:\")", 0),
        ("change.old.property in old.schema[0].properties", 0),
    ])
    func whatARuleCanAsk(_ requirement: String, _ count: Int) throws {
        try govern(Self.pack("    where: change.id == \"property-removed\"\n    require: '\(requirement)'\n"))
        try write("1.0.0", [], Self.both)
        try repository.commit()
        try write("2.0.0", [], Self.id)
        let run = try repository.breaking("--against", "HEAD", "--fail-on", "never")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try Repository.findings(run).filter { $0.hasPrefix("acme/rule") }.count == count)
    }

    /// The scope is asked of the contract as it is now, of one that is gone as it was.
    @Test func wholeContracts() throws {
        try govern(
            Self.pack(
                """
                    scope: {domains: [finance], paths: ["/accounts.*"]}
                    where: change.kind == "contract"
                    require: filled(old) && filled(new)

                """))
        try repository.write("orders.odcs.yaml", Orders.text())
        try write("1.0.0", [], Self.id)
        try repository.commit()
        try repository.remove("accounts.odcs.yaml")
        let gone = try repository.breaking("--against", "HEAD")
        #expect(
            try Repository.findings(gone) == [
                "acme/rule error accounts.odcs.yaml:3:5", "contract-removed error accounts.odcs.yaml:3:5",
            ])
        try repository.commit()
        try write("1.0.0", [], Self.id)
        let new = try repository.breaking("--against", "HEAD")
        #expect(
            try Repository.findings(new) == [
                "acme/rule error accounts.odcs.yaml:3:5", "contract-added info accounts.odcs.yaml:3:5",
            ])
    }

    @Test func aRuleThatCannotBeEvaluated() throws {
        try govern(Self.pack("    require: '[1][change.path.size()] == 1'\n"))
        try write("1.0.0", [], Self.both)
        try repository.commit()
        try write("2.0.0", [], Self.id)
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("the rule acme/rule failed at `accounts.iban`: "), "\(run.errors)")
        #expect(try Repository.findings(run) == ["property-removed error accounts.odcs.yaml:10:11"])
    }

    @Test func aRuleAboutAReleasedVersion() throws {
        try govern(Self.pack("    where: change.id == \"property-removed\"\n    require: owners(new).size() > 0\n"))
        try write("1.0.0", [], Self.both)
        try repository.commit()
        try write("2.0.0", [], Self.id)
        try repository.commit()
        try write("2.0.1", [], Self.id)
        #expect(try Repository.findings(try repository.breaking("--against", "HEAD")) == [])
        let run = try repository.breaking("--against", "HEAD", "--profile", "consumer+transitive-all")
        let messages = try ReportFile(run).findings.filter { $0.rule == "acme/rule" }.map(\.message)
        #expect(messages == ["wrong; against the released version 1.0.0"])
    }

    @Test func thereIsNothingToFindInOneVersion() throws {
        try govern(Self.pack("    require: owners(new).size() > 0\n"))
        let impact = try Run(["rules", "impact", "rules.yaml"], in: repository.folder)
        #expect(
            impact.text.contains("is about changes, which one version does not show: `contractlint breaking` asks it"))
        #expect(try Run(["rules", "explain", "acme/rule"], in: repository.folder).text.contains("change"))
        #expect(try Run(["rules", "list"], in: repository.folder).text.contains("acme 1.0.0"))
    }
}
