extension TypeWords {
    /// Apache Iceberg, "Table Spec": "Primitive Types", "Nested Types" (https://iceberg.apache.org/spec/#primitive-types).
    static let iceberg: [String: TypeWord] = [
        "float": .float(bits: 24), "double": .float(bits: 53), "fixed": .fixed(nil),
        "time": .time(6),
        "timestamp": .timestamp(.ntz, precision: 6), "timestamptz": .timestamp(.ltz, precision: 6),
        "timestamp_ns": .timestamp(.ntz, precision: 9), "timestamptz_ns": .timestamp(.ltz, precision: 9),
    ]

    /// Apache Avro 1.12, "Specification": "Primitive Types", "Complex Types", "Logical Types"
    /// (https://avro.apache.org/docs/1.12.0/specification/).
    static let avro: [String: TypeWord] = [
        "int": .signed(32), "long": .signed(64), "float": .float(bits: 24), "double": .float(bits: 53),
        "fixed": .fixed(nil), "enum": .raw,
        "time-millis": .time(3), "time-micros": .time(6),
        "timestamp-millis": .timestamp(.ltz, precision: 3), "timestamp-micros": .timestamp(.ltz, precision: 6),
        "timestamp-nanos": .timestamp(.ltz, precision: 9),
        "local-timestamp-millis": .timestamp(.ntz, precision: 3),
        "local-timestamp-micros": .timestamp(.ntz, precision: 6),
        "local-timestamp-nanos": .timestamp(.ntz, precision: 9),
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
        "time_millis": .time(precision: 3, isZoned: true), "time_micros": .time(precision: 6, isZoned: true),
        "time": .time(6),
        "timestamp_millis": .timestamp(.ltz, precision: 3), "timestamp_micros": .timestamp(.ltz, precision: 6),
        "timestamp": .timestamp(.ltz, precision: 6),
        "interval": .raw,
    ]

    /// JSON Schema 2020-12, validation, 6.1.1 "type" (https://json-schema.org/draft/2020-12/json-schema-validation).
    static let json: [String: TypeWord] = [
        "number": .anyDecimal, "object": .struct, "array": .array, "string": .text,
    ]
}
