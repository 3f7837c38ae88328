/// Server on which the data lies.
///
/// Through 0.9.3 the schema tells servers apart by their type and checks the keys of each. From 1.1.0 on it refers to
/// a base server, and the demands of the types stand beside that `$ref`, where draft-07 ignores them: only the rows
/// here are checked, and what the types demand is a word of the prose.
extension DCS {
    static let server = Shape(
        "Server", "a server", as: .server, open: .all, rows: serverTypeRows + serverRows, variants: serverVariants,
        mistakes: ["name": "The key under servers is the name", "server": "The key under servers is the name"])

    private static let types090 = ["bigquery", "BigQuery", "s3", "redshift", "snowflake", "databricks", "kafka"]
    private static let types092 = types090 + ["postgres", "pubsub", "local"]
    private static let types093 =
        types092 + ["gcs", "sftp", "azure", "sqlserver", "dataframe", "glue", "oracle", "kinesis", "trino"]
    private static let types110 = types093.filter { $0 != "gcs" }

    private static let serverTypeRows: [Row] = [
        typeRow(.text(in: types090), .through("0.9.1")),
        typeRow(.text(in: types092), .between("0.9.2", "0.9.2")),
        typeRow(.text(in: types093), .between("0.9.3", "0.9.3")),
        typeRow(.text(in: types110), .between("1.1.0", "1.1.0")),
        typeRow(.text, .since("1.2.0")),
    ]

    private static func typeRow(_ kind: Kind, _ versions: Versions) -> Row {
        Row(
            .type, kind, versions, required: .all,
            "The technology of the server; it decides which other keys belong here")
    }

    private static let serverRows: [Row] = [
        Row(.description, .anything, .through("0.9.3"), "What the server is for; the schema does not check it"),
        Row(.description, .text, .since("1.1.0"), "What the server is for"),
        Row(.environment, .anything, .through("0.9.3"), "The environment: prod, test; the schema does not check it"),
        Row(.environment, .text, .since("1.1.0"), "The environment: prod, test"),
        Row(.roles, .list(of: .shape("ServerRole")), .since("1.1.0"), "The roles that give access"),
    ]

    static let serverRole = Shape(
        "ServerRole", "a role", as: .role, open: .all,
        rows: [
            Row(.name, .text, required: .all, as: .role, "The name of the role"),
            Row(.description, .text, "What the role gives access to"),
        ],
        mistakes: ["role": "Write name"])

    private static let serverVariants: [Variant] = tableServers + fileServers + streamServers
}
