internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// One of the two versions of a contract, and what has to be known of it before its parts are compared.
struct ContractVersion {
    let document: ContractDocument
    let tree: YAMLTree
    let root: ElementRef
    /// What the physical types are written in: one for each system among the servers.
    let dialects: [Dialect]
    /// Whether some data is read by the place of its columns: delimited files, files of fixed width.
    let isDelimited: Bool
    /// Whether the paths of files hold the partitions.
    let isPathPartitioned: Bool
    /// DCS: what fields refer to, by key.
    private let definitions: [String: ElementRef]

    init?(_ document: ContractDocument) {
        guard let root = document.rootElement, document.kind == .contract, document.standard != .configuration else {
            return nil
        }
        self.document = document
        self.root = root
        tree = document.tree
        var dialects: [Dialect] = []
        var isDelimited = false
        var isPathPartitioned = false
        for server in root.elements(.servers) {
            guard let type = server.text(.type) else { continue }
            let format = server.text(.format)?.lowercased()
            let dialect = Dialect(serverType: type) { format }
            if !dialects.contains(dialect) { dialects.append(dialect) }
            let isFixed = format.map(Self.fixedFormats.contains) ?? false
            if dialect == .csv || isFixed { isDelimited = true }
            if Self.fileServers.contains(type.lowercased()), !Self.tableFormats.contains(format ?? "") {
                isPathPartitioned = true
            }
        }
        self.dialects = dialects
        self.isDelimited = isDelimited
        self.isPathPartitioned = isPathPartitioned
        var definitions: [String: ElementRef] = [:]
        if document.standard == .dcs {
            for definition in root.elements(.definitions) {
                if let name = definition.text(.name) { definitions[name] = definition }
            }
        }
        self.definitions = definitions
    }

    private static let fixedFormats: Set<String> = ["fixed", "fixed-width", "fixedwidth", "fwf", "ebcdic"]
    private static let fileServers: Set<String> = ["s3", "azure", "gcs", "sftp", "local", "glue", "athena", "hive"]
    /// Formats of tables, which keep partitions in their own metadata.
    private static let tableFormats: Set<String> = ["delta", "iceberg", "hudi"]

    /// Whether a piece of its text says everything about what stands there: nothing comes from somewhere else.
    var isSelfContained: Bool { tree.aliases.isEmpty && definitions.isEmpty }

    /// The definition that a field takes its keys from (DCS `$ref: '#/definitions/order_id'`).
    func definition(of property: ElementRef) -> ElementRef? {
        guard !definitions.isEmpty, let reference = property.text(.ref), reference.hasPrefix("#/definitions/") else {
            return nil
        }
        return definitions[String(reference.dropFirst("#/definitions/".count))]
    }

    func view(_ property: ElementRef) -> PropertyView {
        PropertyView(element: property, shared: definition(of: property))
    }
}

/// A property as it is compared: what it says itself, and what it takes from a definition.
struct PropertyView {
    let element: ElementRef
    let shared: ElementRef?

    var tree: YAMLTree { element.document.tree }
    var isDCS: Bool { element.document.standard == .dcs }

    func node(_ key: Key) -> NodeID? { element.node(key) ?? shared?.node(key) }
    func text(_ key: Key) -> String? { element.text(key) ?? shared?.text(key) }
    func elements(_ key: Key) -> [ElementRef] {
        let own = element.elements(key)
        return own.isEmpty ? shared?.elements(key) ?? [] : own
    }

    /// What the property says to a question of yes or no; ODCS 2.2.0 and 2.2.1 write truth as text.
    func truth(_ key: Key) -> Bool? {
        if let truth = element.boolean(key) ?? shared?.boolean(key) { return truth }
        switch text(key)?.lowercased() {
        case "true", "yes", "y": return true
        case "false", "no", "n": return false
        default: return nil
        }
    }

    /// An option of the logical type: ODCS keeps them in `logicalTypeOptions`, DCS at the field.
    func option(_ key: Key) -> NodeID? {
        element.elements(.logicalTypeOptions).first?.node(key) ?? (isDCS ? node(key) : nil)
    }

    /// Where an option would stand.
    var optionsHolder: ElementRef { element.elements(.logicalTypeOptions).first ?? element }

    var logicalType: LogicalType? {
        text(.logicalType).flatMap {
            LogicalType($0, standard: element.document.standard, version: element.document.version)
        }
    }

    /// The text of the physical type; DCS keeps one for each system under `config`.
    func physicalType(_ dialects: [Dialect]) -> NodeID? {
        if let node = node(.physicalType) { return node }
        guard isDCS, let config = node(.config) else { return nil }
        let wanted = dialects.compactMap { dialect in Self.configKeys.first { $0.dialect == dialect }?.key }
        for key in wanted + Self.configKeys.map(\.key) {
            if let node = tree.value(of: key, in: config), !tree[node].type.isDisjoint(with: [.text]) { return node }
        }
        return nil
    }

    /// The types under `config`, by the system whose words they are in (DCS 1.2.1, "Config Object").
    static let configKeys: [(dialect: Dialect, key: String)] = [
        (.bigquery, "bigqueryType"), (.snowflake, "snowflakeType"), (.redshift, "redshiftType"),
        (.sqlserver, "sqlserverType"), (.spark, "databricksType"), (.hive, "glueType"), (.avro, "avroType"),
    ]

    // MARK: Names

    var id: String? { element.text(.id) }
    var name: String? { element.text(.name) }
    /// As it is stored: an absent `physicalName` means the name.
    var physicalName: String? { element.text(.physicalName) ?? name }

    /// What tells like types from unlike ones; nil: it says nothing of its type.
    func typeFamily(_ dialects: [Dialect]) -> String? {
        if let logical = logicalType { return logical.rawValue }
        return physicalType(dialects).map {
            PhysicalType(tree.text(of: $0), dialect: dialects.first ?? .generic).family
        }
    }
}

extension ElementRef {
    /// Where an element is pointed at: its name, else its first key, else itself.
    var anchor: NodeID {
        let keys: [Key] =
            switch kind {
            case .server: [.server]
            case .sla: [.property]
            case .role: [.role]
            case .support: [.channel]
            case .member: [.username, .name]
            case .quality: [.name, .metric, .query, .type]
            case .relationship: [.to]
            case .enumValue: [.value]
            case .customProperty: [.property]
            case .price: [.priceAmount]
            default: [.name, .physicalName]
            }
        for key in keys + [.id] {
            if let node = node(key), !document.tree[node].type.isDisjoint(with: .scalar) { return node }
        }
        let first = document.tree[node].firstChild
        return first >= 0 ? first : node
    }

    /// As a side of a change that is about the whole element.
    func side(_ value: String? = nil) -> Change.Side {
        let anchor = anchor
        return Change.Side(owner: self, node: anchor, value: value ?? document.tree.text(of: anchor, shortenedTo: 200))
    }

    /// As what would hold something that is not there.
    var holder: Change.Side { Change.Side(owner: self, node: anchor, value: nil) }

    /// As a side of a change that is about a value; of what would hold it where there is none.
    func side(_ node: NodeID?) -> Change.Side {
        guard let node else { return holder }
        return Change.Side(owner: self, node: node, value: document.tree.shortText(of: node))
    }
}

extension YAMLTree {
    /// A value as a change shows it: a scalar's text, the scalars of a list, else how many entries there are.
    func shortText(of node: NodeID) -> String {
        if self[node].isList {
            let items = items(of: node).prefix(12).map {
                self[$0].type.isDisjoint(with: [.list, .mapping]) ? text(of: $0, shortenedTo: 60) : "…"
            }
            return "[" + items.joined(separator: ", ") + (childCount(of: node) > 12 ? ", …" : "") + "]"
        }
        if self[node].isMapping { return "{\(childCount(of: node)) keys}" }
        return text(of: node, shortenedTo: 200)
    }
}
