import ColumnTypes
import ContractModel
import Diagnostics
import TestSupport
import Testing

/// One type after another in a dialect, and what that does to the values.
struct ShiftCase: Sendable, CustomStringConvertible {
    let dialect: Dialect
    let old: String
    let new: String
    let shift: TypeShift

    init(_ old: String, _ new: String, _ shift: TypeShift, _ dialect: Dialect = .generic) {
        self.dialect = dialect
        self.old = old
        self.new = new
        self.shift = shift
    }

    var description: String { "\(dialect): \(old) to \(new)" }
}

extension TypeShift {
    /// The way back.
    var flipped: TypeShift {
        var flipped = intersection([.reinterprets, .unclear])
        if contains(.addsTime) { return .losesTime }
        if contains(.losesTime) { return [.widens, .addsTime] }
        if contains(.widens) { flipped.insert(.narrows) }
        if contains(.narrows) { flipped.insert(.widens) }
        if contains(.extends) { flipped.insert(.reduces) }
        if contains(.reduces) { flipped.insert(.extends) }
        return flipped
    }
}

@Suite struct TypeShiftTests {
    static let cases: [ShiftCase] = [
        // Neither: never lossless.
        ShiftCase("FLOAT8", "DECIMAL(38,10)", .reinterprets), ShiftCase("BIGINT", "DOUBLE", .reinterprets),
        ShiftCase("INT", "VARCHAR(20)", .reinterprets), ShiftCase("TIMESTAMP_NTZ", "TIMESTAMP_TZ", .reinterprets),
        ShiftCase("TIMESTAMP_NTZ", "TIMESTAMP_LTZ", .reinterprets), ShiftCase("DATE", "TIMESTAMP_LTZ", .reinterprets),
        ShiftCase("CHAR(3)", "CHAR(5)", .reinterprets, .postgres), ShiftCase("UUID", "VARCHAR(36)", .reinterprets),
        ShiftCase("DECIMAL(10,2)", "DECIMAL(11,4)", .reinterprets), ShiftCase("BOOLEAN", "INT", .reinterprets),
        ShiftCase("INT", "INT UNSIGNED", .reinterprets, .mysql), ShiftCase("INT", "REAL", .reinterprets),
        ShiftCase("JSON", "STRING", .reinterprets), ShiftCase("ARRAY<INT>", "INT", .reinterprets),
        ShiftCase("VARCHAR(20)", "CHAR(30)", .reinterprets, .postgres),
        // Not understood.
        ShiftCase("geometry", "INT", .unclear), ShiftCase("TIMESTAMP_LTZ", "TIMESTAMP_TZ", .unclear),
        ShiftCase("STRING", "BYTES", .unclear, .avro), ShiftCase("BYTES", "STRING", .unclear, .avro),
        // The same.
        ShiftCase("INT", "integer", []), ShiftCase("DECIMAL(10, 2)", "numeric(10,2)", []),
        ShiftCase("int8", "BIGINT", [], .postgres), ShiftCase("INT", "BIGINT", [], .snowflake),
        ShiftCase("BIGINT", "NUMBER(38,0)", [], .snowflake), ShiftCase("CHAR(5)", "VARCHAR(5)", [], .snowflake),
        ShiftCase("DECIMAL", "DECIMAL(10,0)", [], .spark), ShiftCase("DECIMAL", "NUMERIC(18)", [], .sqlserver),
        ShiftCase("VARCHAR", "VARCHAR(256)", [], .redshift), ShiftCase("INT64", "BIGINT", [], .bigquery),
        ShiftCase("struct<a:int,b:string>", "STRUCT<B STRING, A INT>", []),
        // Wider.
        ShiftCase("SMALLINT", "INT", .widens), ShiftCase("INT UNSIGNED", "BIGINT", .widens, .mysql),
        ShiftCase("INT", "DECIMAL(10,0)", .widens), ShiftCase("INT", "DECIMAL(12,2)", .widens),
        ShiftCase("DECIMAL(10,2)", "DECIMAL(12,4)", .widens), ShiftCase("DECIMAL(10,2)", "DECIMAL(12,2)", .widens),
        ShiftCase("REAL", "DOUBLE", .widens), ShiftCase("SMALLINT", "REAL", .widens),
        ShiftCase("INT", "DOUBLE", .widens),
        ShiftCase("CHAR(3)", "VARCHAR(5)", .widens, .postgres), ShiftCase("VARCHAR(5)", "TEXT", .widens, .postgres),
        ShiftCase("DATE", "TIMESTAMP_NTZ", [.widens, .addsTime]), ShiftCase("TIMESTAMP(3)", "TIMESTAMP(6)", .widens),
        ShiftCase("VARBINARY(5)", "VARBINARY(6)", .widens, .sqlserver),
        ShiftCase("NUMERIC(10,2)", "NUMERIC", .widens, .postgres),
        ShiftCase("NUMERIC", "BIGNUMERIC", .widens, .bigquery), ShiftCase("int", "long", .widens, .iceberg),
        ShiftCase("float", "double", .widens, .iceberg), ShiftCase("decimal(9,2)", "decimal(18,2)", .widens, .iceberg),
        ShiftCase("int", "float", .widens, .avro), ShiftCase("long", "double", .widens, .avro),
        ShiftCase("int", "float", .reinterprets, .parquet), ShiftCase("NUMBER(5)", "NUMBER", .widens, .oracle),
        ShiftCase("VARCHAR2(20)", "VARCHAR2(40)", .widens, .oracle),
        // Nested.
        ShiftCase("ARRAY<INT>", "ARRAY<BIGINT>", .widens), ShiftCase("INT[]", "BIGINT[]", .widens, .postgres),
        ShiftCase("MAP<STRING,INT>", "MAP<STRING,BIGINT>", .widens, .spark),
        ShiftCase("STRUCT<a INT>", "STRUCT<a INT, b INT>", .extends),
        ShiftCase("STRUCT<a INT>", "STRUCT<a BIGINT, b INT>", [.widens, .extends]),
        ShiftCase("ARRAY<STRUCT<a INT>>", "ARRAY<STRUCT<a INT, b INT>>", .extends),
        ShiftCase("STRUCT<a INT>", "STRUCT<b INT>", [.reduces, .extends]),
        ShiftCase("ARRAY<INT>", "ARRAY<what>", .unclear), ShiftCase("ARRAY", "ARRAY<INT>", .narrows),
    ]

    /// In both directions.
    @Test(arguments: cases) func whatHappensToTheValues(_ example: ShiftCase) {
        let (old, new) = (
            PhysicalType(example.old, dialect: example.dialect), PhysicalType(example.new, dialect: example.dialect)
        )
        #expect(old.shift(to: new, example.dialect) == example.shift)
        #expect(new.shift(to: old, example.dialect) == example.shift.flipped)
    }

    @Test(
        arguments: [
            (TypeShift([]), Relation.equal), (.widens, .widens), (.narrows, .narrows), (.extends, .narrows),
            (.reduces, .widens), ([.widens, .narrows], .overlaps), ([.widens, .extends], .overlaps),
            ([.widens, .unclear], .unknown), ([.unclear, .reinterprets], .disjoint),
        ] as [(TypeShift, Relation)])
    func theRelationOfAShift(_ shift: TypeShift, _ relation: Relation) {
        #expect(shift.relation == relation)
        #expect(shift.flipped.relation == relation.flipped)
    }

    /// Every dialect agrees with itself: what widens one way narrows the other.
    @Test(arguments: Dialect.allCases) func anyTypeToAnyOther(_ dialect: Dialect) {
        let words = [
            "INT", "BIGINT", "SMALLINT", "DECIMAL(10,2)", "DECIMAL", "FLOAT", "DOUBLE", "CHAR(3)", "VARCHAR(5)",
            "VARCHAR",
            "BYTES", "DATE", "TIME", "TIMESTAMP", "TIMESTAMP_TZ", "BOOLEAN", "UUID", "JSON", "ARRAY<INT>",
            "MAP<INT,INT>",
            "STRUCT<a INT>", "what", "",
        ]
        for old in words {
            for new in words {
                let (a, b) = (PhysicalType(old, dialect: dialect), PhysicalType(new, dialect: dialect))
                let isDay = dialect == .iceberg || dialect == .spark
                let (there, back) = (a.shift(to: b, dialect), b.shift(to: a, dialect))
                if !isDay || !there.union(back).contains(.losesTime) { #expect(there.flipped == back, "\(old) \(new)") }
                if old == new { #expect(a.shift(to: b, dialect) == []) }
            }
        }
    }

    @Test(
        arguments: [
            ("VARCHAR(5)", "VARCHAR(6)", .redshift, true), ("INT", "BIGINT", .redshift, false),
            ("int", "long", .iceberg, true), ("decimal(9,2)", "decimal(11,4)", .iceberg, false),
            ("INT64", "NUMERIC", .bigquery, true), ("NUMBER(5,2)", "NUMBER(6,3)", .snowflake, false),
            ("INT", "BIGINT", .generic, nil), ("INT32", "INT64", .parquet, false),
        ] as [(String, String, Dialect, Bool?)])
    func whatASystemChangesInPlace(_ old: String, _ new: String, _ dialect: Dialect, _ expected: Bool?) {
        let (a, b) = (PhysicalType(old, dialect: dialect), PhysicalType(new, dialect: dialect))
        #expect(Promotions.placement(a, b, dialect) == expected.map { $0 ? .inPlace : .anew })
    }
}
