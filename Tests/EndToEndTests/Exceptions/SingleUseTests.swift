import Foundation
import Testing

/// An exception from a rule on changes is for one change.
@Suite struct SingleUseTests {
    private static let comment =
        "                # contractlint:disable compatibility/bounds-loosened -- the readers agreed\n"

    private static func contract(_ version: String, _ most: Int, comment: String = "") -> String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: orders
        version: \(version)
        status: active
        schema:
          - name: orders
            properties:
              - name: note
                logicalType: string
                logicalTypeOptions:
        \(comment)          maxLength: \(most)

        """
    }

    private func repository(_ text: String) throws -> Repository {
        let repository = try Repository()
        try repository.write("orders.odcs.yaml", text)
        try repository.commit()
        return repository
    }

    @Test func aCommentHidesTheChangeItCameWith() throws {
        let repository = try repository(Self.contract("1.0.0", 10))
        try repository.write("orders.odcs.yaml", Self.contract("2.0.0", 20, comment: Self.comment))
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.text.contains("\"suppressed\": 1"))
    }

    @Test func itHidesNotTheNext() throws {
        let repository = try repository(Self.contract("2.0.0", 20, comment: Self.comment))
        try repository.write("orders.odcs.yaml", Self.contract("3.0.0", 30, comment: Self.comment))
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 1)
        #expect(run.text.contains("the comment was there before this change"))
        #expect(try Repository.findings(run).contains { $0.hasPrefix("governance/suppression-unused") })
    }

    private static func lines(_ version: String, _ properties: String...) -> String {
        "apiVersion: v3.1.0\nkind: DataContract\nid: orders\nversion: \(version)\nstatus: active\n"
            + "schema:\n  - name: orders\n    properties:\n"
            + properties.map { "      \($0)\n" }.joined()
    }

    /// The line holds the values as well, which the next change changes again.
    @Test func itHidesNotTheNextOnItsLine() throws {
        let comment = "# contractlint:disable compatibility/physical-type-changed -- agreed"
        let repository = try repository(
            Self.lines("2.0.0", "- {name: a, physicalType: VARCHAR(20)} \(comment)"))
        try repository.write(
            "orders.odcs.yaml", Self.lines("3.0.0", "- {name: a, physicalType: INT} \(comment)"))
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 1 && run.text.contains("the comment was there before this change"), "\(run.text)")
    }

    /// The same words at the same key of another property are another comment.
    @Test func aCommentElsewhereIsNotTheOneThatWasThere() throws {
        let comment = " # contractlint:disable compatibility/physical-type-changed -- agreed"
        func text(_ version: String, _ type: String, _ own: String) -> String {
            Self.lines(
                version, "- name: b", "  physicalType: INT\(comment)", "- name: c", "  physicalType: \(type)\(own)")
        }
        let repository = try repository(text("2.0.0", "VARCHAR(20)", ""))
        try repository.write("orders.odcs.yaml", text("3.0.0", "INT", comment))
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 0 && run.text.contains("\"suppressed\": 1"), "\(run.text)")
        #expect(
            try Repository.findings(run) == ["governance/suppression-unused warning orders.odcs.yaml:10:50"])
    }

    @Test func oneThatIsLeftIsFound() throws {
        let repository = try repository(Self.contract("2.0.0", 20, comment: Self.comment))
        let run = try repository.breaking("--against", "HEAD")
        #expect(try Repository.findings(run) == ["governance/suppression-unused warning orders.odcs.yaml:12:40"])
    }

    @Test func aMisspeltCommentIsFound() throws {
        let repository = try repository(Self.contract("1.0.0", 10))
        let misspelt = Self.comment.replacingOccurrences(of: "disable", with: "disable-lin")
        try repository.write("orders.odcs.yaml", Self.contract("2.0.0", 20, comment: misspelt))
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 1)
        #expect(try Repository.findings(run).contains { $0.hasPrefix("governance/suppression-unknown") })
    }

    @Test(arguments: [
        ("to: '20'", 0), ("to: '30'", 1), ("version: 2.0.0", 0), ("from: '10'", 0), ("version: 3.0.0", 1),
    ])
    func aWaiverSaysWhichChange(_ more: String, _ exitCode: Int32) throws {
        let repository = try Repository()
        try repository.write("orders.odcs.yaml", Self.contract("1.0.0", 10))
        try repository.write(".contractlint.yaml", "version: 1\nwaivers: [waivers]\n")
        let waiver = PullRequest.waivers("compatibility/bounds-loosened")
        try repository.write(
            "waivers/w.yaml", waiver.replacingOccurrences(of: "    reason:", with: "    \(more)\n    reason:"))
        try repository.commit()
        try repository.write("orders.odcs.yaml", Self.contract("2.0.0", 20))
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == exitCode, "\(run.text)\(run.errors)")
    }

    @Test func theRemovalOfAContractIsWaived() throws {
        let repository = try Repository()
        try repository.write("orders.odcs.yaml", Self.contract("1.0.0", 10))
        try repository.write("other.odcs.yaml", Orders.text(id: "other"))
        try repository.write(".contractlint.yaml", "version: 1\nwaivers: [waivers]\n")
        try repository.write("waivers/w.yaml", PullRequest.waivers("compatibility/contract-removed"))
        try repository.commit()
        try repository.remove("orders.odcs.yaml")
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 0, "\(run.text)")
        #expect(run.text.contains("\"waived\": 1"))
        // It may have been the last one.
        try repository.git("rm", "-q", "--cached", "other.odcs.yaml")
        try repository.remove("other.odcs.yaml")
        try repository.write("orders.odcs.yaml", Self.contract("1.0.0", 10))
        try repository.commit()
        try repository.remove("orders.odcs.yaml")
        #expect(try repository.breaking("--against", "HEAD").exitCode == 0)
    }
}
