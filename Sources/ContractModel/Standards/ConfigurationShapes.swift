internal import YAMLTree

/// The form of `.contractlint.yaml`, judged by the same tables and the same code as contracts.
package enum ConfigurationShapes {
    package static let table = ShapeTable(.configuration, [root, limits])

    private static let root = Shape(
        "Configuration", "the configuration", as: .other,
        rows: [
            Row(.version, .integer, required: .all, "Version of this file's form: 1"),
            Row(.include, globs, "The files that a walk over folders reads; without it every .yaml and .yml"),
            Row(.exclude, globs, "The files and folders that a walk leaves out, as in .gitignore"),
            Row(.failOn, .text("error", "warning", "info", "never"), "The least severity that fails a run"),
            Row(
                .rules, .map(of: .text("off", "info", "warning", "error")),
                "Severities by rule: its id, or pack/* for all rules of a pack"),
            Row(.limits, .shape("Limits"), "How much of a file is read"),
        ],
        mistakes: [
            "ignore": "Write exclude", "severity": "Write rules, with a severity for each rule id",
            "fail-on": "Write failOn",
            "fail_on": "Write failOn",
        ])

    private static let limits = Shape(
        "Limits", "limits", as: .other,
        rows: [
            Row(.flowNesting, count, "Brackets and braces inside each other"),
            Row(.blockNesting, count, "Collections inside each other"),
            Row(.aliasNodes, count, "Values that aliases may repeat in a file"),
            Row(.fileBytes, count, "Bytes of a file"),
            Row(.nodes, count, "Values, keys and collections of a file"),
        ])

    private static let globs: Kind = .list(of: .text)
    private static let count: Kind = .integer(atLeast: 1)
}
