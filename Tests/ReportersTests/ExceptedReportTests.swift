import Diagnostics
import Foundation
import Reporters
import TestSupport
import Testing

/// What is hidden is counted, and shown where it is asked for.
@Suite struct ExceptedReportTests {
    /// The error waived by a waiver that has expired, the warning by one that counts, the information known.
    static let report: Report = {
        var findings = ordersFindings
        let place = Place(file: "w.yaml", start: Position(line: 4, column: 11), end: Position(line: 4, column: 20))
        findings[0].exception = Finding.Exception(.waiver, isVoid: true, note: "expired: an old feed", place: place)
        findings[1].exception = Finding.Exception(.waiver, note: "an old feed, approved by bob", place: place)
        findings[2].exception = Finding.Exception(.baseline, note: "known")
        let gone = Report.Baseline.Entry(
            fingerprint: String(repeating: "0", count: 32), rule: "a/b", contract: "c", file: nil, element: "e",
            message: "m")
        return Report(
            toolVersion: "1.2.3", documents: [ordersDocument], findings: SortedFindings(findings),
            families: ["yaml", "standard"], unlisted: [.suppression: 3],
            baseline: Report.Baseline(known: 1, gone: [gone]))
    }()

    @Test func whatIsHiddenDoesNotCount() {
        #expect(Self.report.findings.map(\.rule) == ["standard/unknown-key"])
        #expect(Self.report.excepted.map(\.rule) == ["standard/old-version", "yaml/duplicate-key"])
        #expect(Self.report.count(of: .warning) == 0)
    }

    @Test func jsonListsItAndTheSchemaKnowsIt() throws {
        let json = ReportFormat.json.render(Self.report)
        let schema = try JSONSchemaValidator(Data(JSONSchemas.report.utf8))
        let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
        #expect(schema.violations(of: value) == [])
        let root = try #require(value as? [String: Any])
        let summary = try #require(root["summary"] as? [String: Int])
        #expect(summary["waived"] == 1 && summary["suppressed"] == 3 && summary["warnings"] == 0)
        let excepted = try #require(root["excepted"] as? [[String: Any]])
        #expect(excepted.count == 2)
        let exception = try #require(excepted[1]["exception"] as? [String: Any])
        #expect(exception["kind"] as? String == "waiver" && exception["void"] == nil)
        #expect(exception["file"] as? String == "w.yaml")
        let baseline = try #require(root["baseline"] as? [String: Any])
        #expect(baseline["known"] as? Int == 1)
        #expect((baseline["gone"] as? [[String: String]])?.map { $0["rule"] } == ["a/b"])
    }

    @Test func textCountsItAndShowsItWhenAsked() {
        let text = ReportFormat.text.render(Self.report)
        #expect(text.contains("= waiver: without effect, expired: an old feed (w.yaml:4)\n"))
        #expect(!text.contains("duplicate-key"))
        #expect(text.hasSuffix("1 error in 1 file (1 contract); 1 waived, 3 suppressed, 1 in the baseline\n"))
        let verbose = ReportFormat.text.render(Self.report, style: ReportStyle(verbose: true))
        #expect(verbose.contains("= waiver: hidden, an old feed, approved by bob (w.yaml:4)\n"))
        #expect(verbose.contains("= baseline: hidden, known\n"))
    }

    @Test func junitSkipsACaseThatHoldsNothingElse() {
        let xml = ReportFormat.junit.render(Self.report)
        #expect(
            xml.contains("<testsuite name=\"orders.odcs.yaml\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\""))
        #expect(xml.contains("<skipped message=\"waiver: yaml/duplicate-key: an old feed, approved by bob\"/>"))
    }

    @Test func theOthersLeaveItOut() {
        #expect(!ReportFormat.github.render(Self.report).contains("duplicate-key"))
        let markdown = ReportFormat.markdown.render(Self.report)
        #expect(!markdown.contains("duplicate-key"))
        #expect(markdown.contains("1 waived, 3 suppressed, 1 in the baseline"))
        #expect(markdown.contains("  - waiver without effect: expired: an old feed\n"))
    }

    @Test(arguments: HostileText.all) func hostileTextIsHarmless(_ hostile: HostileText) throws {
        var finding = ordersFindings[0]
        let place = Place(file: hostile.text, start: Position(line: 1, column: 1), end: Position(line: 1, column: 2))
        var findings: [Finding] = []
        for isVoid in [false, true] {
            finding.exception = Finding.Exception(.waiver, isVoid: isVoid, note: hostile.text, place: place)
            findings.append(finding)
        }
        let entry = Report.Baseline.Entry(
            fingerprint: hostile.text, rule: hostile.text, contract: hostile.text, file: hostile.text,
            element: hostile.text, message: hostile.text)
        let report = Report(
            toolVersion: "1", documents: [ordersDocument], findings: SortedFindings(findings),
            baseline: Report.Baseline(known: 1, gone: [entry]))
        for format in ReportFormat.allCases {
            let text = format.render(report, style: ReportStyle(verbose: true))
            #expect(
                !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" || $0 == "\u{7F}" })
            let lines = text.split(whereSeparator: \.isNewline)
            #expect(format == .github || !lines.contains { $0.hasPrefix("::") })
        }
        let file = BaselineFile.text(of: [entry])
        _ = try JSONSerialization.jsonObject(with: Data(file.utf8))
    }
}
