/// Sources of the values of a field (since 1.1.0), in the words of OpenLineage.
extension DCS {
    static let lineage = Shape(
        "Lineage", "a lineage section", as: .lineage, open: .all,
        rows: [
            Row(
                .inputFields, .list(of: .shape("InputField")), required: .all,
                "The fields that the values are made from"),
            Row(
                .transformationDescription, .text,
                deprecated: Deprecation(.since("1.1.0"), "write description under transformations of the input field"),
                "How the values are made"),
            Row(
                .transformationType, .text,
                deprecated: Deprecation(.since("1.1.0"), "write type under transformations of the input field"),
                "Whether the values are copied or masked"),
        ])

    static let inputField = Shape(
        "InputField", "an input field", as: .lineage, open: .all,
        rows: [
            Row(.namespace, .text, required: .all, "The namespace of the dataset that is read"),
            Row(.name, .text, required: .all, "The dataset that is read"),
            Row(.field, .text, required: .all, "The field that is read"),
            Row(.transformations, .list(of: .shape("Transformation")), "What happens to the values on their way"),
        ],
        mistakes: ["column": "Write field", "dataset": "Write name"])

    static let transformation = Shape(
        "Transformation", "a transformation", as: .lineage, open: .all,
        rows: [
            Row(.type, .text, required: .all, "Whether the value itself is used (DIRECT) or only decides (INDIRECT)"),
            Row(.subtype, .text, "The kind of transformation, more closely"),
            Row(.description, .text, "The transformation in words or as an expression"),
            Row(.masking, .boolean, "Whether the transformation hides the value"),
        ])
}
