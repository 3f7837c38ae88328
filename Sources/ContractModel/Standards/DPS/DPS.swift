/// The Data Product Specification 0.0.1, as its official JSON Schema has it
/// (https://github.com/datamesh-architecture/dataproduct-specification).
///
/// The schema closes no mapping, so every shape is open. Its words are those of a product of ODPS: a port goes by its id.
package enum DPS {
    package static let table = ShapeTable(.dps, [product, info, inputPort, outputPort])

    private static let texts = Kind.list(of: .text)
    private static let words = Kind.map(of: .text)

    /// Links, tags and keys of one's own: what every part has.
    private static let annotations: [Row] = [
        Row(.links, words, "Further documentation: a URL for each name"),
        Row(.custom, words, "Keys of the organisation's own, with a text for each"),
        Row(.tags, texts, "Words to find and group by"),
    ]

    private static let product = Shape(
        "DataProduct", "a data product", as: .product, open: .all,
        rows: [
            Row(
                .dataProductSpecification, .text("0.0.1"), as: .apiVersion,
                "The version of the specification that the product follows"),
            Row(.id, .text, required: .all, "The identifier of the product"),
            Row(.info, .shape("Info"), required: .all, "What the product is and who answers for it"),
            Row(.inputPorts, .list(of: .shape("InputPort")), "Where the product takes its data from"),
            Row(.outputPorts, .list(of: .shape("OutputPort")), "Where the product offers its data"),
        ] + annotations,
        mistakes: ["name": "Put it under info, as title", "owner": "Put it under info", "status": "Put it under info"])

    private static let info = Shape(
        "Info", "the info section", as: nil, open: .all,
        rows: [
            Row(.title, .text, required: .all, as: .name, "The name of the product"),
            Row(.owner, .text, required: .all, "The team that answers for the product"),
            Row(.domain, .text, "The business domain that owns the product"),
            Row(.description, .text, as: .purpose, "What the product is for"),
            Row(.status, .text, "Where the product is in its life: proposed, in development, active, retired"),
            Row(.archetype, .text, as: .type, "The archetype: source-aligned, aggregate, consumer-aligned"),
            Row(.maturity, .text, "How mature the product is"),
        ])

    private static let inputPort = Shape(
        "InputPort", "an input port", as: .inputPort, open: .all,
        rows: [
            Row(.id, .text, required: .all, as: .name, "The identifier of the port"),
            Row(.name, .text, required: .all, as: .businessName, "The name of the port"),
            Row(.sourceSystemId, .text, required: .all, "The operational system that the port reads"),
            Row(.description, .text, "What the port reads, in short"),
            Row(.type, .text, "What kind of port it is"),
            Row(.location, .text, "Where the data lies"),
        ] + annotations)

    private static let outputPort = Shape(
        "OutputPort", "an output port", as: .outputPort, open: .all,
        rows: [
            Row(.id, .text, required: .all, as: .name, "The identifier of the port"),
            Row(.name, .text, required: .all, as: .businessName, "The name of the port"),
            Row(.description, .text, "What the port offers, in short"),
            Row(.type, .text, "What kind of port it is"),
            Row(.status, .text, "Where the port is in its life"),
            Row(.location, .text, "Where the data lies"),
            Row(.server, .mapping, as: .servers, "Where the data lies, in the words of the system"),
            Row(.containsPii, .boolean, as: .pii, "Whether the data is about persons"),
            Row(.autoApprove, .boolean, "Whether requests to use the port need no approval"),
            Row(.dataContractId, .text, as: .contractId, "The id of the data contract that the port fulfils"),
        ] + annotations)
}
