import Foundation
import Testing

/// `contractlint gate` on pull requests of one repository: what each changes, and what the gate says of it.
///
/// The same runs are docs/tour.md. `CONTRACTLINT_PAGES=write` writes it anew.
@Suite struct GateTests {
    /// A pull request.
    private struct Change {
        var title: String
        var story: String
        /// Options beside `--against main`.
        var options: [String] = []
        /// True when the base lets a major version announce what it breaks.
        var isMajorAllowed = false
        var exitCode: Int32
        /// Rules of the findings that count as errors.
        var errors: Set<String> = []
        var edit: @Sendable (Repository) throws -> Void
    }

    private static let owners = "*.odcs.yaml @dana\n/governance/ @office\n"

    private static func contract(
        _ version: String = "1.2.0", _ properties: [String] = [total, comment], extra: String = ""
    ) -> String {
        """
        apiVersion: v3.2.0
        kind: DataContract
        id: orders
        name: Orders
        version: \(version)
        status: active
        domain: sales\(extra)
        schema:
          - name: orders
            properties:
              - {name: order_id, logicalType: string, primaryKey: true, required: true}
        \(properties.joined(separator: "\n"))

        """
    }

    private static let total = "      - {name: total, logicalType: number, tgas: [money]}"
    private static let comment = "      - {name: comment, logicalType: string, deprecated: true}"

    private static func waiver(by approver: String) -> String {
        """
        apiVersion: contractlint/v1
        kind: Waivers
        waivers:
          - rule: compatibility/property-removed
            contract: orders
            element: orders.total
            reason: Nobody reads it any more; the readers were asked.
            requestedBy: ada
            approvedBy: \(approver)
            expires: 2026-09-30

        """
    }

    private static let changes: [Change] = [
        Change(
            title: "Nothing that matters",
            story: "A property gets a description. What was wrong in `main` already is known.",
            exitCode: 0
        ) { repository in
            let described = total.replacingOccurrences(of: "tgas", with: "description: The sum of all lines., tgas")
            try repository.write("orders.odcs.yaml", contract("1.2.1", [described, comment]))
        },
        Change(
            title: "A new fault", story: "A key is misspelt. The one that `main` has already does not count.",
            exitCode: 1, errors: ["standard/unknown-key"]
        ) { repository in
            let wrong = "      - {name: state, logicalType: string, clasification: internal}"
            try repository.write("orders.odcs.yaml", contract("1.3.0", [total, comment, wrong]))
        },
        Change(
            title: "A break without a word", story: "A property is gone, and the version says nothing of it.",
            exitCode: 1, errors: ["compatibility/property-removed", "compatibility/version-bump"]
        ) { repository in try repository.write("orders.odcs.yaml", contract("1.2.0", [comment])) },
        Change(
            title: "A break with a major version",
            story:
                "The same with version 2.0.0. Readers are hurt all the same, and the organisation has not agreed that a "
                + "number is enough.", exitCode: 1, errors: ["compatibility/property-removed"]
        ) { repository in try repository.write("orders.odcs.yaml", contract("2.0.0", [comment])) },
        Change(
            title: "A break with a major version, where that is agreed",
            story: "With `compatibility: {majorAllows: true}` in `main`, what breaks is a warning.",
            isMajorAllowed: true,
            exitCode: 0
        ) { repository in try repository.write("orders.odcs.yaml", contract("2.0.0", [comment])) },
        Change(
            title: "A deprecation that kept its notice",
            story: "`comment` has been deprecated in `main` for five months, and 90 days were promised.", exitCode: 0
        ) { repository in try repository.write("orders.odcs.yaml", contract("2.0.0", [total])) },
        Change(
            title: "A waiver that the change brings along", story: "It counts once it is merged, and not before.",
            exitCode: 1, errors: ["compatibility/property-removed"]
        ) { repository in
            try repository.write("orders.odcs.yaml", contract("2.0.0", [comment]))
            try repository.write("governance/waivers.yaml", waiver(by: "dana"))
        },
        Change(
            title: "A waiver that a code owner has approved",
            story:
                "The forge says that dana has approved the pull request, and dana owns the contract by the CODEOWNERS of "
                + "`main`.", options: ["--approved-by", "dana"], exitCode: 0
        ) { repository in
            try repository.write("orders.odcs.yaml", contract("2.0.0", [comment]))
            try repository.write("governance/waivers.yaml", waiver(by: "dana"))
        },
        Change(
            title: "A waiver that somebody else has approved", story: "bo has approved it, and owns nothing here.",
            options: ["--approved-by", "bo"], exitCode: 1, errors: ["compatibility/property-removed"]
        ) { repository in
            try repository.write("orders.odcs.yaml", contract("2.0.0", [comment]))
            try repository.write("governance/waivers.yaml", waiver(by: "bo"))
            // Whoever makes himself an owner in the same change is none yet.
            try repository.write("CODEOWNERS", "*.odcs.yaml @bo\n")
        },
    ]

    @Test func pullRequests() throws {
        var page = """
            # A tour of the gate

            `contractlint gate --against BASE` judges a pull request in one run: what is new in the contracts, and whom their changes
            hurt. Each of these changes starts from the same `main`; the runs are those of a test.


            """
        for change in Self.changes {
            let repository = try Repository()
            let allows = change.isMajorAllowed ? "compatibility: {majorAllows: true}\n" : ""
            try repository.write(
                ".contractlint.yaml",
                "version: 1\n\(allows)waivers: [governance/waivers.yaml]\nlayers: [{name: organisation, packs: [core]}]\n"
            )
            try repository.write("governance/waivers.yaml", "apiVersion: contractlint/v1\nkind: Waivers\nwaivers: []\n")
            try repository.write("CODEOWNERS", Self.owners)
            try repository.write("orders.odcs.yaml", Self.contract())
            try repository.commit(date: "2026-01-01T00:00:00Z")
            try repository.git("switch", "-q", "-c", "change")
            try change.edit(repository)
            let arguments = ["gate", "--against", "main", "--today", "2026-06-01"] + change.options
            let run = try Run(arguments + ["--format", "json"], in: repository.folder)
            #expect(run.exitCode == change.exitCode, "\(change.title): \(run.text) \(run.errors)")
            let report = try ReportFile(run)
            #expect(
                Set(report.findings.filter { $0.severity == "error" }.map(\.rule)) == change.errors, "\(change.title)")
            let text = try Run(arguments + ["--color", "never"], in: repository.folder)
            #expect(text.exitCode == change.exitCode)
            let options = change.options.isEmpty ? "" : " " + change.options.joined(separator: " ")
            page +=
                "## \(change.title)\n\n\(change.story)\n\n```console\n$ contractlint gate --against main\(options)\n"
            page += text.text.replacing(#/[,;] [0-9]+\.[0-9]{2} s/#, with: "")
            page += "$ echo $?\n\(change.exitCode)\n```\n\n"
        }
        let file = Run.root.appendingPathComponent("docs/tour.md")
        if ProcessInfo.processInfo.environment["CONTRACTLINT_PAGES"] == "write" {
            try Data((page.dropLast(1)).utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == page.dropLast(1))
    }

    /// Both looks at one file are one report, in which nothing is said twice.
    @Test func whatBothFindIsSaidOnce() throws {
        let repository = try Repository()
        try repository.write("orders.odcs.yaml", Self.contract())
        try repository.write(".contractlint.yaml", "version: 1\nwaivers: [w.yaml]\n")
        try repository.write("w.yaml", Self.waiver(by: "ada"))
        try repository.commit()
        try repository.write("w.yaml", Self.waiver(by: "ADA"))
        let run = try Run(
            ["gate", "--against", "HEAD", "--today", "2026-06-01", "--format", "json"], in: repository.folder)
        let report = try ReportFile(run)
        #expect(report.findings.filter { $0.rule == "governance/waiver-self-approved" }.count == 1)
        #expect(Set(report.findings.map(\.fingerprint)).count == report.findings.count)
    }

    /// What the command line names may be gone along with the change, and a hook runs before the first commit as well.
    @Test func whatIsNotThereAnyMore() throws {
        let repository = try Repository()
        try repository.write("sales/orders.odcs.yaml", Self.contract())
        try repository.git("add", "-A")
        let first = try Run(["gate", "--staged", "--against", "HEAD", "--format", "json"], in: repository.folder)
        #expect(first.exitCode == 1, "\(first.text) \(first.errors)")
        #expect(try ReportFile(first).findings.contains { $0.rule == "standard/unknown-key" })
        try repository.commit()
        try repository.remove("sales")
        let gone = try Run(["gate", "sales", "--against", "HEAD", "--format", "json"], in: repository.folder)
        #expect(gone.exitCode == 1, "\(gone.text) \(gone.errors)")
        #expect(try ReportFile(gone).findings.map(\.rule) == ["compatibility/contract-removed"])
    }

    @Test(arguments: [
        ["gate"], ["gate", "--against", "nothing"], ["gate", "-", "--against", "main"],
        ["gate", "--against", "main", "--approved-by", "dana"],
    ])
    func whatCannotBeJudgedIsTwo(_ arguments: [String]) throws {
        let repository = try Repository()
        try repository.write("orders.odcs.yaml", Self.contract())
        try repository.commit()
        #expect(try Run(arguments, in: repository.folder).exitCode == 2)
    }
}
