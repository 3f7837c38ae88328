/// What systems take one type of theirs for when it takes the place of another: `=` the same otherwise spelt, `W` wider,
/// `N` narrower, `E` with more fields, `X` neither, `?` not understood.
extension TypeTables {
    static let snowflake = """
        = | INT | BIGINT
        = | BIGINT | NUMBER(38,0)
        = | INT | NUMBER
        = | TINYINT | BYTEINT
        W | NUMBER(10,2) | NUMBER(12,2)
        W | NUMBER(10,2) | NUMBER(12,4)
        W | NUMBER(10,0) | INT
        X | NUMBER(10,2) | NUMBER(10,3)
        = | DECIMAL | NUMBER
        = | NUMERIC(10) | NUMBER(10,0)
        = | VARCHAR | VARCHAR(16777216)
        = | STRING | TEXT
        = | STRING | VARCHAR
        W | VARCHAR(10) | VARCHAR(20)
        W | VARCHAR(10) | TEXT
        = | CHAR | VARCHAR(1)
        = | CHAR(5) | VARCHAR(5)
        W | CHAR(5) | CHAR(10)
        = | CHARACTER(5) | CHAR(5)
        = | NVARCHAR2(5) | VARCHAR(5)
        = | FLOAT | DOUBLE
        = | FLOAT4 | FLOAT8
        = | REAL | DOUBLE PRECISION
        X | NUMBER(15,0) | FLOAT
        X | INT | FLOAT
        = | BOOLEAN | BOOL
        = | BINARY | VARBINARY
        W | BINARY(10) | BINARY(20)
        W | DATE | TIMESTAMP_NTZ
        = | DATETIME | TIMESTAMP_NTZ
        = | TIMESTAMP | TIMESTAMP_NTZ
        = | TIMESTAMP | TIMESTAMP WITHOUT TIME ZONE
        = | TIMESTAMP_TZ | TIMESTAMP WITH TIME ZONE
        = | TIMESTAMP_LTZ | TIMESTAMP WITH LOCAL TIME ZONE
        X | TIMESTAMP_NTZ | TIMESTAMP_LTZ
        W | TIMESTAMP_NTZ(3) | TIMESTAMP_NTZ(9)
        = | TIMESTAMP_NTZ | TIMESTAMP_NTZ(9)
        = | TIME | TIME(9)
        = | VARIANT | variant
        = | ARRAY | array
        = | OBJECT | object
        = | GEOGRAPHY | geography
        ? | GEOGRAPHY | GEOMETRY
        = | VECTOR(FLOAT, 256) | VECTOR(FLOAT,256)
        ? | VECTOR(FLOAT, 256) | VECTOR(FLOAT,512)
        W | ARRAY(NUMBER(10,0)) | ARRAY(NUMBER(12,0))
        = | MAP(VARCHAR, NUMBER) | MAP(VARCHAR, NUMBER(38,0))
        E | OBJECT(a VARCHAR, b NUMBER) | OBJECT(a VARCHAR, b NUMBER, c DATE)
        = | DECFLOAT | DECFLOAT(38)
        = | FILE | file
        = | UUID | uuid
        """

    static let bigquery = """
        = | INT64 | INTEGER
        = | INT64 | BIGINT
        = | INT64 | SMALLINT
        = | INT64 | INT
        W | INT64 | NUMERIC
        W | INT64 | BIGNUMERIC
        X | INT64 | FLOAT64
        W | NUMERIC | BIGNUMERIC
        = | NUMERIC | DECIMAL
        = | BIGNUMERIC | BIGDECIMAL
        = | NUMERIC | NUMERIC(38,9)
        W | NUMERIC(10,2) | NUMERIC(12,2)
        W | NUMERIC(10,2) | NUMERIC
        X | NUMERIC | FLOAT64
        = | FLOAT64 | FLOAT
        W | STRING(10) | STRING(20)
        W | STRING(10) | STRING
        W | BYTES(10) | BYTES(20)
        W | BYTES(10) | BYTES
        = | BOOL | BOOLEAN
        W | DATE | DATETIME
        X | DATE | TIMESTAMP
        X | DATETIME | TIMESTAMP
        = | STRUCT<a INT64, b STRING> | RECORD<a INT64,b STRING>
        E | STRUCT<a INT64> | STRUCT<a INT64, b ARRAY<STRING>>
        W | STRUCT<a INT64> | STRUCT<a NUMERIC>
        W | ARRAY<INT64> | ARRAY<NUMERIC>
        W | ARRAY<STRUCT<a INT64, b STRING(10)>> | ARRAY<STRUCT<a INT64, b STRING(20)>>
        = | GEOGRAPHY | geography
        = | JSON | json
        X | JSON | STRING
        = | INTERVAL | interval
        = | RANGE<DATE> | RANGE<date>
        ? | RANGE<DATE> | RANGE<DATETIME>
        = | TIME | time
        = | RECORD | STRUCT
        """

    static let redshift = """
        = | varchar | varchar(256)
        W | varchar(10) | varchar(20)
        = | varchar(max) | varchar(65535)
        = | text | varchar(256)
        = | nvarchar(10) | varchar(10)
        = | bpchar | char(256)
        X | char(10) | char(20)
        = | character(3) | char(3)
        = | nchar(3) | char(3)
        = | decimal | decimal(18,0)
        = | numeric | numeric(18)
        = | int | int4
        = | int2 | smallint
        = | int8 | bigint
        W | integer | bigint
        = | float | float8
        = | float4 | real
        W | float4 | double precision
        = | super | SUPER
        = | hllsketch | HLLSKETCH
        ? | hllsketch | super
        = | geometry | GEOMETRY
        ? | geography | geometry
        = | varbyte | varbyte(64000)
        W | varbyte(10) | varbyte(20)
        = | varbinary(10) | varbyte(10)
        = | timestamptz | timestamp with time zone
        X | timestamp | timestamptz
        = | bool | boolean
        = | timetz | time with time zone
        ? | intervald2s | intervaly2m
        ? | interval year to month | interval day to second
        """

    static let spark = """
        = | INT | INTEGER
        = | BIGINT | LONG
        = | SMALLINT | SHORT
        = | TINYINT | BYTE
        W | INT | BIGINT
        W | TINYINT | INT
        W | SMALLINT | BIGINT
        W | INT | DOUBLE
        X | BIGINT | DOUBLE
        W | INT | DECIMAL(10,0)
        W | INT | DECIMAL(12,2)
        X | INT | DECIMAL(10,2)
        W | BIGINT | DECIMAL(20,0)
        W | BIGINT | DECIMAL(19,0)
        N | BIGINT | DECIMAL(18,0)
        W | FLOAT | DOUBLE
        = | FLOAT | REAL
        = | DECIMAL | DECIMAL(10,0)
        = | DEC(10,2) | NUMERIC(10,2)
        W | DECIMAL(10,2) | DECIMAL(12,4)
        X | DECIMAL(10,2) | DECIMAL(12,5)
        W | DATE | TIMESTAMP_NTZ
        X | DATE | TIMESTAMP
        = | TIMESTAMP | TIMESTAMP_LTZ
        X | TIMESTAMP | TIMESTAMP_NTZ
        N | STRING | VARCHAR(10)
        = | STRING | string
        X | CHAR(5) | CHAR(6)
        = | BINARY | binary
        = | BOOLEAN | BOOL
        W | ARRAY<INT> | ARRAY<BIGINT>
        W | MAP<STRING,INT> | MAP<STRING,BIGINT>
        = | MAP<STRING, INT> | map<string,int>
        = | struct<a:int,b:array<string>> | STRUCT<a: INT, b: ARRAY<STRING>>
        W | struct<a:int,b:array<string>> | STRUCT<a: BIGINT, b: ARRAY<STRING>>
        = | STRUCT<`a b`: INT> | STRUCT<`a b` INT>
        = | VARIANT | variant
        = | INTERVAL DAY TO SECOND | interval day to second
        = | VOID | void
        = | GEOGRAPHY(4326) | geography(4326)
        """

    static let hive = """
        = | timestamp | TIMESTAMP
        = | bigint | BIGINT
        W | int | bigint
        W | varchar(10) | varchar(20)
        X | char(10) | char(20)
        N | string | varchar(10)
        = | decimal | decimal(10,0)
        = | uniontype<int,string> | uniontype<int, string>
        W | array<struct<a:int>> | array<struct<a:bigint>>
        W | float | double
        W | date | timestamp
        X | timestamp | timestamp with local time zone
        = | binary | BINARY
        E | struct<a:int> | struct<a:int,b:string>
        """

    static let trino = """
        = | bigint | BIGINT
        = | integer | int
        W | integer | bigint
        = | decimal | decimal(38,0)
        N | varchar | varchar(10)
        W | varchar(5) | varchar(10)
        = | char | char(1)
        = | timestamp | timestamp(3)
        W | timestamp(3) | timestamp(6)
        = | timestamp(3) with time zone | timestamp with time zone
        = | row(a integer, b varchar) | ROW(a int, b varchar)
        W | row(a integer) | row(a bigint)
        W | array(integer) | array(bigint)
        W | map(varchar, integer) | map(varchar, bigint)
        W | real | double
        = | varbinary | VARBINARY
        = | json | JSON
        = | uuid | UUID
        = | ipaddress | IPADDRESS
        = | hyperloglog | HyperLogLog
        ? | interval day to second | interval year to month
        = | time(3) | time
        """
}
