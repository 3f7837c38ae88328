/// Data quality rules.
extension ODCS {
    static let quality: [Shape] = [
        Shape(
            "Quality", "a quality rule", as: .quality, open: beforeV31, rows: stableID + qualityRows + quality2,
            variants: [
                // Until 3.0.2 the type is library where none is said.
                Variant(
                    "a quality rule of type library",
                    when: [.equals(.type, "library"), .absent(.type, v30)], v30,
                    rows: [
                        Row(.rule, .text, v30, required: v30, as: .metric, "What is measured"),
                        Row(.validValues, .anything, v30, "The values that are valid"),
                    ] + operators),
                Variant(
                    "a quality rule of type library", when: [.equals(.type, "library"), .isText(.metric)], v31,
                    rows: [
                        Row(
                            .metric,
                            .text("nullValues", "missingValues", "invalidValues", "duplicateValues", "rowCount"),
                            v31, required: v31, "What is measured"),
                        Row(
                            .rule, .text, v31, deprecated: Deprecation(v31, "write metric"),
                            "Former word for metric"),
                        Row(.arguments, .mapping, v31, "Arguments of the metric, such as validValues"),
                    ] + operators, exactlyOne: operatorKeys),
                Variant(
                    "a quality rule of type sql", when: [.equals(.type, "sql")], v30,
                    rows: [query] + uncheckedOperators),
                Variant(
                    "a quality rule of type sql", when: [.equals(.type, "sql")], v31, rows: [query] + operators,
                    exactlyOne: operatorKeys),
                Variant(
                    "a quality rule of type custom", when: [.equals(.type, "custom")], v3,
                    rows: [
                        Row(.engine, .text, v3, required: v3, "Tool that runs the rule"),
                        Row(.implementation, .text | .mapping, v3, required: v3, "The rule in the tool's own words"),
                    ]),
            ],
            mistakes: [
                "rule": "Write metric, with one of its values such as nullValues or rowCount",
                "mustBeGreaterThanOrEqualTo": "Write mustBeGreaterOrEqualTo",
                "mustBeLessThanOrEqualTo": "Write mustBeLessOrEqualTo",
                "validValues": "Write metric: invalidValues and put validValues under arguments",
                "column": "Move the rule into the property that it checks",
                "columns": "Name the properties under arguments: properties",
                "threshold": "Write an operator such as mustBeLessThan",
                "sql": "Write the statement under query",
                "title": "Write the title under name",
            ])
    ]

    private static let qualityRows: [Row] = [
        Row(.name, .text, v3, "Short name of the rule"),
        Row(.description, .text, "What the rule checks"),
        Row(
            .type, .text("text", "library", "sql", "custom"), v3,
            "How the rule is said: in words, by a metric, as SQL, or for a tool"),
        Row(
            .dimension,
            .text("accuracy", "completeness", "conformity", "consistency", "coverage", "timeliness", "uniqueness"), v3,
            "Which side of quality it is about"),
        Row(.method, .text, v3, "How it is checked, such as reconciliation"),
        Row(.severity, .text, "How bad it is when the rule does not hold"),
        Row(.businessImpact, .text, "What happens to the business then"),
        Row(.unit, .text, v3, "What the result counts, such as rows or percent"),
        Row(.scheduler, .text, v3, "What starts the check, such as cron"),
        Row(.schedule, .text, v3, "When the check runs, in the scheduler's words"),
        tags(v3), authoritativeDefinitions(v3), customProperties(.all),
    ]

    private static let query = Row(.query, .text, v3, required: v3, "SQL that gives the value to compare")

    private static let operatorKeys: [Key] = operators.map(\.key)

    private static let operators: [Row] = [
        Row(.mustBe, .anything, v3, "The result equals this"),
        Row(.mustNotBe, .anything, v3, "The result differs from this"),
        Row(.mustBeGreaterThan, .number, v3, "The result is greater than this"),
        Row(.mustBeGreaterOrEqualTo, .number, v3, "The result is this or greater"),
        Row(.mustBeLessThan, .number, v3, "The result is less than this"),
        Row(.mustBeLessOrEqualTo, .number, v3, "The result is this or less"),
        Row(.mustBeBetween, range, v3, "The result lies between these two numbers"),
        Row(.mustNotBeBetween, range, v3, "The result lies outside of these two numbers"),
    ]

    private static let range: Kind = .list(of: .number, atLeast: 2, atMost: 2, unique: true)

    /// The prose of 3.0 compares the result of SQL too; its schema looks at no operator there.
    private static let uncheckedOperators: [Row] = operators.map { Row($0.key, .anything, v30, $0.doc) }
}
