import Foundation
import Testing

/// Waivers and baselines of configurations in folders within each other.
@Suite struct NestedExceptionTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("acme.yaml", PullRequest.pack)
        try scratch.write(
            ".contractlint.yaml",
            "version: 1\nlayers: [{name: organisation, packs: [./acme.yaml]}]\nlongestWaiver: 200\n")
        for folder in ["sales", "logistics"] {
            try scratch.write(
                "\(folder)/orders.odcs.yaml", PullRequest.contract(folder, "description: {purpose: Orders.}"))
        }
    }

    private func check(_ arguments: String...) throws -> Run {
        try Run(["check", "--format", "json", "--today", "2026-06-01"] + arguments, in: scratch.folder)
    }

    @Test func waiversOfAFolderAreAboutWhatLiesInIt() throws {
        try scratch.write("sales/.contractlint.yaml", "version: 1\nwaivers: [w.yaml]\n")
        try scratch.write("sales/w.yaml", PullRequest.waivers("acme/tenant", expires: "2026-09-01", contract: "*"))
        let run = try check()
        #expect(try ReportFile(run).findings.map(\.file) == ["logistics/orders.odcs.yaml"])
        #expect(run.text.contains("\"waived\": 1"))
    }

    @Test func waiversOfTheFoldersAboveGoOnToCount() throws {
        try scratch.write(
            ".contractlint.yaml",
            "version: 1\nlayers: [{name: organisation, packs: [./acme.yaml]}]\nwaivers: [w.yaml]\n")
        try scratch.write("w.yaml", PullRequest.waivers("acme/tenant", contract: "sales"))
        try scratch.write("sales/.contractlint.yaml", "version: 1\nwaivers: [w.yaml]\n")
        try scratch.write("sales/w.yaml", PullRequest.waivers("acme/purpose", contract: "sales"))
        let report = try ReportFile(try check())
        #expect(
            report.findings.map { "\($0.rule) \($0.file)" } == [
                "acme/tenant logistics/orders.odcs.yaml", "governance/waiver-unused sales/w.yaml",
            ])
    }

    @Test func longerThanAboveIsAMistake() throws {
        try scratch.write("sales/.contractlint.yaml", "version: 1\nlongestWaiver: 300\n")
        let run = try check()
        #expect(run.exitCode == 2)
        #expect(
            run.errors.contains("sales/.contractlint.yaml:2:16: `longestWaiver` is greater than above, where it is 200")
        )
    }

    @Test func aBaselineIsFoundBesideTheConfigurationThatNamesIt() throws {
        try scratch.write("sales/.contractlint.yaml", "version: 1\nbaseline: known.json\n")
        #expect(try check("--write-baseline", "sales/known.json", "sales").exitCode == 0)
        #expect(try ReportFile(try check()).findings.map(\.file) == ["logistics/orders.odcs.yaml"])
        #expect(try check("sales").exitCode == 0)
    }
}
