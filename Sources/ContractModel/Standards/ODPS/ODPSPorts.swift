/// The ports of a data product, and what an output port is made of.
extension ODPS {
    static let inputPort = Shape(
        "InputPort", "an input port", as: .inputPort,
        rows: [
            Row(.name, .text, required: .all, "The name of the port"),
            Row(.version, .text, required: .through("1.0.0"), "The version of the contract that the port relies on"),
            Row(.contractId, .text, required: .through("1.0.0"), "The id of the data contract that the port relies on"),
            partID, deprecatedFlag,
        ] + annotations(.since("1.0.0")),
        mistakes: [
            "contract": "Write contractId",
            "dataContractId": "Write contractId",
            "description": "An input port has none; describe the source in its data contract",
            "sourceSystemId": "Name the contract of the source as contractId",
        ])

    static let outputPort = Shape(
        "OutputPort", "an output port", as: .outputPort,
        rows: [
            Row(.name, .text, required: .all, "The name of the port; with its version, its key"),
            Row(.description, .text, "What the port offers, in short"),
            Row(.type, .text, "What kind of port it is, in the organisation's own words"),
            Row(.version, .text, required: .through("1.0.0"), "The version of the port, which is that of its contract"),
            Row(.contractId, .text, "The id of the data contract that the port fulfils"),
            Row(.sbom, .list(of: .shape("SBOM")), "What software the port is built from"),
            Row(.inputContracts, .list(of: .shape("InputContract")), "The contracts that the port depends on"),
            partID, deprecatedFlag, synonyms, contextRow,
        ] + annotations(.since("1.0.0")),
        mistakes: [
            "contract": "Write contractId",
            "dataContractId": "Write contractId",
            "dependencies": "Write inputContracts",
            "server": "Describe the server in the data contract",
        ])

    static let managementPort = Shape(
        "ManagementPort", "a management port", as: .managementPort,
        rows: [
            Row(.name, .text, required: .all, "The name of the endpoint"),
            Row(.content, .text, required: .all, "What the port is for: discoverability, observability, control"),
            Row(.type, .text, "How the port is spoken to: rest or topic; rest, unless it says otherwise"),
            Row(.url, .text, "Where the endpoint is"),
            Row(.channel, .text, "The channel to the product"),
            Row(.description, .text, "What the port is for and how to use it"),
            partID, deprecatedFlag,
        ] + annotations(),
        mistakes: ["endpoint": "Write url"])

    static let sbom = Shape(
        "SBOM", "a software bill of materials", as: .sbom,
        rows: [
            Row(.type, .text, "What kind of document it is; external, unless it says otherwise"),
            Row(.url, .text, required: .through("1.0.0"), "Where the document is"),
            partID,
        ] + annotations(.since("1.1.0")))

    static let inputContract = Shape(
        "InputContract", "an input contract", as: .inputContract,
        rows: [
            Row(.id, .text, required: .all, "The id of the data contract that is depended on"),
            Row(.version, .text, required: .all, "The version of that contract"),
        ],
        mistakes: ["contractId": "Write id", "name": "Write id"])
}
