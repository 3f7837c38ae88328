/// Servers: where the data is. What one must say depends on its type.
extension ODCS {
    static let servers: [Shape] = [
        Shape(
            "Server", "a server", as: .server, open: beforeV31, rows: stableID + serverRows + serverTypes,
            variants: serverVariants,
            mistakes: [
                "name": "Write the name under server",
                "staging_dir": "Write stagingDir",
                "url": "Write the address under location or host, as the type demands",
                "projectId": "Write project",
                "bucket": "Write location, as in s3://bucket/path",
                "topic": "Name the topic under physicalName of the schema object",
                "tags": "Write customProperties",
            ])
    ]

    private static let serverRows: [Row] = [
        Row(.server, .text, v3, required: v3, "Name of the server"),
        Row(.description, .text, v3, "What the server is"),
        Row(.environment, .text, v3, "What the server is used for, such as prod or dev"),
        Row(.roles, .list(of: .shape("Role")), v3, "Roles that give access to the server"),
        customProperties(v3),
    ]

    /// The types allowed are those that have a variant.
    private static let serverTypes: [Row] = [v30, .between("3.1.0", "3.1.0"), v32].map { versions in
        let allowed = (relationalServers + otherServers).filter { $0.versions.contains(versions.first) }
        return Row(
            .type, .text(in: allowed.map(\.type)), versions, required: v3, "Kind of the server, such as kafka or s3")
    }

    private static let serverVariants: [Variant] = (relationalServers + otherServers).map { server in
        Variant(
            "a server of type \(server.type)", when: [.equals(.type, server.type)], server.versions, rows: server.rows)
    }

    /// A type of server and its rows.
    private struct Server: Sendable {
        let type: String
        let versions: Versions
        let rows: [Row]

        init(_ type: String, _ versions: Versions = v3, must: [Key] = [], may: [Key] = [], rows: [Row] = []) {
            self.type = type
            self.versions = versions
            self.rows =
                must.flatMap { serverKey($0, required: v3) } + may.flatMap { serverKey($0, required: .none) } + rows
        }
    }

    private static let relationalServers: [Server] = [
        Server("btrieve", v32, must: [.host, .database], may: [.port]),
        Server("clickhouse", must: [.host, .port, .database]),
        Server("cloudsql", must: [.host, .port, .database, .schema]),
        Server("databricks", must: [.catalog, .schema], may: [.host]),
        Server("db2", must: [.host, .port, .database], may: [.schema]),
        Server("denodo", must: [.host, .port], may: [.database]),
        Server("dremio", must: [.host, .port], may: [.schema]),
        Server("duckdb", must: [.database], rows: duckdbSchema),
        Server("exasol", v32, must: [.host], may: [.port, .schema]),
        Server("fastobjects", v32, must: [.database], may: [.host, .port]),
        Server("hana", v32, must: [.host], may: [.port, .database, .schema]),
        Server("hive", v31, must: [.host, .database], may: [.port]),
        Server("impala", v31, must: [.host, .database], may: [.port]),
        Server("informix", must: [.host, .database], may: [.port]),
        Server("ingres", v32, must: [.host, .database], may: [.port]),
        Server("mysql", must: [.host, .port, .database]),
        Server("oracle", must: [.host, .port, .serviceName]),
        Server("poet", v32, must: [.database], may: [.host, .port]),
        Server("postgres", must: [.host, .port, .database, .schema]),
        Server("postgresql", must: [.host, .port, .database, .schema]),
        Server("presto", must: [.host], may: [.catalog, .schema]),
        Server("redshift", must: [.database, .schema], may: [.host, .region, .account]),
        Server("snowflake", must: [.account, .database, .schema], rows: snowflakeConnection),
        Server("sqlserver", must: [.host, .database, .schema], may: [.port]),
        Server("synapse", must: [.host, .port, .database]),
        Server("teradata", v32, must: [.host], may: [.port, .database]),
        Server("trino", must: [.host, .port, .catalog, .schema]),
        Server("vectorwise", v32, must: [.host, .database], may: [.port]),
        Server("versant", v32, must: [.database], may: [.host, .port]),
        Server("vertica", must: [.host, .port, .database, .schema]),
        Server("zen", v31, must: [.host, .database], may: [.port]),
    ]

    private static let otherServers: [Server] = [
        Server("api", must: [.location]),
        Server("athena", must: [.schema], may: [.catalog, .regionName, .workgroup], rows: athenaStaging),
        Server("azure", must: [.location], may: [.encoding], rows: fileFormat(required: v3)),
        Server("bigquery", must: [.project, .dataset]),
        Server("glue", must: [.account, .database], may: [.location, .format, .encoding]),
        Server("iceberg", v32, must: [.catalog, .catalogUrl], may: [.namespace, .warehouse]),
        Server("kafka", must: [.host], may: [.format, .encoding]),
        Server("kinesis", may: [.region, .format, .encoding], rows: kinesisStream),
        Server("local", must: [.path, .format], may: [.encoding]),
        Server("pubsub", must: [.project]),
        Server("s3", must: [.location], may: [.endpointUrl, .encoding], rows: fileFormat()),
        Server("sftp", may: [.encoding], rows: sftpLocation + fileFormat()),
        Server("custom", may: customKeys, rows: customStream),
    ]

    private static let customKeys: [Key] = [
        .account, .catalog, .database, .dataset, .delimiter, .encoding, .endpointUrl, .format, .host, .location, .path,
        .port, .project, .region, .regionName, .schema, .serviceName, .stagingDir, .warehouse,
    ]

    // MARK: Keys that mean the same whatever the type

    private static func serverKey(_ key: Key, required: Versions) -> [Row] {
        let doc = serverDocs[key] ?? ""
        return switch key {
        case .port:
            [
                Row(.port, .integer, .between("3.0.0", "3.1.0"), required: required, doc),
                Row(.port, .integer | .text, v32, required: required, doc),
            ]
        case .encoding, .workgroup, .catalogUrl, .namespace:
            [Row(key, .text, v32, required: required == .none ? .none : v32, doc)]
        default: [Row(key, .text, v3, required: required, doc)]
        }
    }

    private static let serverDocs: [Key: String] = [
        .account: "Account that the data belongs to",
        .catalog: "Catalog that the data is in",
        .catalogUrl: "Address of the catalog",
        .database: "Database that the data is in",
        .dataset: "Dataset that the data is in",
        .delimiter: "What separates the records of a file",
        .encoding: "Character encoding of the data",
        .endpointUrl: "Address of the service",
        .format: "Format of the files or messages",
        .host: "Name or address of the machine",
        .location: "Address of the data",
        .namespace: "Namespace within the catalog",
        .path: "Path of the files",
        .port: "Port to connect to",
        .project: "Cloud project that the data is in",
        .region: "Cloud region that the data is in",
        .regionName: "Cloud region that the data is in",
        .schema: "Database schema that the data is in",
        .serviceName: "Name of the database service",
        .stagingDir: "Where results of queries are kept",
        .warehouse: "Warehouse or cluster that runs queries",
        .workgroup: "Workgroup that runs queries",
    ]

    // MARK: Quirks of one type

    /// An integer until 3.0.2, by mistake.
    private static let duckdbSchema: [Row] = [
        Row(.schema, .integer, v30, "Database schema that the data is in"),
        Row(.schema, .text, v31, "Database schema that the data is in"),
    ]

    /// 3.0.0 and 3.0.1 define `stagingDir` and demand `staging_dir`.
    private static let athenaStaging: [Row] = [
        Row(
            .stagingDir, .text, v3, required: .between("3.0.2", "3.1.0"), "Where results of queries are kept"),
        Row(
            .staging_dir, .anything, .between("3.0.0", "3.0.1"), required: .between("3.0.0", "3.0.1"), as: .stagingDir,
            "Where results of queries are kept"),
    ]

    /// Enumerations until 3.0.2.
    private static func fileFormat(required: Versions = .none) -> [Row] {
        [
            Row(.format, .text("parquet", "delta", "json", "csv"), v30, required: required, "Format of the files"),
            Row(.format, .text, v31, required: required, "Format of the files"),
            Row(.delimiter, .text("new_line", "array"), v30, "What separates the records of a file"),
            Row(.delimiter, .text, v31, "What separates the records of a file"),
        ]
    }

    private static let sftpLocation: [Row] = [
        Row(
            .location, .text(matching: StandardPattern("^sftp://.*", "an address that starts with sftp://")), v3,
            required: v3, "Address of the data")
    ]

    private static let snowflakeConnection: [Row] = [
        Row(.host, .text, v3, prose: ProseConflict(.requiredByProse, v3), "Name or address of the machine"),
        Row(
            .port, .integer, .between("3.0.0", "3.1.0"),
            prose: ProseConflict(.requiredByProse, .between("3.0.0", "3.1.0")), "Port to connect to"),
        Row(.port, .integer | .text, v32, prose: ProseConflict(.requiredByProse, v32), "Port to connect to"),
        Row(.warehouse, .text, v3, prose: ProseConflict(.requiredByProse, v3), "Warehouse that runs queries"),
    ]

    private static let kinesisStream: [Row] = [
        Row(.stream, .anything, v30, prose: ProseConflict(.requiredByProse, v30), "Name of the data stream"),
        Row(
            .stream, .text, .none, required: v31, prose: ProseConflict(.rejectedBySchema, v31),
            "Name of the data stream"),
    ]

    /// Missing in the schemas of 3.0, which let it pass.
    private static let customStream: [Row] = [
        Row(.stream, .anything, v30, "Name of the data stream"),
        Row(.stream, .text, v31, "Name of the data stream"),
    ]
}
