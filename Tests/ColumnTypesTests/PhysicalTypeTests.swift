import ColumnTypes
import ContractModel
import TestSupport
import Testing

/// A type's text in a dialect and what it is.
struct TypeCase: Sendable, CustomStringConvertible {
    let text: String
    let dialect: Dialect
    let type: PhysicalType

    init(_ text: String, _ type: PhysicalType) { self.init(text, .generic, type) }

    init(_ text: String, _ dialect: Dialect, _ type: PhysicalType) {
        self.text = text
        self.dialect = dialect
        self.type = type
    }

    var description: String { "\(dialect): \(text)" }
}

private let int32 = PhysicalType.int(signed: true, bits: 32)
private let int64 = PhysicalType.int(signed: true, bits: 64)
private let text = PhysicalType.char(length: nil, fixed: false)
private func national(_ length: Int?) -> PhysicalType { .char(length: length, fixed: false, unit: .national) }
private func inBytes(_ length: Int?) -> PhysicalType { .char(length: length, fixed: false, unit: .bytes) }
private func varchar(_ length: Int) -> PhysicalType { .char(length: length, fixed: false) }
private func decimal(_ precision: Int?, _ scale: Int?) -> PhysicalType { .decimal(precision: precision, scale: scale) }

@Suite struct PhysicalTypeTests {
    @Test(
        arguments: [TypeCase]([
            TypeCase("", .raw("")),
            TypeCase("   ", .raw("")),
            TypeCase("Flag", .raw("flag")),
            TypeCase("geography(Point, 4326)", .raw("geography(point,4326)")),
            TypeCase("public.mood", .raw("public.mood")),
            TypeCase("DECIMAL(", .raw("decimal(")),
            TypeCase("DECIMAL(10,2", .raw("decimal(10,2")),
            TypeCase("DECIMAL(10,2))", .raw("decimal(10,2))")),
            TypeCase("DECIMAL(a)", .raw("decimal(a)")),
            TypeCase("DECIMAL()", .raw("decimal()")),
            TypeCase("DECIMAL(99999999999999999999)", .raw("decimal(99999999999999999999)")),
            TypeCase("VARCHAR(-1)", .raw("varchar(-1)")),
            TypeCase("VARCHAR(0)", .raw("varchar(0)")),
            TypeCase("ARRAY<", .raw("array<")),
            TypeCase("ARRAY<INT", .raw("array<int")),
            TypeCase("ARRAY<INT)", .raw("array<int)")),
            TypeCase("MAP<INT>", .raw("map<int>")),
            TypeCase("INT STRING", .raw("int string")),
            TypeCase("INT[", .raw("int[")),
            TypeCase("INT[[]]", .raw("int[[]]")),
            TypeCase("INT[][][][][][][][]", .raw("int[][][][][][][][]")),
            TypeCase("TIMESTAMP WITH", .raw("timestamp with")),
            TypeCase("INT WITH TIME ZONE", .raw("int with time zone")),
            TypeCase("VARCHAR(20) COLLATE", .raw("varchar(20) collate")),
            TypeCase("größe", .raw("größe")),
            TypeCase(">", .raw(">")),
            TypeCase("'", .raw("'")),
        ]))
    func whatIsNotUnderstoodIsRaw(_ example: TypeCase) {
        #expect(PhysicalType(example.text, dialect: example.dialect) == example.type)
    }

    @Test(
        arguments: [TypeCase]([
            TypeCase("int", int32), TypeCase(" INTEGER ", int32), TypeCase("int4", int32), TypeCase("BIGINT", int64),
            TypeCase("INT(11) UNSIGNED ZEROFILL", .mysql, .int(signed: false, bits: 32)),
            TypeCase("bigint unsigned", .mysql, .int(signed: false, bits: 64)),
            TypeCase("UNSIGNED BIGINT", .int(signed: false, bits: 64)),
            TypeCase("unsigned", .int(signed: false, bits: 32)),
            TypeCase("TINYINT", .int(signed: true, bits: 8)),
            TypeCase("TINYINT", .sqlserver, .int(signed: false, bits: 8)),
            TypeCase("int8", .postgres, int64), TypeCase("Int8", .clickhouse, .int(signed: true, bits: 8)),
            TypeCase("INT64", .bigquery, int64), TypeCase("INTEGER", .bigquery, int64),
            TypeCase("INT", .snowflake, decimal(38, 0)), TypeCase("BIGINT", .snowflake, decimal(38, 0)),
            TypeCase("INTEGER", .oracle, decimal(38, 0)), TypeCase("serial", .postgres, int32),
            TypeCase("long", .spark, int64), TypeCase("LONG", .oracle, .kin("long", of: inBytes(nil))),
            TypeCase("BIT", .sqlserver, .int(signed: false, bits: 1)), TypeCase("BIT", .bool),
            TypeCase("BIT(1)", .mysql, .bits(length: 1, fixed: false)),
            TypeCase("BIT(8)", .mysql, .bits(length: 8, fixed: false)),
            TypeCase("bit", .postgres, .bits(length: 1, fixed: true)),
        ]))
    func wholeNumbers(_ example: TypeCase) {
        #expect(PhysicalType(example.text, dialect: example.dialect) == example.type)
    }

    @Test(
        arguments: [TypeCase]([
            TypeCase("DECIMAL", decimal(nil, nil)), TypeCase("NUMERIC(10, 2)", decimal(10, 2)),
            TypeCase("decimal(10)", decimal(10, 0)), TypeCase("NUMBER(5,-2)", .oracle, decimal(5, -2)),
            TypeCase("NUMBER(*,2)", .oracle, decimal(38, 2)), TypeCase("NUMBER", .oracle, decimal(nil, nil)),
            TypeCase("numeric", .postgres, decimal(nil, nil)),
            TypeCase("DECIMAL", .snowflake, decimal(38, 0)), TypeCase("NUMERIC", .bigquery, decimal(38, 9)),
            TypeCase("BIGNUMERIC", .bigquery, decimal(76, 38)), TypeCase("DECIMAL", .redshift, decimal(18, 0)),
            TypeCase("DECIMAL", .sqlserver, decimal(18, 0)), TypeCase("DECIMAL", .mysql, decimal(10, 0)),
            TypeCase("DECIMAL", .spark, decimal(10, 0)), TypeCase("money", .sqlserver, .fixedPoint(bits: 64, scale: 4)),
            TypeCase("DECIMAL", .trino, decimal(38, 0)), TypeCase("DECIMAL", .duckdb, decimal(18, 3)),
            TypeCase("FLOAT", .float(bits: PhysicalType.someFloat)), TypeCase("FLOAT(10)", .float(bits: 24)),
            TypeCase("FLOAT(53)", .float(bits: 53)),
            TypeCase("FLOAT", .mysql, .float(bits: 24)), TypeCase("FLOAT(24)", .mysql, .float(bits: 24)),
            TypeCase("FLOAT(7,4)", .mysql, .raw("float(7,4)")), TypeCase("float(24)", .sqlserver, .float(bits: 24)),
            TypeCase("float", .spark, .float(bits: 24)), TypeCase("REAL", .snowflake, .float(bits: 53)),
            TypeCase("double  precision", .postgres, .float(bits: 53)),
            TypeCase("BINARY_FLOAT", .oracle, .float(bits: 24)),
        ]))
    func fractions(_ example: TypeCase) {
        #expect(PhysicalType(example.text, dialect: example.dialect) == example.type)
    }

    @Test(
        arguments: [TypeCase]([
            TypeCase("VARCHAR", text), TypeCase("VARCHAR(20)", varchar(20)),
            TypeCase("varchar(20) not null", varchar(20)),
            TypeCase("character varying(20)", .postgres, varchar(20)),
            TypeCase("VARCHAR2(20 CHAR)", .oracle, varchar(20)),
            TypeCase("VARCHAR2(20 BYTE)", .oracle, inBytes(20)), TypeCase("NATIONAL CHARACTER VARYING(5)", varchar(5)),
            TypeCase("nvarchar(max)", .sqlserver, national(nil)), TypeCase("varchar", .sqlserver, varchar(1)),
            TypeCase("VARCHAR", .redshift, varchar(256)), TypeCase("varchar(max)", .redshift, varchar(65535)),
            TypeCase("VARCHAR", .snowflake, varchar(16_777_216)), TypeCase("STRING", .snowflake, varchar(16_777_216)),
            TypeCase("CHAR(3)", .char(length: 3, fixed: true)), TypeCase("CHAR(3)", .snowflake, varchar(3)),
            TypeCase("CHAR", .char(length: 1, fixed: true)),
            TypeCase("bpchar", .postgres, .char(length: nil, fixed: true)),
            TypeCase("bpchar", .redshift, .char(length: 256, fixed: true)),
            TypeCase("TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin", .mysql, inBytes(65535)),
            TypeCase("ENUM('a', 'b''c')", .mysql, .enumeration(["a", "b'c"])),
            TypeCase("Enum8('a' = 1, 'b' = 2)", .clickhouse, .enumeration(["a", "b"])),
            TypeCase("bytea", .postgres, .bytes(length: nil, fixed: false)),
            TypeCase("BINARY(16)", .mysql, .bytes(length: 16, fixed: true)),
            TypeCase("fixed[16]", .iceberg, .bytes(length: 16, fixed: true)),
            TypeCase("FIXED_LEN_BYTE_ARRAY(12)", .parquet, .bytes(length: 12, fixed: true)),
            TypeCase("timestamp", .sqlserver, .bytes(length: 8, fixed: true)),
            TypeCase("RAW(16)", .oracle, .bytes(length: 16, fixed: false)),
        ]))
    func textsAndBytes(_ example: TypeCase) {
        #expect(PhysicalType(example.text, dialect: example.dialect) == example.type)
    }

    @Test(
        arguments: [TypeCase]([
            TypeCase("DATE", .date()), TypeCase("time(3)", .time(precision: 3, isZoned: false)),
            TypeCase("TIME WITH TIME ZONE", .time(precision: 0, isZoned: true)),
            TypeCase("timetz", .postgres, .time(precision: 6, isZoned: true)),
            TypeCase("TIMESTAMP", .timestamp(.ntz, precision: 6)),
            TypeCase("TIMESTAMP(3) WITH TIME ZONE", .timestamp(.tz, precision: 3)),
            TypeCase("timestamp(3) without time zone", .postgres, .timestamp(.ntz, precision: 3)),
            TypeCase("timestamp with time zone", .postgres, .timestamp(.ltz, precision: 6)),
            TypeCase("timestamptz", .postgres, .timestamp(.ltz, precision: 6)),
            TypeCase("TIMESTAMP(6) WITH LOCAL TIME ZONE", .oracle, .timestamp(.ltz, precision: 6)),
            TypeCase("TIMESTAMP_TZ", .snowflake, .timestamp(.tz, precision: 9)),
            TypeCase("TIMESTAMP", .snowflake, .timestamp(.ntz, precision: 9)),
            TypeCase("TIMESTAMP", .bigquery, .timestamp(.ltz, precision: 6)),
            TypeCase("DATETIME", .bigquery, .timestamp(.ntz, precision: 6)),
            TypeCase("TIMESTAMP", .mysql, .timestamp(.ltz, precision: 0, reach: TimeReach(1970, 2038))),
            TypeCase("datetimeoffset(7)", .sqlserver, .timestamp(.tz, precision: 7)),
            TypeCase("timestamp-millis", .avro, .timestamp(.ltz, precision: 3)),
            TypeCase("DateTime64(3, 'UTC')", .clickhouse, .timestamp(.ltz, precision: 3, reach: TimeReach(1900, 2299))),
            TypeCase("timestamp", .hive, .timestamp(.ntz, precision: 9)),
            TypeCase("timestamp", .spark, .timestamp(.ltz, precision: 6)),
            TypeCase("DECIMAL(10,2)", .informix, .decimal(precision: 10, scale: 2)),
            TypeCase("DECIMAL(10)", .informix, .decfloat(digits: 10)),
            TypeCase("NUMERIC", .informix, .decfloat(digits: 16)),
            TypeCase("uniqueidentifier", .uuid), TypeCase("jsonb", .kin("jsonb", of: .json)),
            TypeCase("SUPER", .redshift, .json),
            TypeCase("interval year to month", .raw("interval year to month")),
        ]))
    func timesAndOthers(_ example: TypeCase) {
        #expect(PhysicalType(example.text, dialect: example.dialect) == example.type)
    }

    @Test(
        arguments: [TypeCase]([
            TypeCase("array", .array(nil)), TypeCase("list", .array(nil)), TypeCase("map", .map(nil, nil)),
            TypeCase("RECORD", .struct([])),
            TypeCase("integer[]", .postgres, .array(int32)), TypeCase("integer[3][3]", .array(.array(int32))),
            TypeCase("varchar[50]", .array(text)), TypeCase("integer ARRAY", .array(int32)),
            TypeCase("ARRAY<ARRAY<STRING>>", .array(.array(text))), TypeCase("ARRAY(VARCHAR(3))", .array(varchar(3))),
            TypeCase("Array(Nullable(Int32))", .clickhouse, .array(int32)),
            TypeCase("MAP<STRING, DECIMAL(10,2)>", .map(text, decimal(10, 2))),
            TypeCase("map(varchar, array(double))", .trino, .map(text, .array(.float(bits: 53)))),
            TypeCase("ARRAY<foo>", .array(.raw("foo"))), TypeCase("MAP<foo(1), int>", .map(.raw("foo(1)"), int32)),
            TypeCase(
                "STRUCT<id: INT, `first name` STRING, DOUBLE PRECISION, at TIMESTAMP WITH TIME ZONE COMMENT 'x'>",
                .struct([
                    .init("id", int32), .init("first name", text), .init(nil, .float(bits: 53)),
                    .init("at", .timestamp(.tz, precision: 6)),
                ])),
            TypeCase(
                "ROW(a BIGINT, b ROW(c VARCHAR))",
                .struct([.init("a", int64), .init("b", .struct([.init("c", text)]))])),
            TypeCase(
                "struct<1: id: required long, 2: n: optional int>", .iceberg,
                .struct([.init("id", int64), .init("n", int32)])),
            TypeCase("STRUCT<>", .struct([])),
            TypeCase("STRUCT<INT64, STRING>", .struct([.init(nil, int64), .init(nil, text)])),
            TypeCase("STRUCT<größe INT>", .struct([.init("größe", int32)])),
        ]))
    func nestedTypes(_ example: TypeCase) {
        #expect(PhysicalType(example.text, dialect: example.dialect) == example.type)
    }

    /// What `Dialect.generic` reads, each dialect reads somehow: no word is lost by naming a server.
    @Test(arguments: Dialect.allCases) func commonWordsAreKnownEverywhere(_ dialect: Dialect) {
        for word in [
            "INT", "DECIMAL(10,2)", "VARCHAR(20)", "DATE", "TIMESTAMP_NTZ", "BOOLEAN", "DOUBLE", "ARRAY<INT>", "JSON",
        ] {
            if case .raw(let text) = PhysicalType(word, dialect: dialect) {
                Issue.record("\(dialect) does not know \(text)")
            }
        }
    }

    @Test func rangesOfWholeNumbers() {
        #expect(PhysicalType.int(signed: true, bits: 8).wholeNumbers == -128...127)
        #expect(PhysicalType.int(signed: false, bits: 8).wholeNumbers == 0...255)
        #expect(PhysicalType.int(signed: false, bits: 1).wholeNumbers == 0...1)
        #expect(decimal(5, 2).wholeNumbers == -999...999)
        #expect(decimal(2, 5).wholeNumbers == 0...0)
        #expect(decimal(nil, nil).wholeNumbers == nil && text.wholeNumbers == nil)
        #expect(int64.wholeNumbers?.upperBound == 0x1p63)
    }
}
