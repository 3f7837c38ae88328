extension TypeWords {
    /// Apache Iceberg, "Table Spec": "Primitive Types", "Nested Types" (https://iceberg.apache.org/spec/#primitive-types).
    static let iceberg: [String: TypeWord] = [
        "float": .float(bits: 24), "double": .float(bits: 53), "fixed": .fixed(nil),
        "time": .time(6),
        "timestamp": .timestamp(.ntz, precision: 6), "timestamptz": .timestamp(.ltz, precision: 6),
        // 64 bits of nanoseconds.
        "timestamp_ns": .instant(.ntz, precision: 9), "timestamptz_ns": .instant(.ltz, precision: 9),
        "variant": .json, "unknown": .void,
    ]

    /// Apache Avro 1.12, "Specification": "Primitive Types", "Complex Types", "Logical Types"
    /// (https://avro.apache.org/docs/1.12.0/specification/).
    static let avro: [String: TypeWord] = [
        "int": .signed(32), "long": .signed(64), "float": .float(bits: 24), "double": .float(bits: 53),
        "fixed": .fixed(nil), "enum": .raw,
        "time-millis": .time(3), "time-micros": .time(6),
        "timestamp-millis": .timestamp(.ltz, precision: 3), "timestamp-micros": .timestamp(.ltz, precision: 6),
        "timestamp-nanos": .instant(.ltz, precision: 9),
        "local-timestamp-millis": .timestamp(.ntz, precision: 3),
        "local-timestamp-micros": .timestamp(.ntz, precision: 6),
        "local-timestamp-nanos": .instant(.ntz, precision: 9),
        "duration": .raw,
    ]

    /// Apache Parquet, "Types" and "Logical Types" (https://parquet.apache.org/docs/file-format/types/,
    /// https://github.com/apache/parquet-format/blob/master/LogicalTypes.md).
    static let parquet: [String: TypeWord] = [
        "int": .intByBits, "int8": .signed(8), "int_8": .signed(8), "int_16": .signed(16), "int_32": .signed(32),
        "int_64": .signed(64),
        "uint_8": .unsigned(8), "uint_16": .unsigned(16), "uint_32": .unsigned(32), "uint_64": .unsigned(64),
        "int96": .timestamp(.ltz, precision: 9),
        "float": .float(bits: 24), "double": .float(bits: 53),
        // "Deprecated time ConvertedType": both are adjusted to UTC.
        "time_millis": .time(precision: 3, isZoned: true), "time_micros": .time(precision: 6, isZoned: true),
        "time": .time(6),
        // "TIMESTAMP": 64 bits of the unit, so that nanoseconds end in 2262.
        "timestamp_millis": .timestamp(.ltz, precision: 3), "timestamp_micros": .timestamp(.ltz, precision: 6),
        "timestamp": .instant(.ltz, precision: 6),
        "interval": .raw, "variant": .kin("variant", of: .json), "unknown": .void,
    ]

    /// JSON Schema 2020-12, validation, 6.1.1 "type" (https://json-schema.org/draft/2020-12/json-schema-validation).
    static let json: [String: TypeWord] = [
        // 6.1.1: an integer is a number without a fraction, of any size.
        "integer": .decimal(precision: nil, scale: 0), "number": .anyDecimal, "object": .struct, "array": .array,
        "string": .text, "null": .void,
    ]

    /// Protocol Buffers, "Language Guide (proto 3)": "Scalar Value Types" (https://protobuf.dev/programming-guides/proto3/#scalar).
    ///
    /// Numbers that are written otherwise on the wire than `int32` are types of their own: see `Promotions`.
    static let protobuf: [String: TypeWord] = [
        "double": .float(bits: 53), "float": .float(bits: 24),
        "int32": .signed(32), "int64": .signed(64), "uint32": .unsigned(32), "uint64": .unsigned(64),
        "sint32": .kin("zigzag", of: .int(signed: true, bits: 32)),
        "sint64": .kin("zigzag", of: .int(signed: true, bits: 64)),
        "fixed32": .kin("four bytes", of: .int(signed: false, bits: 32)),
        "sfixed32": .kin("four bytes", of: .int(signed: true, bits: 32)),
        "fixed64": .kin("eight bytes", of: .int(signed: false, bits: 64)),
        "sfixed64": .kin("eight bytes", of: .int(signed: true, bits: 64)),
        "bool": .bool, "string": .text, "bytes": .binary, "enum": .raw, "message": .raw,
    ]
}
