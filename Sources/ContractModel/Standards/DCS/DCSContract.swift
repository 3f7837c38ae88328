/// The root of a contract, and what stands there beside models, servers and service levels.
extension DCS {
    static let contract = Shape(
        "Contract", "a data contract", as: .contract, open: .all, rows: specificationRows + contractRows,
        mistakes: [
            "apiVersion": "Write dataContractSpecification",
            "description": "Put it under info",
            "examples": "Put examples under the model they show",
            "name": "Write info.title",
            "owner": "Put it under info",
            "quality": "Put quality under a model or a field",
            "schema": "Describe the data under models",
            "server": "Write servers",
            "serviceLevels": "Write servicelevels",
            "slaProperties": "Write servicelevels",
            "status": "Put it under info",
            "title": "Put it under info",
            "version": "Put it under info",
        ])

    /// Each schema lists its own version and those before it.
    private static let specificationRows: [Row] = Standard.dcs.versions.map { version in
        let known = Standard.dcs.versions.filter { $0 <= version }.reversed().map(\.description)
        return Row(
            .dataContractSpecification, .text(in: known), .between(version, version), required: .all, as: .apiVersion,
            "The version of the specification that the contract follows")
    }

    private static let contractRows: [Row] = [
        Row(.id, .text, required: .all, "The identifier of the contract, unique in the organisation"),
        Row(.info, .shape("Info"), required: .all, "What the contract is and who answers for it"),
        Row(
            .servers, .map(of: .shape("Server"), nameAs: .server), .through("0.9.2"),
            "Where the data lies, by a name for each place"),
        Row(
            .servers,
            .map(of: .shape("Server"), nameAs: .server, except: ["description": .text, "environment": .text]),
            .between("0.9.3", "0.9.3"), "Where the data lies, by a name for each place"),
        Row(
            .servers, .map(of: .shape("Server"), nameAs: .server), .since("1.1.0"),
            "Where the data lies, by a name for each place"),
        Row(.terms, .shape("Terms"), "How the data may be used, and at what price"),
        Row(
            .models, .map(of: .shape("Model"), keys: name, atLeast: 1, nameAs: .name), .since("0.9.1"), as: .schema,
            "The tables, views or objects of the data, by name"),
        Row(
            .definitions, .map(of: .shape("Definition"), keys: name, nameAs: .name), .between("0.9.2", "0.9.3"),
            "What several fields share, for them to refer to"),
        Row(
            .definitions, .map(of: .shape("Definition"), keys: path, nameAs: .name), .since("1.1.0"),
            "What several fields share, for them to refer to"),
        Row(
            .schema, .shape("PhysicalSchema"), .through("0.9.3"), as: .specification,
            "The physical schema, in the language of some other tool"),
        Row(.examples, .list(of: .shape("ExampleData")), .through("0.9.3"), "Example data"),
        Row(
            .servicelevels, .shape("ServiceLevels"), .since("0.9.3"),
            "What is promised about availability, age and support"),
        Row(
            .quality, .shape("LegacyQuality"), .through("0.9.3"),
            "Checks of the data, in the language of some other tool"),
        Row(.links, links, .since("0.9.3"), "Further documentation: a URL for each name"),
        Row(.tags, texts, .since("0.9.3"), "Words to find and group the contract by"),
    ]

    static let info = Shape(
        "Info", "the info section", as: nil, open: .all,
        rows: [
            Row(.title, .text, required: .all, as: .name, "The name of the contract"),
            Row(.version, .text, required: .all, "The version of the contract itself"),
            Row(.status, .text, .since("0.9.3"), "Where the contract is in its life: proposed, active, retired"),
            Row(.description, .text, as: .purpose, "What the data is about"),
            Row(.owner, .text, "The team or person that answers for the data"),
            Row(.dataProduct, .text, .through("0.9.0"), "The data product that fulfils the contract"),
            Row(
                .outputPort, .text, .through("0.9.0"),
                deprecated: Deprecation(
                    .since("0.9.0"), "write the contract's id at the output port of the data product"),
                "The output port that fulfils the contract"),
            Row(.contact, .shape("Contact"), "Whom to ask"),
        ])

    static let contact = Shape(
        "Contact", "a contact", as: .other, open: .all,
        rows: [
            Row(.name, .text, "The person or group to ask"),
            Row(.url, .text, "A page or channel to ask at"),
            Row(.email, .text, "An address to write to"),
        ],
        mistakes: ["mail": "Write email"])

    static let terms = Shape(
        "Terms", "the terms", as: nil, open: .all,
        rows: [
            Row(.usage, .text, "What the data is meant to be used for"),
            Row(.limitations, .text, "What the data must not or cannot be used for"),
            Row(
                .policies, .list(of: .shape("Policy")), .since("1.1.0"),
                "The policies and licences that consumers accept"),
            Row(.billing, .text, "What using the data costs"),
            Row(.noticePeriod, .text, "How long before the end either side gives notice, as an ISO 8601 period"),
        ])

    static let policy = Shape(
        "Policy", "a policy", as: .definition, open: .all,
        rows: [
            Row(.name, .anything, "The name of the policy; the schema does not check it"),
            Row(.type, .text, "What the policy is about: privacy, security, retention"),
            Row(.description, .text, "What the policy says, in short"),
            Row(.url, .text, "Where the policy can be read"),
        ])
}
