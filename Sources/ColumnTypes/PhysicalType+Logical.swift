package import ContractModel

extension PhysicalType {
    /// Logical types that a column of this type may have in a dialect; nil: any, or nothing is known of it.
    ///
    /// For two versions of which one gives the logical type alone and the other the physical one: generous where systems
    /// lack a type, but a text is no object and no number.
    package func logicalTypes(_ dialect: Dialect) -> Set<LogicalType>? {
        // Delimited text has no types; JSON and Avro have none for some of them.
        if dialect == .csv { return nil }
        let isPlain = dialect == .json || dialect == .avro || dialect == .parquet
        switch self {
        case .raw, .bits: return nil
        case .kin(_, let base): return base.logicalTypes(dialect)
        case .int(_, let bits):
            if isPlain { return [.integer, .number, .boolean, .date, .timestamp, .time] }
            return bits <= 16 ? [.integer, .number, .boolean] : [.integer, .number]
        case .decimal(let precision, let scale):
            if precision == 1, scale == 0 { return [.integer, .number, .boolean] }
            return scale ?? 0 <= 0 ? [.integer, .number] : [.number]
        case .fixedPoint, .decfloat, .float: return [.number]
        case .char(let length, _, _):
            if isPlain { return [.string, .date, .timestamp, .time] }
            return length == 1 ? [.string, .boolean] : [.string]
        case .enumeration: return [.string]
        case .bytes: return isPlain ? [.string, .bytes, .number] : [.string, .bytes]
        case .bool: return [.boolean]
        case .date: return dialect == .oracle ? [.date, .timestamp] : [.date]
        case .time: return [.time]
        case .timestamp: return [.timestamp]
        case .uuid: return [.string]
        case .json: return [.object, .array, .map, .vector, .string, .any]
        case .array: return [.array, .vector, .map]
        case .map, .struct: return [.object, .map]
        }
    }
}
