/// The system whose words a physical type is written in.
package enum Dialect: UInt8, CaseIterable, Sendable {
    /// Unknown: the words of the SQL standard, and what most systems share.
    case generic
    case postgres, redshift, snowflake, bigquery
    /// Apache Spark and Databricks.
    case spark
    /// Hive, Impala, and what speaks Hive's types: Glue, Athena.
    case hive
    case trino, mysql, sqlserver, oracle, duckdb, clickhouse
    case iceberg, avro, parquet
    /// JSON files and messages: no type for dates, bytes or UUIDs.
    case json
    /// Delimited text: no types at all.
    case csv

    /// The dialect of a server of a contract.
    ///
    /// - Parameters:
    ///   - type: `type` of the server, in any case.
    ///   - format: `format` of a server that holds files or messages.
    package init(serverType type: String, format: () -> String? = { nil }) {
        if let known = Self.systems[type] ?? Self.systems[type.lowercased()] {
            self = known
        } else {
            let known = format().flatMap { Self.formats[$0.lowercased()] }
            self = known ?? (type.lowercased() == "glue" ? .hive : .generic)
        }
    }

    /// The systems that servers of ODCS 3.2 and DCS 1.2 name and that have types of their own here.
    private static let systems: [String: Dialect] = [
        "postgres": .postgres, "postgresql": .postgres, "redshift": .redshift, "snowflake": .snowflake,
        "bigquery": .bigquery, "databricks": .spark, "dataframe": .spark, "hive": .hive, "impala": .hive,
        "athena": .hive,
        "trino": .trino, "presto": .trino, "mysql": .mysql, "mariadb": .mysql, "sqlserver": .sqlserver,
        "synapse": .sqlserver, "oracle": .oracle, "duckdb": .duckdb, "clickhouse": .clickhouse, "iceberg": .iceberg,
    ]

    /// The formats of files and messages.
    private static let formats: [String: Dialect] = [
        "parquet": .parquet, "avro": .avro, "delta": .spark, "iceberg": .iceberg, "orc": .hive, "json": .json,
        "jsonl": .json, "ndjson": .json, "jsonschema": .json, "csv": .csv, "tsv": .csv, "txt": .csv, "text": .csv,
    ]

    /// Meaning in it of a word, or several, in lower case; nil where it knows no such type.
    ///
    /// A contract may well name a type by a word of another system, so what the dialect does not know is looked up among the
    /// words that most systems share.
    func meaning(of words: String) -> TypeWord? {
        for table in tables {
            if let meaning = table[words] { return meaning }
        }
        return nil
    }

    private var tables: [[String: TypeWord]] {
        switch self {
        case .generic, .csv: [TypeWords.generic]
        case .postgres: [TypeWords.postgres, TypeWords.generic]
        case .redshift: [TypeWords.redshift, TypeWords.postgres, TypeWords.generic]
        case .snowflake: [TypeWords.snowflake, TypeWords.generic]
        case .bigquery: [TypeWords.bigquery, TypeWords.generic]
        case .spark: [TypeWords.spark, TypeWords.generic]
        case .hive: [TypeWords.hive, TypeWords.spark, TypeWords.generic]
        case .trino: [TypeWords.trino, TypeWords.generic]
        case .mysql: [TypeWords.mysql, TypeWords.generic]
        case .sqlserver: [TypeWords.sqlserver, TypeWords.generic]
        case .oracle: [TypeWords.oracle, TypeWords.generic]
        case .duckdb: [TypeWords.duckdb, TypeWords.generic]
        case .clickhouse: [TypeWords.clickhouse, TypeWords.generic]
        case .iceberg: [TypeWords.iceberg, TypeWords.generic]
        case .avro: [TypeWords.avro, TypeWords.generic]
        case .parquet: [TypeWords.parquet, TypeWords.generic]
        case .json: [TypeWords.json, TypeWords.generic]
        }
    }
}
