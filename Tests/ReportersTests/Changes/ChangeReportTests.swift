import Diagnostics
import Reporters
import Testing

/// The forms in which `diff` writes what changed.
@Suite struct ChangeReportTests {
    private static func side(_ line: Int, _ value: String?) -> ChangeReport.Side {
        ChangeReport.Side(
            place: Place(
                file: value == nil ? "new.yaml" : "old.yaml", start: Position(line: line, column: 3),
                end: Position(line: line, column: 7)), route: "/schema/0", value: value)
    }

    private static func change(
        _ id: String, _ element: String?, _ verdict: Verdict, _ message: String, old: String? = "a"
    ) -> ChangeReport.Change {
        ChangeReport.Change(
            id: id, element: element, verdict: verdict, consumer: verdict, producer: .compatible, full: verdict,
            relation: nil, bump: .major, hurts: verdict >= .risky ? [.consumer] : [], old: side(4, old),
            new: side(5, nil), message: message, reason: "because", remedy: verdict >= .risky ? "wait" : nil)
    }

    private static func report(_ changes: [ChangeReport.Change]) -> ChangeReport {
        ChangeReport(
            profile: .consumer, old: .init(file: "old.yaml", id: "orders", version: "1.0.0"),
            new: .init(file: "new.yaml", id: "orders", version: "1.1.0"), minimumBump: changes.isEmpty ? .none : .major,
            declaredBump: .minor, suggestedVersion: changes.isEmpty ? nil : "2.0.0",
            outcome: changes.isEmpty ? .satisfied : .insufficient, isGated: true, changes: changes)
    }

    private static let three = report([
        change("property-removed", "orders.note", .breaking, "it is gone"),
        change("tags-changed", nil, .informational, "`tags` changed"),
        change("status-changed", "orders.note", .risky, "<b>&\u{1B}[31m"),
    ])

    @Test func junit() {
        #expect(
            ChangeFormat.junit.render(Self.three) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="contractlint diff" tests="2" failures="1" errors="0" time="0">
                  <testsuite name="new.yaml" tests="2" failures="1" errors="0" time="0">
                    <testcase name="orders.note" classname="orders" file="new.yaml" time="0">
                      <failure message="it is gone (and 1 more)" type="property-removed">breaking[property-removed]: it is gone
                  old: old.yaml:4:3
                  new: new.yaml:5:3
                  why: because
                  hurts: those who read the data
                  way out: wait
                risky[status-changed]: &lt;b&gt;&amp;\\u{1B}[31m
                  old: old.yaml:4:3
                  new: new.yaml:5:3
                  why: because
                  hurts: those who read the data
                  way out: wait
                </failure>
                    </testcase>
                    <testcase name="the contract" classname="orders" file="new.yaml" time="0">
                      <system-out>informational[tags-changed]: `tags` changed
                  old: old.yaml:4:3
                  new: new.yaml:5:3
                  why: because
                </system-out>
                    </testcase>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test func junitWithoutChangesHasACaseThatPasses() {
        #expect(
            ChangeFormat.junit.render(Self.report([])) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="contractlint diff" tests="1" failures="0" errors="0" time="0">
                  <testsuite name="new.yaml" tests="1" failures="0" errors="0" time="0">
                    <testcase name="no changes" classname="orders" time="0"/>
                  </testsuite>
                </testsuites>

                """)
    }

    @Test(arguments: [ChangeFormat.text, .markdown]) func quietLeavesOutWhatHurtsNobody(_ format: ChangeFormat) {
        let text = format.render(Self.three, quiet: true)
        #expect(text.contains("it is gone"))
        #expect(!text.contains("tags-changed"))
        let harmless = Self.report([Self.change("tags-changed", nil, .informational, "`tags` changed")])
        #expect(format.render(harmless, quiet: true) == "")
        #expect(format.render(harmless).contains("tags-changed"))
    }

    /// The forms for programs are always complete.
    @Test(arguments: [ChangeFormat.json, .junit]) func quietIsForPeople(_ format: ChangeFormat) {
        #expect(format.render(Self.three, quiet: true) == format.render(Self.three))
    }

    /// The minimum is that of all changes, those that are not shown too.
    @Test func quietKeepsTheVersion() {
        let text = ChangeFormat.text.render(Self.three, quiet: true)
        #expect(text.hasSuffix("1.0.0 to 1.1.0 is minor, which is too little. Suggested: 2.0.0.\n"))
    }

    @Test func aChangeOfAFinding() {
        var finding = Finding(
            rule: "compatibility/property-removed", severity: .error, message: "it is gone",
            place: Self.side(5, nil).place)
        finding.change = Finding.ChangeFact(Self.three.changes[0])
        let report = Report(toolVersion: "1", documents: [], findings: [finding])
        let json = ReportFormat.json.render(report)
        #expect(json.contains("\"change\": {\n        \"id\": \"property-removed\",\n"))
        #expect(json.contains("\"profiles\": {\"consumer\": \"breaking\", \"producer\": \"compatible\""))
    }
}
