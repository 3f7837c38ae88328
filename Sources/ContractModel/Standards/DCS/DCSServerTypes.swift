/// The types of servers and their keys.
extension DCS {
    /// A key of a type: checked through 0.9.3, from 1.1.0 on only named by the prose.
    ///
    /// - Parameter required: since 1.1.0, the versions in which the prose demands it.
    private static func key(
        _ key: Key, _ kind: Kind, since first: Version = "0.9.0", required: Versions = .none, _ doc: String
    ) -> [Row] {
        [
            Row(key, kind, .between(first, "0.9.3"), required: required, doc),
            Row(
                key, .anything, .since("1.1.0"),
                prose: required.contains("1.1.0") ? ProseConflict(.requiredByProse, required) : nil, doc),
        ]
    }

    private static func type(
        _ name: String, or other: String? = nil, _ versions: Versions = .all, _ rows: [Row]...
    ) -> Variant {
        let names = [name] + (other.map { [$0] } ?? [])
        return Variant(
            "a server of type \(name)", when: names.map { .equals(.type, $0) }, versions, rows: rows.flatMap(\.self))
    }

    private static let account = key(.account, .text, required: .all, "The account")
    private static let database = key(.database, .text, required: .all, "The database")
    private static let schema = key(.schema, .text, required: .all, "The schema in the database")
    private static let catalog = key(.catalog, .text, required: .all, "The catalog that holds the schema")
    private static let host = key(.host, .text, required: .all, "The host to connect to")
    private static let port = key(.port, .integer, required: .all, "The port to connect to")
    private static let project = key(.project, .text, required: .all, "The Google Cloud project")
    private static let topic = key(.topic, .text, required: .all, "The topic")

    /// Databases and warehouses.
    static let tableServers: [Variant] = [
        type(
            "bigquery", or: "BigQuery", .all, project,
            key(.dataset, .text, required: .all, "The dataset of the project")),
        type(
            "redshift", .all, account, database, schema,
            key(.host, .text, since: "0.9.3", "The host of the cluster"),
            key(.clusterIdentifier, .text, since: "0.9.3", "The cluster"),
            key(.port, .integer, since: "0.9.3", "The port of the cluster"),
            key(.endpoint, .text, since: "0.9.3", "Host, port and database in one")),
        type("snowflake", .all, account, database, schema),
        type("databricks", .through("0.9.1"), [Row(.share, .text, required: .all, "The share")]),
        type(
            "databricks", .since("0.9.2"),
            key(.host, .text, since: "0.9.2", required: .between("0.9.2", "0.9.2"), "The host of the workspace"),
            catalog, schema),
        type("postgres", .since("0.9.2"), host, port, database, schema),
        type(
            "oracle", .since("0.9.3"), host, port, key(.serviceName, .text, required: .all, "The name of the service")),
        type(
            "sqlserver", .since("0.9.3"), host, database, schema,
            key(.port, .integer, "The port to connect to"),
            [Row(.driver, .anything, "The ODBC driver to use; the schema does not check it")]),
        type("trino", .since("0.9.3"), host, port, catalog, schema),
        type("clickhouse", .since("1.2.0"), host, port, database),
        type("dataframe", .since("0.9.3")),
    ]

    private static let fileFormat =
        key(.format, .text("parquet", "delta", "json", "csv"), since: "0.9.3", "The format of the files")
    private static let delimiter =
        key(
            .delimiter, .text("new_line", "array"), since: "0.9.3",
            "How the documents in one JSON file are kept apart")

    /// Files.
    static let fileServers: [Variant] = [
        type(
            "s3", .all, key(.location, .text, required: .all, "Where the files lie, as an s3:// URL"),
            key(.endpointUrl, .text, since: "0.9.3", "The endpoint, when it is not Amazon's own"),
            fileFormat, delimiter),
        type(
            "gcs", .between("0.9.3", "0.9.3"),
            key(.location, .text, required: .all, "Where the files lie, as a gs:// URL"), fileFormat, delimiter),
        type(
            "sftp", .since("0.9.3"), key(.location, .text, required: .all, "Where the files lie, as an sftp:// URL"),
            fileFormat, delimiter),
        type(
            "azure", .since("0.9.3"),
            key(.location, .text, required: .all, "Where the files lie, as an az:// or abfss:// URL"),
            key(.format, .text("parquet", "delta", "json", "csv"), required: .all, "The format of the files"),
            delimiter),
        type(
            "glue", .since("0.9.3"), account, database,
            key(.location, .text, "Where the files lie, as an s3:// URL"),
            key(.format, .text, "The format of the files")),
        type(
            "local", .since("0.9.2"), key(.path, .text, required: .all, "The path of the file or files"),
            key(.format, .text, required: .all, "The format of the files")),
    ]

    private static let messageFormat = key(.format, .text, since: "0.9.2", "The format of the messages")

    /// Streams and topics.
    static let streamServers: [Variant] = [
        type("kafka", .all, host, topic, messageFormat),
        type("pubsub", .since("0.9.2"), project, topic),
        type(
            "kinesis", .since("0.9.3"), key(.stream, .text, required: .all, "The stream"),
            key(.region, .text, "The AWS region"), messageFormat),
    ]
}
