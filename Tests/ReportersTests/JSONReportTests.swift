import Diagnostics
import Foundation
import Reporters
import Testing

@Suite struct JSONReportTests {
    @Test func keysAreInTheOrderOfTheInterface() {
        let fingerprints = ordersReport.findings.map(\.fingerprint)
        #expect(
            ReportFormat.json.render(ordersReport) == """
                {
                  "version": 1,
                  "tool": {"name": "contractlint", "version": "1.2.3"},
                  "summary": {
                    "files": 1,
                    "contracts": 1,
                    "products": 0,
                    "errors": 1,
                    "warnings": 1,
                    "infos": 1,
                    "suppressed": 0,
                    "waived": 0
                  },
                  "findings": [
                    {
                      "rule": "standard/old-version",
                      "severity": "info",
                      "message": "v3.0.2 is not the newest version",
                      "file": "orders.odcs.yaml",
                      "range": {"start": {"line": 1, "column": 13}, "end": {"line": 1, "column": 19}},
                      "route": "/apiVersion",
                      "contract": "orders-v2",
                      "fingerprint": "\(fingerprints[0])",
                      "provenance": {"pack": "standard", "enforcement": "waivable", "lock": "open"}
                    },
                    {
                      "rule": "standard/unknown-key",
                      "severity": "error",
                      "message": "'clasification' is no key of a schema object",
                      "file": "orders.odcs.yaml",
                      "range": {"start": {"line": 6, "column": 5}, "end": {"line": 6, "column": 18}},
                      "route": "/schema/0/clasification",
                      "contract": "orders-v2",
                      "element": "orders",
                      "clause": "keys",
                      "help": "did you mean 'classification'?",
                      "fingerprint": "\(fingerprints[1])",
                      "layer": "organisation",
                      "provenance": {"pack": "standard", "layer": "organisation", "enforcement": "waivable", "lock": "open"},
                      "url": "https://example.org/unknown-key"
                    },
                    {
                      "rule": "yaml/duplicate-key",
                      "severity": "warning",
                      "message": "'name' stands here twice",
                      "file": "orders.odcs.yaml",
                      "range": {"start": {"line": 7, "column": 5}, "end": {"line": 7, "column": 9}},
                      "contract": "orders-v2",
                      "clause": "later",
                      "related": [
                        {
                          "file": "orders.odcs.yaml",
                          "range": {"start": {"line": 5, "column": 5}, "end": {"line": 5, "column": 9}},
                          "message": "first here"
                        }
                      ],
                      "fingerprint": "\(fingerprints[2])",
                      "provenance": {"pack": "yaml", "enforcement": "waivable", "lock": "open"}
                    }
                  ]
                }

                """)
    }

    @Test func cleanReportHasAnEmptyArray() {
        #expect(ReportFormat.json.render(report()).hasSuffix("  },\n  \"findings\": []\n}\n"))
    }

    @Test func failuresStandAtTheEnd() {
        let failed = report(failures: [.init(file: "b.yaml", message: "cannot be read"), .init(message: "git failed")])
        #expect(
            ReportFormat.json.render(failed).hasSuffix(
                """
                  "findings": [],
                  "failures": [
                    {
                      "message": "git failed"
                    },
                    {
                      "file": "b.yaml",
                      "message": "cannot be read"
                    }
                  ]
                }

                """))
    }

    @Test func escapesAsTheFormatDemands() {
        var finding = ordersFindings[0]
        finding.message = "\"\\/\u{8}\u{C}\n\r\t\u{1B}\u{7F}\u{2028}\u{202E}\u{E0041} é 👍 ##[error]"
        #expect(
            ReportFormat.json.render(report([finding])).contains(
                #""message": "\"\\/\u0008\u000C\n\r\t\u001B\u007F\u2028\u202E\uDB40\uDC41 é 👍 \u0023#[error]","#))
    }

    @Test(arguments: HostileText.all) func readsBackAsWritten(_ hostile: HostileText) throws {
        let text = hostile.text
        let report = hostileReport(text)
        let json = try #require(parsed(ReportFormat.json.render(report)) as? [String: Any])
        #expect(Set(json.keys) == ["version", "tool", "summary", "findings", "failures"])
        let finding = try #require((json["findings"] as? [[String: Any]])?.first)
        for key in ["rule", "message", "file", "route", "contract", "element", "clause", "help", "layer", "url"] {
            let value = try #require(finding[key] as? String)
            #expect(Array(value.unicodeScalars) == Array(text.unicodeScalars), "\(key)")
        }
        let related = try #require((finding["related"] as? [[String: Any]])?.first)
        #expect(related["message"] as? String == text)
        #expect((json["tool"] as? [String: String])?["version"] == text)
        #expect((json["failures"] as? [[String: String]]) == [["message": text], ["file": text, "message": text]])
    }
}

func parsed(_ json: String) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(json.utf8))
}
