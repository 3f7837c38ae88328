internal import YAMLTree

/// The form of baseline files: JSON, read as the YAML that it is, so that every mistake has its place.
package enum BaselineShapes {
    package static let table = ShapeTable(.baseline, [file, entry])

    private static let file = Shape(
        "Baseline", "a baseline", as: .other,
        rows: [
            Row(.version, .integer, required: .all, "Version of this file's form: 1"),
            Row(.findings, .list(of: .shape("Entry")), required: .all, "The findings that are known"),
        ])

    private static let entry = Shape(
        "Entry", "an entry of a baseline", as: .other,
        rows: [
            Row(.fingerprint, .text(matching: fingerprint), required: .all, "What tells the finding from others"),
            Row(.rule, .text, required: .all, "The rule, for people to read"),
            Row(.contract, .text, "The id of the contract or product"),
            Row(.file, .text, "The file, where the document has no id"),
            Row(.element, .text, "The element, for people to read"),
            Row(.message, .text, required: .all, "What was found, for people to read"),
        ])

    private static let fingerprint = StandardPattern("^[0-9a-f]{32}$", "32 hexadecimal digits in lower case")
}
