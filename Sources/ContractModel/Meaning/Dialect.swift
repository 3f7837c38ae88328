/// The system whose words a physical type is written in.
package enum Dialect: UInt8, CaseIterable, Sendable {
    /// Unknown: the words of the SQL standard, and what most systems share.
    case generic
    case postgres, redshift, snowflake, bigquery
    /// Apache Spark and Databricks.
    case spark
    /// Hive, and what speaks Hive's types: Glue, Athena.
    case hive
    case impala
    case trino, mysql, mariadb, sqlserver, oracle, duckdb, clickhouse, db2, informix, vertica, dremio
    /// Apache Iceberg, from version 3 of its format on or of a version that is not said; before version 3.
    case iceberg, icebergV2
    case avro, parquet, protobuf
    /// JSON files and messages: no type for dates, bytes or UUIDs.
    case json
    /// Delimited text: no types at all.
    case csv

    /// Dialects of a contract's servers, one for each system.
    package static func all(of root: ElementRef) -> [Dialect] {
        root.elements(.servers).compactMap(Dialect.init(of:)).reduce(into: []) { dialects, next in
            if !dialects.contains(next) { dialects.append(next) }
        }
    }

    /// Dialect of a server element; nil where it does not say its type.
    package init?(of server: ElementRef) {
        guard let type = server.text(.type) else { return nil }
        self.init(serverType: type) { server.text(.format) }
        if self == .iceberg, let version = Self.tableVersion(of: server), version < 3 { self = .icebergV2 }
    }

    /// Version of the table format that a server names among its custom properties, as Iceberg's table property does.
    private static func tableVersion(of server: ElementRef) -> Int? {
        server.elements(.customProperties).lazy.compactMap { property -> Int? in
            let name = property.text(.property)?.filter(\.isLetter).lowercased()
            return name == "formatversion" || name == "icebergformatversion"
                ? property.text(.value).flatMap { Int($0) } : nil
        }.first
    }

    /// Dialect of a server of a contract.
    ///
    /// - Parameters:
    ///   - type: `type` of the server, in any case.
    ///   - format: `format` of a server that holds files or messages.
    package init(serverType type: String, format: () -> String? = { nil }) {
        if let known = Self.systems[type] ?? Self.systems[type.lowercased()] {
            self = known
        } else {
            let known = format().flatMap { Self.formats[$0.lowercased()] } ?? Self.formats[type.lowercased()]
            self = known ?? (type.lowercased() == "glue" ? .hive : .generic)
        }
    }

    /// The systems that servers of ODCS 3.2 and DCS 1.2 name and that have types of their own here.
    private static let systems: [String: Dialect] = [
        "postgres": .postgres, "postgresql": .postgres, "redshift": .redshift, "snowflake": .snowflake,
        "bigquery": .bigquery, "databricks": .spark, "spark": .spark, "dataframe": .spark, "hive": .hive,
        "impala": .impala, "athena": .hive, "trino": .trino, "presto": .trino, "mysql": .mysql, "mariadb": .mariadb,
        "sqlserver": .sqlserver, "synapse": .sqlserver, "oracle": .oracle, "duckdb": .duckdb, "clickhouse": .clickhouse,
        "db2": .db2, "informix": .informix, "vertica": .vertica, "dremio": .dremio, "iceberg": .iceberg,
    ]

    /// The formats of files and messages.
    private static let formats: [String: Dialect] = [
        "parquet": .parquet, "avro": .avro, "delta": .spark, "iceberg": .iceberg, "orc": .hive,
        "protobuf": .protobuf, "proto": .protobuf, "proto3": .protobuf, "json": .json,
        "jsonl": .json, "ndjson": .json, "jsonschema": .json, "csv": .csv, "tsv": .csv, "txt": .csv, "text": .csv,
    ]

    /// Keys of types under `config`, by the system whose words they are in (DCS 1.2.1, "Config Object",
    /// https://datacontract-specification.com/#config-object; the last ones are not among its own, and people write them).
    package static let configKeys: [(dialect: Dialect, key: String)] = [
        (.bigquery, "bigqueryType"), (.snowflake, "snowflakeType"), (.redshift, "redshiftType"),
        (.sqlserver, "sqlserverType"), (.spark, "databricksType"), (.hive, "glueType"), (.avro, "avroType"),
        (.postgres, "postgresType"), (.oracle, "oracleType"), (.mysql, "mysqlType"), (.trino, "trinoType"),
    ]
}
