extension TypeWords {
    /// Types that most systems share: ISO/IEC 9075-2:2016, 6.1 "<data type>", and names that several vendors use alike.
    ///
    /// Reading where systems differ: the more generous one stands: a bare `DECIMAL` or `VARCHAR` has no limit here. FLOAT has four
    /// bytes in some and eight in others, so that it is neither REAL nor DOUBLE.
    static let generic = numbers.merging(texts) { _, new in new }.merging(others) { _, new in new }

    private static let numbers: [String: TypeWord] = [
        "tinyint": .signed(8), "int1": .signed(8), "byteint": .signed(8), "byte": .signed(8),
        "smallint": .signed(16), "int2": .signed(16), "int16": .signed(16), "short": .signed(16),
        "smallserial": .signed(16),
        "mediumint": .signed(24), "int3": .signed(24),
        "int": .signed(32), "integer": .signed(32), "int4": .signed(32), "int32": .signed(32), "serial": .signed(32),
        // Eight bytes in Postgres and DuckDB, eight bits elsewhere.
        "int8": .signed(64),
        "bigint": .signed(64), "int64": .signed(64), "long": .signed(64), "bigserial": .signed(64),
        "hugeint": .signed(128), "int128": .signed(128),
        "uint8": .unsigned(8), "uint16": .unsigned(16), "uint32": .unsigned(32), "uint64": .unsigned(64),
        "uint128": .unsigned(128), "utinyint": .unsigned(8), "usmallint": .unsigned(16), "uinteger": .unsigned(32),
        "ubigint": .unsigned(64), "uhugeint": .unsigned(128),
        "decimal": .anyDecimal, "dec": .anyDecimal, "numeric": .anyDecimal, "number": .anyDecimal,
        "decfloat": .decfloat(digits: 34), "bigdecimal": .anyDecimal, "bignumeric": .anyDecimal,
        "money": .decimal(19, 4), "smallmoney": .decimal(10, 4),
        "float16": .float(bits: 11), "real": .float(bits: 24), "float4": .float(bits: 24), "float32": .float(bits: 24),
        "binary_float": .float(bits: 24),
        "float": .floatByPrecision(bits: PhysicalType.someFloat, single: 24),
        "double": .float(bits: 53), "double precision": .float(bits: 53), "float8": .float(bits: 53),
        "float64": .float(bits: 53), "binary_double": .float(bits: 53),
    ]

    private static let texts: [String: TypeWord] = [
        "varchar": .text, "varchar2": .text, "nvarchar": .text, "nvarchar2": .text, "character varying": .text,
        "char varying": .text, "nchar varying": .text, "national character varying": .text,
        "national char varying": .text, "national varchar": .text, "text": .text, "ntext": .text, "tinytext": .text,
        "mediumtext": .text,
        "longtext": .text, "citext": .kin("citext", of: .char(length: nil, fixed: false)), "clob": .text,
        "nclob": .text, "character large object": .text,
        "char large object": .text, "string": .text, "utf8": .text, "long varchar": .text, "enum": .text,
        "char": .padded(1), "character": .padded(1), "nchar": .padded(1), "national character": .padded(1),
        "national char": .padded(1), "bpchar": .padded(nil),
        "varbinary": .binary, "binary varying": .binary, "bytea": .binary, "bytes": .binary, "blob": .binary,
        "tinyblob": .binary, "mediumblob": .binary, "longblob": .binary, "binary large object": .binary,
        "byte_array": .binary, "binary": .binary, "long raw": .binary, "image": .binary,
        "fixed_len_byte_array": .fixed(nil), "fixed": .fixed(nil),
    ]

    private static let others: [String: TypeWord] = [
        "boolean": .bool, "bool": .bool, "logical": .bool, "bit": .bit(.bool),
        "date": .date, "date32": .date,
        "time": .time(0), "timetz": .time(precision: 6, isZoned: true),
        "timestamp": .timestamp(.ntz, precision: 6), "datetime": .timestamp(.ntz, precision: 6),
        "datetime2": .timestamp(.ntz, precision: 7), "smalldatetime": .timestamp(.ntz, precision: 0),
        "timestamp_ntz": .timestamp(.ntz, precision: 6), "timestampntz": .timestamp(.ntz, precision: 6),
        "timestamp_ltz": .timestamp(.ltz, precision: 6), "timestampltz": .timestamp(.ltz, precision: 6),
        "timestamp_tz": .timestamp(.tz, precision: 6), "timestamptz": .timestamp(.tz, precision: 6),
        "datetimeoffset": .timestamp(.tz, precision: 7), "datetime64": .instant(.ntz, precision: 9),
        "uuid": .uuid, "guid": .uuid, "uniqueidentifier": .uuid,
        "json": .json, "variant": .json, "super": .json,
        // Other texts come back than were put in; other bytes than JSON's.
        "jsonb": .kin("jsonb", of: .json), "bson": .kin("bson", of: .json),
        "array": .array, "list": .array, "map": .map,
        "struct": .struct, "row": .struct, "record": .struct, "tuple": .struct, "object": .struct,
        "nullable": .wrapper, "lowcardinality": .wrapper,
    ]
}
