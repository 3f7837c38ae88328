import Foundation
import Testing

/// Findings of the rules in the program: what is hidden leaves room for what counts, and what is left out is said to be.
@Suite struct NativeCapTests {
    private static func contract(_ relationships: Int, _ rest: String = "") -> String {
        let lines = (0..<relationships).map { "      - {name: p\($0), relationships: [{to: nowhere.x\($0)}]}\n" }
        return """
            apiVersion: v3.1.0
            kind: DataContract
            id: orders
            version: 1.0.0
            status: active
            schema:
              - name: orders
                properties:
            \(lines.joined())\(rest)
            """
    }

    private static let waivers = """
        apiVersion: contractlint/v1
        waivers:
          - rule: reference/dangling
            contract: orders
            reason: The tables come with the next release.
            ticket: DATA-1
            requestedBy: ann
            approvedBy: bob
            expires: 2026-02-01
        """

    private static let rules: Set<String> = [
        "reference/dangling", "schema/duplicate-property", "schema/type-disagreement",
    ]

    private func findings(_ contract: String, waived: Bool) throws -> [ReportFile.Finding] {
        let scratch = try Scratch()
        try scratch.write("orders.odcs.yaml", contract)
        if waived {
            try scratch.write("waivers.yaml", Self.waivers)
            try scratch.write(".contractlint.yaml", "version: 1\nwaivers: [waivers.yaml]\n")
        }
        let run = try Run(["check", "--format", "json", "--today", "2026-01-10", "."], in: scratch.folder)
        return try ReportFile(run).findings.filter { Self.rules.contains($0.rule) }
    }

    @Test func aThousandThatAreWaivedHideNoOther() throws {
        let rest = "      - {name: p0}\n      - {name: q, logicalType: integer, physicalType: TEXT}\n"
        let found = try findings(Self.contract(1500, rest), waived: true)
        #expect(found.map(\.rule) == ["schema/duplicate-property", "schema/type-disagreement"])
    }

    @Test func whatIsLeftOutIsSaid() throws {
        let found = try findings(Self.contract(1500), waived: false)
        #expect(found.count == 1001)
        #expect(found.last?.message == "this is found more than 1000 times; what follows is not listed")
    }

    /// More than anybody counts: whether the rest is waived is not known, so it is said and hidden by nothing.
    @Test func whatIsNotFoundAnyMoreIsNotWaived() throws {
        let found = try findings(Self.contract(12_000), waived: true)
        #expect(found.map(\.message) == ["this is found more than 10000 times; what follows is not listed"])
    }
}
