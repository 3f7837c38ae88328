internal import ContractModel

extension Dialect {
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
        case .impala: [TypeWords.impala, TypeWords.hive, TypeWords.spark, TypeWords.generic]
        case .trino: [TypeWords.trino, TypeWords.generic]
        case .mysql: [TypeWords.mysql, TypeWords.generic]
        case .mariadb: [TypeWords.mariadb, TypeWords.mysql, TypeWords.generic]
        case .sqlserver: [TypeWords.sqlserver, TypeWords.generic]
        case .oracle: [TypeWords.oracle, TypeWords.generic]
        case .duckdb: [TypeWords.duckdb, TypeWords.generic]
        case .clickhouse: [TypeWords.clickhouse, TypeWords.generic]
        case .db2: [TypeWords.db2, TypeWords.generic]
        case .informix: [TypeWords.informix, TypeWords.generic]
        case .vertica: [TypeWords.vertica, TypeWords.generic]
        case .dremio: [TypeWords.dremio, TypeWords.generic]
        case .iceberg, .icebergV2: [TypeWords.iceberg, TypeWords.generic]
        case .protobuf: [TypeWords.protobuf, TypeWords.generic]
        case .avro: [TypeWords.avro, TypeWords.generic]
        case .parquet: [TypeWords.parquet, TypeWords.generic]
        case .json: [TypeWords.json, TypeWords.generic]
        }
    }
}
