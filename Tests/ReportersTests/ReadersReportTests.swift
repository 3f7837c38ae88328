import Diagnostics
import Foundation
import Reporters
import Testing

/// The reports for programs that read lines, for bots, for language models, for meetings, and the badges.
@Suite struct ReadersReportTests {
    @Test func aLineIsAFindingAndTheLastOneCounts() throws {
        let lines = ReportFormat.ndjson.render(ordersReport).split(separator: "\n")
        let objects = try lines.map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(objects.compactMap { $0["type"] as? String } == ["finding", "finding", "finding", "summary"])
        #expect((objects[1]["finding"] as? [String: Any])?["rule"] as? String == "standard/unknown-key")
        #expect((objects[3]["summary"] as? [String: Any])?["errors"] as? Int == 1)
    }

    @Test func aSummarySaysFirstWhatBlocks() {
        #expect(
            ReportFormat.summary.render(ordersReport) == """
                <!-- contractlint -->
                ### contractlint: 1 error, 1 warning, 1 info in 1 file (1 contract)

                <details open><summary>Blocks (1)</summary>

                - `orders.odcs.yaml:6:5` 'clasification' is no key of a schema object: did you mean 'classification'? (`standard/unknown-key`)

                </details>

                <details><summary>Does not block (1)</summary>

                - `orders.odcs.yaml:7:5` 'name' stands here twice (`yaml/duplicate-key`)

                </details>

                <details><summary>Good to know (1)</summary>

                - `orders.odcs.yaml:1:13` v3.0.2 is not the newest version (`standard/old-version`)

                </details>


                """)
    }

    @Test func aSummaryIsNotLongerThanServersTake() {
        let many = (1...5000).map { line in
            orders.finding("a/b", .error, at: "orders-v2", "number \(line)")
        }
        let text = ReportFormat.summary.render(report(many))
        #expect(text.utf8.count < 61_000)
        let shown = text.split(separator: "\n").filter { $0.hasPrefix("- ") }.count
        #expect(text.hasSuffix("\n\(5000 - shown) more lines do not fit; the other reports have them.\n"))
    }

    @Test func anAgentReadsEachThingOnce() {
        func finding(_ element: String, _ line: Int) -> Finding {
            let place = Place(
                file: "o.yaml", start: Position(line: line, column: 5), end: Position(line: line, column: 9))
            return Finding(
                rule: "privacy/pii-classified", severity: .error, message: "`\(element)` is not classified",
                place: place,
                contract: "o", element: "orders.\(element)", help: "Set classification.", offset: line)
        }
        let found = [finding("email", 3), finding("phone", 9), orders.finding("a/b", .warning, at: "id", "is odd")]
        #expect(
            ReportFormat.agent.render(report(found)) == """
                contractlint: 2 errors, 1 warning in 2 files (1 contract)
                == o.yaml
                error privacy/pii-classified: `…` is not classified | Set classification.
                3:5 orders.email
                9:5 orders.phone
                == orders.odcs.yaml
                warning a/b: is odd
                3:1

                """)
    }

    @Test func anAgentIsToldWhatIsLeftOut() {
        let many = (1...3000).map { line in
            orders.finding("a/b", .error, at: "orders-v2", "number \(line)")
        }
        let text = ReportFormat.agent.render(report(many))
        #expect(text.utf8.count < 33_000)
        let shown = text.split(separator: "\n").filter { $0.hasPrefix("3:") }.count
        #expect(text.contains("\n\(3000 - shown) more left out, none graver than these: "))
    }

    @Test func aPageEscapesAndLoadsNothing() {
        let text = ReportFormat.html.render(
            report([orders.finding("a/b", .error, at: "orders-v2", "`<script>alert(1)</script>` & \"x\"")]))
        #expect(text.contains("<code>&lt;script&gt;alert(1)&lt;/script&gt;</code> &amp; &quot;x&quot;"))
        #expect(text.components(separatedBy: "<script").count == 2)
        #expect(text.contains("content=\"default-src 'none'; style-src 'sha256-"))
        #expect(!text.contains("http:") && !text.contains("https:"))
    }

    /// Whoever reads of a place in another file has to find it.
    @Test func anAgentIsToldOfOtherFiles() {
        var found = orders.finding("a/b", .warning, at: "id", "is odd")
        let other = Place(file: "x.yaml", start: Position(line: 4, column: 2), end: Position(line: 4, column: 3))
        found.related = [RelatedPlace(other, "the first")]
        #expect(ReportFormat.agent.render(report([found])).contains("\n3:1 (x.yaml:4:2 the first)\n"))
        #expect(ReportFormat.agent.render(report(), style: ReportStyle(quiet: true)).isEmpty)
    }

    /// What fails the run blocks, whatever its severity.
    @Test func aSummaryAgreesWithTheExitCode() {
        var strict = report([orders.finding("a/b", .warning, at: "id", "is odd")])
        strict.fails = { _ in true }
        #expect(ReportFormat.summary.render(strict).contains("<summary>Blocks (1)</summary>"))
        strict.fails = { _ in false }
        #expect(ReportFormat.summary.render(strict).contains("<details open><summary>Does not block (1)</summary>"))
        var style = ReportStyle()
        style.least = .error
        #expect(!ReportFormat.summary.render(strict, style: style).contains("<details"))
    }

    @Test(arguments: [ReportFormat.badge, .shields, .html]) func whereNothingWasLookedAtNothingIsKept(
        _ format: ReportFormat
    ) {
        #expect(!format.render(report(documents: [])).contains("kept"))
        #expect(!format.render(report(failures: [Report.Failure(message: "no")])).contains("kept"))
        #expect(format.render(report()).contains("kept"))
    }

    @Test func aPageHoldsNoSecret() {
        let token = "ghp_" + String(repeating: "a1B2", count: 9)
        var found = orders.finding("a/b", .error, at: "id", "`\(token)` is odd")
        found.place.file = "\(token).yaml"
        #expect(!ReportFormat.html.render(report([found])).contains(token))
    }

    @Test func aCleanPageSaysSo() {
        let text = ReportFormat.html.render(report())
        #expect(text.contains("Every promise is kept."))
        #expect(!text.contains("<form"))
    }

    @Test(arguments: [
        (ordersFindings, "1 error", "#b3261e"), ([ordersFindings[1]], "1 warning", "#8a5a00"), ([], "kept", "#22703a"),
    ])
    func aBadgeHasTheGravestWord(_ findings: [Finding], _ words: String, _ color: String) {
        let svg = ReportFormat.badge.render(report(findings))
        #expect(svg.contains(">\(words)</text>") && svg.contains("fill=\"\(color)\""))
        #expect(ReportFormat.shields.render(report(findings)).contains("\"message\": \"\(words)\""))
    }
}
