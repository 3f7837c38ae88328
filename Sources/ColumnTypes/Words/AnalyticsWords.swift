extension TypeWords {
    /// Apache Spark 4 and Databricks, "Data types" (https://docs.databricks.com/en/sql/language-manual/sql-ref-datatypes.html,
    /// https://spark.apache.org/docs/latest/sql-ref-datatypes.html).
    ///
    /// TIMESTAMP is an instant in the session's zone. FLOAT has four bytes. CHAR(n) is padded.
    static let spark: [String: TypeWord] = [
        "byte": .signed(8), "short": .signed(16), "long": .signed(64),
        "decimal": .decimal(10, 0), "dec": .decimal(10, 0), "numeric": .decimal(10, 0),
        "float": .float(bits: 24), "real": .float(bits: 24), "double": .float(bits: 53),
        "string": .text, "binary": .binary,
        "timestamp": .timestamp(.ltz, precision: 6), "timestamp_ltz": .timestamp(.ltz, precision: 6),
        "timestamp_ntz": .timestamp(.ntz, precision: 6),
        "void": .raw,
    ]

    /// Apache Hive, "LanguageManual Types" (https://cwiki.apache.org/confluence/display/Hive/LanguageManual+Types); Impala,
    /// Glue and Athena follow it. What it leaves out is Spark's.
    ///
    /// TIMESTAMP is a reading of a clock, with nine digits.
    static let hive: [String: TypeWord] = [
        "timestamp": .timestamp(.ntz, precision: 9),
        "uniontype": .raw,
    ]

    /// Trino 4xx, "Data types" (https://trino.io/docs/current/language/types.html).
    static let trino: [String: TypeWord] = [
        "decimal": .decimal(38, 0), "real": .float(bits: 24), "double": .float(bits: 53),
        "varchar": .text, "char": .padded(1), "varbinary": .binary,
        "time": .time(3), "timestamp": .timestamp(.ntz, precision: 3),
    ]

    /// DuckDB 1.4, "General-Purpose Data Types", "Numeric Types", "Timestamp Types"
    /// (https://duckdb.org/docs/stable/sql/data_types/overview).
    ///
    /// Lengths of VARCHAR are ignored by the system, but promised by the contract.
    static let duckdb: [String: TypeWord] = [
        "int8": .signed(64), "signed": .signed(32), "decimal": .decimal(18, 3), "numeric": .decimal(18, 3),
        "float": .float(bits: 24), "real": .float(bits: 24), "char": .text,
        "bit": .raw, "bitstring": .raw, "union": .raw,
        "timestamp": .timestamp(.ntz, precision: 6), "timestamp_s": .timestamp(.ntz, precision: 0),
        "timestamp_ms": .timestamp(.ntz, precision: 3), "timestamp_ns": .timestamp(.ntz, precision: 9),
        "timestamptz": .timestamp(.ltz, precision: 6), "time": .time(6),
    ]

    /// ClickHouse, "Data types" (https://clickhouse.com/docs/sql-reference/data-types).
    ///
    /// `Int8` has eight bits. DateTime is an instant.
    static let clickhouse: [String: TypeWord] = [
        "int8": .signed(8), "int256": .signed(256), "uint256": .unsigned(256), "tinyint": .signed(8),
        "decimal": .decimal(10, 0), "decimal32": .decimalByScale(precision: 9),
        "decimal64": .decimalByScale(precision: 18), "decimal128": .decimalByScale(precision: 38),
        "decimal256": .decimalByScale(precision: 76),
        "bfloat16": .float(bits: 8), "float": .float(bits: 24),
        "char": .text, "character": .text, "binary": .text, "varbinary": .text, "blob": .text,
        "fixedstring": .padded(nil),
        "enum8": .text, "enum16": .text,
        "datetime": .timestamp(.ltz, precision: 0), "timestamp": .timestamp(.ltz, precision: 0),
        "datetime32": .timestamp(.ltz, precision: 0), "datetime64": .timestamp(.ltz, precision: 3),
        "bit": .raw, "nested": .raw,
    ]
}
