import Foundation
import Testing

/// `check --new-only --against`: what a change brings, and nothing that was there.
@Suite struct NewOnlyTests {
    private static let orders = PullRequest.contract("orders", "nmae: a")
    private static let others = PullRequest.contract("others", "nmae: b")

    /// Two contracts with an unknown key each; no other rules.
    private func request() throws -> PullRequest {
        try PullRequest([
            "contracts/orders.odcs.yaml": Self.orders, "contracts/others.odcs.yaml": Self.others,
            ".contractlint.yaml": "version: 1\nlayers: [{name: none}]\n",
        ])
    }

    private func places(_ request: PullRequest, _ arguments: String...) throws -> [String] {
        let run = try request.check(["--new-only", "--against", "main"] + arguments)
        #expect(run.exitCode != 2, "\(run.errors)")
        return try ReportFile(run).findings.map { "\($0.rule) \($0.file):\($0.range.start.line)" }
    }

    @Test func whatWasThereIsLeftOut() throws {
        let request = try request()
        #expect(try request.check("--against", "main").exitCode == 1)
        let run = try request.check("--new-only", "--against", "main")
        #expect(run.exitCode == 0)
        #expect(run.text.contains("\"known\": 2"))
        let text = try Run(["check", "--new-only", "--against", "main"], in: request.repository.folder)
        #expect(text.text.hasPrefix("No findings in 2 files (2 contracts); 2 known; "), "\(text.text)")
    }

    @Test func onlyWhatIsNewIsReported() throws {
        let request = try request()
        try request.write(
            "contracts/orders.odcs.yaml", "# moved\n\n" + PullRequest.contract("orders", "nmae: a", "vesrion: b"))
        try request.write("contracts/new.odcs.yaml", PullRequest.contract("new", "nmae: c"))
        #expect(
            try places(request) == [
                "standard/unknown-key contracts/new.odcs.yaml:6", "standard/unknown-key contracts/orders.odcs.yaml:9",
            ])
    }

    @Test func renamedFilesKeepTheirFindings() throws {
        let request = try request()
        try request.repository.git("mv", "contracts/orders.odcs.yaml", "contracts/renamed.odcs.yaml")
        #expect(try places(request) == [])
        try FileManager.default.createDirectory(
            at: request.repository.folder.appendingPathComponent("moved"), withIntermediateDirectories: true)
        try request.repository.git("mv", "contracts/renamed.odcs.yaml", "moved/orders.odcs.yaml")
        try request.write("moved/orders.odcs.yaml", "# changed\n" + Self.orders)
        #expect(try places(request, "moved") == [])
        // Under another id it is another contract.
        try request.write("moved/orders.odcs.yaml", PullRequest.contract("orders-2", "nmae: a"))
        #expect(try places(request, "moved") == ["standard/unknown-key moved/orders.odcs.yaml:6"])
    }

    @Test func aRuleThatIsNewFindsNothingNew() throws {
        let request = try request()
        try request.write(".contractlint.yaml", PullRequest.configuration)
        // The same rules judge both versions.
        #expect(try places(request) == [])
        try request.write("contracts/orders.odcs.yaml", PullRequest.contract("orders"))
        #expect(try places(request) == [])
    }

    @Test func anIdThatIsTakenIsNewWhereverItIsSaid() throws {
        let request = try request()
        // The finding stands at the later of the two files, which has not changed.
        try request.write("contracts/a.odcs.yaml", PullRequest.contract("orders", "tenant: x"))
        #expect(try places(request) == ["interoperability/id-unique contracts/orders.odcs.yaml:3"])
    }

    @Test func takingACommentAwayIsNew() throws {
        let request = try PullRequest([
            "contracts/orders.odcs.yaml": "# contractlint:disable-file standard/unknown-key -- x\n" + Self.orders,
            ".contractlint.yaml": "version: 1\nlayers: [{name: none}]\n",
        ])
        #expect(try places(request) == [])
        try request.write("contracts/orders.odcs.yaml", Self.orders)
        #expect(try places(request) == ["standard/unknown-key contracts/orders.odcs.yaml:6"])
    }

    @Test func whatIsNotReadIsNeverKnown() throws {
        let request = try PullRequest([
            "contracts/orders.odcs.yaml": Self.orders + "x: [\n",
            ".contractlint.yaml": "version: 1\nlayers: [{name: none}]\n",
        ])
        #expect(try places(request) == ["yaml/syntax contracts/orders.odcs.yaml:11"])
    }

    @Test func mandatoryRulesAreNeverKnown() throws {
        let pack = PullRequest.pack.replacingOccurrences(of: "lock: tighten", with: "enforcement: mandatory")
        let request = try PullRequest([
            "contracts/orders.odcs.yaml": PullRequest.contract(), "governance/acme.yaml": pack,
        ])
        #expect(try places(request) == ["acme/tenant contracts/orders.odcs.yaml:3"])
    }

    @Test func whatIsWrongWithWaiversAlwaysCounts() throws {
        let request = try PullRequest([
            "contracts/orders.odcs.yaml": PullRequest.bad,
            "waivers/w.yaml": PullRequest.waivers("acme/tenant", expires: "2026-05-01"),
            ".contractlint.yaml": PullRequest.configuration + "waivers: [waivers]\n",
        ])
        #expect(try places(request) == ["governance/waiver-expired waivers/w.yaml:9"])
    }

    @Test func aFolderIsABaseAsWell() throws {
        let request = try request()
        try request.repository.git("worktree", "add", "-q", "../base", "main")
        try request.write("contracts/orders.odcs.yaml", PullRequest.contract("orders", "nmae: a", "vesrion: b"))
        let run = try request.check("--new-only", "--against", "../base")
        #expect(try ReportFile(run).findings.map(\.range.start.line) == [7])
    }

    @Test func withoutABaseItIsWrongUsage() throws {
        let request = try request()
        #expect(try request.check("--new-only").exitCode == 2)
    }
}
