/// Values that a standard gives to keys that are left out: `default` in the schemas of ODCS 2.2.1 to 3.2.0 and of DCS 0.9.1 to
/// 1.2.1 (github.com/bitol-io/open-data-contract-standard, schema/; github.com/datacontract/datacontract-specification, versions/).
///
/// A type of server that a version does not know has no contract in it, so that no entry needs to say since when it holds.
package enum Defaults {
    /// Value of a field that an element leaves out; nil: the standard gives none.
    package static func text(of key: Key, in element: ElementRef) -> String? {
        switch element.kind {
        case .server:
            guard let type = element.text(.type)?.lowercased() else { return nil }
            return servers[type]?[key]
        case .property:
            // What a column may hold none of, ODCS 2.2 says by `isNullable`, and takes it for false.
            if key == .required, element.document.isODCS2 { return "true" }
            return properties[key]
        case .options: return option(key, in: element)
        case .object:
            if key == .physicalType { return element.document.standard == .dcs ? "table" : nil }
            return objects[key]
        case .quality:
            guard key == .type else { return nil }
            return element.has(.metric) || element.document.standard == .odcs ? "library" : nil
        case .relationship: return key == .type ? "foreignKey" : nil
        case .contract: return key == .kind ? "DataContract" : nil
        case .sharedDefinition: return key == .domain ? "global" : nil
        default: return nil
        }
    }

    /// Value of an option of a logical type that is left out.
    package static func option(_ key: Key, in element: ElementRef) -> String? {
        // What the schemas say of a number is `i32` too, which they do not allow there.
        if key == .format {
            return (element.enclosing(.property) ?? element).text(.logicalType) == "integer" ? "i32" : nil
        }
        return options[key]
    }

    private static let servers: [String: [Key: String]] = [
        "athena": [.catalog: "awsdatacatalog"],
        "exasol": [.port: "8563"],
        "ingres": [.port: "21064"],
        "kafka": [.format: "json"],
        "poet": [.host: "LOCAL", .port: "6001"],
        "sqlserver": [.port: "1433"],
        "teradata": [.port: "1025"],
        "vectorwise": [.port: "21064"],
        "versant": [.host: "localhost", .port: "5019"],
    ]

    private static let properties: [Key: String] = [
        .required: "false", .unique: "false", .primaryKey: "false", .partitioned: "false",
        .criticalDataElement: "false", .deprecated: "false", .primaryKeyPosition: "-1", .partitionKeyPosition: "-1",
        .semanticType: "column", .clusterStatus: "false", .clusterKeyPosition: "-1",
    ]

    private static let objects: [Key: String] = [.deprecated: "false", .additionalFields: "false"]

    private static let options: [Key: String] = [
        .minProperties: "0", .minItems: "0", .uniqueItems: "false", .exclusiveMinimum: "false",
        .exclusiveMaximum: "false", .defaultTimezone: "Etc/UTC", .elementType: "float32", .normalized: "false",
    ]
}

extension ContractDocument {
    /// True for ODCS 2.2, which has its own keys for columns.
    package var isODCS2: Bool { standard == .odcs && version.major == 2 }
}
