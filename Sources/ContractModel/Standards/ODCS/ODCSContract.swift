internal import YAMLTree

/// The root of a contract.
extension ODCS {
    static let contract: [Shape] = [
        Shape(
            "Contract", "a data contract", as: .contract, open: v2,
            rows: identification + apiVersions + sections + contract2,
            mistakes: [
                "owner": "Name the owner as a member of team, with role: owner",
                "contact": "List the ways to get in touch under support",
                "info": "Write the keys of info at the top level; info belongs to the Data Contract Specification",
                "models": "Write schema, a list of objects; models belongs to the Data Contract Specification",
                "terms": "Write purpose, usage and limitations under description, and price at the top level",
                "definitions": "Write authoritativeDefinitions where the definition applies",
                "servicelevels": "Write slaProperties, a list of properties with their values",
                "sla": "Write slaProperties, a list of properties with their values",
                "dataContractSpecification": "Write apiVersion and kind: DataContract",
                "title": "Write the title under name",
                "links": "Write authoritativeDefinitions, a list of entries with url and type",
                "quality": "Move quality into the schema object or the property that it checks",
                "properties": "Move properties into an object of schema",
                "fields": "Move the fields into properties of an object of schema",
                "relationships": "Move relationships into the schema object or the property that they start from",
                "tables": "Write schema, a list of objects",
                "server": "Write servers, a list",
                "pricing": "Write price",
                "purpose": "Move purpose into description",
                "usage": "Move usage into description",
                "limitations": "Move limitations into description",
            ]),
        Shape(
            "Description", "a description", as: .description, open: .all,
            rows: [
                Row(.purpose, .text, "What the data is meant for"),
                Row(.usage, .text, "How the data is best used"),
                Row(.limitations, .text, "What the data must not or cannot be used for"),
                authoritativeDefinitions(.since("3.0.1")),
                customProperties(.since("3.0.1")),
            ]),
    ]

    private static let identification: [Row] = [
        Row(.version, .text, required: .all, "Version of this contract"),
        Row(.kind, .text("DataContract"), required: .all, "What the document is: DataContract"),
        Row(.id, .text, v3, required: v3, "Identifier of this contract, unique among all"),
        Row(.name, .text, v3, "Name of this contract"),
        Row(.status, .text, required: .through("3.1.0"), "Where in its life the contract is, such as draft or active"),
        Row(.tenant, .text, "Organisation that the data belongs to"),
        Row(.domain, .text, v3, "Business domain that the data belongs to"),
        Row(
            .dataProduct, .text, v3,
            deprecated: Deprecation(v31, "name the contract in a port of the data product (ODPS)"),
            "Name of the data product"),
        tags(.all),
        Row(.description, .shape("Description"), "Purpose, usage and limitations of the data"),
        context(v32),
        authoritativeDefinitions(.since("3.0.1")),
        customProperties(v3),
        Row(.contractCreatedTs, .text, v3, "When the contract was made, as an ISO 8601 timestamp"),
    ]

    /// Each version lists itself and all before it.
    private static let apiVersions: [Row] =
        [
            Row(
                .apiVersion,
                .text(matching: StandardPattern(#"^v[0-9]+\.[0-9]+\.[0-9]+"#, "a version such as v2.2.2")), v2,
                "Version of the standard that the contract is written in")
        ]
        + Standard.odcs.versions.filter(v3.contains).map { version in
            Row(
                .apiVersion,
                .text(in: Standard.odcs.versions.filter { $0 <= version }.reversed().map { "v\($0)" }),
                version == Standard.odcs.newest ? .since(version) : .between(version, version),
                required: v3, "Version of the standard that the contract is written in")
        }

    private static let sections: [Row] = [
        Row(
            .schema, .list(of: .shape("SchemaObject")), v3, prose: ProseConflict(.requiredByProse, v3),
            "The objects of the data: tables, views, topics, files"),
        Row(.servers, .list(of: .shape("Server")), v3, "Where the data is"),
        Row(.slaProperties, .list(of: .shape("ServiceLevel")), "What service the provider promises"),
        Row(
            .slaDefaultElement, .text, v3,
            deprecated: Deprecation(v31, "name the element in each entry of slaProperties"),
            "Element that service levels are about unless they name one"),
        Row(.team, .list(of: .shape("TeamMember")), v30, "Who looks after the data"),
        Row(
            .team, .shape("Team") | .list(of: .shape("TeamMember")), v31,
            deprecated: Deprecation(v31, types: .list, "write an object and list the people under its members"),
            "Who looks after the data"),
        Row(
            .roles, .list(of: .shape("Role")), .all,
            prose: ProseConflict(.requiredByProse, .between("2.2.1", "2.2.2")), "Roles that give access to the data"),
        Row(.support, .list(of: .shape("Support")), v3, "Where to ask for help"),
        Row(.price, .shape("Price"), "What the data costs"),
    ]
}
