import Diagnostics
import Foundation
import Reporters
import TestSupport
import Testing

@Suite struct JSONSchemaTests {
    private let schema: JSONSchemaValidator

    init() throws {
        schema = try JSONSchemaValidator(Data(JSONSchemas.report.utf8))
    }

    @Test func acceptsWhatWeWrite() throws {
        let failed = report(ordersFindings, failures: [.init(file: "b", message: "x"), .init(message: "y")])
        for report in [ordersReport, report(), failed] {
            #expect(try schema.violations(of: parsed(ReportFormat.json.render(report))) == [])
        }
    }

    /// Every key of the interface is described, whether or not this version writes it.
    @Test func describesEveryKey() throws {
        let definitions = try #require(schema.root["$defs"] as? [String: [String: Any]])
        let finding = try #require(definitions["finding"]?["properties"] as? [String: [String: Any]])
        #expect(
            Set(finding.keys) == [
                "rule", "severity", "message", "file", "range", "route", "contract", "element", "clause", "help",
                "related",
                "fingerprint", "layer", "url", "change", "provenance", "enforcement",
            ])
        for (key, value) in finding where value["$ref"] == nil { #expect(value["description"] is String, "\(key)") }
        #expect(finding["change"]?["type"] as? String == "object")
    }

    @Test(arguments: [
        (#""version": 1"#, #""version": 2"#, "/version: not the constant"),
        (#""severity": "error""#, #""severity": "fatal""#, "/findings/1/severity: not among the values"),
        (#""route": "/apiVersion","#, #""path": "/apiVersion","#, "/findings/0/path: not described"),
        (#""infos": 1,"#, "", "/summary/infos: missing"),
        (#""infos": 1,"#, #""infos": -1,"#, "/summary/infos: below the minimum"),
        (#""line": 6"#, #""line": "6""#, "/findings/1/range/start/line: not of type integer"),
    ])
    func refusesWhatWeDoNotWrite(_ part: String, _ replacement: String, _ violation: String) throws {
        let json = ReportFormat.json.render(ordersReport)
        let at = try #require(json.firstRange(of: part))
        let changed = json.replacingCharacters(in: at, with: replacement)
        #expect(try schema.violations(of: parsed(changed)) == [violation])
    }
}
