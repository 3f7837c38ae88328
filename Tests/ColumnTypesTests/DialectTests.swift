import ColumnTypes
import ContractModel
import Testing

@Suite struct DialectTests {
    @Test(
        arguments: [
            ("custom", nil, Dialect.generic), ("", nil, .generic), ("Postgres", nil, .postgres),
            ("postgresql", nil, .postgres),
            ("BigQuery", nil, .bigquery), ("databricks", "delta", .spark), ("synapse", nil, .sqlserver),
            ("athena", nil, .hive),
            ("glue", nil, .hive), ("glue", "parquet", .parquet), ("s3", "PARQUET", .parquet), ("s3", "delta", .spark),
            ("s3", nil, .generic), ("local", "csv", .csv), ("kafka", "avro", .avro), ("kafka", "json", .json),
            ("azure", "unheard of", .generic), ("db2", nil, .db2), ("iceberg", nil, .iceberg),
            ("mariadb", nil, .mariadb),
            ("kafka", "Protobuf", .protobuf), ("protobuf", nil, .protobuf), ("json", nil, .json),
            ("presto", nil, .trino),
            ("impala", nil, .impala), ("informix", nil, .informix), ("vertica", nil, .vertica),
            ("dremio", nil, .dremio),
        ] as [(String, String?, Dialect)])
    func comesFromTheServer(_ type: String, _ format: String?, _ expected: Dialect) {
        #expect(Dialect(serverType: type) { format } == expected)
    }

    @Test(
        arguments: [
            ("decimal", Standard.odcs, "3.1.0", nil), ("String", .odcs, "3.1.0", nil), ("bytes", .odcs, "3.1.0", nil),
            ("any", .odcs, "3.1.0", nil), ("any", .dcs, "1.2.1", nil), ("null", .dcs, "1.2.1", nil),
            ("integers", .dcs, "1.2.1", nil),
            ("", .odcs, "2.2.2", nil),
            ("string", .odcs, "3.1.0", .string), ("vector", .odcs, "3.2.0", .vector),
            ("VARCHAR", .odcs, "2.2.2", .string),
            ("Timestamp", .odcs, "2.2.0", .timestamp), ("timestamp_tz", .dcs, "1.1.0", .timestamp),
            ("long", .dcs, "1.1.0", .integer),
            ("record", .dcs, "1.1.0", .object), ("variant", .dcs, "1.2.1", .any), ("bytes", .dcs, "1.1.0", .bytes),
            ("float", .dcs, "1.1.0", .number),
        ] as [(String, Standard, Version, LogicalType?)])
    func logicalTypes(_ word: String, _ standard: Standard, _ version: Version, _ expected: LogicalType?) {
        #expect(LogicalType(word, standard: standard, version: version) == expected)
    }
}
