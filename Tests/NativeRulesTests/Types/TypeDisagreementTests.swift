import Diagnostics
import NativeRules
import TestSupport
import Testing

/// Two types, and where the contract says its data lies.
struct TypePair: Sendable, CustomStringConvertible {
    let logical: String
    let physical: String
    var servers: [String] = []
    var version = "v3.1.0"

    init(_ logical: String, _ physical: String, _ servers: String..., version: String = "v3.1.0") {
        self.logical = logical
        self.physical = physical
        self.servers = servers
        self.version = version
    }

    var description: String { "\(logical) / \(physical) \(servers) \(version)" }

    var contract: MarkedText {
        odcs("logicalType: ⟦²\(logical)⟧\nphysicalType: ⟦¹\(physical)⟧", version: version, servers: servers)
    }
}

@Suite struct TypeDisagreementTests {
    @Test(
        arguments: [TypePair]([
            TypePair("integer", "VARCHAR(20)"), TypePair("integer", "DECIMAL(12,2)"), TypePair("integer", "DOUBLE"),
            TypePair("integer", "FLOAT"), TypePair("integer", "BOOLEAN"), TypePair("integer", "DATE"),
            TypePair("integer", "string"),
            TypePair("integer", "NUMERIC(10,2)", "bigquery"), TypePair("integer", "JSON"),
            TypePair("integer", "'INT[]'"),
            TypePair("number", "VARCHAR(20)"), TypePair("number", "BOOL"), TypePair("number", "TIMESTAMP"),
            TypePair("number", "TEXT"),
            TypePair("string", "INT"), TypePair("string", "BOOLEAN"), TypePair("string", "DOUBLE"),
            TypePair("string", "DATE"),
            TypePair("string", "TIMESTAMP"), TypePair("string", "NUMBER", "oracle"),
            TypePair("string", "ARRAY<STRING>"),
            TypePair("string", "STRUCT<a INT64>", "bigquery"), TypePair("string", "'text[]'", "postgres"),
            TypePair("boolean", "DATE"), TypePair("boolean", "VARCHAR(5)"), TypePair("boolean", "INTEGER"),
            TypePair("boolean", "DOUBLE"),
            TypePair("boolean", "NUMBER(2)", "oracle"),
            TypePair("date", "INTEGER"), TypePair("date", "BOOLEAN"), TypePair("date", "VARCHAR(10)"),
            TypePair("date", "TIMESTAMP"),
            TypePair("date", "time", "postgres"), TypePair("date", "TEXT", "postgres"),
            TypePair("timestamp", "DATE"), TypePair("timestamp", "TIME"), TypePair("timestamp", "BIGINT", "snowflake"),
            TypePair("timestamp", "timestamp", "sqlserver"), TypePair("timestamp", "BOOLEAN"),
            TypePair("time", "DATE"), TypePair("time", "TIMESTAMP"), TypePair("time", "INT", "postgres"),
            TypePair("object", "INT"), TypePair("object", "ARRAY<INT>"), TypePair("object", "CHAR(3)"),
            TypePair("object", "DATE"),
            TypePair("array", "INT"), TypePair("array", "VARCHAR(20)"), TypePair("array", "MAP<STRING, INT>"),
            TypePair("array", "STRUCT<a INT>"),
            TypePair("map", "INT", version: "v3.2.0"), TypePair("map", "ARRAY<INT>", version: "v3.2.0"),
            TypePair("vector", "DATE", version: "v3.2.0"),
            TypePair("string", "DATE", version: "v3.0.2"), TypePair("date", "INT", version: "v3.0.0"),
            // Wrong in both.
            TypePair("integer", "VARCHAR(20)", "snowflake", "postgres"),
        ]))
    func typesThatDoNotFit(_ pair: TypePair) {
        let example = TypeFindingCase(pair.description, pair.contract, .disagreement(1, related: [2]))
        #expect(example.differences == [])
    }

    @Test(
        arguments: [TypePair]([
            // Types that nobody knows, whatever they stand beside.
            TypePair("integer", "Flag"), TypePair("object", "Name", version: "v3.0.0"),
            TypePair("date", "geography(point)"),
            TypePair("string", "interval"), TypePair("boolean", "DECIMAL("), TypePair("object", "topic"),
            TypePair("integer", "''"),
            TypePair("integer", "INT"), TypePair("integer", "NUMBER"), TypePair("integer", "NUMERIC"),
            TypePair("integer", "DECIMAL(10)"),
            TypePair("integer", "DECIMAL(10,0)"), TypePair("integer", "NUMBER(10,-2)", "oracle"),
            TypePair("integer", "NUMERIC", "bigquery"),
            TypePair("integer", "serial"), TypePair("integer", "bytes", "{type: kafka, format: avro}"),
            TypePair("integer", "BIT", "sqlserver"),
            TypePair("number", "DECIMAL(12,2)"), TypePair("number", "int4"), TypePair("number", "FLOAT"),
            TypePair("number", "money"),
            TypePair("number", "float(3,2)"),
            TypePair("string", "VARCHAR(36)"), TypePair("string", "CHAR(3)"), TypePair("string", "uuid"),
            TypePair("string", "bytea"),
            TypePair("string", "json"), TypePair("string", "'varchar[50]'"),
            TypePair("string", "\"ENUM('a','b')\"", "mysql"),
            TypePair("string", "xml"), TypePair("string", "TIMESTAMP", version: "v3.0.2"),
            TypePair("string", "TIME", version: "v3.0.2"),
            TypePair("boolean", "BOOLEAN"), TypePair("boolean", "BIT"), TypePair("boolean", "TINYINT(1)"),
            TypePair("boolean", "NUMBER(1)"),
            TypePair("boolean", "NUMBER(1,0)"), TypePair("boolean", "CHAR(1)"), TypePair("boolean", "SMALLINT"),
            TypePair("date", "DATE"), TypePair("date", "timestamp", version: "v3.0.2"),
            TypePair("date", "time", version: "v3.0.2"),
            TypePair("date", "string"), TypePair("date", "int", "{type: s3, format: parquet}"),
            TypePair("date", "DATE", "oracle"),
            TypePair("timestamp", "TIMESTAMP_TZ"), TypePair("timestamp", "DATETIME"),
            TypePair("timestamp", "datetime2", "sqlserver"),
            TypePair("timestamp", "timestamp without time zone"), TypePair("timestamp", "DATE", "oracle"),
            TypePair("timestamp", "BIGINT"),
            TypePair("timestamp", "string"), TypePair("timestamp", "INT96", "{type: s3, format: parquet}"),
            TypePair("time", "TIME"), TypePair("time", "STRING", "databricks"),
            TypePair("time", "time(3) with time zone"),
            TypePair("object", "STRUCT<a INT>"), TypePair("object", "JSON"), TypePair("object", "VARIANT"),
            TypePair("object", "TEXT"),
            TypePair("object", "NVARCHAR(MAX)"), TypePair("object", "VARCHAR(4000)"),
            TypePair("object", "MAP<STRING, STRING>"),
            TypePair("object", "OBJECT", "snowflake"), TypePair("object", "RECORD", "bigquery"),
            TypePair("array", "list"), TypePair("array", "ARRAY<INT>"), TypePair("array", "'text[]'"),
            TypePair("array", "JSON"),
            TypePair("array", "SUPER", "redshift"),
            TypePair("map", "MAP<STRING, ARRAY<DOUBLE>>", version: "v3.2.0"),
            TypePair("map", "JSON", version: "v3.2.0"),
            TypePair("map", "ARRAY<STRUCT<key STRING, value STRING>>", "bigquery", version: "v3.2.0"),
            TypePair("vector", "VECTOR(FLOAT, 3)", version: "v3.2.0"),
            TypePair("vector", "ARRAY<FLOAT>", version: "v3.2.0"),
            // Delimited text has no types.
            TypePair("integer", "string", "{type: local, format: csv}"),
            TypePair("boolean", "text", "{type: sftp, format: csv}"),
            // Fits one of them.
            TypePair("timestamp", "DATE", "oracle", "postgres"),
            TypePair("timestamp", "timestamp", "sqlserver", "snowflake"),
            // The standard's own rules say what is wrong with these.
            TypePair("datetime", "INT"), TypePair("5", "INT"), TypePair("integer", "[VARCHAR]"),
            TypePair("integer", "{a: b}"),
            TypePair("integer", "null"), TypePair("null", "VARCHAR(20)"),
        ]))
    func typesThatFit(_ pair: TypePair) {
        var pair = pair
        pair.servers = pair.servers.map { $0.hasPrefix("{") ? String($0.dropFirst(7).dropLast()) : $0 }
        #expect(TypeFindingCase(pair.description, pair.contract).differences == [])
    }

    @Test func theMessageSaysBothAndWhatFits() throws {
        let issue = try #require(findings(in: odcs("logicalType: integer\nphysicalType: VARCHAR(20)")).first)
        #expect(issue.message == "`logicalType` is `integer`, but `physicalType` is `VARCHAR(20)`, which holds text")
        #expect(
            issue.help
                == "`integer` goes with types such as INTEGER, BIGINT or DECIMAL(18,0); `VARCHAR(20)` goes with `logicalType: string`"
        )
    }

    @Test(
        arguments: [TypeFindingCase]([
            TypeFindingCase(
                "a row version of SQL Server is no time",
                odcs("logicalType: ⟦²timestamp⟧\nphysicalType: ⟦¹timestamp⟧", servers: ["sqlserver"]),
                .disagreement(1, related: [2], "is a row version in SQL Server", "such as DATETIME2")),
            TypeFindingCase(
                "the physical type first", odcs("physicalType: ⟦¹BOOLEAN⟧\nlogicalType: ⟦²date⟧"),
                .disagreement(1, related: [2])),
            TypeFindingCase(
                "a format says that dates are text",
                odcs(
                    "logicalType: date\nphysicalType: VARCHAR(10)\nlogicalTypeOptions: {format: dd.MM.yyyy}",
                    servers: ["postgres"])),
            TypeFindingCase(
                "but numbers have formats too",
                odcs("logicalType: ⟦²integer⟧\nphysicalType: ⟦¹VARCHAR(10)⟧\nlogicalTypeOptions: {format: i32}"),
                .disagreement()),
            TypeFindingCase(
                "items have types of their own",
                odcs("logicalType: array\nphysicalType: ARRAY\nitems: {logicalType: ⟦²string⟧, physicalType: ⟦¹INT⟧}"),
                .disagreement()),
            TypeFindingCase(
                "properties of objects",
                odcs("logicalType: object\nproperties:\n  - {name: a, logicalType: ⟦²string⟧, physicalType: ⟦¹INT⟧}"),
                .disagreement()),
            TypeFindingCase(
                "types of maps",
                odcs(
                    "logicalType: map\nmap:\n  key: {logicalType: string}\n  value: {logicalType: ⟦²string⟧, physicalType: ⟦¹INT⟧}",
                    version: "v3.2.0"),
                .disagreement()),
            TypeFindingCase(
                "decimals with decimal places",
                odcs("logicalType: ⟦²integer⟧\nphysicalType: ⟦¹'DECIMAL(12, 2)'⟧"),
                .disagreement(1, related: [2], "2 decimal places", "logicalType: number")),
            TypeFindingCase(
                "ODCS 2.2 in the words of a database", odcs2("logicalType: ⟦²BIGINT⟧\nphysicalType: ⟦¹VARCHAR(20)⟧"),
                .disagreement()),
            TypeFindingCase("ODCS 2.2 in words of nobody's", odcs2("logicalType: Zahl\nphysicalType: VARCHAR(20)")),
            TypeFindingCase("ODCS 2.2, a date in a timestamp", odcs2("logicalType: date\nphysicalType: timestamp")),
            TypeFindingCase(
                "DCS names a type for each system",
                dcs(
                    "type: ⟦³int⟧\nconfig: {bigqueryType: ⟦¹STRING⟧, snowflakeType: NUMBER, avroType: ⟦²string⟧, postgresType: int4, other: STRING}"
                ),
                .disagreement(
                    1, related: [3], "`type` is `int`, but `bigqueryType` is `STRING`", "INT64", "`type: string`"),
                .disagreement(2, related: [3])),
            TypeFindingCase(
                "DCS, each in its own dialect",
                dcs("type: timestamp\nconfig: {oracleType: DATE, avroType: long, glueType: timestamp}")),
            TypeFindingCase(
                "DCS before it had times", dcs("type: string\nconfig: {postgresType: time}", version: "1.1.0")),
            TypeFindingCase("DCS, any value", dcs("type: variant\nconfig: {snowflakeType: INT}")),
            TypeFindingCase(
                "DCS, no type but a reference", dcs("$ref: '#/definitions/x'\nconfig: {snowflakeType: INT}")),
        ]))
    func placesAndWords(_ example: TypeFindingCase) { #expect(example.differences == []) }

    /// A verdict is not carried from one dialect, standard or version to another.
    @Test func documentsDoNotShareVerdicts() {
        let text = MarkedText(
            [
                odcs("logicalType: timestamp\nphysicalType: DATE", servers: ["oracle"]).text,
                odcs("logicalType: timestamp\nphysicalType: DATE", servers: ["postgres"]).text,
                odcs("logicalType: date\nphysicalType: TIMESTAMP", version: "v3.0.2").text,
                odcs("logicalType: date\nphysicalType: TIMESTAMP").text,
                odcs("logicalType: time\nphysicalType: stamp").text,
            ].joined(separator: "---\n"))
        #expect(findings(in: text).count == 2)
    }

    /// More different types than the cache holds.
    @Test func theCacheIsBounded() {
        let properties = (1...5000).map { "  - {name: p\($0), logicalType: integer, physicalType: VARCHAR(\($0))}" }
        let property = "logicalType: object\nproperties:\n" + properties.prefix(900).joined(separator: "\n")
        #expect(findings(in: odcs(property)).count == 900)
        let fine = properties.map { $0.replacing("integer", with: "string") }.joined(separator: "\n")
        #expect(findings(in: odcs("logicalType: object\nproperties:\n" + fine + "\n" + fine)).isEmpty)
    }

    @Test func descriptorsAreInThePack() {
        #expect(
            TypeRules.descriptors.map(\.id) == [
                "schema/type-disagreement", "schema/options-disagreement", "schema/example-violates-type",
            ])
    }
}
