import Diagnostics
import TestSupport
import Testing

@Suite struct DuplicateEntryTests {
    static let rule = "reference/duplicate-entry"

    @Test(
        "in every list of the contract",
        arguments: [
            (
                "servers:\n  - {server: ⟦²a⟧, type: local, path: p, format: f}\n  - {server: ⟦¹a⟧, type: local, path: q, format: f}",
                "there is a server `a` already", Severity.error
            ),
            ("roles: [{role: ⟦²größe⟧}, {role: ⟦¹größe⟧}]", "there is a role `größe` already", .warning),
            ("support: [{channel: ⟦²a⟧}, {channel: ⟦¹a⟧}]", "there is a support channel `a` already", .warning),
            (
                "slaProperties: [{property: ⟦²latency⟧, value: 1}, {property: ⟦¹Latency⟧, value: 2}]",
                "there is a service level `Latency` already", .warning
            ),
            (
                "team: {members: [{username: ⟦²a⟧, role: x}, {username: ⟦¹a⟧, role: y}]}",
                "there is a member `a` already",
                .warning
            ),
            (
                "customProperties: [{property: ⟦²a⟧, value: 1}, {property: ⟦¹a⟧, value: 2}]",
                "there is a custom property `a` already", .warning
            ),
            (
                "authoritativeDefinitions: [{url: ⟦²a⟧, type: t}, {url: ⟦¹a⟧, type: t}]",
                "there is a link to `a` already",
                .warning
            ),
            ("tags: [⟦²pii⟧, x, ⟦¹pii⟧]", "the tag `pii` is listed twice", .warning),
        ] as [(String, String, Severity)])
    func list(_ list: String, _ message: String, _ severity: Severity) {
        let check = NativeCheck(schema: "  - {name: x}", list)
        #expect(check.standardIssues == [])
        #expect(check.rules == [Self.rule] && check.messages == [message])
        #expect(check.issues.map(\.issue.severity) == [severity])
        #expect(check.places == check.marks(1) && check.relatedPlaces == check.marks(2))
    }

    @Test func qualityRulesRelationshipsAndAllowedValues() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    quality: [{name: q, type: text, description: ü}, {name: ⟦¹q⟧, type: text, description: é}]
                    properties:
                      - name: p
                        primaryKey: true
                        logicalType: integer
                        relationships: [{to: a.p}, {to: ⟦²a.p⟧}]
                        enum: [{value: 1}, {value: 2}, {value: ⟦³1.0⟧, label: x}]
                """, version: "3.2.0")
        #expect(check.standardIssues == [])
        #expect(check.rules == [Self.rule, Self.rule, Self.rule])
        #expect(check.places == check.marks(1, 2, 3))
        #expect(check.elements == ["a", "a.p", "a.p"])
    }

    @Test(
        "entries that something tells apart",
        arguments: [
            "slaProperties: [{property: latency, value: 1, element: x}, {property: latency, value: 2}]",
            "slaProperties: [{property: ly, value: 1, driver: regulatory}, {property: latency, value: 2, driver: analytics}]",
            "team: {members: [{username: a, dateOut: '2024-01-01'}, {username: a, dateIn: '2025-01-01'}]}",
            "authoritativeDefinitions: [{url: a, type: t}, {url: a, type: u}]",
            "roles: [{role: a}, {role: A}]",
            "tags: [a, A]",
            "customProperties: [{property: a, value: {property: a}}, {property: b, value: 1}]",
        ])
    func others(_ list: String) {
        let check = NativeCheck(schema: "  - {name: x}", list)
        #expect(check.rules == [])
    }
}
