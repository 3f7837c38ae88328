import ContractModel
import Reporters
import YAMLTree

/// The JSON Schema (draft 2020-12) of a file of our own, written from the table that judges it: for completion and
/// validation in editors.
enum TableSchema {
    static func text(of table: ShapeTable, title: String) -> String {
        var json = JSONWriter()
        json.object { json in
            json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
            json.member("title", title)
            members(of: table.shapes[0], in: table, &json)
        }
        json.end()
        return json.text
    }

    private static func members(of shape: Shape, in table: ShapeTable, _ json: inout JSONWriter) {
        json.member("type", "object")
        json.key("properties")
        json.object { json in
            for row in shape.rows {
                json.key(row.key.rawValue)
                json.object { json in
                    json.member("description", row.doc + ".")
                    members(of: row.kind, in: table, &json)
                }
            }
        }
        let required = shape.rows.filter { $0.required.contains(table.standard.newest) }.map(\.key.rawValue)
        if !required.isEmpty { texts("required", required, &json) }
        json.key("additionalProperties")
        json.value(false)
    }

    private static func members(of kind: Kind, in table: ShapeTable, _ json: inout JSONWriter) {
        // What can be a mapping as well as a text is either.
        if kind.types.contains(.mapping), kind.types != .mapping, kind.types != .all {
            var mapping = kind
            mapping.types = .mapping
            var other = kind
            other.types.remove(.mapping)
            other.entries = nil
            other.shape = nil
            json.key("anyOf")
            json.array { json in
                json.object { members(of: other, in: table, &$0) }
                json.object { members(of: mapping, in: table, &$0) }
            }
        } else if let shape = table.shapes.first(where: { $0.name == kind.shape }) {
            members(of: shape, in: table, &json)
        } else if let entries = kind.entries {
            json.member("type", "object")
            json.key("additionalProperties")
            json.object { members(of: entries.kind.value, in: table, &$0) }
        } else if let items = kind.items {
            json.member("type", "array")
            json.key("items")
            json.object { members(of: items.kind.value, in: table, &$0) }
        } else if kind.types == .all {
            return
        } else if kind.types == .mapping {
            json.member("type", "object")
        } else if kind.types.contains(.integer), kind.types.contains(.text) {
            texts("type", ["string", "integer"], &json)
        } else if kind.types.contains(.integer) {
            json.member("type", "integer")
            if let minimum = kind.minimum { json.member("minimum", Int(minimum)) }
        } else if kind.types.contains(.boolean) {
            texts("type", ["string", "boolean"], &json)
        } else {
            json.member("type", "string")
            if !kind.allowed.isEmpty { texts("enum", kind.allowed, &json) }
        }
    }

    private static func texts(_ name: String, _ values: [String], _ json: inout JSONWriter) {
        json.key(name)
        json.array(.inline) { json in for value in values { json.value(value) } }
    }
}
