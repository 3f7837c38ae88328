extension TypeWords {
    /// Snowflake, "Summary of data types", "Numeric data types", "String & binary data types", "Date & time data types"
    /// (https://docs.snowflake.com/en/sql-reference/intro-summary-data-types).
    ///
    /// All whole-number names are NUMBER(38,0). CHAR is an unpadded VARCHAR. TIMESTAMP is TIMESTAMP_NTZ unless the session
    /// says otherwise.
    static let snowflake: [String: TypeWord] = [
        "number": .decimal(38, 0), "decimal": .decimal(38, 0), "dec": .decimal(38, 0), "numeric": .decimal(38, 0),
        "int": .decimal(38, 0), "integer": .decimal(38, 0), "bigint": .decimal(38, 0), "smallint": .decimal(38, 0),
        "tinyint": .decimal(38, 0), "byteint": .decimal(38, 0),
        "float": .float(bits: 53), "float4": .float(bits: 53), "float8": .float(bits: 53), "real": .float(bits: 53),
        "varchar": .text(most), "string": .text(most), "text": .text(most), "nvarchar": .text(most),
        "nvarchar2": .text(most), "char varying": .text(most), "nchar varying": .text(most),
        "character varying": .text(most),
        "char": .text(1), "character": .text(1), "nchar": .text(1),
        "binary": .binary(8_388_608), "varbinary": .binary(8_388_608),
        "time": .time(9),
        "timestamp": .timestamp(.ntz, precision: 9), "datetime": .timestamp(.ntz, precision: 9),
        "timestamp_ntz": .timestamp(.ntz, precision: 9), "timestampntz": .timestamp(.ntz, precision: 9),
        "timestamp_ltz": .timestamp(.ltz, precision: 9), "timestampltz": .timestamp(.ltz, precision: 9),
        "timestamp_tz": .timestamp(.tz, precision: 9), "timestamptz": .timestamp(.tz, precision: 9),
        // DECFLOAT: 38 digits with an exponent (https://docs.snowflake.com/en/sql-reference/data-types-numeric).
        "decfloat": .decfloat(digits: 38), "variant": .json, "bit": .raw,
    ]

    /// The length of a bare VARCHAR in Snowflake.
    private static let most = 16_777_216

    /// BigQuery, "Data types": "Integer types", "Decimal types", "String type", "Datetime type", "Timestamp type"
    /// (https://cloud.google.com/bigquery/docs/reference/standard-sql/data-types).
    ///
    /// NUMERIC has 38 digits, 9 of them behind the point; BIGNUMERIC 76 and 38. TIMESTAMP is an instant, DATETIME a reading.
    static let bigquery: [String: TypeWord] = [
        "int64": .signed(64), "int": .signed(64), "integer": .signed(64), "smallint": .signed(64),
        "bigint": .signed(64), "tinyint": .signed(64), "byteint": .signed(64),
        "numeric": .decimal(38, 9), "decimal": .decimal(38, 9),
        "bignumeric": .decimal(76, 38), "bigdecimal": .decimal(76, 38),
        "float64": .float(bits: 53), "float": .float(bits: 53),
        "string": .text, "bytes": .binary,
        "time": .time(6), "datetime": .timestamp(.ntz, precision: 6), "timestamp": .timestamp(.ltz, precision: 6),
    ]
}
