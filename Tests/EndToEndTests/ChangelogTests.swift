import Foundation
import Testing

/// `contractlint changelog`: the history of contracts between two revisions; and the other ways to look at changes.
@Suite struct ChangelogTests {
    private let repository: Repository

    init() throws {
        repository = try Repository()
        try repository.write("orders.odcs.yaml", Orders.text(more: Orders.note))
        try repository.write("gone.odcs.yaml", Orders.text(id: "gone"))
        try repository.commit(date: "2026-01-01T00:00:00Z")
        try repository.git("tag", "v1")
        try repository.write("orders.odcs.yaml", Orders.text(version: "1.1.0", type: "INT", more: Orders.note))
        try repository.commit(date: "2026-02-01T00:00:00Z")
        try repository.write("orders.odcs.yaml", Orders.text(version: "2.0.0", type: "INT"))
        try repository.remove("gone.odcs.yaml")
        try repository.write("new.odcs.yaml", Orders.text(id: "fresh"))
        try repository.commit(date: "2026-03-01T00:00:00Z")
    }

    private func run(_ arguments: String...) throws -> Run { try Run(["changelog"] + arguments, in: repository.folder) }

    @Test(arguments: [
        (["--from", "nothing"], "--from nothing: there is no revision of this name"),
        (["nowhere", "--from", "v1"], "nowhere: neither v1 nor HEAD has a contract there"),
    ])
    func whatCannotBeTold(_ arguments: [String], _ message: String) throws {
        let run = try Run(["changelog"] + arguments, in: repository.folder)
        #expect(run.exitCode == 2 && run.output.isEmpty)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test func versionByVersion() throws {
        let run = try run("--from", "v1", "--format", "markdown", "orders.odcs.yaml")
        #expect(run.exitCode == 0, "\(run.errors)")
        let lines = run.lines
        #expect(lines.first == "# Data contracts from v1 to HEAD")
        #expect(
            lines.filter { $0.hasPrefix("##") } == ["## `orders`", "### 2.0.0, 2026-03-01", "### 1.1.0, 2026-02-01"])
        #expect(run.text.contains("- `orders.note`: the property `note` is gone. Way out: mark it deprecated"))
    }

    @Test func whatCameAndWent() throws {
        let text = try run("--from", "v1").text
        #expect(
            text.contains("fresh (new.odcs.yaml)") && text.contains("the contract is gone (version 1.0.0)"), "\(text)")
    }

    @Test func forPrograms() throws {
        let json = try run("--from", "v1", "--format", "json").json()
        let contracts = try #require(json["contracts"] as? [[String: Any]])
        #expect(contracts.compactMap { $0["id"] as? String } == ["fresh", "orders", "gone"])
        let releases = try #require(contracts[1]["releases"] as? [[String: Any]])
        #expect(releases.compactMap { $0["day"] as? String } == ["2026-03-01", "2026-02-01"])
        #expect(releases.map { ($0["changes"] as? [Any])?.count } == [1, 1])
    }

    @Test func thePage() throws {
        let text = try run("--from", "v1", "--format", "html").text
        #expect(text.hasPrefix("<!DOCTYPE html>") && text.contains("<h2>orders</h2>") && text.hasSuffix("</html>\n"))
    }

    /// FROM on a branch of its own: what was there before the two lines parted is no news.
    @Test func betweenTwoLines() throws {
        try repository.git("checkout", "-q", "-b", "patches", "v1")
        try repository.write("orders.odcs.yaml", Orders.text(version: "1.0.1", more: Orders.note))
        try repository.commit(date: "2026-02-15T00:00:00Z")
        try repository.git("checkout", "-q", "-")
        let run = try run("--from", "patches", "--format", "markdown", "orders.odcs.yaml")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.lines.filter { $0.hasPrefix("### ") } == ["### 2.0.0, 2026-03-01", "### 1.1.0, 2026-02-01"])
    }

    @Test func whatIsExcludedIsNoContract() throws {
        try repository.write("templates/t.odcs.yaml", "apiVersion: v3.1.0\nkind: DataContract\nid: {{ id }}: [\n")
        try repository.commit(date: "2026-03-02T00:00:00Z")
        #expect(try run("--from", "v1").exitCode == 2)
        #expect(try Run(["diff", "v1:", "."], in: repository.folder).exitCode == 2)
        try repository.write(".contractlint.yaml", "version: 1\nexclude: ['templates/**']\n")
        #expect(try run("--from", "v1").exitCode == 0)
        #expect(try Run(["diff", "v1:", "."], in: repository.folder).exitCode == 0)
        #expect(try Run(["diff", "v1:", "HEAD:"], in: repository.folder).exitCode == 0)
    }

    // MARK: diff

    @Test func aFolderHasItsOwnConfiguration() throws {
        try repository.write("b/orders.odcs.yaml", Orders.text(type: "INT"))
        try repository.write("a/orders.odcs.yaml", Orders.text(type: "SMALLINT"))
        func verdicts() throws -> String {
            try Run(["diff", "--format", "json", "a", "b"], in: repository.folder).text
        }
        #expect(try verdicts().contains("\"verdict\": \"risky\""))
        try repository.write("b/.contractlint.yaml", "version: 1\ncompatibility: {readerProfile: early-bound}\n")
        #expect(try verdicts().contains("\"verdict\": \"breaking\""))
    }

    @Test func twoFolders() throws {
        let run = try Run(["diff", "--format", "json", "v1:", "."], in: repository.folder)
        let pairs = try #require(run.json()["pairs"] as? [[String: Any]], "\(run.errors)")
        let ids = pairs.map { ($0["changes"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? [] }
        let orders = ["property-removed", "physical-type-narrowed"]
        #expect(ids == [["contract-added"], orders, ["contract-removed"]])
    }

    @Test func theOpenMetadataDifference() throws {
        let run = try Run(
            ["diff", "--format", "omds", "v1:orders.odcs.yaml", "orders.odcs.yaml"], in: repository.folder)
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(
            run.text.hasPrefix("apiVersion: v1.0.0\nkind: MetadataDifference\nsourceKind: DataContract\nsource1:\n"))
        #expect(
            run.text.contains(
                """
                - type: REMOVE
                  section: "schema"
                  field: "properties"
                  path: "/schema[name=orders]/properties[name=note]"
                  value1: "note"
                """), "\(run.text)")
    }

    /// As docs/usage.md sets it up.
    @Test func asADriverOfGit() throws {
        let run = try Run.shell(
            """
            export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 PATH="$(dirname "$CL"):$PATH"
            echo '*.odcs.yaml diff=contractlint' > .gitattributes
            git config diff.contractlint.command "sh -c 'contractlint diff \\"\\$2\\" \\"\\$5\\" || true' --"
            git diff v1 HEAD -- orders.odcs.yaml
            """, in: repository.folder)
        #expect(run.exitCode == 0 && run.text.contains("breaking [property-removed]"), "\(run.text)\(run.errors)")
    }
}
