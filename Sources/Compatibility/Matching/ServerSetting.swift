internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// A setting of a server by what it means, however it is written.
enum ServerSetting {
    /// Meaning of a setting, which two servers share exactly when a reader finds the same data; nil: neither the server nor the
    /// standard says it.
    static func meaning(of key: Key, _ server: ElementRef) -> String? {
        guard let node = server.node(key) else {
            return Defaults.text(of: key, in: server).map { normalised($0, key, server) }
        }
        let tree = server.document.tree
        guard !tree[node].type.isDisjoint(with: .scalar) else { return ValueEquality.canonical(tree, node) }
        let text = tree.trimmedText(of: node)
        return text.isEmpty ? nil : normalised(text, key, server)
    }

    /// The names of one system: ODCS has one server for both, `PostgresServer` (schema of 3.1.0, `ServerSource`).
    static func type(_ server: ElementRef) -> String? {
        let type = server.text(.type)?.lowercased()
        return type == "postgresql" ? "postgres" : type
    }

    private static func normalised(_ text: String, _ key: Key, _ server: ElementRef) -> String {
        switch key {
        case .type: return type(server) ?? text
        case .environment: return environments[text.lowercased()] ?? text.lowercased()
        case .port: return Int(text).map(String.init) ?? text
        // Names of machines know no case (RFC 4343, section 3).
        case .host: return hosts(text)
        case .endpoint, .endpointUrl, .catalogUrl: return address(text)
        case .location, .path, .stagingDir: return address(text)
        case .format, .encoding: return words[text.lowercased()] ?? text.lowercased()
        // Clouds know their regions by names in lower case; Snowflake's accounts are parts of host names.
        case .region, .regionName, .account: return text.lowercased()
        case .database, .schema, .catalog, .serviceName, .warehouse:
            let isQuoted = text.hasPrefix("\"") || text.hasPrefix("`")
            return !isQuoted && folding.contains(type(server) ?? "") ? text.lowercased() : text
        default: return text
        }
    }

    private static let environments = [
        "production": "prod", "prd": "prod", "development": "dev", "testing": "test", "tst": "test", "staging": "stage",
        "stg": "stage", "pre-prod": "preprod", "acceptance": "acc",
    ]

    private static let words = [
        "ndjson": "jsonl", "utf8": "utf-8", "jsonlines": "jsonl", "tab": "tsv", "latin1": "iso-8859-1",
    ]

    /// Systems that take a name without quotes for the same in any case: PostgreSQL 4.1.1 "Identifiers and Key Words", Redshift "Names
    /// and identifiers", Snowflake "Identifier requirements", Databricks "Names", Trino "Reserved keywords and identifiers", Hive
    /// "Languagemanual DDL", Athena "Naming databases", Oracle "Database Object Naming Rules", DuckDB "Case Sensitivity", Db2 and
    /// Teradata "Identifiers".
    private static let folding: Set<String> = [
        "postgres", "redshift", "snowflake", "databricks", "trino", "presto", "hive", "impala", "athena", "glue",
        "oracle",
        "duckdb", "db2", "teradata", "exasol", "hana", "vertica",
    ]

    /// The brokers of a cluster may be listed in any order.
    private static func hosts(_ text: String) -> String {
        text.split(whereSeparator: { $0 == "," || $0 == " " }).map { address(String($0)).lowercased() }.sorted().joined(
            separator: ",")
    }

    /// An address without the slashes at its end; scheme and machine know no case (RFC 3986, section 6.2.2.1), the rest does. `s3a` and
    /// `s3n` are what Hadoop calls `s3`.
    private static func address(_ text: String) -> String {
        var text = text[...]
        while text.count > 1, text.hasSuffix("/"), !text.hasSuffix("://") { text.removeLast() }
        guard let end = text.firstRange(of: "://") else { return String(text) }
        var scheme = text[..<end.lowerBound].lowercased()
        if scheme == "s3a" || scheme == "s3n" { scheme = "s3" }
        let rest = text[end.upperBound...]
        let machine = rest.prefix { $0 != "/" }
        // The host knows no case (RFC 3986, section 6.2.2.1); a login and a container do.
        let user = machine.lastIndex(of: "@").map { machine[...$0] } ?? ""
        return scheme + "://" + user + machine.dropFirst(user.count).lowercased() + rest.dropFirst(machine.count)
    }
}
