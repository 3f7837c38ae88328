/// The small mappings that many parts of a data product hold.
extension ODPS {
    static let authoritativeDefinition = Shape(
        "AuthoritativeDefinition", "an authoritative definition", as: .definition,
        rows: [
            Row(.type, .text(in: definitionTypes), .through("0.9.0"), required: .all, "What kind of source it is"),
            Row(.type, .text, .since("1.0.0"), required: .all, "What kind of source it is, such as tutorial"),
            Row(.url, .text, required: .all, "Where the source is"),
            Row(.description, .text, "What the source says"),
            partID,
        ],
        mistakes: ["link": "Write url", "name": "Write type and description"])

    private static let definitionTypes = [
        "businessDefinition", "transformationImplementation", "videoTutorial", "tutorial", "implementation",
    ]

    static let customProperty = Shape(
        "CustomProperty", "a custom property", as: .customProperty,
        rows: [
            Row(.property, .text, required: .all, "The name of the property, in camel case"),
            Row(.value, .anything, required: .all, "The value of the property"),
            Row(.description, .text, "What the property means"),
            Row(.vendor, .text, .since("1.1.0"), "The tool or vendor whose property it is"),
            partID,
        ],
        mistakes: ["key": "Write property", "name": "Write property"])

    static let synonym = Shape(
        "Synonym", "a synonym", as: .synonym,
        rows: [
            Row(.synonym, .text, required: .all, "The other word"),
            Row(.description, .text, "When or why that word is used"),
            Row(.locale, .text, "The language of the word, as a BCP 47 tag"),
            Row(.source, .text, "Where the word comes from"),
            Row(.status, .text, "Whether the word is still in use: active, deprecated"),
            customProperties,
            partID,
        ],
        mistakes: ["name": "Write synonym", "language": "Write locale"])
}
