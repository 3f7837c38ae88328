import Diagnostics
import Reporters
import Testing

@Suite struct GitHubReportTests {
    @Test func annotatesEachFinding() {
        #expect(
            ReportFormat.github.render(ordersReport, style: .init(elapsed: 0.5)) == """
                ::notice file=orders.odcs.yaml,line=1,endLine=1,col=13,endColumn=19,title=standard/old-version::v3.0.2 is not the newest version
                ::error file=orders.odcs.yaml,line=6,endLine=6,col=5,endColumn=18,title=standard/unknown-key::'clasification' is no key of a schema object%0Adid you mean 'classification'?
                ::warning file=orders.odcs.yaml,line=7,endLine=7,col=5,endColumn=9,title=yaml/duplicate-key::'name' stands here twice
                1 error, 1 warning, 1 info in 1 file (1 contract), 0.50 s

                """)
    }

    @Test func quietDropsNotices() {
        let quiet = ReportStyle(quiet: true)
        #expect(!ReportFormat.github.render(ordersReport, style: quiet).contains("notice"))
        #expect(ReportFormat.github.render(report([ordersFindings[2]]), style: quiet) == "")
        #expect(ReportFormat.github.render(report()) == "No findings in 1 file (1 contract)\n")
    }

    @Test func rangeOverLinesHasNoColumns() {
        let source = Source("f", "a: [1,\n  2]\nb\n")
        func annotation(_ part: String) -> Substring {
            ReportFormat.github.render(report([source.finding("a/b", .error, at: part, "m")])).prefix { $0 != "\n" }
        }
        #expect(annotation("[1,\n  2]") == "::error file=f,line=1,endLine=2,title=a/b::m")
        #expect(annotation("  2]\n") == "::error file=f,line=2,endLine=2,title=a/b::m")
    }

    @Test func escapesDataAndProperties() {
        let place = Place(
            file: "50%,a:b\n\u{1B}.yaml", start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
        let finding = Finding(
            rule: "a/b,c", severity: .error, message: "::error::50%\r\n::warning::%0A \u{202E}##[error]x", place: place,
            help: "a, b: c")
        let output = ReportFormat.github.render(report([finding], documents: []))
        #expect(
            output == #"""
                ::error file=50%25%2Ca%3Ab%0A\u{1B}.yaml,line=1,endLine=1,col=1,endColumn=1,title=a/b%2Cc::::error::50%25%0D%0A::warning::%250A \u{202E}\u{23}#[error]x%0Aa, b: c
                1 error in 1 file

                """#)
    }

    @Test func failuresAreErrors() {
        let failed = report(
            documents: [], failures: [.init(file: "b.yaml", message: "100%"), .init(message: "git failed")])
        #expect(
            ReportFormat.github.render(failed) == """
                ::error title=contractlint::git failed
                ::error file=b.yaml,title=contractlint::100%25
                No findings in 0 files; the run is incomplete: 2 failures

                """)
    }

    @Test(arguments: ["::error::x", "100%25 %0A%3A", "a:b,c=d", "<&>'", "a\r\nb"])
    func textSurvivesTheWay(_ text: String) throws {
        let line = try #require(ReportFormat.github.render(hostileReport(text)).split(separator: "\n").first)
        let end = try #require(line.dropFirst(2).firstRange(of: "::"))
        let properties = line[..<end.lowerBound].dropFirst("::error ".count).split(separator: ",")
        for name in ["file=", "title="] {
            let value = try #require(properties.first { $0.hasPrefix(name) }).dropFirst(name.count)
            #expect(unescaped(value, ["%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"]) == text)
        }
        #expect(unescaped(line[end.upperBound...], ["%0D": "\r", "%0A": "\n", "%25": "%"]) == "\(text)\n\(text)")
    }

    /// As the runner does it: one escape after the other, `%25` last.
    private func unescaped(_ text: Substring, _ escapes: KeyValuePairs<String, String>) -> String {
        escapes.reduce(String(text)) { $0.replacing($1.key, with: $1.value) }
    }

    /// A reading of the runner's `ActionCommand.TryParseV2`: every line but the last is the command meant.
    @Test(arguments: HostileText.all) func runnerFindsTheCommandsMeant(_ hostile: HostileText) throws {
        let output = ReportFormat.github.render(hostileReport(hostile.text))
        let lines = output.split(separator: "\n")
        #expect(lines.count == 5)
        for line in lines.dropLast() {
            let end = try #require(line.dropFirst(2).firstRange(of: "::"))
            let command = line.dropFirst(2)[..<end.lowerBound]
            #expect(["error", "notice"].contains(command.prefix { $0 != " " }))
            let names = command.drop { $0 != " " }.dropFirst().split(separator: ",").map { $0.prefix { $0 != "=" } }
            #expect(Set(names).isSubset(of: ["file", "line", "endLine", "col", "endColumn", "title"]))
            #expect(Set(names).count == names.count)
        }
        #expect(lines.last == "1 error, 1 info in 1 file (1 product); the run is incomplete: 2 failures")
    }
}
