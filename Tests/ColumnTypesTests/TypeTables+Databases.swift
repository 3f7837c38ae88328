import Basics

/// What systems take one type of theirs for when it takes the place of another: `=` the same otherwise spelt, `W` wider,
/// `N` narrower, `E` with more fields, `X` neither, `?` not understood.
extension TypeTables {
    static let postgres = """
        = | int4 | integer
        = | int | INTEGER
        W | INTEGER | BIGINT
        W | smallint | integer
        W | int2 | int8
        = | serial | integer
        = | bigserial | bigint
        = | smallserial | smallint
        W | varchar(10) | varchar(20)
        = | character varying(10) | varchar(10)
        = | character varying | text
        W | varchar(10) | text
        = | char(3) | character(3)
        X | char(3) | char(5)
        = | char | char(1)
        W | char(3) | varchar(3)
        = | numeric(10,2) | decimal(10,2)
        W | numeric(10,2) | numeric(12,2)
        W | numeric(10,2) | numeric(12,4)
        X | numeric(10,2) | numeric(11,4)
        = | numeric(10) | numeric(10,0)
        W | numeric(10,2) | numeric
        W | integer | numeric(10,0)
        N | integer | numeric(9,0)
        W | integer | numeric
        W | bigint | numeric(19,0)
        = | real | float4
        W | real | double precision
        = | float8 | double precision
        = | float(24) | real
        = | float(25) | double precision
        = | float | double precision
        W | integer | double precision
        X | integer | real
        X | bigint | double precision
        W | smallint | real
        = | timestamp | timestamp without time zone
        = | timestamp(6) | timestamp without time zone
        = | timestamptz | timestamp with time zone
        = | timestamp(3) with time zone | timestamptz(3)
        W | timestamp(3) without time zone | timestamp(6) without time zone
        X | timestamp | timestamptz
        W | date | timestamp
        X | date | timestamptz
        = | time | time without time zone
        = | timetz | time with time zone
        W | time(3) | time(6)
        = | bool | boolean
        = | bytea | BYTEA
        = | uuid | UUID
        X | uuid | text
        ? | json | jsonb
        = | integer[] | int4[]
        = | integer[] | integer ARRAY
        W | integer[] | bigint[]
        = | integer[3] | integer[]
        = | text[] | varchar[]
        W | bit(3) | bit varying(3)
        ? | interval | interval day to second
        ? | money | numeric(19,2)
        = | geometry(Point,4326) | geometry(Point, 4326)
        ? | geography | geometry
        ? | inet | cidr
        = | tsvector | TSVECTOR
        W | numeric(5,-2) | numeric(6,-2)
        ? | xml | text
        ? | citext | text
        """

    static let mysql = """
        = | INT | INTEGER
        = | INT(11) | INT
        X | INT UNSIGNED | INT
        W | INT UNSIGNED | BIGINT
        W | INT UNSIGNED | BIGINT UNSIGNED
        X | INT | BIGINT UNSIGNED
        = | TINYINT(1) | BOOLEAN
        = | TINYINT(1) | BOOL
        W | TINYINT | SMALLINT
        W | MEDIUMINT | INT
        W | TINYINT UNSIGNED | SMALLINT
        = | SERIAL | BIGINT UNSIGNED
        W | BIGINT UNSIGNED | DECIMAL(20,0)
        X | BIGINT UNSIGNED | DECIMAL(19,0)
        = | DECIMAL | DECIMAL(10,0)
        = | DECIMAL(10) | NUMERIC(10,0)
        = | FIXED(10,2) | DECIMAL(10,2)
        ? | DECIMAL(10,2) UNSIGNED | DECIMAL(10,2)
        W | FLOAT | DOUBLE
        = | REAL | DOUBLE
        = | DOUBLE PRECISION | DOUBLE
        = | FLOAT(24) | FLOAT
        = | FLOAT(25) | DOUBLE
        ? | FLOAT(7,4) | FLOAT
        W | VARCHAR(10) | VARCHAR(20)
        = | VARCHAR(10) CHARACTER SET utf8mb4 | VARCHAR(10)
        = | VARCHAR(10) COLLATE utf8mb4_bin | VARCHAR(10)
        W | TINYTEXT | TEXT
        W | TEXT | LONGTEXT
        W | VARCHAR(10) | TEXT
        W | CHAR(10) | CHAR(20)
        = | CHAR | CHAR(1)
        W | BLOB | LONGBLOB
        W | VARBINARY(10) | VARBINARY(20)
        X | BINARY(10) | BINARY(20)
        X | DATETIME | TIMESTAMP
        W | DATETIME | DATETIME(6)
        W | DATE | DATETIME
        W | TIME | TIME(6)
        ? | YEAR | SMALLINT
        = | YEAR | YEAR(4)
        W | ENUM('a','b') | ENUM('a','b','c')
        ? | ENUM('a','b') | ENUM('b','a')
        = | ENUM('a','b') | ENUM( 'a', 'b' )
        ? | SET('a','b') | SET('a','b','c')
        = | JSON | json
        ? | BIT(1) | BOOLEAN
        = | INT ZEROFILL | INT UNSIGNED ZEROFILL
        = | NCHAR(10) | NATIONAL CHAR(10)
        = | NVARCHAR(10) | NATIONAL VARCHAR(10)
        = | DEC(5,2) | DECIMAL(5,2)
        """

    static let sqlserver = """
        = | INT | INTEGER
        W | INT | BIGINT
        W | TINYINT | SMALLINT
        W | TINYINT | INT
        W | BIT | TINYINT
        = | DECIMAL | DECIMAL(18,0)
        = | NUMERIC(10,2) | DECIMAL(10,2)
        W | DECIMAL(10,2) | DECIMAL(12,2)
        W | MONEY | DECIMAL(19,4)
        W | SMALLMONEY | MONEY
        = | FLOAT | FLOAT(53)
        = | REAL | FLOAT(24)
        W | REAL | FLOAT
        = | VARCHAR | VARCHAR(1)
        W | VARCHAR(10) | VARCHAR(20)
        W | VARCHAR(10) | VARCHAR(MAX)
        W | NVARCHAR(10) | NVARCHAR(MAX)
        = | NVARCHAR(MAX) | nvarchar(max)
        W | VARCHAR(10) | NVARCHAR(10)
        N | NVARCHAR(10) | VARCHAR(10)
        X | CHAR(5) | CHAR(6)
        W | CHAR(5) | NCHAR(5)
        W | DATETIME | DATETIME2
        W | DATETIME2(3) | DATETIME2(7)
        = | DATETIME2 | DATETIME2(7)
        X | DATETIME2 | DATETIMEOFFSET
        = | DATETIMEOFFSET | DATETIMEOFFSET(7)
        W | DATE | DATETIME2
        = | TIME | TIME(7)
        = | UNIQUEIDENTIFIER | uniqueidentifier
        W | VARBINARY(10) | VARBINARY(MAX)
        X | BINARY(10) | BINARY(20)
        ? | IMAGE | VARBINARY(MAX)
        ? | TEXT | VARCHAR(MAX)
        ? | NTEXT | NVARCHAR(MAX)
        = | TIMESTAMP | ROWVERSION
        = | XML | xml
        = | SQL_VARIANT | sql_variant
        = | GEOGRAPHY | geography
        = | HIERARCHYID | hierarchyid
        = | SYSNAME | NVARCHAR(128)
        W | BIGINT | DECIMAL(19,0)
        ? | [int] | int
        """

    static let oracle = """
        = | NUMBER | NUMBER(*)
        = | NUMBER(10) | NUMBER(10,0)
        = | NUMBER(*,2) | NUMBER(38,2)
        W | NUMBER(10,2) | NUMBER(12,2)
        W | NUMBER(10,2) | NUMBER
        W | NUMBER(5,-2) | NUMBER(6,-2)
        = | INTEGER | NUMBER(38,0)
        = | INT | SMALLINT
        = | DECIMAL | NUMBER(38,0)
        = | DECIMAL(10,2) | NUMBER(10,2)
        W | VARCHAR2(10) | VARCHAR2(20)
        N | VARCHAR2(10 CHAR) | VARCHAR2(10)
        = | VARCHAR2(10 BYTE) | VARCHAR2(10)
        W | VARCHAR2(10 BYTE) | VARCHAR2(10 CHAR)
        W | VARCHAR2(10 CHAR) | VARCHAR2(20 CHAR)
        = | VARCHAR2(10) | VARCHAR(10)
        W | VARCHAR2(10) | NVARCHAR2(10)
        X | CHAR(10) | CHAR(20)
        N | CHAR(10 CHAR) | CHAR(10)
        W | VARCHAR2(4000) | CLOB
        W | LONG | CLOB
        W | RAW(10) | RAW(20)
        W | RAW(2000) | BLOB
        W | LONG RAW | BLOB
        = | LONG RAW | long raw
        W | DATE | TIMESTAMP
        W | DATE | TIMESTAMP(0)
        = | TIMESTAMP | TIMESTAMP(6)
        W | TIMESTAMP(3) | TIMESTAMP(6)
        X | TIMESTAMP | TIMESTAMP WITH TIME ZONE
        = | TIMESTAMP WITH LOCAL TIME ZONE | TIMESTAMP(6) WITH LOCAL TIME ZONE
        = | TIMESTAMP(6) WITH TIME ZONE | TIMESTAMP WITH TIME ZONE
        W | BINARY_FLOAT | BINARY_DOUBLE
        = | FLOAT | FLOAT(126)
        = | FLOAT(63) | REAL
        W | FLOAT(63) | FLOAT(126)
        = | DOUBLE PRECISION | FLOAT
        ? | INTERVAL DAY TO SECOND | INTERVAL DAY(2) TO SECOND(6)
        = | INTERVAL YEAR TO MONTH | interval year to month
        ? | ROWID | UROWID
        = | XMLTYPE | xmltype
        = | SDO_GEOMETRY | sdo_geometry
        N | NCLOB | CLOB
        = | BFILE | bfile
        = | BOOLEAN | boolean
        = | JSON | json
        """

    static let duckdb = """
        = | INTEGER | INT4
        = | INTEGER | SIGNED
        = | BIGINT | INT8
        = | BIGINT | LONG
        = | UTINYINT | UINT8
        = | HUGEINT | INT128
        W | UBIGINT | UHUGEINT
        W | INTEGER | BIGINT
        = | DOUBLE | FLOAT8
        = | FLOAT | REAL
        W | FLOAT | DOUBLE
        = | DECIMAL | DECIMAL(18,3)
        = | VARCHAR | TEXT
        = | VARCHAR | STRING
        = | TIMESTAMP | DATETIME
        W | TIMESTAMP_S | TIMESTAMP
        X | TIMESTAMP_NS | TIMESTAMP
        = | TIMESTAMPTZ | TIMESTAMP WITH TIME ZONE
        W | INTEGER[] | BIGINT[]
        W | STRUCT(a INTEGER, b VARCHAR) | STRUCT(a BIGINT, b VARCHAR)
        W | MAP(VARCHAR, INTEGER) | MAP(VARCHAR, BIGINT)
        = | UNION(a INTEGER, b VARCHAR) | UNION(a INTEGER,b VARCHAR)
        = | BLOB | BYTEA
        = | BLOB | VARBINARY
        = | BOOLEAN | BOOL
        = | BOOLEAN | LOGICAL
        = | UUID | uuid
        = | INTERVAL | interval
        W | ENUM('a','b') | ENUM('a','b','c')
        """

    static let clickhouse = """
        W | Int32 | Int64
        W | UInt8 | UInt16
        W | UInt32 | Int64
        = | Int8 | TINYINT
        = | Int32 | INTEGER
        = | Int64 | BIGINT
        W | Float32 | Float64
        = | LowCardinality(String) | String
        = | LowCardinality(Nullable(String)) | Nullable(String)
        W | Nullable(Int32) | Nullable(Int64)
        W | Array(Int32) | Array(Int64)
        W | Map(String, Int32) | Map(String, Int64)
        W | Tuple(a Int32, b String) | Tuple(a Int64, b String)
        W | Tuple(Int32, String) | Tuple(Int64, String)
        W | Decimal(10,2) | Decimal(12,2)
        = | Decimal32(2) | Decimal(9,2)
        = | Decimal64(2) | Decimal(18,2)
        = | Decimal128(2) | Decimal(38,2)
        W | Decimal32(2) | Decimal64(2)
        X | FixedString(10) | FixedString(20)
        W | FixedString(10) | String
        W | DateTime | DateTime64(3)
        W | DateTime64(3) | DateTime64(6)
        = | DateTime('UTC') | DateTime
        = | DateTime64(3, 'UTC') | DateTime64(3)
        = | UUID | uuid
        W | Enum8('a' = 1, 'b' = 2) | Enum8('a' = 1, 'b' = 2, 'c' = 3)
        = | Bool | Boolean
        = | JSON | json
        = | IPv4 | ipv4
        = | AggregateFunction(sum, UInt64) | AggregateFunction(sum,UInt64)
        ? | SimpleAggregateFunction(sum, UInt64) | UInt64
        = | String | VARCHAR
        """
}
