extension TypeWords {
    /// MySQL 8.4, chapter 13 "Data Types": 13.1.2, 13.1.3, 13.1.4, 13.2.2, 13.3.1
    /// (https://dev.mysql.com/doc/refman/8.4/en/data-types.html).
    ///
    /// A display width, as in `INT(11)`, changes nothing. TIMESTAMP is kept in UTC. BIT holds bits, SET several texts.
    static let mysql: [String: TypeWord] = [
        "integer": .signed(32), "int8": .signed(64), "middleint": .signed(24), "serial": .unsigned(64),
        "decimal": .decimal(10, 0), "dec": .decimal(10, 0), "numeric": .decimal(10, 0), "fixed": .decimal(10, 0),
        "float": .floatByPrecision(bits: 24, single: 24), "real": .float(bits: 53),
        "char": .padded(1), "tinytext": .text(255), "text": .text(65535), "mediumtext": .text(16_777_215),
        "longtext": .text(4_294_967_295), "set": .raw, "bit": .raw,
        "binary": .fixed(1), "tinyblob": .binary(255), "blob": .binary(65535), "mediumblob": .binary(16_777_215),
        "longblob": .binary(4_294_967_295),
        "time": .time(0), "datetime": .timestamp(.ntz, precision: 0), "timestamp": .timestamp(.ltz, precision: 0),
    ]

    /// SQL Server 2022, "Data types (Transact-SQL)" and the page of each
    /// (https://learn.microsoft.com/en-us/sql/t-sql/data-types/data-types-transact-sql).
    ///
    /// BIT is an integer that is 0 or 1. VARCHAR has the letters of one code page, NVARCHAR all. TIMESTAMP is a row version, no time. TINYINT has no sign. A bare VARCHAR has one
    /// character; `(MAX)` has no limit that matters.
    static let sqlserver: [String: TypeWord] = [
        "bit": .unsigned(1), "tinyint": .unsigned(8),
        "decimal": .decimal(18, 0), "dec": .decimal(18, 0), "numeric": .decimal(18, 0),
        "money": .decimal(19, 4), "smallmoney": .decimal(10, 4),
        "float": .floatByPrecision(bits: 53, single: 24),
        "varchar": .text(1), "character varying": .text(1), "char varying": .text(1),
        "nvarchar": .wide(1), "national character varying": .wide(1), "national char varying": .wide(1),
        "nchar": .wide(1, fixed: true), "national character": .wide(1, fixed: true),
        "national char": .wide(1, fixed: true), "ntext": .wide(nil), "sysname": .wide(128),
        "binary": .fixed(1), "varbinary": .binary(1),
        "timestamp": .fixed(8), "rowversion": .fixed(8),
        "time": .time(7), "smalldatetime": .timestamp(.ntz, precision: 0),
        "datetime": .timestamp(.ntz, precision: 3), "datetime2": .timestamp(.ntz, precision: 7),
        "datetimeoffset": .timestamp(.tz, precision: 7),
        "sql_variant": .json,
    ]

    /// Oracle Database 23ai, "SQL Language Reference", chapter 2 "Data Types"
    /// (https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/Data-Types.html).
    ///
    /// A bare NUMBER holds any number, DECIMAL is NUMBER(38,0). DATE has a time of day, but stays a date here; what fits it
    /// is asked with the dialect. FLOAT counts binary digits of a NUMBER: no binary fraction, though near enough. Lengths are
    /// bytes unless CHAR stands behind them.
    static let oracle: [String: TypeWord] = [
        "number": .anyDecimal, "numeric": .decimal(38, 0), "decimal": .decimal(38, 0), "dec": .decimal(38, 0),
        "int": .decimal(38, 0), "integer": .decimal(38, 0), "smallint": .decimal(38, 0),
        "float": .floatOfBits(126), "real": .float(bits: 63), "double precision": .float(bits: 126),
        "nchar": .wide(1, fixed: true), "nvarchar2": .wide(nil), "clob": .wide(nil), "nclob": .wide(nil),
        "long": .wide(nil), "raw": .binary(nil), "bfile": .binary, "rowid": .raw, "urowid": .raw,
        "timestamp": .timestamp(.ntz, precision: 6),
    ]
}
