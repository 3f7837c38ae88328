package import Foundation

/// The few words of JSON Schema that our schemas use; a word it does not know is a violation, so that none is ignored.
package struct JSONSchemaValidator {
    package let root: [String: Any]

    /// - Parameter schema: as JSON.
    package init(_ schema: Data) throws {
        root = try JSONSerialization.jsonObject(with: schema) as? [String: Any] ?? [:]
    }

    package func violations(of value: Any) -> [String] {
        violations(of: value, root, "")
    }

    /// - Parameter json: the value as JSON.
    package func violations(of json: Data) throws -> [String] {
        violations(of: try JSONSerialization.jsonObject(with: json))
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
