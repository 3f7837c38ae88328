import Diagnostics
import Foundation
import Reporters
import Testing

@Suite struct JSONSchemaTests {
    private let schema: Schema

    init() throws {
        schema = Schema(root: try #require(parsed(JSONSchemas.report) as? [String: Any]))
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
                "fingerprint", "layer", "url", "change",
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

/// The few words of JSON Schema that our schemas use; a word it does not know is a violation, so that none is ignored.
private struct Schema {
    let root: [String: Any]

    func violations(of value: Any) -> [String] {
        violations(of: value, root, "")
    }

    private func violations(of value: Any, _ schema: [String: Any], _ route: String) -> [String] {
        var found: [String] = []
        let object = value as? [String: Any] ?? [:]
        let array = value as? [Any] ?? []
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        for (word, demand) in schema.sorted(by: { $0.key < $1.key }) {
            switch word {
            case "$schema", "$id", "$defs", "title", "description", "pattern": continue
            case "$ref":
                let name = String((demand as! String).dropFirst("#/$defs/".count))
                found += violations(of: value, (root["$defs"] as! [String: [String: Any]])[name]!, route)
            case "type":
                if !isOfType(value, demand as! String) { found.append("\(route): not of type \(demand)") }
            case "const": if !(value as! NSObject).isEqual(demand) { found.append("\(route): not the constant") }
            case "enum":
                if !(demand as! [String]).contains(value as? String ?? "") {
                    found.append("\(route): not among the values")
                }
            case "minimum":
                if let number = value as? Int, number < demand as! Int { found.append("\(route): below the minimum") }
            case "minItems": if array.count < demand as! Int { found.append("\(route): too few items") }
            case "required":
                for key in demand as! [String] where object[key] == nil { found.append("\(route)/\(key): missing") }
            case "additionalProperties":
                for key in object.keys.sorted() where properties[key] == nil {
                    found.append("\(route)/\(key): not described")
                }
            case "properties":
                for (key, schema) in properties.sorted(by: { $0.key < $1.key }) {
                    if let member = object[key] { found += violations(of: member, schema, "\(route)/\(key)") }
                }
            case "items":
                for (index, element) in array.enumerated() {
                    found += violations(of: element, demand as! [String: Any], "\(route)/\(index)")
                }
            default: found.append("\(route): the test does not know '\(word)'")
            }
        }
        return found
    }

    private func isOfType(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "integer": value is Int
        default: false
        }
    }
}
