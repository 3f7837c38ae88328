import Foundation
import Testing

/// `breaking` knows waivers and comments for its findings.
@Suite struct BreakingExceptionTests {
    private func request(waivers: String? = nil, configuration: String = "version: 1\n") throws -> PullRequest {
        var files = ["contracts/orders.odcs.yaml": Orders.text(more: Orders.note), ".contractlint.yaml": configuration]
        if let waivers {
            files["waivers/w.yaml"] = waivers
            files[".contractlint.yaml"] = configuration + "waivers: [waivers]\n"
        }
        return try PullRequest(files)
    }

    private func breaking(_ request: PullRequest) throws -> Run {
        try request.repository.breaking("--against", "main", "--fail-on", "warning")
    }

    /// The property is gone, and the version has risen as it must.
    private static let changed = Orders.text(version: "2.0.0")

    @Test func withoutAnExceptionItCounts() throws {
        let request = try request()
        try request.write("contracts/orders.odcs.yaml", Self.changed)
        let run = try breaking(request)
        #expect(run.exitCode == 1)
        #expect(try Repository.findings(run) == ["property-removed error contracts/orders.odcs.yaml:7:11"])
    }

    @Test func aWaiverOfTheBaseHidesIt() throws {
        let request = try request(waivers: PullRequest.waivers("compatibility/property-removed"))
        try request.write("contracts/orders.odcs.yaml", Self.changed)
        let run = try breaking(request)
        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.text.contains("\"waived\": 1"))
    }

    @Test func aNewWaiverDoesNot() throws {
        let request = try request(waivers: PullRequest.waivers("compatibility/property-added"))
        try request.write("contracts/orders.odcs.yaml", Self.changed)
        try request.write("waivers/w.yaml", PullRequest.waivers("compatibility/*"))
        let run = try breaking(request)
        #expect(run.exitCode == 1)
        #expect(run.text.contains("not yet in main"))
    }

    @Test func oneThatHasExpiredIsSaid() throws {
        let request = try request(waivers: PullRequest.waivers("compatibility/property-removed", expires: "2026-05-31"))
        try request.write("contracts/orders.odcs.yaml", Self.changed)
        let run = try breaking(request)
        #expect(run.exitCode == 1)
        #expect(
            try Repository.findings(run) == [
                "property-removed error contracts/orders.odcs.yaml:7:11",
                "governance/waiver-expired error waivers/w.yaml:9:14",
            ])
    }

    @Test func aCommentHidesIt() throws {
        let request = try request()
        let comment = "# contractlint:disable-file compatibility/property-removed -- nobody reads it\n"
        try request.write("contracts/orders.odcs.yaml", comment + Self.changed)
        let run = try breaking(request)
        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.text.contains("\"suppressed\": 1"))
        // And check has nothing to say of it.
        #expect(!(try request.check()).text.contains("governance/"))
    }

    @Test func aBaseThatIsAFileHasNoWaivers() throws {
        let request = try request(waivers: PullRequest.waivers("compatibility/property-removed"))
        try request.repository.git("show", "main:contracts/orders.odcs.yaml")
        try request.write("old.yaml", Orders.text(more: Orders.note))
        try request.write("contracts/orders.odcs.yaml", Self.changed)
        let run = try request.repository.breaking("contracts/orders.odcs.yaml", "--against", "./old.yaml")
        #expect(run.exitCode == 0, "\(run.text)")
    }
}
