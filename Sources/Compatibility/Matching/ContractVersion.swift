internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// One of the two versions of a contract, and what has to be known of it before its parts are compared.
struct ContractVersion {
    let document: ContractDocument
    let tree: YAMLTree
    let root: ElementRef
    /// Dialects of the physical types: one for each system among the servers.
    let dialects: [Dialect]
    /// True when some data is read by the place of its columns: delimited files, files of fixed width.
    let isDelimited: Bool
    /// True when the paths of files hold the partitions.
    let isPathPartitioned: Bool
    /// DCS: what fields refer to, by key.
    private let definitions: Definitions

    init?(_ document: ContractDocument) {
        guard let root = document.rootElement, document.kind == .contract, document.standard != .configuration else {
            return nil
        }
        self.document = document
        self.root = root
        tree = document.tree
        dialects = Dialect.all(of: root)
        definitions = Definitions(document)
        var isDelimited = false
        var isPathPartitioned = false
        for server in root.elements(.servers) {
            guard let type = server.text(.type)?.lowercased(), let dialect = Dialect(of: server) else { continue }
            let format = server.text(.format)?.lowercased() ?? ""
            if dialect == .csv || Self.fixedFormats.contains(format) { isDelimited = true }
            if Self.fileServers.contains(type), !Self.tableFormats.contains(format) { isPathPartitioned = true }
        }
        self.isDelimited = isDelimited
        self.isPathPartitioned = isPathPartitioned
    }

    private static let fixedFormats: Set<String> = ["fixed", "fixed-width", "fixedwidth", "fwf", "ebcdic"]
    private static let fileServers: Set<String> = ["s3", "azure", "gcs", "sftp", "local", "glue", "athena", "hive"]
    /// Formats of tables, which keep partitions in their own metadata.
    private static let tableFormats: Set<String> = ["delta", "iceberg", "hudi"]

    /// True when a piece of its text says everything about what stands there: nothing comes from somewhere else.
    var isSelfContained: Bool { tree.aliases.isEmpty && definitions.isEmpty }

    func view(_ property: ElementRef) -> PropertyView { definitions.view(property) }
}
