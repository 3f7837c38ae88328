import Basics
import Compatibility
import Diagnostics
import TestSupport
import Testing

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
            ("v1", "v2", .major, .satisfied, .major, "2.0.0"),
            ("2024-01-01", "2024-02-01", .major, .unreadable, nil, nil),
            ("2024-01-01", "2024-01-01", .major, .unchanged, nil, nil),
            ("1.0.0", nil, .minor, .unreadable, nil, "1.1.0"),
            (nil, "1.0.0", .minor, .unreadable, nil, nil), ("2.0.0-rc.1", "2.0.0", .major, .satisfied, .patch, "2.0.0"),
            ("1.9.0", "2.0.0-rc.1", .major, .insufficient, .major, "2.0.0"),
        ] as [(String?, String?, Bump, VersionGate.Outcome, Bump?, String?)])
    func theGate(
        _ old: String?, _ new: String?, _ changes: Bump, _ outcome: VersionGate.Outcome, _ declared: Bump?,
        _ suggested: String?
    ) {
        let gate = VersionGate(old: old, new: new, changes: changes)
        #expect(gate.outcome == outcome && gate.minimumBump == changes && gate.declaredBump == declared)
        #expect(gate.suggestedVersion?.description == suggested)
    }

    /// Below 1.0.0 minor takes major's role.
    @Test(
        arguments: [
            ("0.3.1", "0.4.0", .major, .satisfied, .minor, "0.4.0"),
            ("0.3.1", "0.3.2", .major, .insufficient, .minor, "0.4.0"),
            ("0.3.1", "0.3.2", .minor, .satisfied, .patch, "0.3.2"),
            ("0.3.1", "0.3.1", .patch, .unchanged, .patch, "0.3.2"),
            ("0.3.1", "1.0.0", .major, .satisfied, .minor, "0.4.0"),
        ] as [(String, String, Bump, VersionGate.Outcome, Bump, String)])
    func belowOne(
        _ old: String, _ new: String, _ changes: Bump, _ outcome: VersionGate.Outcome, _ minimum: Bump,
        _ suggested: String
    ) {
        let gate = VersionGate(old: old, new: new, changes: changes)
        #expect(gate.outcome == outcome && gate.minimumBump == minimum)
        #expect(gate.suggestedVersion?.description == suggested)
    }

    @Test func theGreatestBumpOfTheChangesCounts() throws {
        let old = Text.object("properties: [{name: a, description: x}, {name: b}]")
        let result = Comparison(
            old: try document(old), new: try document(Text.object("properties: [{name: a, description: y}]"))
        ).run()
        #expect(result.changes.map(\.bump).sorted() == [.patch, .major])
        #expect(result.minimumBump == .major && result.gate.outcome == .unchanged)
        #expect(result.suggestedVersion?.description == "2.0.0")
    }
}
