/// Purposes of the packs whose rules are written in Swift: the rule language cannot say them, or would take the square of
/// a file's size for it.
enum NativePacks {
    static let descriptions: [String: String] = [
        "yaml": "The file is YAML that all tools read alike.",
        "standard": "The document says what its version of the standard allows.",
        "reference": "What refers to something else in the contract leads there.",
        "schema": "Names, keys, types, options and examples of a schema agree with each other.",
        "quality": "Quality rules can be run.",
        "interoperability": "Contracts fit together.",
        "mesh": "Units of the mesh fit together: contracts, products, and the agreements between them.",
        "product": "A product is what its ports and its archetype say.",
        "lifecycle": "Nobody relies on what is over.",
        "compatibility": "A new version keeps what readers rely on; asked by `contractlint breaking`.",
        "governance":
            "Exceptions from rules are agreed on, needed and of use, and nobody slips past a layer; nothing excepts "
            + "from these rules.",
    ]
}
