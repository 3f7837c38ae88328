extension TypeWords {
    /// PostgreSQL 17, table 8.1 "Data Types", 8.1.2, 8.3, 8.5 and 8.10
    /// (https://www.postgresql.org/docs/17/datatype.html).
    ///
    /// `timestamptz` keeps the instant and shows it in the reader's zone. `NUMERIC` without precision holds any number.
    static let postgres: [String: TypeWord] = [
        // Table 8.1, "Aliases"; 8.1.4 "Serial Types" (https://www.postgresql.org/docs/17/datatype-numeric.html).
        "int8": .signed(64), "serial2": .signed(16), "serial4": .signed(32), "serial8": .signed(64),
        "oid": .kin("oid", of: .int(signed: false, bits: 32)),
        // 8.2 "Monetary Types": its text depends on lc_monetary (https://www.postgresql.org/docs/17/datatype-money.html).
        "money": .kin("money", of: .decimal(precision: 19, scale: 2)),
        // 8.1.3: float(1) to float(24) is real, float without p double precision.
        "float": .floatByPrecision(bits: 53, single: 24),
        // 8.3 "Character Types": char is padded with blanks, bpchar without a length takes any
        // (https://www.postgresql.org/docs/17/datatype-character.html).
        "bpchar": .padded(nil), "varchar": .text, "name": .kin("name", of: .char(length: 63, fixed: false)),
        // F.10 "citext": it compares without regard to case (https://www.postgresql.org/docs/17/citext.html).
        "citext": .kin("citext", of: .char(length: nil, fixed: false)),
        // 8.10 "Bit String Types": bit is bit(1), and each value has that length
        // (https://www.postgresql.org/docs/17/datatype-bit.html).
        "bit": .bits(length: 1, fixed: true), "bit varying": .bits(length: nil, fixed: false),
        "varbit": .bits(length: nil, fixed: false),
        // 8.5 "Date/Time Types": six digits of a second (https://www.postgresql.org/docs/17/datatype-datetime.html).
        "time": .time(6), "timetz": .time(precision: 6, isZoned: true),
        "timestamp": .timestamp(.ntz, precision: 6), "timestamptz": .timestamp(.ltz, precision: 6),
        // 8.14 "JSON Types": jsonb keeps neither blanks nor order nor keys said twice
        // (https://www.postgresql.org/docs/17/datatype-json.html).
        "jsonb": .kin("jsonb", of: .json),
        "hstore": .map,
    ]

    /// Amazon Redshift, "Data types", "Numeric types", "Character types" and "Datetime types"
    /// (https://docs.aws.amazon.com/redshift/latest/dg/c_Supported_data_types.html). What it leaves out is Postgres's.
    ///
    /// Lengths are bytes.
    static let redshift: [String: TypeWord] = [
        "decimal": .decimal(18, 0), "numeric": .decimal(18, 0),
        // "Character types": MAX is 4096 for CHAR and 65535 for VARCHAR; BPCHAR is CHAR(256), TEXT is VARCHAR(256)
        // (https://docs.aws.amazon.com/redshift/latest/dg/r_Character_types.html).
        "char": .char(length: 1, fixed: true, most: 4096), "character": .char(length: 1, fixed: true, most: 4096),
        "nchar": .char(length: 1, fixed: true, most: 4096),
        "varchar": .text(256, most: 65535), "character varying": .text(256, most: 65535),
        "nvarchar": .text(256, most: 65535), "text": .text(256),
        "bpchar": .padded(256),
        // "VARBYTE type": 64000 bytes by default (https://docs.aws.amazon.com/redshift/latest/dg/r_VARBYTE_type.html).
        "varbyte": .binary(64000), "varbinary": .binary(64000), "binary varying": .binary(64000),
        "super": .json,
    ]
}
