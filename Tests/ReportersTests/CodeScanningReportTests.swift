import Diagnostics
import Foundation
import Reporters
import Testing

/// The reports that code scanning, GitLab and reviewdog read, by what their formats demand.
@Suite struct CodeScanningReportTests {
    private typealias Object = [String: Any]

    private static func object(_ format: ReportFormat, _ report: Report) throws -> Object {
        try #require(JSONSerialization.jsonObject(with: Data(format.render(report).utf8)) as? Object)
    }

    private static func run(_ report: Report) throws -> Object {
        try #require((object(.sarif, report)["runs"] as? [Object])?.first)
    }

    // MARK: SARIF

    @Test func theGravestResultComesFirst() throws {
        let results = try #require(Self.run(ordersReport)["results"] as? [Object])
        #expect(results.compactMap { $0["level"] as? String } == ["error", "warning", "note"])
        #expect(
            results.compactMap { $0["ruleId"] as? String }
                == ["standard/unknown-key", "yaml/duplicate-key", "standard/old-version"])
        #expect(results.compactMap { $0["ruleIndex"] as? Int } == [0, 1, 2])
    }

    @Test func aResultHasItsPlaceAndWhatExplainsIt() throws {
        let results = try #require(Self.run(ordersReport)["results"] as? [Object])
        let location = try #require((results[1]["locations"] as? [Object])?.first)
        #expect(
            location as NSDictionary == [
                "physicalLocation": [
                    "artifactLocation": ["uri": "orders.odcs.yaml"],
                    "region": ["startLine": 7, "startColumn": 5, "endLine": 7, "endColumn": 9],
                ]
            ])
        let related = try #require((results[1]["relatedLocations"] as? [Object])?.first)
        #expect((related["message"] as? Object)?["text"] as? String == "first here")
        let fingerprints = try #require(results[1]["partialFingerprints"] as? Object)
        #expect(
            fingerprints["contractlint/v1"] as? String
                == ordersReport.findings.first { $0.rule == "yaml/duplicate-key" }?.fingerprint)
    }

    @Test func rulesStandOnceWithTheirHelp() throws {
        let twice = report(ordersFindings + ordersFindings)
        let driver = try #require((Self.run(twice)["tool"] as? Object)?["driver"] as? Object)
        let rules = try #require(driver["rules"] as? [Object])
        #expect(
            rules.compactMap { $0["id"] as? String }
                == ["standard/unknown-key", "yaml/duplicate-key", "standard/old-version"])
        #expect(
            (rules[0]["help"] as? Object)?["text"] as? String
                == "standard/unknown-key\nTools skip keys they do not know.")
        #expect(rules[0]["helpUri"] as? String == "https://example.org/unknown-key")
    }

    /// SARIF 2.1.0, section 3.19.23: rules are unique. Layers that differ make of one rule several descriptors.
    @Test func aRuleOfSeveralLayersStandsOnce() throws {
        let found = ["one", "two"].enumerated().map { offset, layer in
            Finding(
                rule: "a/b", severity: .error, message: layer, place: orders.place("orders-v2"), layer: layer,
                offset: offset)
        }
        let run = try Self.run(report(found))
        #expect((((run["tool"] as? Object)?["driver"] as? Object)?["rules"] as? [Object])?.count == 1)
        #expect((run["results"] as? [Object])?.compactMap { $0["ruleIndex"] as? Int } == [0, 0])
    }

    @Test func anAddressIsNoPath() throws {
        var finding = ordersFindings[0]
        finding.place.file = "a folder/ü:100%.yaml"
        let results = try #require(Self.run(report([finding]))["results"] as? [Object])
        let location = ((results[0]["locations"] as? [Object])?.first?["physicalLocation"] as? Object)
        #expect((location?["artifactLocation"] as? Object)?["uri"] as? String == "a%20folder/%C3%BC:100%25.yaml")
    }

    @Test func whatDoesNotFitIsSaid() throws {
        let many = (1...25_002).map { line in
            var finding = ordersFindings[0]
            finding.offset = line
            return finding
        }
        let run = try Self.run(report(many))
        let listed = try #require((run["results"] as? [Object])?.count)
        #expect(listed <= 25_000 && listed > 10_000)
        let notices = (run["invocations"] as? [Object])?.first?["toolExecutionNotifications"] as? [Object]
        #expect(notices?.count == 1)
        #expect(
            (notices?.first?["message"] as? Object)?["text"] as? String
                == "\(25_002 - listed) more findings do not fit and are left out"
        )
    }

    @Test func aFailureIsNoSuccess() throws {
        let failure = Report.Failure(file: "x.yaml", at: Position(line: 2, column: 3), message: "is unreadable")
        let invocation = try #require((Self.run(report(failures: [failure]))["invocations"] as? [Object])?.first)
        #expect(invocation["executionSuccessful"] as? Bool == false)
        let clean = try #require((Self.run(report())["invocations"] as? [Object])?.first)
        #expect(clean as NSDictionary == ["executionSuccessful": true])
    }

    @Test func aWaiverIsASuppression() throws {
        var finding = ordersFindings[0]
        finding.exception = Finding.Exception(.waiver, note: "until May")
        let results = try #require(Self.run(report([finding]))["results"] as? [Object])
        #expect(
            results[0]["suppressions"] as? [NSDictionary] == [
                ["kind": "external", "status": "accepted", "justification": "waiver: until May"]
            ])
    }

    // MARK: GitLab, reviewdog

    @Test func gitLabKnowsFiveLevels() throws {
        let entries = try #require(
            JSONSerialization.jsonObject(with: Data(ReportFormat.gitlab.render(ordersReport).utf8)) as? [Object])
        #expect(entries.compactMap { $0["severity"] as? String } == ["info", "critical", "major"])
        #expect(
            entries[1] as NSDictionary == [
                "description": "'clasification' is no key of a schema object; did you mean 'classification'?",
                "check_name": "standard/unknown-key", "severity": "critical",
                "fingerprint": ordersReport.findings[1].fingerprint,
                "location": ["path": "orders.odcs.yaml", "lines": ["begin": 6, "end": 6]],
            ])
        #expect(ReportFormat.gitlab.render(report()) == "[]\n")
    }

    @Test func reviewdogCountsBytes() throws {
        let source = Source("ü.yaml", "ü: name\n")
        let found = source.finding("yaml/duplicate-key", .warning, at: "name", "twice")
        let diagnostics = try #require(Self.object(.rdjson, report([found]))["diagnostics"] as? [Object])
        let range = (diagnostics[0]["location"] as? Object)?["range"] as? NSDictionary
        #expect(range == ["start": ["line": 1, "column": 5], "end": ["line": 1, "column": 9]])
        #expect(diagnostics[0]["severity"] as? String == "WARNING")
    }
}
