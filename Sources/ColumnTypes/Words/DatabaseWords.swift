extension TypeWords {
    /// MySQL 8.4, chapter 13 "Data Types" (https://dev.mysql.com/doc/refman/8.4/en/data-types.html).
    static let mysql: [String: TypeWord] = [
        // 13.1.1 "Numeric Data Type Syntax": a display width, as in `INT(11)`, changes nothing; SERIAL is BIGINT UNSIGNED;
        // BIT holds up to 64 bits (https://dev.mysql.com/doc/refman/8.4/en/numeric-type-syntax.html).
        "integer": .signed(32), "int8": .signed(64), "middleint": .signed(24), "serial": .unsigned(64),
        "bit": .bits(length: 1, fixed: false),
        "decimal": .decimal(10, 0), "dec": .decimal(10, 0), "numeric": .decimal(10, 0), "fixed": .decimal(10, 0),
        // FLOAT(p): four bytes up to 24 bits. FLOAT(M,D) rounds to digits. REAL is DOUBLE.
        "float": .floatByPrecision(bits: 24, single: 24), "real": .floatByPrecision(bits: 53, single: 0),
        "double": .floatByPrecision(bits: 53, single: 0), "double precision": .floatByPrecision(bits: 53, single: 0),
        // 13.3.1 "String Data Type Syntax": VARCHAR counts characters, TEXT bytes
        // (https://dev.mysql.com/doc/refman/8.4/en/string-type-syntax.html).
        "char": .padded(1), "tinytext": .inBytes(255), "text": .inBytes(65535), "mediumtext": .inBytes(16_777_215),
        "longtext": .inBytes(4_294_967_295), "set": .raw,
        "binary": .fixed(1), "tinyblob": .binary(255), "blob": .binary(65535), "mediumblob": .binary(16_777_215),
        "longblob": .binary(4_294_967_295), "char byte": .fixed(1),
        // 13.9 "Using Data Types from Other Database Engines"
        // (https://dev.mysql.com/doc/refman/8.4/en/other-vendor-data-types.html).
        "long": .inBytes(16_777_215), "long varchar": .inBytes(16_777_215), "long varbinary": .binary(16_777_215),
        // 13.2.2 "The DATE, DATETIME, and TIMESTAMP Types": whole seconds unless they say otherwise; TIMESTAMP is kept in
        // UTC and ends in 2038 (https://dev.mysql.com/doc/refman/8.4/en/datetime.html).
        "time": .time(0), "datetime": .timestamp(.ntz, precision: 0),
        "timestamp": .timestamp(.ltz, precision: 0, reach: TimeReach(1970, 2038)),
        // 13.2.4 "The YEAR Type": YEAR(4) is YEAR (https://dev.mysql.com/doc/refman/8.4/en/year.html).
        "year": .kin("year", of: .int(signed: true, bits: 16)),
    ]

    /// MariaDB, "Data Types" (https://mariadb.com/kb/en/data-types/). What it leaves out is MySQL's.
    static let mariadb: [String: TypeWord] = [
        // "JSON Data Type": an alias of LONGTEXT whose values are valid documents (https://mariadb.com/kb/en/json/).
        "json": .kin("json", of: .char(length: 4_294_967_295, fixed: false, unit: .bytes)),
        // "Oracle mode" and synonyms: NUMBER, VARCHAR2, CLOB (https://mariadb.com/kb/en/synonyms-for-data-types/).
        "number": .decimal(10, 0), "clob": .inBytes(4_294_967_295), "raw": .binary(nil), "varchar2": .text,
        "inet4": .raw, "inet6": .raw,
    ]

    /// SQL Server 2022, "Data types (Transact-SQL)" and the page of each
    /// (https://learn.microsoft.com/en-us/sql/t-sql/data-types/data-types-transact-sql).
    static let sqlserver: [String: TypeWord] = [
        // "bit": an integer that is 0 or 1. "int, bigint, smallint, and tinyint": TINYINT has no sign.
        "bit": .unsigned(1), "tinyint": .unsigned(8),
        // "decimal and numeric": 18 digits by default.
        "decimal": .decimal(18, 0), "dec": .decimal(18, 0), "numeric": .decimal(18, 0),
        // "money and smallmoney": ten-thousandths in eight and four bytes
        // (https://learn.microsoft.com/en-us/sql/t-sql/data-types/money-and-smallmoney-transact-sql).
        "money": .fixedPoint(bits: 64, scale: 4), "smallmoney": .fixedPoint(bits: 32, scale: 4),
        // "float and real": 1 to 24 bits count as 24 (…/float-and-real-transact-sql).
        "float": .floatByPrecision(bits: 53, single: 24), "double precision": .float(bits: 53),
        // "char and varchar", "nchar and nvarchar": one character by default; (MAX) has no limit that matters. VARCHAR has
        // the letters of one code page, NVARCHAR all (…/char-and-varchar-transact-sql).
        "varchar": .text(1), "character varying": .text(1), "char varying": .text(1),
        "nvarchar": .national(1), "national character varying": .national(1), "national char varying": .national(1),
        "nchar": .national(1, fixed: true), "national character": .national(1, fixed: true),
        "national char": .national(1, fixed: true), "sysname": .national(128),
        // "ntext, text, and image": no comparison takes them (…/language-elements/comparison-operators-transact-sql).
        "text": .kin("text", of: .char(length: nil, fixed: false)),
        "ntext": .kin("ntext", of: .char(length: nil, fixed: false, unit: .national)),
        "national text": .kin("ntext", of: .char(length: nil, fixed: false, unit: .national)),
        "image": .kin("image", of: .bytes(length: nil, fixed: false)),
        "binary": .fixed(1), "varbinary": .binary(1), "binary varying": .binary(1),
        // "rowversion": TIMESTAMP is its synonym, and no time (…/rowversion-transact-sql).
        "timestamp": .fixed(8), "rowversion": .fixed(8),
        // "datetime": from 1753, counted in thousandths that end in 0, 3 or 7 (…/datetime-transact-sql).
        "datetime": .timestamp(.ntz, precision: 3, reach: TimeReach(1753, 9999, isCoarse: true)),
        // "smalldatetime": from 1900 to 2079, to the minute (…/smalldatetime-transact-sql).
        "smalldatetime": .timestamp(.ntz, precision: 0, reach: TimeReach(1900, 2079, isCoarse: true)),
        "time": .time(7), "datetime2": .timestamp(.ntz, precision: 7), "datetimeoffset": .timestamp(.tz, precision: 7),
        // "sql_variant": a value of any of several types (…/sql-variant-transact-sql).
        "sql_variant": .kin("sql_variant", of: .json),
    ]

    /// Oracle Database 23ai, "SQL Language Reference", chapter 2 "Data Types"
    /// (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/Data-Types.html).
    ///
    /// DATE has a time of day, but stays a date here; what fits it is asked with the dialect.
    static let oracle: [String: TypeWord] = [
        // "NUMBER Data Type": bare, any number. "ANSI, DB2, and SQL/DS Data Types": INTEGER and DECIMAL are NUMBER(38).
        "number": .anyDecimal, "numeric": .decimal(38, 0), "decimal": .decimal(38, 0), "dec": .decimal(38, 0),
        "int": .decimal(38, 0), "integer": .decimal(38, 0), "smallint": .decimal(38, 0),
        // "FLOAT Data Type": a subtype of NUMBER that counts binary digits; REAL has 63 of them.
        "float": .decfloatByBits(126), "real": .decfloatByBits(63), "double precision": .decfloatByBits(126),
        // "Character Data Types": bytes unless CHAR stands behind the length.
        "varchar2": .inBytes(nil), "varchar": .inBytes(nil), "character varying": .inBytes(nil),
        "char varying": .inBytes(nil), "char": .inBytes(1, fixed: true), "character": .inBytes(1, fixed: true),
        "nchar": .national(1, fixed: true), "national character": .national(1, fixed: true),
        "national char": .national(1, fixed: true), "nvarchar2": .national(nil), "nchar varying": .national(nil),
        "national character varying": .national(nil), "national char varying": .national(nil),
        "clob": .text, "nclob": .national(nil),
        // "LONG Data Type": no WHERE takes it.
        "long": .kin("long", of: .char(length: nil, fixed: false, unit: .bytes)),
        "long varchar": .kin("long", of: .char(length: nil, fixed: false, unit: .bytes)),
        "raw": .binary(nil), "long raw": .kin("long raw", of: .bytes(length: nil, fixed: false)),
        "bfile": .kin("bfile", of: .bytes(length: nil, fixed: false)), "rowid": .raw, "urowid": .raw,
        "timestamp": .timestamp(.ntz, precision: 6),
    ]
}
