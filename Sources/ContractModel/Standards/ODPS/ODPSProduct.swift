/// The root of a data product, and its description.
extension ODPS {
    static let product = Shape(
        "DataProduct", "a data product", as: .product, rows: versionRows + productRows + teamRows + annotations(),
        mistakes: [
            "contracts": "Name the contract of each port as its contractId",
            "dataProduct": "Write name",
            "owner": "Name the owner among the members of team",
            "ports": "Write inputPorts, outputPorts or managementPorts",
            "productType": "Write type",
            "schema": "Describe the schema in the data contract of an output port",
            "servers": "Describe servers in the data contract of an output port",
            "slaProperties": "Promise service levels in the data contract of an output port",
            "title": "Write name",
        ])

    private static let versionRows: [Row] = [
        versionRow(["v0.9.0"], .through("0.9.0")),
        versionRow(["v0.9.0", "v1.0.0"], .between("1.0.0", "1.0.0")),
        versionRow(["v1.1.0", "v1.0.0", "v0.9.0"], .since("1.1.0")),
    ]

    private static func versionRow(_ known: [String], _ versions: Versions) -> Row {
        Row(
            .apiVersion, .text(in: known), versions, required: .all,
            "The version of the standard that the product follows")
    }

    private static let productRows: [Row] = [
        Row(.kind, .text("DataProduct"), required: .all, "What the document is: DataProduct"),
        Row(.id, .text, required: .all, "The identifier of the product"),
        Row(.name, .text, "The name of the product"),
        Row(.version, .text, "The version of the product"),
        Row(
            .status, .text, required: .through("1.0.0"), "Where the product is in its life: draft, active, retired"),
        Row(.domain, .text, "The business domain that owns the product"),
        Row(.tenant, .text, "The organisation that the product belongs to"),
        Row(
            .type, .text, .since("1.1.0"),
            "The archetype: sourceAligned, aggregate, consumerAligned or one of your own"),
        Row(.description, .shape("Description"), "What the product is for and where it ends"),
        Row(.inputPorts, .list(of: .shape("InputPort")), "Where the product takes its data from"),
        Row(
            .outputPorts, .list(of: .shape("OutputPort")), prose: ProseConflict(.requiredByProse, .all),
            "Where the product offers its data"),
        Row(.managementPorts, .list(of: .shape("ManagementPort")), "Where the product is observed and controlled"),
        Row(.support, .list(of: .shape("Support")), "Where users get help"),
        Row(.productCreatedTs, .text, "When the product was created, in UTC, as ISO 8601"),
        deprecatedFlag, synonyms, contextRow,
    ]

    private static let teamRows: [Row] = [
        Row(.team, .list(of: .shape("TeamMember")), .through("0.9.0"), "The people behind the product"),
        Row(.team, .shape("Team"), .since("1.0.0"), "The people behind the product"),
    ]

    static let description = Shape(
        "Description", "a description", as: .description,
        rows: [
            Row(.purpose, .text, "What the data is meant for"),
            Row(.limitations, .text, "What the data must not or cannot be used for"),
            Row(.usage, .text, "How the data is best used"),
            Row(
                .authoritativeDefinitions, .list(of: .shape("AuthoritativeDefinition")),
                "Links to the sources that decide what is meant"),
            customProperties,
        ])
}
