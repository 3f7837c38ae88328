import Foundation
import Testing

/// Which contracts are compared, and what comes of it.
@Suite struct BreakingPairTests {
    private let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write("contracts/orders.odcs.yaml", Orders.text(more: Orders.note))
        try repository.write("contracts/lines.odcs.yaml", Orders.text(id: "lines"))
        try repository.write("contracts/values.yaml", "a: 1\n")
        try repository.write("elsewhere/stock.odcs.yaml", Orders.text(id: "stock", more: Orders.note))
        try repository.commit()
    }

    private func findings(_ arguments: String...) throws -> [String] {
        try Repository.findings(
            try Run(["breaking", "--format", "json", "--today", "2026-06-01"] + arguments, in: repository.folder))
    }

    @Test func nothingChanged() throws {
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 0)
        #expect(try Repository.findings(run) == [])
    }

    @Test func nothingToCheck() throws {
        try repository.write("empty/x.yaml", "a: 1\n")
        #expect(try repository.breaking("empty", "--against", "HEAD").exitCode == 3)
        #expect(try repository.breaking("contracts/values.yaml", "--against", "HEAD").exitCode == 2)
    }

    @Test func aContractThatIsNew() throws {
        try repository.write("contracts/new.odcs.yaml", Orders.text(id: "new"))
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 0)
        #expect(try Repository.findings(run) == ["contract-added info contracts/new.odcs.yaml:3:5"])
    }

    @Test(arguments: ["contracts", ".", "contracts/lines.odcs.yaml", "contracts/*.yaml"])
    func aContractThatIsGone(_ path: String) throws {
        try repository.remove("contracts/lines.odcs.yaml")
        let run = try repository.breaking(path, "--against", "HEAD")
        #expect(run.exitCode == 1)
        #expect(try Repository.findings(run) == ["contract-removed error contracts/lines.odcs.yaml:3:5"])
    }

    @Test(arguments: ["draft", "retired"]) func aContractThatNobodyReliesOnIsGone(_ status: String) throws {
        try repository.write("contracts/old.odcs.yaml", Orders.text(id: "old", status: status))
        try repository.commit()
        try repository.remove("contracts/old.odcs.yaml")
        #expect(try findings("--against", "HEAD") == ["contract-removed info contracts/old.odcs.yaml:3:5"])
    }

    @Test func whatLiesElsewhereIsNotMissed() throws {
        try repository.remove("elsewhere/stock.odcs.yaml")
        #expect(try findings("contracts", "--against", "HEAD") == [])
    }

    @Test func aRenamedFile() throws {
        try repository.git("mv", "contracts/orders.odcs.yaml", "contracts/sales.odcs.yaml")
        #expect(try findings("--against", "HEAD") == [])
        try repository.write("contracts/sales.odcs.yaml", Orders.text(version: "2.0.0"))
        #expect(try findings("--against", "HEAD") == ["property-removed error contracts/sales.odcs.yaml:7:11"])
    }

    @Test func aFileMovedToWhereTheCommandLooks() throws {
        try repository.git("mv", "elsewhere/stock.odcs.yaml", "contracts/stock.odcs.yaml")
        try repository.write("contracts/stock.odcs.yaml", Orders.text(id: "stock", version: "2.0.0"))
        #expect(
            try findings("contracts", "--against", "HEAD") == [
                "property-removed error contracts/stock.odcs.yaml:7:11"
            ])
    }

    @Test func anIdThatChanged() throws {
        try repository.write("contracts/lines.odcs.yaml", Orders.text(id: "rows", version: "2.0.0"))
        #expect(try findings("--against", "HEAD") == ["contract-id-changed error contracts/lines.odcs.yaml:3:5"])
    }

    @Test func severalDocumentsOfOneFile() throws {
        let two = Orders.text(id: "a") + "---\n" + Orders.text(id: "b", more: Orders.note)
        try repository.write("contracts/two.yaml", two)
        try repository.commit()
        // In another order, and one of them changed.
        try repository.write(
            "contracts/two.yaml", Orders.text(id: "b", version: "2.0.0") + "---\n" + Orders.text(id: "a"))
        #expect(try findings("--against", "HEAD") == ["property-removed error contracts/two.yaml:7:11"])
        try repository.write("contracts/two.yaml", Orders.text(id: "b", more: Orders.note))
        #expect(try findings("--against", "HEAD") == ["contract-removed error contracts/two.yaml:3:5"])
    }

    @Test func aDraftIsReportedAndNotGated() throws {
        try repository.write("contracts/draft.odcs.yaml", Orders.text(id: "draft", status: "draft", more: Orders.note))
        try repository.commit()
        try repository.write("contracts/draft.odcs.yaml", Orders.text(id: "draft", status: "draft"))
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 0)
        #expect(
            try Repository.findings(run) == [
                "version-bump info contracts/draft.odcs.yaml:4:10",
                "property-removed info contracts/draft.odcs.yaml:7:11",
            ])
    }

    @Test(arguments: [
        ("1.0.0", "version-bump error"), ("1.1.0", "version-bump error"), ("0.9.0", "version-bump error"),
        ("soon", "version-bump error"), ("2.0.0", nil),
    ])
    func theVersion(_ version: String, _ expected: String?) throws {
        try repository.write("contracts/orders.odcs.yaml", Orders.text(version: version))
        let all = try findings("--against", "HEAD")
        let removal = "property-removed error contracts/orders.odcs.yaml:7:11"
        #expect(all == (expected.map { ["\($0) contracts/orders.odcs.yaml:4:10"] } ?? []) + [removal])
    }

    @Test func aVersionThatIsMissingForWhatBreaksNobody() throws {
        try repository.write("contracts/lines.odcs.yaml", Orders.text(id: "lines", more: Orders.note))
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 0)
        #expect(
            try Repository.findings(run) == [
                "version-bump warning contracts/lines.odcs.yaml:4:10",
                "property-added info contracts/lines.odcs.yaml:12:16",
            ])
    }

    @Test(arguments: [
        ("rules: {compatibility/property-removed: warning}", "warning"),
        ("rules: {\"compatibility/*\": info}", "info"),
        ("compatibility: {profile: producer}", "info"),
    ])
    func theConfiguration(_ setting: String, _ severity: String) throws {
        try repository.write(".contractlint.yaml", "version: 1\n\(setting)\n")
        try repository.commit()
        try repository.write("contracts/orders.odcs.yaml", Orders.text(version: "2.0.0"))
        #expect(
            try findings("--against", "HEAD") == ["property-removed \(severity) contracts/orders.odcs.yaml:7:11"])
    }

    @Test func aRuleThatIsOff() throws {
        try repository.write(".contractlint.yaml", "version: 1\nrules: {compatibility/property-removed: off}\n")
        try repository.commit()
        try repository.write("contracts/orders.odcs.yaml", Orders.text(version: "2.0.0"))
        #expect(try findings("--against", "HEAD") == [])
    }

    @Test func readersOfTheConfigurationAndOfTheCommandLine() throws {
        try repository.write(".contractlint.yaml", "version: 1\ncompatibility: {readerProfile: early-bound}\n")
        try repository.write(
            "contracts/lines.odcs.yaml", Orders.text(id: "lines", version: "2.0.0", type: "NUMERIC(38)"))
        #expect(
            try findings("--against", "HEAD") == [
                "physical-type-widened error contracts/lines.odcs.yaml:11:23"
            ])
        #expect(
            try findings("--against", "HEAD", "--reader", "late-bound") == [
                "physical-type-widened warning contracts/lines.odcs.yaml:11:23"
            ])
        #expect(
            try findings("--against", "HEAD", "--reader", "late-bound", "--strict") == [
                "physical-type-widened error contracts/lines.odcs.yaml:11:23"
            ])
    }

    @Test(arguments: [
        "compatibility: {profil: consumer}", "compatibility: {notice: -1}", "compatibility: {profile: x}",
    ])
    func aConfigurationThatIsWrong(_ setting: String) throws {
        try repository.write(".contractlint.yaml", "version: 1\n\(setting)\n")
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains(".contractlint.yaml:2:"))
    }

    @Test func theChangeInTheReport() throws {
        try repository.write("contracts/orders.odcs.yaml", Orders.text(version: "2.0.0"))
        let run = try repository.breaking("--against", "HEAD")
        let report = try run.json()
        let finding = try #require((report["findings"] as? [[String: Any]])?.first)
        let change = try #require(finding["change"] as? [String: Any])
        #expect(change["id"] as? String == "property-removed")
        #expect(change["verdict"] as? String == "breaking")
        #expect(finding["element"] as? String == "orders.note")
        #expect(finding["contract"] as? String == "orders")
        let related = try #require((finding["related"] as? [[String: Any]])?.first)
        #expect(related["file"] as? String == "HEAD:contracts/orders.odcs.yaml")
        #expect(related["message"] as? String == "before: note")
    }
}
