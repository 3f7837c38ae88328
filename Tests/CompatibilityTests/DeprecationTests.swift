import Basics
import Compatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing

/// A removal with notice, and without.
@Suite struct DeprecationTests {
    private let old = Text.object("properties: [{name: a}, {name: b, deprecated: true}]")
    private let new = Text.object("properties: [{name: a}]")

    private func options(_ today: String?, since: String?) -> ComparisonOptions {
        var options = ComparisonOptions()
        options.today = today.flatMap { DateTime(instant: $0)?.day }
        if let since = since.flatMap({ DateTime(instant: $0)?.day }) { options.deprecatedSince = ["orders.b": since] }
        return options
    }

    @Test(
        arguments: [
            (nil, nil, "cannot be proved"), ("2026-06-01", nil, "cannot be proved"),
            (nil, "2020-01-01", "cannot be proved"), ("2026-06-01", "2026-05-01", "deprecated 31 days ago"),
        ] as [(String?, String?, String)])
    func withoutProofOfNoticeARemovalBreaks(_ today: String?, _ since: String?, _ reason: String) throws {
        let result = Comparison(
            old: try document(old), new: try document(new), options: options(today, since: since)
        ).run()
        #expect(result.changes.map(summary) == ["property-removed B/K major"])
        #expect(result.changes.allSatisfy { $0.reason.contains(reason) })
    }

    @Test func withNoticeARemovalIsCompatibleAndMajor() throws {
        #expect(
            try changes(old, new, options("2026-06-01", since: "2026-03-03"))
                == ["deprecated-property-removed K/K major"])
    }

    @Test func aProofIsWorthNothingWithoutTheMark() throws {
        let unmarked = Text.object("properties: [{name: a}, {name: b}]")
        #expect(
            try changes(unmarked, new, options("2026-06-01", since: "2020-01-01")) == ["property-removed B/K major"])
    }

    @Test func anObjectWithNotice() throws {
        var options = options("2026-06-01", since: nil)
        options.deprecatedSince = ["lines": 20_000]
        #expect(
            try changes(
                Text.contract("schema: [{name: orders}, {name: lines, deprecated: true}]"),
                Text.contract("schema: [{name: orders}]"), options) == ["deprecated-object-removed K/K major"])
    }
}
