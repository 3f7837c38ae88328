import Foundation
import Testing

/// A deprecation has been there since it came to the base, whatever day its commit names. Runs are on 2026-06-01, and the notice is
/// 90 days.
@Suite struct NoticeTests {
    private static let deprecate = """
        deprecate() { sed -i 's/{name: note, logicalType: string}/{name: note, logicalType: string, deprecated: true}/' \
        sales/orders.odcs.yaml; }
        git checkout -q main; sed -i 's/v3.1.0/v3.2.0/' sales/orders.odcs.yaml; at 2025-01-02; commit

        """
    private static let remove = """

        git checkout -q -B change; sed -i -e '/name: note/d' -e 's/^version: .*/version: 2.0.0/' sales/orders.odcs.yaml
        """

    private static func notice(_ name: String, _ script: String, _ breaking: TrustCase.Verdict) -> TrustCase {
        TrustCase(name, deprecate + script + remove, ["--against", "main"], breaking: breaking)
    }

    private static let red = TrustCase.Verdict.red("compatibility/property-removed")

    static let cases: [TrustCase] = [
        notice(
            "a side branch dated back, merged yesterday",
            "git checkout -q -b side; deprecate; at 2025-02-01; commit; git checkout -q main; at 2026-05-31; "
                + "git merge -q --no-ff -m merge side", red),
        notice(
            "the same, squashed",
            "git checkout -q -b side; deprecate; at 2025-02-01; commit; git checkout -q main; at 2026-05-31; "
                + "git merge -q --squash side; git commit -q -m squash", red),
        notice(
            "a commit dated back on top of a later one", "at 2026-05-30; commit; deprecate; at 2025-02-01; commit", red),
        notice(
            "a side branch of a side branch",
            "git checkout -q -b a; git checkout -q -b b; deprecate; at 2025-02-01; commit; git checkout -q a; "
                + "git merge -q --no-ff -m m b; git checkout -q main; at 2026-05-31; git merge -q --no-ff -m merge a",
            red),
        notice("a recent one", "deprecate; at 2026-05-01; commit", red),
        notice("an old one", "deprecate; at 2025-02-01; commit", .green),
        notice(
            "an old one that was merged long ago",
            "git checkout -q -b side; deprecate; at 2025-02-01; commit; git checkout -q main; at 2025-02-02; "
                + "git merge -q --no-ff -m merge side; at 2026-05-01; commit", .green),
        notice(
            "a clock that was wrong before",
            "at 2099-01-01; commit; deprecate; at 2025-02-01; commit; at 2026-05-01; commit", .green),
    ]

    @Test(arguments: cases) func theDayItCame(_ change: TrustCase) throws { try change.judge() }
}
