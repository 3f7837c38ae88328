import Diagnostics
import TestSupport
import Testing

@Suite struct ReportTests {
    private static func finding(
        _ file: String, _ offset: Int, end: Int = 9, _ rule: String = "a/a", _ message: String = "",
        clause: String? = nil
    ) -> Finding {
        let place = Place(file: file, start: Position(line: 1, column: offset + 1), end: Position(line: 1, column: end))
        return Finding(rule: rule, severity: .error, message: message, place: place, clause: clause, offset: offset)
    }

    /// In the order that a report shows them: each pair differs in one thing, the things in their order of weight.
    static let ordered = [
        finding("a.yaml", 7),
        finding("b.yaml", 0, end: 8, "z/z"),
        finding("b.yaml", 0, "a/a", "x", clause: "c"),
        finding("b.yaml", 0, "a/a", "x", clause: "d"),
        finding("b.yaml", 0, "a/a", "y"),
        finding("b.yaml", 0, "a/b"),
        finding("b.yaml", 3),
        finding("b.yaml", 12, end: 20),
    ]

    @Test(arguments: 0..<20) func theOrderIsTheSameWhateverTheOrderTheyCameIn(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let report = Report(toolVersion: "", documents: [], findings: Self.ordered.shuffled(using: &random))
        #expect(report.findings.map(Self.identity) == Self.ordered.map(Self.identity))
        #expect(
            report.findings.map(\.fingerprint)
                == Report(toolVersion: "", documents: [], findings: Self.ordered).findings.map(\.fingerprint))
    }

    private static func identity(_ finding: Finding) -> String {
        "\(finding.place.file):\(finding.offset):\(finding.place.end.column) \(finding.rule) \(finding.message) \(finding.clause ?? "")"
    }

    @Test func documentsAndFailuresAreSortedToo() {
        let documents = [("b", 0), ("a", 40), ("a", 5)].map {
            Report.Document(file: $0, kind: .contract, id: nil, offset: $1)
        }
        let failures = [Report.Failure(file: "b", message: "1"), .init(message: "z"), .init(file: "b", message: "0")]
        let report = Report(toolVersion: "", documents: documents, findings: [], failures: failures)
        #expect(report.documents.map { "\($0.file)\($0.offset)" } == ["a5", "a40", "b0"])
        #expect(report.failures.map(\.message) == ["z", "0", "1"])
    }

    @Test func filesCountOnce() {
        let documents = ["a.yaml", "a.yaml", "b.yaml"].map {
            Report.Document(file: $0, kind: .product, id: nil, offset: 0)
        }
        let report = Report(
            toolVersion: "", documents: documents, findings: [Self.finding("c.yaml", 0), Self.finding("b.yaml", 0)])
        #expect(report.fileCount == 3)
        #expect(report.count(of: .product) == 3 && report.count(of: .contract) == 0)
        #expect(report.count(of: .error) == 2 && report.count(of: .warning) == 0)
    }
}
