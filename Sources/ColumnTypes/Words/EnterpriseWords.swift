extension TypeWords {
    /// IBM Db2 12.1, "Data types" and "CREATE TABLE" (https://www.ibm.com/docs/en/db2/12.1?topic=elements-data-types,
    /// https://www.ibm.com/docs/en/db2/12.1?topic=statements-create-table).
    static let db2: [String: TypeWord] = [
        // "Numbers": DECIMAL has five digits unless it says otherwise; FLOAT(n) four bytes up to 24 bits; DECFLOAT 34 digits.
        "decimal": .decimal(5, 0), "dec": .decimal(5, 0), "numeric": .decimal(5, 0), "num": .decimal(5, 0),
        "float": .floatByPrecision(bits: 53, single: 24), "real": .float(bits: 24), "double": .float(bits: 53),
        "decfloat": .decfloat(digits: 34),
        // "Character strings": lengths count bytes (OCTETS) unless CODEUNITS32 stands behind them.
        "char": .inBytes(1, fixed: true), "character": .inBytes(1, fixed: true), "varchar": .inBytes(nil),
        "character varying": .inBytes(nil), "char varying": .inBytes(nil), "long varchar": .inBytes(32700),
        "clob": .inBytes(nil), "character large object": .inBytes(nil), "char large object": .inBytes(nil),
        "graphic": .national(1, fixed: true), "vargraphic": .national(nil), "dbclob": .national(nil),
        "nchar": .national(1, fixed: true), "nvarchar": .national(nil), "nclob": .national(nil),
        "binary": .fixed(1), "varbinary": .binary, "xml": .raw,
        // "Datetime values": TIMESTAMP has six digits of a second.
        "time": .time(0), "timestamp": .timestamp(.ntz, precision: 6),
    ]

    /// Informix 15, "Data types" (https://www.ibm.com/docs/en/informix-servers/15.0.0?topic=guide-data-types).
    static let informix: [String: TypeWord] = [
        // "FLOAT(n)", "SMALLFLOAT": eight and four bytes. "DECIMAL(p)" without a scale is a floating decimal.
        "float": .float(bits: 53), "smallfloat": .float(bits: 24), "real": .float(bits: 24),
        "decimal": .floatingDecimal(digits: 16), "dec": .floatingDecimal(digits: 16),
        "numeric": .floatingDecimal(digits: 16), "money": .decimal(16, 2),
        "int8": .signed(64), "serial8": .signed(64), "bigserial": .signed(64),
        "varchar": .text, "lvarchar": .text(2048), "nvarchar": .text, "byte": .binary, "text": .text,
        "datetime": .raw, "interval": .raw,
    ]

    /// Vertica 24, "SQL data types" (https://docs.vertica.com/latest/en/sql-reference/data-types/).
    static let vertica: [String: TypeWord] = [
        // "INTEGER": 64 bits, whatever its name.
        "int": .signed(64), "integer": .signed(64), "int8": .signed(64), "smallint": .signed(64),
        "tinyint": .signed(64),
        "bigint": .signed(64),
        // "DOUBLE PRECISION (FLOAT)": eight bytes, REAL and FLOAT(n) too.
        "float": .float(bits: 53), "real": .float(bits: 53), "float8": .float(bits: 53),
        "double precision": .float(bits: 53),
        // "NUMERIC": (37,15) by default, NUMBER (38,0), MONEY (18,4).
        "numeric": .decimal(37, 15), "decimal": .decimal(37, 15), "number": .decimal(38, 0), "money": .decimal(18, 4),
        // "Character data types (CHAR and VARCHAR)": lengths count bytes, 80 by default, LONG VARCHAR a megabyte.
        "char": .inBytes(1, fixed: true), "character": .inBytes(1, fixed: true), "varchar": .inBytes(80),
        "character varying": .inBytes(80), "long varchar": .inBytes(1_048_576), "text": .inBytes(80),
        "binary": .fixed(1), "varbinary": .binary(80), "bytea": .binary(80), "raw": .binary(80),
        "binary varying": .binary(80), "long varbinary": .binary(1_048_576),
        // "Date/time data types": DATETIME and SMALLDATETIME are TIMESTAMP.
        "time": .time(6), "timetz": .time(precision: 6, isZoned: true), "timestamp": .timestamp(.ntz, precision: 6),
        "datetime": .timestamp(.ntz, precision: 6), "smalldatetime": .timestamp(.ntz, precision: 6),
        "timestamptz": .timestamp(.ltz, precision: 6), "interval": .raw,
    ]

    /// Dremio, "Data Types" (https://docs.dremio.com/current/reference/sql/data-types/).
    ///
    /// FLOAT has four bytes; VARCHAR takes no length; TIMESTAMP has milliseconds and no zone.
    static let dremio: [String: TypeWord] = [
        "float": .float(bits: 24), "double": .float(bits: 53), "decimal": .decimal(38, 0),
        "varchar": .textOfAnyLength, "varbinary": .binary, "time": .time(3),
        "timestamp": .timestamp(.ntz, precision: 3),
    ]
}
