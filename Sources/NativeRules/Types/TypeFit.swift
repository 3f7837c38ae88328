internal import ColumnTypes
internal import ContractModel

/// Test whether values of a logical type can lie in a column of a physical type.
///
/// Generous wherever some system has no better type: a column that might fit is no finding.
struct TypeFit {
    let dialect: Dialect
    let context: TypeContext
    /// True when the physical type stands without arguments, so that its scale was never chosen.
    let isBare: Bool
    /// True when a number stands in its brackets: `varchar[50]`, an array in Postgres, is often meant as a length.
    let hasBound: Bool

    func fits(_ logical: LogicalType, _ physical: PhysicalType) -> Bool {
        switch (physical, logical) {
        case (.raw, _), (.bits, _), (_, .any): return true
        case (.kin(_, .int), _): return true
        case (.kin(_, let base), _): return fits(logical, base)
        // Delimited text has no types.
        case (.char, _) where dialect == .csv: return true
        default: break
        }
        switch logical {
        case .string: return holdsText(physical)
        case .integer, .number: return holdsNumbers(physical, whole: logical == .integer)
        case .boolean: return holdsBooleans(physical)
        case .date, .timestamp, .time: return holdsTimes(physical, logical)
        case .bytes:
            switch physical {
            case .bytes, .char, .uuid: return true
            default: return false
            }
        case .object, .array, .map, .vector: return holdsCollections(physical, logical)
        case .any: return true
        }
    }

    private func holdsText(_ physical: PhysicalType) -> Bool {
        switch physical {
        // ODCS has no logical type for bytes.
        case .char, .enumeration, .uuid, .json, .bytes: return true
        case .time: return !context.hasTimes
        case .timestamp: return !context.hasTimestamps
        case .array(.char?): return hasBound
        default: return false
        }
    }

    private func holdsNumbers(_ physical: PhysicalType, whole: Bool) -> Bool {
        switch physical {
        case .int: return true
        case .decimal(_, let scale): return !whole || isBare || scale ?? 0 <= 0
        case .float, .decfloat, .fixedPoint: return !whole
        // Avro and Parquet keep decimals in bytes.
        case .bytes: return dialect == .avro || dialect == .parquet
        default: return false
        }
    }

    /// Systems without booleans keep them in a bit, a small number or one character.
    private func holdsBooleans(_ physical: PhysicalType) -> Bool {
        switch physical {
        case .bool: return true
        case .int(_, let bits): return bits <= 16
        case .decimal(let precision, let scale): return precision ?? 1 == 1 && scale ?? 0 == 0
        case .char(let length, _, _): return length == 1
        default: return false
        }
    }

    private func holdsTimes(_ physical: PhysicalType, _ logical: LogicalType) -> Bool {
        switch physical {
        case .date: return logical == .date || dialect == .oracle
        case .timestamp:
            switch logical {
            case .timestamp: return true
            case .date: return !context.hasTimestamps
            default: return dialect == .oracle || dialect.isOfHive
            }
        case .time: return logical == .time || !context.hasTimes
        case .char(let length, _, _):
            if dialect.isOfHive { return logical == .time }
            return length == nil && [.generic, .json, .avro, .parquet].contains(dialect)
        // Days, milliseconds or microseconds since 1970.
        case .int(_, let bits):
            if dialect == .avro || dialect == .parquet { return true }
            let isInstant = logical == .timestamp || (logical == .date && !context.hasTimestamps)
            return dialect == .generic && isInstant && bits >= 64
        default: return false
        }
    }

    /// Systems without nested types keep documents as text or bytes of some length.
    private func holdsCollections(_ physical: PhysicalType, _ logical: LogicalType) -> Bool {
        switch physical {
        case .json: return true
        case .char(let length, _, _), .bytes(let length, _): return length ?? .max >= 256
        case .struct: return logical == .object || logical == .map
        case .map: return logical == .object || logical == .map
        case .array(let element):
            if logical == .array || logical == .vector { return true }
            guard logical == .map else { return false }
            // BigQuery has no maps: lists of pairs stand for them.
            if case .struct? = element { return true }
            return element == nil
        default: return false
        }
    }
}

extension Dialect {
    /// True for what speaks the types of Hive and Spark, which have none for times of day.
    fileprivate var isOfHive: Bool { [.spark, .hive, .impala].contains(self) }
}
