import ContractModel

/// More of what the pages cited in `TypeWords` and `Promotions` say: what is interchangeable and what only looks like it,
/// ranges of times, and the promotions of formats.
extension TypeTables {
    static let documented: [(Dialect, String)] = [
        (
            .postgres,
            """
            = | bit | bit(1)
            X | bit(3) | bit(5)
            W | bit varying(3) | varbit(5)
            W | bit varying(3) | bit varying
            ? | citext | varchar(10)
            X | citext | integer
            X | jsonb | text[]
            X | timestamp | date
            W | varchar(10) | varchar
            = | decimal(5) | numeric(5,0)
            X | json | text
            = | float(1) | real
            = | float(53) | float8
            ? | oid | bigint
            """
        ),
        (
            .redshift,
            """
            = | char(max) | char(4096)
            = | nchar(max) | char(4096)
            = | character varying(max) | varchar(65535)
            N | varchar(max) | text
            = | float8 | double precision
            X | smallint | char(5)
            """
        ),
        (
            .snowflake,
            """
            = | DECFLOAT | DECFLOAT(38)
            W | NUMBER(38,0) | DECFLOAT
            W | BINARY(10) | VARBINARY
            X | TIMESTAMP_LTZ | DATE
            X | TIMESTAMP_NTZ | DATE
            = | CHAR VARYING(3) | VARCHAR(3)
            = | TIMESTAMPLTZ | TIMESTAMP_LTZ
            """
        ),
        (
            .bigquery,
            """
            W | NUMERIC(10,2) | BIGNUMERIC(12,4)
            X | DATETIME | DATE
            = | BYTEINT | INT64
            = | DECIMAL(10,2) | NUMERIC(10,2)
            """
        ),
        (
            .spark,
            """
            W | VOID | INT
            W | VOID | STRING
            W | TINYINT | FLOAT
            W | VARCHAR(10) | STRING
            X | TIMESTAMP | DATE
            X | TIMESTAMP_NTZ | DATE
            = | LONG | BIGINT
            """
        ),
        (.hive, "= | double precision | double\nW | tinyint | smallint\nX | timestamp | date"),
        (.impala, "= | real | double\n= | decimal | decimal(9,0)\nW | float | double\n= | string | STRING"),
        (.trino, "W | unknown | bigint\n= | varchar | VARCHAR\nX | timestamp(6) | date\nX | char(3) | char(5)"),
        (
            .mysql,
            """
            W | CHAR(3) | CHAR(5)
            W | CHAR(10) | VARCHAR(10)
            N | VARCHAR(10) | CHAR(10)
            N | VARCHAR(255) | TINYTEXT
            W | VARCHAR(63) | TINYTEXT
            W | TINYTEXT | VARCHAR(255)
            = | LONG VARCHAR | MEDIUMTEXT
            = | LONG | MEDIUMTEXT
            = | LONG VARBINARY | MEDIUMBLOB
            = | CHARACTER VARYING(10) | VARCHAR(10)
            = | INT1 | TINYINT
            = | INT2 | SMALLINT
            = | INT3 | MEDIUMINT
            = | MIDDLEINT | MEDIUMINT
            = | INT4 | INT
            = | INT8 | BIGINT
            = | FLOAT4 | FLOAT
            = | FLOAT8 | DOUBLE
            = | BIT | BIT(1)
            W | BIT(1) | BIT(8)
            ? | DOUBLE(10,2) | DOUBLE
            X | DATETIME | DATE
            X | TIMESTAMP | DATETIME
            X | JSON | LONGTEXT
            = | BOOL | BOOLEAN
            W | BOOL | SMALLINT
            """
        ),
        (
            .mariadb,
            """
            W | JSON | LONGTEXT
            = | LONG VARCHAR | MEDIUMTEXT
            = | NUMBER(10,2) | DECIMAL(10,2)
            W | CHAR(3) | CHAR(5)
            = | BOOL | TINYINT(1)
            ? | INET4 | INET6
            """
        ),
        (
            .sqlserver,
            """
            N | DATETIME2(3) | DATETIME
            W | DATETIME | DATETIME2(3)
            X | DATETIME2(0) | DATETIME
            X | DATE | DATETIME
            X | DATE | SMALLDATETIME
            W | DATE | DATETIME2(0)
            W | SMALLDATETIME | DATETIME
            W | SMALLDATETIME | DATETIME2(0)
            X | DATETIME | DATE
            N | DECIMAL(19,4) | MONEY
            W | DECIMAL(18,4) | MONEY
            W | INT | MONEY
            X | INT | SMALLMONEY
            W | SMALLINT | SMALLMONEY
            X | BIGINT | MONEY
            W | SMALLMONEY | DECIMAL(10,4)
            ? | SQL_VARIANT | JSON
            X | SQL_VARIANT | INT
            ? | VARCHAR(10) | TEXT
            ? | NVARCHAR(10) | NTEXT
            = | FLOAT(10) | REAL
            = | FLOAT(30) | FLOAT
            = | DOUBLE PRECISION | FLOAT(53)
            """
        ),
        (
            .oracle,
            """
            W | FLOAT | NUMBER
            W | FLOAT(63) | NUMBER
            X | BINARY_DOUBLE | NUMBER
            X | FLOAT(24) | BINARY_FLOAT
            W | CLOB | NCLOB
            ? | BFILE | BLOB
            N | CLOB | VARCHAR2(4000)
            W | VARCHAR2(10 CHAR) | CLOB
            X | DATE | TIMESTAMP WITH TIME ZONE
            """
        ),
        (
            .duckdb,
            """
            = | VARCHAR(10) | VARCHAR(20)
            = | CHAR(3) | VARCHAR
            = | BPCHAR | TEXT
            = | TIMESTAMP_US | TIMESTAMP
            = | TIMESTAMP(3) | TIMESTAMP_MS
            X | TIMESTAMP | TIMESTAMP_NS
            X | TIMESTAMP_S | TIMESTAMP(9)
            X | DATE | TIMESTAMP_NS
            = | OID | BIGINT
            = | INTEGRAL | INTEGER
            = | FLOAT(10) | REAL
            = | FLOAT(30) | DOUBLE
            = | BITSTRING | BIT
            ? | VARINT | HUGEINT
            = | GUID | UUID
            W | TIME | TIME_NS
            ? | ENUM('a','b') | ENUM('b','a')
            W | ENUM('a','b') | VARCHAR
            """
        ),
        (
            .clickhouse,
            """
            W | Date | Date32
            W | DateTime | DateTime64(3)
            W | DateTime | DateTime64(9)
            X | DateTime64(3) | DateTime64(9)
            = | DateTime64 | DateTime64(3)
            = | DateTime32 | DateTime
            = | VARCHAR(10) | String
            = | VARCHAR(10) | VARCHAR(20)
            = | TEXT | LONGBLOB
            = | BINARY(4) | FixedString(4)
            = | SIGNED | Int64
            = | MEDIUMINT | Int32
            = | INT UNSIGNED | UInt32
            = | BIT | UInt64
            = | YEAR | UInt16
            = | FLOAT(30) | Float32
            = | DOUBLE PRECISION | Float64
            = | Decimal | Decimal(10,0)
            = | NUMERIC(5) | Decimal(5,0)
            = | FIXED(5,2) | Decimal(5,2)
            W | UInt8 | UInt256
            ? | Enum8('a' = 1, 'b' = 2) | Enum8('b' = 1, 'a' = 2)
            X | Date | DateTime
            """
        ),
        (
            .db2,
            """
            = | DECIMAL | DECIMAL(5,0)
            = | DECFLOAT | DECFLOAT(34)
            W | DECFLOAT(16) | DECFLOAT(34)
            = | FLOAT | DOUBLE
            = | FLOAT(24) | REAL
            = | VARCHAR(10) | VARCHAR(10 OCTETS)
            W | VARCHAR(10 OCTETS) | VARCHAR(10 CODEUNITS32)
            W | SMALLINT | INTEGER
            = | TIMESTAMP | TIMESTAMP(6)
            X | CHAR(3) | CHAR(5)
            """
        ),
        (
            .vertica,
            """
            = | INT | BIGINT
            = | TINYINT | INTEGER
            = | FLOAT | REAL
            = | NUMERIC | NUMERIC(37,15)
            = | VARCHAR | VARCHAR(80)
            = | DATETIME | TIMESTAMP
            = | TIMESTAMPTZ | TIMESTAMP WITH TIME ZONE
            """
        ),
        (
            .informix,
            "= | FLOAT | DOUBLE PRECISION\nW | SMALLFLOAT | FLOAT\n= | LVARCHAR | LVARCHAR(2048)\nN | DECIMAL(10) | DECIMAL(10,0)"
        ),
        (.dremio, "W | FLOAT | DOUBLE\n= | VARCHAR(10) | VARCHAR\nW | INT | BIGINT"),
        (
            .iceberg,
            """
            W | unknown | int
            W | unknown | struct<a: int>
            X | int | float
            X | int | double
            X | long | double
            X | int | decimal(10,0)
            X | decimal(9,2) | decimal(12,4)
            X | timestamptz | timestamptz_ns
            X | date | timestamptz_ns
            X | timestamp | date
            """
        ),
        (.icebergV2, "X | date | timestamp\nW | int | long\nW | decimal(9,2) | decimal(12,2)\nW | float | double"),
        (
            .avro,
            """
            X | bytes | fixed[4]
            X | decimal(9,2) | decimal(12,4)
            X | date | local-timestamp-millis
            X | timestamp-micros | timestamp-nanos
            X | local-timestamp-millis | local-timestamp-micros
            X | int | decimal(10,0)
            N | string | uuid
            X | date | timestamp-millis
            """
        ),
        (
            .parquet,
            """
            ? | TIMESTAMP(MILLIS,true) | TIMESTAMP(MICROS,true)
            X | TIMESTAMP(MICROS,true) | TIMESTAMP(NANOS,true)
            ? | DECIMAL(9,2) | DECIMAL(12,4)
            ? | JSON | BSON
            X | INT32 | FLOAT
            ? | INT32 | DOUBLE
            X | TIME(MILLIS,true) | TIME(MILLIS,false)
            ? | DATE | TIMESTAMP(MICROS,false)
            """
        ),
        (
            .protobuf,
            """
            W | int32 | int64
            W | uint32 | uint64
            W | uint32 | int64
            X | int32 | uint32
            W | bool | int32
            W | sint32 | sint64
            X | int32 | sint32
            X | int32 | fixed32
            ? | fixed32 | sfixed32
            X | fixed32 | fixed64
            X | float | double
            X | int32 | float
            ? | string | bytes
            W | map<string, int32> | map<string, int64>
            X | string | int32
            """
        ),
        (.json, "W | integer | number\nW | null | string\nX | integer | string\nX | number | boolean"),
        (
            .generic,
            """
            W | FLOAT | DOUBLE
            W | REAL | FLOAT
            ? | INT | FLOAT
            = | FLOAT | float
            X | FLOAT | DECIMAL(10,2)
            X | TIMESTAMP | DATE
            W | DATE | TIMESTAMP
            ? | JSON | JSONB
            """
        ),
    ]
}

/// What systems do with the data when a type of theirs widens: `in place`, `anew`, or nothing that is known. Those of Postgres
/// are as the file nodes of PostgreSQL 15 show.
enum PlacementTable {
    struct Line: Sendable, CustomStringConvertible {
        let dialect: Dialect
        let old: String
        let new: String
        let placement: String

        var description: String { "\(dialect): \(old) to \(new)" }
    }

    static let lines: [Line] = text.split(separator: "\n").compactMap { line in
        let parts = line.split(separator: "|").map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
        guard parts.count == 4, let dialect = Dialect.allCases.first(where: { "\($0)" == parts[0] }) else { return nil }
        return Line(dialect: dialect, old: parts[1], new: parts[2], placement: parts[3])
    }

    private static let text = """
        postgres | varchar(10) | text | in place
        postgres | char(3) | varchar(3) | anew
        postgres | char(3) | text | anew
        postgres | numeric(10,2) | numeric | in place
        postgres | numeric(10,2) | numeric(12,2) | in place
        postgres | numeric(10,2) | numeric(12,4) | anew
        postgres | timestamp(3) | timestamp | in place
        postgres | time(3) | time(6) | in place
        postgres | timetz(3) | timetz | in place
        postgres | int | bigint | anew
        postgres | smallint | real | anew
        postgres | date | timestamp | anew
        postgres | bit(3) | bit varying(5) | anew
        postgres | bit(3) | bit varying | in place
        postgres | varbit(3) | varbit(5) | in place
        redshift | varchar(10) | varchar(20) | in place
        redshift | varbyte(10) | varbyte(20) | anew
        snowflake | BINARY(10) | BINARY(20) | in place
        snowflake | NUMBER(10,2) | NUMBER(12,4) | anew
        snowflake | TIME(3) | TIME(9) | anew
        bigquery | BYTES(10) | BYTES | in place
        bigquery | NUMERIC | BIGNUMERIC | in place
        spark | TINYINT | FLOAT | anew
        spark | BIGINT | DECIMAL(19,0) | anew
        spark | BIGINT | DECIMAL(20,0) | in place where type widening is on
        spark | TINYINT | DECIMAL(5,0) | anew
        spark | INT | DOUBLE | in place where type widening is on
        iceberg | int | long | in place
        iceberg | date | timestamp | in place from version 3 of the table format on
        avro | int | long | in place
        parquet | INT32 | INT64 | anew
        hive | int | bigint | in place
        mysql | VARCHAR(20) | VARCHAR(300) | anew
        mysql | VARCHAR(20) | VARCHAR(60) | in place
        mysql | VARCHAR(300) | VARCHAR(400) | in place
        mysql | VARCHAR(10) | TEXT | anew
        mysql | VARCHAR(20) | VARCHAR(200) | in place with one byte a character, and writes it anew with four
        mysql | VARCHAR(100) | VARCHAR(300) | in place with four bytes a character, and writes it anew with one
        mysql | CHAR(10) | VARCHAR(10) | anew
        mysql | INT | BIGINT | anew
        mysql | ENUM('a') | ENUM('a','b') | in place
        mysql | ENUM('b') | ENUM('a','b') | anew
        mysql | VARBINARY(10) | VARBINARY(200) | in place
        mysql | VARBINARY(10) | VARBINARY(300) | anew
        mariadb | VARCHAR(20) | VARCHAR(300) | in place
        sqlserver | VARCHAR(10) | VARCHAR(20) | in place
        sqlserver | INT | BIGINT | anew
        sqlserver | VARCHAR(10) | VARCHAR(MAX) | unknown
        sqlserver | CHAR(3) | VARCHAR(5) | anew
        oracle | RAW(2000) | BLOB | anew
        oracle | RAW(10) | RAW(20) | in place
        oracle | VARCHAR2(10) | VARCHAR2(20) | in place
        oracle | VARCHAR2(10) | CLOB | anew
        oracle | NUMBER(10,2) | NUMBER(12,2) | in place
        clickhouse | Int32 | Int64 | anew
        clickhouse | Enum8('a' = 1) | Enum8('a' = 1, 'b' = 2) | in place
        duckdb | INTEGER | BIGINT | anew
        db2 | VARCHAR(10) | VARCHAR(20) | in place
        db2 | INTEGER | BIGINT | anew
        trino | integer | bigint | unknown
        generic | INT | BIGINT | unknown
        """
}
