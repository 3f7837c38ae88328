extension TypeWords {
    /// Apache Spark 4 and Databricks, "Data types" (https://docs.databricks.com/en/sql/language-manual/sql-ref-datatypes.html,
    /// https://spark.apache.org/docs/latest/sql-ref-datatypes.html).
    static let spark: [String: TypeWord] = [
        "byte": .signed(8), "short": .signed(16), "long": .signed(64),
        // DECIMAL type: precision 10 and scale 0 by default
        // (https://docs.databricks.com/en/sql/language-manual/data-types/decimal-type.html).
        "decimal": .decimal(10, 0), "dec": .decimal(10, 0), "numeric": .decimal(10, 0),
        // FLOAT type: four bytes; REAL is its synonym
        // (https://docs.databricks.com/en/sql/language-manual/data-types/float-type.html).
        "float": .float(bits: 24), "real": .float(bits: 24), "double": .float(bits: 53),
        "string": .text, "binary": .binary,
        // TIMESTAMP type: an instant in the session's zone
        // (https://docs.databricks.com/en/sql/language-manual/data-types/timestamp-type.html).
        "timestamp": .timestamp(.ltz, precision: 6), "timestamp_ltz": .timestamp(.ltz, precision: 6),
        "timestamp_ntz": .timestamp(.ntz, precision: 6),
        // VOID type: the untyped NULL (https://docs.databricks.com/en/sql/language-manual/data-types/null-type.html).
        "void": .void, "variant": .json,
    ]

    /// Apache Hive, "LanguageManual Types" (https://cwiki.apache.org/confluence/display/Hive/LanguageManual+Types); Glue and
    /// Athena follow it. What it leaves out is Spark's.
    ///
    /// TIMESTAMP is a reading of a clock, with nine digits; FLOAT has four bytes; DECIMAL has ten digits unless it says more.
    static let hive: [String: TypeWord] = [
        "timestamp": .timestamp(.ntz, precision: 9),
        "uniontype": .raw,
    ]

    /// Apache Impala, "Data Types" (https://impala.apache.org/docs/build/html/topics/impala_datatypes.html). What it leaves out
    /// is Hive's.
    ///
    /// DECIMAL has nine digits unless it says more; REAL is DOUBLE.
    static let impala: [String: TypeWord] = ["decimal": .decimal(9, 0), "real": .float(bits: 53)]

    /// Trino, "Data types" (https://trino.io/docs/current/language/types.html); Presto's are the same
    /// (https://prestodb.io/docs/current/language/types.html).
    ///
    /// DECIMAL has 38 digits unless it says otherwise, TIME and TIMESTAMP three digits of a second; CHAR is padded.
    static let trino: [String: TypeWord] = [
        "decimal": .decimal(38, 0), "real": .float(bits: 24), "double": .float(bits: 53),
        "varchar": .text, "char": .padded(1), "varbinary": .binary,
        "time": .time(3), "timestamp": .timestamp(.ntz, precision: 3),
        "unknown": .void,
    ]

    /// DuckDB, "Data Types", "Numeric Types", "Text Types", "Timestamp Types", "Bitstring Type"
    /// (https://duckdb.org/docs/stable/sql/data_types/overview); names as `duckdb_types()` of 2.0.1 lists them.
    static let duckdb: [String: TypeWord] = [
        "int8": .signed(64), "oid": .signed(64), "signed": .signed(32), "integral": .signed(32),
        "bignum": .raw, "varint": .raw,
        "decimal": .decimal(18, 3), "numeric": .decimal(18, 3), "dec": .decimal(18, 3),
        // "Floating-Point Types": FLOAT has four bytes.
        "float": .floatByPrecision(bits: 24, single: 24), "real": .float(bits: 24), "float4": .float(bits: 24),
        // "Text Types": the length has no effect, and CHAR is VARCHAR
        // (https://duckdb.org/docs/stable/sql/data_types/text).
        "varchar": .textOfAnyLength, "char": .textOfAnyLength, "bpchar": .textOfAnyLength, "text": .textOfAnyLength,
        "string": .textOfAnyLength, "nvarchar": .textOfAnyLength,
        // "Bitstring Type" (https://duckdb.org/docs/stable/sql/data_types/bitstring).
        "bit": .bits(length: nil, fixed: false), "bitstring": .bits(length: nil, fixed: false), "union": .raw,
        // "Timestamp Types": TIMESTAMP_NS ends in 2262 (https://duckdb.org/docs/stable/sql/data_types/timestamp).
        "timestamp": .instant(.ntz, precision: 6), "datetime": .instant(.ntz, precision: 6),
        "timestamp_us": .timestamp(.ntz, precision: 6),
        "timestamp_s": .timestamp(.ntz, precision: 0), "timestamp_ms": .timestamp(.ntz, precision: 3),
        "timestamp_ns": .instant(.ntz, precision: 9), "timestamptz_ns": .instant(.ltz, precision: 9),
        "timestamptz": .timestamp(.ltz, precision: 6), "time": .time(6), "time_ns": .time(9),
        "variant": .kin("variant", of: .json), "null": .void,
    ]

    /// ClickHouse, "Data types" and the page of each (https://clickhouse.com/docs/sql-reference/data-types); names as
    /// `system.data_type_families` of 26.9 lists them.
    static let clickhouse: [String: TypeWord] =
        numbersOfClickHouse
        .merging(textsOfClickHouse) { _, new in new }.merging(othersOfClickHouse) { _, new in new }

    private static let othersOfClickHouse: [String: TypeWord] = [
        "datetime": .instant(.ltz, precision: 0, reach: TimeReach(1970, 2106)),
        "timestamp": .instant(.ltz, precision: 0, reach: TimeReach(1970, 2106)),
        "datetime32": .instant(.ltz, precision: 0, reach: TimeReach(1970, 2106)),
        // "Date": from 1970 to 2149. "Date32", "DateTime64": from 1900 to 2299, with nanoseconds to 2262.
        "date": .date(TimeReach(1970, 2149)), "date32": .date(TimeReach(1900, 2299)),
        "datetime64": .instant(.ltz, precision: 3, reach: TimeReach(1900, 2299)),
        "time": .time(0), "time64": .time(3),
        "nested": .raw, "nothing": .void,
    ]

    /// "Int types", "Float types", "Decimal": `Int8` has eight bits, and what stands in brackets behind `FLOAT` has no effect.
    private static let numbersOfClickHouse: [String: TypeWord] = [
        "int8": .signed(8), "int256": .signed(256), "uint256": .unsigned(256), "tinyint": .signed(8),
        "mediumint": .signed(32), "signed": .signed(64), "bit": .unsigned(64), "set": .unsigned(64),
        "year": .unsigned(16),
        "decimal": .decimal(10, 0), "dec": .decimal(10, 0), "numeric": .decimal(10, 0), "fixed": .decimal(10, 0),
        "decimal32": .decimalByScale(precision: 9), "decimal64": .decimalByScale(precision: 18),
        "decimal128": .decimalByScale(precision: 38), "decimal256": .decimalByScale(precision: 76),
        "bfloat16": .float(bits: 8), "float": .float(bits: 24), "real": .float(bits: 24), "single": .float(bits: 24),
    ]

    /// "String": lengths have no effect, and texts of other systems are String. "FixedString(N)": padded to N bytes.
    private static let textsOfClickHouse: [String: TypeWord] = {
        let names = [
            "string", "varchar", "varchar2", "char", "character", "text", "tinytext", "mediumtext", "longtext",
            "nvarchar",
            "nchar", "clob", "blob", "tinyblob", "mediumblob", "longblob", "bytea", "varbinary", "binary varying",
            "character varying", "char varying", "nchar varying", "national char", "national character",
            "national char varying", "national character varying", "char large object", "character large object",
            "nchar large object", "national character large object", "binary large object",
        ]
        var words = Dictionary(uniqueKeysWithValues: names.map { ($0, TypeWord.textOfAnyLength) })
        words["fixedstring"] = .padded(nil)
        words["binary"] = .padded(1)
        words["enum8"] = .text
        words["enum16"] = .text
        return words
    }()
}
