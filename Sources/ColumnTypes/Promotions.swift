package import ContractModel

/// Promotions of each system and format, where they differ from what the values alone would say.
///
/// Whoever writes a column anew can take any type that holds all values. Formats whose files stay as they were written read
/// them by their own rules: what those do not promote cannot be read, however well it would fit.
package enum Promotions {
    /// The ways in which a type can widen.
    struct Steps: OptionSet, Sendable {
        let rawValue: UInt16
        static let integer = Steps(rawValue: 1)
        static let integerToDecimal = Steps(rawValue: 2)
        static let integerToFloat = Steps(rawValue: 4)
        static let precision = Steps(rawValue: 8)
        static let scale = Steps(rawValue: 16)
        static let floatToDouble = Steps(rawValue: 32)
        static let text = Steps(rawValue: 64)
        static let bytes = Steps(rawValue: 128)
        static let dateToTimestamp = Steps(rawValue: 256)
        static let time = Steps(rawValue: 512)
    }

    /// Kind of widening of a lossless change; nil for one that is none of these.
    static func step(_ old: PhysicalType, _ new: PhysicalType) -> Steps? {
        switch (old, new) {
        case (.int, .int): .integer
        case (.int, .decimal): .integerToDecimal
        case (.int, .float): .integerToFloat
        case (.decimal(_, let scale), .decimal(_, let newScale)): scale == newScale ? .precision : .scale
        case (.float, .float): .floatToDouble
        case (.char(_, _, let unit), .char(_, _, let newUnit)): unit == newUnit ? .text : nil
        case (.bytes, .bytes): .bytes
        case (.date, .timestamp): .dateToTimestamp
        case (.time, .time), (.timestamp, .timestamp): .time
        default: nil
        }
    }

    /// The steps of formats that do not write old data anew. Lengths of texts are none of theirs, and limit what is written.
    private static let formats: [Dialect: Steps] = [
        .avro: avro, .iceberg: iceberg, .icebergV2: icebergV2, .parquet: parquet, .protobuf: protobuf,
    ]

    /// Apache Avro 1.12, "Schema Resolution": int to long, float or double, long to float or double, float to double
    /// (https://avro.apache.org/docs/1.12.0/specification/#schema-resolution). Units of times are not converted, and decimals
    /// match where precision and scale do.
    private static let avro: Steps = [.integer, .integerToFloat, .floatToDouble, .text]

    /// Apache Iceberg, "Table Spec", "Schema Evolution", versions 1 and 2: int to long, float to double, decimal(P, S) to
    /// decimal(P2, S) (https://iceberg.apache.org/spec/#schema-evolution).
    private static let icebergV2: Steps = [.integer, .floatToDouble, .precision, .text]

    /// Apache Iceberg, the same, from version 3 on: date to timestamp and timestamp_ns as well.
    private static let iceberg: Steps = [.integer, .floatToDouble, .precision, .dateToTimestamp, .text]

    /// Apache Parquet, "File Format": each file carries its types, and the format promotes nothing
    /// (https://parquet.apache.org/docs/file-format/types/). Readers take shorter numbers for longer ones of a kind; what they
    /// make of other units and scales is open.
    private static let parquet: Steps = [.integer, .floatToDouble, .precision, .text]

    /// Protocol Buffers, "Language Guide (proto 3)", "Updating A Message Type": int32, uint32, int64, uint64 and bool can take
    /// each other's place, sint32 and sint64 each other's; float and double cannot
    /// (https://protobuf.dev/programming-guides/proto3/#updating).
    private static let protobuf: Steps = [.integer, .text]

    /// True when readers of a new type read all values of an old one.
    static func widens(_ old: PhysicalType, to new: PhysicalType, _ dialect: Dialect) -> Bool {
        if promotes(old, to: new, dialect) { return true }
        guard old.isLossless(to: new, dialect) else { return false }
        guard let steps = formats[dialect] else { return true }
        return step(old, new).map(steps.isSuperset) ?? false
    }

    /// Promotions of single systems though values or types say otherwise.
    private static func promotes(_ old: PhysicalType, to new: PhysicalType, _ dialect: Dialect) -> Bool {
        switch (dialect, old, new) {
        // "Schema Resolution" (see `avro`): digits are lost.
        case (.avro, .int(true, let bits), .float): bits == 32 || bits == 64
        // "UUID": it annotates a text.
        case (.avro, .uuid, .char(length: nil, fixed: false, _)): true
        // See `iceberg`: what is out of range fails.
        case (.iceberg, .date, .timestamp(.ntz, precision: 9, _)): true
        // "Updating A Message Type" (see `protobuf`).
        case (.protobuf, .bool, .int): true
        case (.protobuf, .kin(let name, let own), .kin(let newName, let other)):
            name == newName && own.isLossless(to: other)
        // "ALTER TABLE", modify_col_properties: LONG to CLOB, LONG RAW to BLOB
        // (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/ALTER-TABLE.html).
        case (.oracle, .kin("long", _), .char(length: nil, fixed: false, _)): true
        case (.oracle, .kin("long raw", _), .bytes(length: nil, fixed: false)): true
        // "JSON Data Type" (https://mariadb.com/kb/en/json/): an alias of LONGTEXT that a check constraint narrows.
        case (.mariadb, .kin("json", let text), _): text == new
        default: false
        }
    }

    /// True when it is open what readers make of a change, in both directions.
    static func isOpen(_ old: PhysicalType, _ new: PhysicalType, _ dialect: Dialect) -> Bool {
        switch (dialect, old, new) {
        // FLOAT may or may not have the bits.
        case (_, .float(PhysicalType.someFloat), .int), (_, .int, .float(PhysicalType.someFloat)): return true
        // "Schema Resolution" (see `avro`), "Updating A Message Type" (see `protobuf`): bytes that are no text cannot be read so.
        case (.avro, .char, .bytes(nil, fixed: false)), (.avro, .bytes(nil, fixed: false), .char),
            (.protobuf, .char, .bytes), (.protobuf, .bytes, .char):
            return true
        // "Decimal" (https://avro.apache.org/docs/1.12.0/specification/#decimal): they match where scale and precision do.
        case (.avro, .decimal(_, let scale), .decimal(_, let newScale)): return scale == newScale
        // The same four or eight bytes, with a sign and without.
        case (.protobuf, .kin(let name, let own), .kin(let newName, let other)):
            return name == newName && !own.isLossless(to: other) && !other.isLossless(to: own)
        case (.parquet, _, _):
            // See `parquet`.
            let isRead = step(old, new).map(parquet.isSuperset) ?? false
            return !isRead && (old.isLossless(to: new) || new.isLossless(to: old))
        // BIT holds bits, and is a number where one is asked for.
        case (.mysql, .bits, .int), (.mysql, .int, .bits), (.mariadb, .bits, .int), (.mariadb, .int, .bits): return true
        default: return false
        }
    }
}
