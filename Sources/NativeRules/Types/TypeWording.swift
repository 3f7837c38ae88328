internal import ColumnTypes
internal import ContractModel
internal import YAMLTree

/// Wording of types and values in messages about types.
enum TypeWording {
    static func value(_ tree: YAMLTree, _ node: NodeID) -> String {
        switch tree[node].type {
        case .list: "a list"
        case .mapping: "a mapping"
        default: Wording.quoted(tree.text(of: node))
        }
    }

    /// Noun for values of a logical type, with an article; completes "is not …".
    static func noun(_ type: LogicalType) -> String {
        switch type {
        case .string: "a text"
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "true or false"
        case .date: "a date"
        case .timestamp: "a date with a time"
        case .time: "a time of day"
        case .object: "an object"
        case .array: "a list"
        case .map: "a mapping"
        case .vector: "a list of numbers"
        case .bytes: "bytes"
        case .any: "a value"
        }
    }

    /// Statement of what a physical type holds; completes "which …".
    static func content(_ type: PhysicalType, _ text: String, _ dialect: Dialect) -> String {
        isRowVersion(type, text, dialect) ? "is a row version in SQL Server, no time" : "holds " + content(type)
    }

    /// SQL Server's TIMESTAMP, which people take for a time.
    static func isRowVersion(_ type: PhysicalType, _ text: String, _ dialect: Dialect) -> Bool {
        if dialect == .sqlserver, case .bytes = type { text.lowercased() == "timestamp" } else { false }
    }

    private static func content(_ type: PhysicalType) -> String {
        switch type {
        case .int: "whole numbers"
        case .decimal(_, let scale):
            scale.map { $0 > 0 ? "numbers with \(Wording.count($0, "decimal place"))" : "whole numbers" } ?? "numbers"
        case .fixedPoint(_, let scale): "numbers with \(Wording.count(scale, "decimal place"))"
        case .float, .decfloat: "fractional numbers"
        case .char, .enumeration: "text"
        case .bytes: "bytes"
        case .bits: "bits"
        case .kin(_, let base): content(base)
        case .bool: "true and false"
        case .date: "dates"
        case .time: "times of day"
        case .timestamp: "dates with a time"
        case .uuid: "UUIDs"
        case .json: "JSON documents"
        case .array: "lists"
        case .map: "maps"
        case .struct: "structs"
        case .raw: "something else"
        }
    }

    /// Physical types that fit a logical one.
    static func physical(for type: LogicalType, _ dialect: Dialect) -> String {
        switch (type, dialect) {
        case (.timestamp, .sqlserver): return "DATETIME2"
        case (.boolean, .sqlserver): return "BIT"
        case (.string, .bigquery), (.string, .spark): return "STRING"
        case (.integer, .bigquery): return "INT64 or NUMERIC(18,0)"
        case (.number, .bigquery): return "NUMERIC or FLOAT64"
        default: return physical(for: type)
        }
    }

    private static func physical(for type: LogicalType) -> String {
        switch type {
        case .string: "VARCHAR or TEXT"
        case .integer: "INTEGER, BIGINT or DECIMAL(18,0)"
        case .number: "DECIMAL(18,2) or DOUBLE"
        case .boolean: "BOOLEAN"
        case .date: "DATE"
        case .timestamp: "TIMESTAMP"
        case .time: "TIME"
        case .object: "STRUCT or JSON"
        case .array, .vector: "ARRAY or JSON"
        case .map: "MAP or JSON"
        case .bytes: "BINARY"
        case .any: "any type"
        }
    }

    /// Form in which ISO 8601 writes a value.
    static func form(_ type: LogicalType) -> String {
        switch type {
        case .date: "2024-12-31"
        case .time: "23:59:59"
        default: "2024-12-31T23:59:59Z"
        }
    }

    /// The logical type that a physical one suggests.
    static func logical(for type: PhysicalType, _ context: TypeContext) -> LogicalType {
        switch type {
        case .int: .integer
        case .decimal(_, let scale): scale.map { $0 <= 0 ? .integer : .number } ?? .number
        case .float, .decfloat, .fixedPoint: .number
        case .kin(_, let base): logical(for: base, context)
        case .char, .enumeration, .uuid, .bits, .raw: .string
        case .bytes: context.isDCS ? .bytes : .string
        case .bool: .boolean
        case .date: .date
        case .time: context.hasTimes ? .time : context.isDCS ? .string : .date
        case .timestamp: context.hasTimestamps ? .timestamp : .date
        case .json, .struct: .object
        case .array: .array
        case .map: context.isDCS || context.version >= Version(3, 2, 0) ? .map : .object
        }
    }
}
