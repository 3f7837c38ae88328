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
    package init(serverType type: String, format: String? = nil) {
        switch type.lowercased() {
        case "postgres", "postgresql": self = .postgres
        case "redshift": self = .redshift
        case "snowflake": self = .snowflake
        case "bigquery": self = .bigquery
        case "databricks", "spark", "dataframe": self = .spark
        case "hive", "impala": self = .hive
        case "trino", "presto": self = .trino
        case "mysql", "mariadb": self = .mysql
        case "sqlserver", "synapse": self = .sqlserver
        case "oracle": self = .oracle
        case "duckdb": self = .duckdb
        case "clickhouse": self = .clickhouse
        case "iceberg": self = .iceberg
        case "glue", "athena": self = format.map(Dialect.init(format:)) ?? .hive
        default: self = format.map(Dialect.init(format:)) ?? .generic
        }
    }

    /// The dialect of a file or message format.
    package init(format: String) {
        switch format.lowercased() {
        case "parquet": self = .parquet
        case "avro": self = .avro
        case "delta": self = .spark
        case "iceberg": self = .iceberg
        case "orc": self = .hive
        case "json", "jsonl", "ndjson", "jsonschema": self = .json
        case "csv", "tsv", "txt", "text": self = .csv
        default: self = .generic
        }
    }

    /// What a word, or several, in lower case, means in it; nil where it knows no such type.
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
