import Diagnostics
import Reporters
import Testing

@Suite struct TextReportTests {
    /// The gravest first, whatever the order in the file.
    @Test func showsSourceRelatedPlacesAndHelp() {
        #expect(
            ReportFormat.text.render(ordersReport) == """
                orders.odcs.yaml
                  6:5 error[standard/unknown-key]: 'clasification' is no key of a schema object
                  6 |     clasification: restricted
                    |     ^^^^^^^^^^^^^
                    = help: did you mean 'classification'?
                    = why: Tools skip keys they do not know.
                    = more: contractlint rules explain standard/unknown-key; exceptions: comment, waiver, baseline
                    = see: https://example.org/unknown-key

                  7:5 warning[yaml/duplicate-key]: 'name' stands here twice
                  7 |     name: purchases
                    |     ^^^^
                   --> 5:5: first here
                  5 |   - name: orders
                    |     ----
                    = more: contractlint rules explain yaml/duplicate-key; exceptions: comment, waiver, baseline

                1 error, 1 warning in 1 file (1 contract); 1 info not shown (--show info)

                """)
    }

    @Test func informationIsListedWhereItIsAskedFor() {
        var style = ReportStyle()
        style.least = .info
        for style in [style, ReportStyle(verbose: true)] {
            let text = ReportFormat.text.render(ordersReport, style: style)
            #expect(text.contains("\n  1:13 info[standard/old-version]: v3.0.2 is not the newest version\n"))
            #expect(text.hasSuffix("\n1 error, 1 warning, 1 info in 1 file (1 contract)\n"))
        }
        style.least = .error
        #expect(
            ReportFormat.text.render(ordersReport, style: style).hasSuffix(
                "1 error in 1 file (1 contract); 1 warning not shown, 1 info not shown (--show info)\n"))
    }

    /// Files with errors come before those with warnings alone, and names of strangers before none.
    @Test func filesWithTheGravestFirst() {
        let findings = [("a", Severity.warning), ("b", .error), ("c", .error), ("d", .info)].map { name, severity in
            Source("\(name).yaml", "x: y").finding("a/b", severity, at: "x", "m")
        }
        let text = ReportFormat.text.render(report(findings, documents: []))
        let headings = text.split(separator: "\n").filter { $0.hasSuffix(".yaml") }
        #expect(headings == ["b.yaml", "c.yaml", "a.yaml"])
    }

    @Test func verboseAddsWhatWaiversReferTo() {
        let finding = ordersReport.findings[1]
        let text = ReportFormat.text.render(report([finding]), style: .init(verbose: true))
        #expect(
            text.contains(
                """
                    = see: https://example.org/unknown-key
                    = contract: orders-v2
                    = element: orders
                    = route: /schema/0/clasification
                    = clause: keys
                    = layer: organisation
                    = fingerprint: \(finding.fingerprint)

                """))
    }

    @Test func saysWhyAndMoreAndSeeOnceForEachRule() {
        var findings = ordersFindings
        findings[1] = findings[0]
        findings[1].offset += 1
        findings[2] = Finding(
            rule: "standard/old-version", severity: .warning, message: "old", place: findings[2].place,
            reason: "Newer versions say more.", offset: findings[2].offset)
        let text = ReportFormat.text.render(report(findings))
        #expect(count("= why: Tools skip", in: text) == 1)
        #expect(count("= see: ", in: text) == 1)
        #expect(count("= more: ", in: text) == 2)
        #expect(count("= help: ", in: text) == 2)
        #expect(count("= why: Newer", in: text) == 1)
    }

    @Test(arguments: [
        (Enforcement.mandatory, Lock.open, "it allows no exception"),
        (.waivable, .tighten, "exceptions: waiver, baseline"),
    ])
    func waysOfExceptionAreThoseOfTheRule(_ enforcement: Enforcement, _ lock: Lock, _ ways: String) {
        var finding = ordersFindings[0]
        finding.descriptor = RuleDescriptor(
            "a/b", .error, "", why: "", provenance: Provenance(enforcement: enforcement, lock: lock))
        #expect(
            ReportFormat.text.render(report([finding])).contains("= more: contractlint rules explain a/b; \(ways)\n"))
    }

    /// Words are wrapped and never cut, and a long path pushes nothing away.
    @Test(arguments: [80, 120]) func linesAreAsWideAsTheTerminal(_ columns: Int) {
        let source = Source(Array(repeating: "folder", count: 30).joined(separator: "/") + "/x.yaml", "name: y")
        var finding = source.finding(
            "a/b", .error, at: "y", Array(repeating: "message", count: 40).joined(separator: " "))
        finding.help = Array(repeating: "help", count: 60).joined(separator: " ")
        var style = ReportStyle()
        style.columns = columns
        let lines = ReportFormat.text.render(report([finding], documents: []), style: style).split(separator: "\n")
        #expect(lines.dropFirst().allSatisfy { $0.count <= columns })
        #expect(lines[1].hasPrefix("  1:7 error[a/b]: message message") && lines[1].count > columns - 8)
        #expect(lines[2].hasPrefix("    message"))
        #expect(count("message", in: lines.joined()) == 40 && count("help", in: lines.joined()) == 61)
    }

    @Test func closingLineCounts() {
        let documents: [Report.Document] = [
            ordersDocument, .init(file: "a.yaml", kind: .contract, id: nil, offset: 0),
            .init(file: "a.yaml", kind: .contract, id: nil, offset: 99),
            .init(file: "p.yaml", kind: .product, id: nil, offset: 0),
        ]
        func closing(_ report: Report, _ style: ReportStyle) -> Substring? {
            ReportFormat.text.render(report, style: style).split(separator: "\n").last
        }
        let errors = report([ordersFindings[0], ordersFindings[0], ordersFindings[1]], documents: documents)
        #expect(
            closing(errors, .init(elapsed: 0.1249)) == "2 errors, 1 warning in 3 files (3 contracts, 1 product), 0.12 s"
        )
        #expect(closing(report(), .init(elapsed: 65)) == "No errors or warnings in 1 file (1 contract), 65.00 s")
        #expect(closing(report(), .init(elapsed: 1.006)) == "No errors or warnings in 1 file (1 contract), 1.01 s")
        #expect(closing(report(), .init(verbose: true)) == "No findings in 1 file (1 contract)")
        #expect(closing(report(documents: []), .init()) == "No errors or warnings in 0 files")
        for nonsense in [Double.nan, .infinity, -1, 1e300] {
            #expect(closing(report(), .init(elapsed: nonsense)) == "No errors or warnings in 1 file (1 contract)")
        }
    }

    @Test func quietDropsInformationAndSaysNothingWhenClean() {
        let quiet = ReportStyle(quiet: true, elapsed: 1)
        #expect(ReportFormat.text.render(report(), style: quiet) == "")
        #expect(ReportFormat.text.render(report([ordersFindings[2]]), style: quiet) == "")
        let text = ReportFormat.text.render(ordersReport, style: quiet)
        #expect(!text.contains("info["))
        #expect(text.contains("6 |     clasification: restricted\n"))
        #expect(text.hasSuffix("\n1 error, 1 warning in 1 file (1 contract), 1.00 s\n"))
    }

    @Test func failuresAreErrorsAndMakeTheRunIncomplete() {
        let failed = report(failures: [.init(file: "b.yaml", message: "cannot be read"), .init(message: "git failed")])
        let text = """
            error: git failed
            error: b.yaml: cannot be read

            No errors or warnings in 1 file (1 contract); the run is incomplete: 2 failures

            """
        #expect(ReportFormat.text.render(failed) == text)
        #expect(ReportFormat.text.render(failed, style: .init(quiet: true)) == text)
    }

    @Test func coloursOnlyWhenAsked() {
        let text = ReportFormat.text.render(report([ordersFindings[0]]), style: .init(color: true))
        #expect(
            text.hasPrefix(
                "\u{1B}[1morders.odcs.yaml\u{1B}[0m\n  6:5 \u{1B}[1;31merror\u{1B}[0m\u{1B}[2m[standard/unknown-key]\u{1B}[0m: 'c"
            ))
        #expect(text.contains("\u{1B}[2m  6 |\u{1B}[0m     clasification: restricted\n"))
        #expect(text.contains("     \u{1B}[1;31m^^^^^^^^^^^^^\u{1B}[0m\n"))
        #expect(count("\u{1B}[", in: text) == 2 * count("\u{1B}[0m", in: text))
        // Yellow cannot be read on white, nor blue on black.
        let all = ReportFormat.text.render(ordersReport, style: .init(color: true, verbose: true))
        for colour in ["33m", "34m"] { #expect(!all.contains(colour)) }
        #expect(!ReportFormat.text.render(ordersReport).contains("\u{1B}"))
    }

    @Test func gutterIsAsWideAsTheLongestLineNumber() {
        let text = String(repeating: "#\n", count: 99) + "id: x\n"
        let source = Source("long.yaml", text)
        var finding = source.finding("a/b", .error, at: "x", "wrong")
        finding.related = [
            RelatedPlace(source.place("#"), "here"), RelatedPlace(Source("b.yaml", "x").place("x"), "there"),
        ]
        #expect(
            ReportFormat.text.render(report([finding], documents: [])).hasPrefix(
                """
                long.yaml
                  100:5 error[a/b]: wrong
                  100 | id: x
                      |     ^
                     --> 1:1: here
                    1 | #
                      | -
                     --> b.yaml:1:1: there
                    1 | x
                      | -

                """))
    }

    @Test func findingWithoutExcerptIsItsHeadlineAndNotes() {
        let place = Place(file: "a.yaml", start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
        let finding = Finding(rule: "a/b", severity: .error, message: "no", place: place, help: "yes")
        #expect(
            ReportFormat.text.render(report([finding], documents: [])).hasPrefix(
                "a.yaml\n  1:1 error[a/b]: no\n    = help: yes\n    = more: "))
    }

    @Test func pathsNeverBeginACommand() {
        for path in ["::error::x", " ::error::x", "\u{3000}::error::x"] {
            let place = Place(file: path, start: Position(line: 1, column: 1), end: Position(line: 1, column: 1))
            let text = ReportFormat.text.render(
                report([Finding(rule: "a/b", severity: .error, message: "no", place: place)], documents: []))
            #expect(text.hasPrefix(path.prefix { $0 != ":" } + "\\u{3A}:error::x\n  1:1 error[a/b]: no\n"))
        }
    }
}

func count(_ part: String, in text: String) -> Int {
    text.split(separator: part, omittingEmptySubsequences: false).count - 1
}
