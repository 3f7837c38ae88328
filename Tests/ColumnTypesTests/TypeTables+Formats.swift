/// What systems take one type of theirs for when it takes the place of another: `=` the same otherwise spelt, `W` wider,
/// `N` narrower, `E` with more fields, `X` neither, `?` not understood.
extension TypeTables {
    static let iceberg = """
        W | int | long
        W | float | double
        W | decimal(9,2) | decimal(18,2)
        X | decimal(9,2) | decimal(18,3)
        W | date | timestamp
        W | date | timestamp_ns
        X | date | timestamptz
        = | fixed[16] | FIXED[16]
        = | fixed[16] | fixed(16)
        X | fixed[16] | fixed[32]
        X | fixed[16] | binary
        X | string | binary
        X | timestamp | timestamptz
        X | timestamp | timestamp_ns
        W | list<int> | list<long>
        W | map<string, int> | map<string, long>
        W | struct<1: a: required int> | struct<1: a: required long>
        = | struct<1: a: optional int> | struct<a: int>
        X | uuid | fixed[16]
        X | boolean | int
        N | long | int
        = | variant | VARIANT
        ? | geometry | geography
        = | time | TIME
        """

    static let avro = """
        W | int | long
        W | int | float
        W | int | double
        W | long | float
        W | long | double
        W | float | double
        ? | string | bytes
        ? | bytes | string
        N | double | float
        X | boolean | int
        X | fixed[16] | fixed[32]
        ? | enum | string
        X | timestamp-millis | timestamp-micros
        X | local-timestamp-millis | timestamp-millis
        X | date | int
        X | time-millis | time-micros
        ? | decimal(9,2) | decimal(12,2)
        W | uuid | string
        W | array<int> | array<long>
        W | map<int> | map<long>
        = | duration | DURATION
        E | record<a:int> | record<a:int,b:int>
        """

    static let parquet = """
        W | INT32 | INT64
        = | INT_32 | INT32
        W | UINT_8 | UINT_16
        W | UINT_32 | INT_64
        = | INT(8,true) | INT_8
        = | INT(16, false) | UINT_16
        W | FLOAT | DOUBLE
        = | BYTE_ARRAY | BINARY
        X | BYTE_ARRAY | STRING
        = | STRING | UTF8
        X | FIXED_LEN_BYTE_ARRAY(16) | FIXED_LEN_BYTE_ARRAY(32)
        W | DECIMAL(9,2) | DECIMAL(18,2)
        ? | TIMESTAMP_MILLIS | TIMESTAMP_MICROS
        = | TIMESTAMP(MILLIS,true) | TIMESTAMP_MILLIS
        X | TIMESTAMP(MICROS,false) | TIMESTAMP(MICROS,true)
        = | TIMESTAMP(isAdjustedToUTC=true,unit=MILLIS) | TIMESTAMP_MILLIS
        = | TIME(MILLIS,true) | TIME_MILLIS
        ? | INT96 | TIMESTAMP_MICROS
        = | DATE | date
        = | JSON | json
        = | BSON | bson
        = | UUID | uuid
        W | FLOAT16 | FLOAT
        = | BOOLEAN | bool
        = | LIST | list
        = | INTERVAL | interval
        = | ENUM | enum
        """

    static let json = """
        X | string | number
        W | integer | number
        N | number | integer
        X | boolean | string
        X | array | object
        """
}
