import Basics
import Compatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Versions of contracts, and what their changes demand of them.
@Suite struct VersionTests {
    @Test(
        arguments: [
            // Without changes any version but a lower one will do.
            ("1.0.0", "1.0.0", .none, .satisfied, Bump.none, nil), ("1.0.0", "1.4.0", .none, .satisfied, .minor, nil),
            ("1.1.0", "1.0.0", .none, .lowered, nil, nil), (nil, nil, .none, .satisfied, nil, nil),
            ("1.0.0", "1.0.0", .patch, .unchanged, Bump.none, "1.0.1"),
            ("1.4.0", "1.5.0", .major, .insufficient, .minor, "2.0.0"),
            ("1.4.0", "2.0.0", .major, .satisfied, .major, "2.0.0"),
            ("1.4.0", "1.4.1", .minor, .insufficient, .patch, "1.5.0"),
            ("1.4.0", "1.3.0", .minor, .lowered, nil, "1.5.0"), ("1.4.0", "3.0.0", .minor, .satisfied, .major, "1.5.0"),
            // In the form of the last one.
            ("v1", "v2", .major, .satisfied, .major, "v2"), ("1.4", "1.4", .minor, .unchanged, Bump.none, "1.5"),
            ("1.4", "1.4", .patch, .unchanged, Bump.none, "1.4.1"),
            ("v1.4.0", "v1.4.1", .major, .insufficient, .patch, "v2.0.0"),
            ("spring", "summer", .major, .unreadable, nil, nil),
            ("1.0.0", nil, .minor, .unreadable, nil, "1.1.0"),
            (nil, "1.0.0", .minor, .unreadable, nil, nil),
            ("2.0.0-rc.1", "2.0.0", .major, .satisfied, .patch, "2.0.0-rc.2"),
            // A prerelease need not keep what its release will, and is on its way to one that is enough.
            ("1.9.0", "2.0.0-rc.1", .major, .satisfied, .major, "2.0.0"),
            ("1.9.0", "1.10.0-rc.1", .major, .insufficient, .minor, "2.0.0"),
            ("1.0.0-beta.1", "1.0.0-beta.2", .major, .satisfied, .patch, "1.0.0-beta.2"),
            ("1.0.0-beta", "1.0.0-beta", .minor, .unchanged, Bump.none, "1.0.0-beta.1"),
            // A label may have any number of digits, and a hyphen in front.
            (
                "1.0.0-9223372036854775807", "1.0.0-9223372036854775807", .minor, .unchanged, Bump.none,
                "1.0.0-9223372036854775807.1"
            ),
            ("1.0.0--5", "1.0.0--5", .minor, .unchanged, Bump.none, "1.0.0--5.1"),
            ("1.0.0-beta.2", "1.0.0-beta.1", .major, .lowered, nil, "1.0.0-beta.3"),
        ] as [(String?, String?, Bump, VersionOutcome, Bump?, String?)])
    func theGate(
        _ old: String?, _ new: String?, _ changes: Bump, _ outcome: VersionOutcome, _ declared: Bump?,
        _ suggested: String?
    ) {
        let gate = VersionGate(old: old, new: new, changes: changes)
        #expect(gate.outcome == outcome && gate.minimumBump == changes && gate.declaredBump == declared)
        #expect(gate.suggestedVersion == suggested)
    }

    /// Below 1.0.0 minor takes major's role.
    @Test(
        arguments: [
            ("0.3.1", "0.4.0", .major, .satisfied, .minor, "0.4.0"),
            ("0.3.1", "0.3.2", .major, .insufficient, .minor, "0.4.0"),
            ("0.3.1", "0.3.2", .minor, .satisfied, .patch, "0.3.2"),
            ("0.3.1", "0.3.1", .patch, .unchanged, .patch, "0.3.2"),
            ("0.3.1", "1.0.0", .major, .satisfied, .minor, "0.4.0"),
        ] as [(String, String, Bump, VersionOutcome, Bump, String)])
    func belowOne(
        _ old: String, _ new: String, _ changes: Bump, _ outcome: VersionOutcome, _ minimum: Bump,
        _ suggested: String
    ) {
        let gate = VersionGate(old: old, new: new, changes: changes)
        #expect(gate.outcome == outcome && gate.minimumBump == minimum)
        #expect(gate.suggestedVersion == suggested)
    }

    /// A date rises, and says nothing of how much.
    @Test(
        arguments: [
            ("2024-01-01", "2024-02-01", .satisfied, "2026-06-15"), ("2024.1", "2024.1", .unchanged, "2026.6"),
            ("2024.01.3", "2024.01.2", .lowered, "2026.06.0"), ("2026.06.3", "2026.06.3", .unchanged, "2026.06.4"),
            ("v2026.06.15", "v2026.06.15", .unchanged, nil), ("2024.1", "spring", .unreadable, "2026.6"),
        ] as [(String, String, VersionOutcome, String?)])
    func calendars(_ old: String, _ new: String, _ outcome: VersionOutcome, _ suggested: String?) {
        let gate = VersionGate(old: old, new: new, changes: .major, today: Day(year: 2026, month: 6, day: 15).number)
        #expect(gate.outcome == outcome && gate.suggestedVersion == suggested)
    }

    @Test func theGreatestBumpOfTheChangesCounts() throws {
        let old = Text.object("properties: [{name: a, description: x}, {name: b}]")
        let result = Comparison(
            old: try document(old), new: try document(Text.object("properties: [{name: a, description: y}]"))
        ).run()
        #expect(result.changes.map(\.bump).sorted() == [.patch, .major])
        #expect(result.minimumBump == .major && result.gate.outcome == .unchanged)
        #expect(result.suggestedVersion == "2.0.0")
    }

    /// A major version lets breaks pass, and so does what comes behind a prerelease of one.
    @Test(arguments: [
        ("1.9.0", "2.0.0", true), ("1.9.0", "1.10.0", false), ("2.0.0-rc.1", "2.0.0-rc.2", true),
        ("2.0.0-rc.1", "2.0.0", true), ("1.0.1-beta.1", "1.0.1", false), ("1.1.0-beta.1", "1.1.0", false),
        ("0.2.0-rc.1", "0.2.0", true), ("0.1.0", "0.2.0", true), ("2026.1.0", "2026.2.0", false),
    ])
    func whatMayBreak(_ old: String, _ new: String, _ isAllowed: Bool) throws {
        func document(_ version: String, _ properties: String) throws -> ContractDocument {
            let text = "apiVersion: v3.1.0\nkind: DataContract\nid: a\nversion: \(version)\nstatus: active\n"
            let tree = YAMLTree(
                name: "a", raw: Array("\(text)schema: [{name: o, properties: [\(properties)]}]\n".utf8),
                vocabulary: .contracts)
            let part = try #require(tree.documents.first)
            return try #require(ContractDocument(tree, part))
        }
        var options = ComparisonOptions()
        options.majorAllows = true
        let result = Comparison(
            old: try document(old, "{name: x}, {name: y}"), new: try document(new, "{name: x}"), options: options
        ).run()
        #expect(result.isAllowedToBreak == isAllowed)
    }
}
