import Diagnostics
import Governance
import TestSupport
import Testing

/// A file that two configurations judge: what either finds counts, as grave as the graver says, and nothing twice.
@Suite struct TwoPoliciesTests {
    private static let contract = """
        # contractlint:disable-file standard/invalid-value -- known
        apiVersion: v3.1.0
        kind: DataContract
        id: orders
        version: 1.0.0
        status: actve
        nmae: a
        tags: [NO, &x y]
        schema:
          - name: orders
            properties:
              - {name: id, logicalType: strnig, nmae: b}
              - {name: id, logicalType: string, physicalType: INT}
              - {name: total, logicalType: integer, examples: [x, y, 1]}
          - name: orders

        """

    private static let rules = [
        "standard/unknown-key", "standard/invalid-value", "yaml/ambiguous-scalar", "yaml/anchor-unused",
        "schema/duplicate-property", "schema/duplicate-object", "schema/type-disagreement",
        "schema/example-violates-type",
    ]

    private func findings(_ configurations: [Configuration]) -> [Finding] {
        let jurisdiction = Jurisdiction(configurations[0], base: configurations.dropFirst().first)
        return FileCheck(Exceptions([jurisdiction], base: "main", today: 0), withExcerpts: false)
            .run(name: "orders.odcs.yaml", raw: Array(Self.contract.utf8), jurisdiction, CheckCache()).findings
    }

    private func severities(_ findings: [Finding]) -> [String: Severity] {
        Dictionary(
            // A comment that is of use to one of them is of use.
            findings.filter { !$0.isExcepted && !$0.rule.hasPrefix("governance/") }.map {
                ("\($0.rule) \($0.offset) \($0.message)", $0.severity)
            },
            uniquingKeysWith: { first, _ in
                Issue.record("twice: \(first)")
                return first
            })
    }

    @Test(arguments: 1...30) func theGraverWordStands(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func configuration() throws -> Configuration {
            let words = ["off", "info", "warning", "error"]
            let lines = Self.rules.filter { _ in random.next() % 4 > 0 }.map {
                "  \($0): \(words[Int(random.next() % 4)])\n"
            }
            return try Excepting.configuration(lines.isEmpty ? "" : "rules:\n" + lines.joined())
        }
        let (one, other) = (try configuration(), try configuration())
        let (first, second) = (severities(findings([one])), severities(findings([other])))
        let expected = first.merging(second, uniquingKeysWith: max)
        #expect(severities(findings([one, other])) == expected, "seed \(seed)")
        #expect(severities(findings([other, one])) == expected, "seed \(seed)")
    }
}
