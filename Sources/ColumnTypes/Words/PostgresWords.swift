extension TypeWords {
    /// PostgreSQL 17, table 8.1 "Data Types", 8.1.2, 8.3, 8.5 and 8.10
    /// (https://www.postgresql.org/docs/17/datatype.html).
    ///
    /// `timestamptz` keeps the instant and shows it in the reader's zone. `NUMERIC` without precision holds any number.
    static let postgres: [String: TypeWord] = [
        "int8": .signed(64), "serial2": .signed(16), "serial4": .signed(32), "serial8": .signed(64),
        "oid": .unsigned(32), "money": .decimal(19, 2),
        "float": .floatByPrecision(bits: 53, single: 24),
        "bpchar": .padded(nil), "varchar": .text,
        "bit": .raw, "bit varying": .raw, "varbit": .raw,
        "time": .time(6), "timetz": .time(precision: 6, isZoned: true),
        "timestamp": .timestamp(.ntz, precision: 6), "timestamptz": .timestamp(.ltz, precision: 6),
        "hstore": .map,
    ]

    /// Amazon Redshift, "Data types", "Numeric types", "Character types" and "Datetime types"
    /// (https://docs.aws.amazon.com/redshift/latest/dg/c_Supported_data_types.html). What it leaves out is Postgres's.
    ///
    /// Lengths are bytes. `MAX` is 65535 for VARCHAR.
    static let redshift: [String: TypeWord] = [
        "decimal": .decimal(18, 0), "numeric": .decimal(18, 0),
        "varchar": .text(256, most: 65535), "character varying": .text(256, most: 65535),
        "nvarchar": .text(256, most: 65535), "text": .text(256),
        "bpchar": .padded(256),
        "varbyte": .binary(64000), "varbinary": .binary(64000), "binary varying": .binary(64000),
        "super": .json,
    ]
}
