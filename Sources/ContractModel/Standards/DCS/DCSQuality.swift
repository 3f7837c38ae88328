/// A check of a model or a field (since 1.1.0).
///
/// The schema's conditions do not ask whether `type` is there: without it they all hold, and their demands add up.
extension DCS {
    static let quality = Shape(
        "Quality", "a quality check", as: .quality, open: .all,
        rows: [
            Row(.type, .text("text", "library", "sql", "custom"), "How the check is written"),
            Row(.description, .text, "The check in words"),
        ],
        variants: [
            Variant(
                "a quality check of type text", when: type("text"),
                rows: [Row(.description, .anything, required: .all, "The check in words")]),
            Variant("a quality check of type sql", when: type("sql"), rows: queryRows + queryThresholds),
            Variant("a quality check of type library", when: type("library"), rows: metricRows + metricThresholds),
            Variant("a quality check of type custom", when: type("custom"), rows: customRows),
        ],
        mistakes: [
            "mustBeGreaterThanOrEqual": "Write mustBeGreaterOrEqualTo",
            "mustBeLessThanOrEqual": "Write mustBeLessOrEqualTo",
            "sql": "Write query",
        ])

    private static func type(_ name: String) -> [Condition] {
        [.equals(.type, name), .absent(.type, .all)]
    }

    private static let queryRows: [Row] = [
        Row(.query, .text, required: .all, "The query; it returns one number"),
        Row(.dialect, .text, "The SQL dialect of the query"),
    ]

    private static let queryThresholds: [Row] = [
        threshold(.mustBe, "The number that the query must return"),
        threshold(.mustNotBe, "The number that the query must not return"),
        threshold(.mustBeGreaterThan, "The number must be more than this"),
        [Row(.mustBeGreaterOrEqualTo, .number, .since("1.2.1"), "The number must be at least this")],
        threshold(
            .mustBeGreaterThanOrEqualTo, as: .mustBeGreaterOrEqualTo,
            deprecated: Deprecation(.since("1.2.1"), "write mustBeGreaterOrEqualTo"),
            "The number must be at least this"),
        threshold(.mustBeLessThan, "The number must be less than this"),
        threshold(
            .mustBeLessThanOrEqualTo, as: .mustBeLessOrEqualTo,
            deprecated: Deprecation(.since("1.2.1"), "write mustBeLessOrEqualTo"),
            "The number must be at most this"),
        [Row(.mustBeLessOrEqualTo, .number, .since("1.2.1"), "The number must be at most this")],
        threshold(.mustBeBetween, of: pair, "The number must lie between these two"),
        threshold(.mustNotBeBetween, of: pair, "The number must not lie between these two"),
    ].flatMap(\.self)

    private static func pair(_ kind: Kind) -> Kind { .list(of: kind, atLeast: 2, atMost: 2) }

    /// A threshold of a query: 1.2.0 wants whole numbers, the versions around it any number.
    private static func threshold(
        _ key: Key, of form: (Kind) -> Kind = { $0 }, as field: Key? = nil, deprecated: Deprecation? = nil,
        _ doc: String
    ) -> [Row] {
        [
            Row(key, form(.number), .through("1.1.0"), as: field, doc),
            Row(key, form(.integer), .between("1.2.0", "1.2.0"), as: field, doc),
            Row(key, form(.number), .since("1.2.1"), as: field, deprecated: deprecated, doc),
        ]
    }

    private static let metricRows: [Row] = [
        Row(
            .rule, .text, required: .through("1.2.0"), as: .metric,
            deprecated: Deprecation(.since("1.2.1"), "write metric"),
            "The ready-made check to run"),
        Row(.metric, .text, .since("1.2.1"), required: .all, "The ready-made measure to take: nullValues, rowCount"),
        Row(
            .arguments, .map(of: .text | .number | .boolean | .list | .mapping), .since("1.2.1"),
            "What the measure needs to know"),
        Row(.unit, .anything, .since("1.2.1"), "What is counted: rows or percent; the schema does not check it"),
    ]

    private static let distinctPair = Kind.list(of: .number, atLeast: 2, atMost: 2, unique: true)

    private static let metricThresholds: [Row] = [
        Row(.mustBe, .anything, "The value that the measure must have"),
        Row(.mustNotBe, .anything, "The value that the measure must not have"),
        Row(.mustBeGreaterThan, .number, "The measure must be more than this"),
        Row(.mustBeGreaterOrEqualTo, .number, "The measure must be at least this"),
        Row(.mustBeLessThan, .number, "The measure must be less than this"),
        Row(.mustBeLessOrEqualTo, .number, "The measure must be at most this"),
        Row(.mustBeBetween, distinctPair, "The measure must lie between these two"),
        Row(.mustNotBeBetween, distinctPair, "The measure must not lie between these two"),
    ]

    private static let customRows: [Row] = [
        Row(.engine, .text, required: .all, "The tool that runs the check: soda, great-expectations"),
        Row(.implementation, .text | .list | .mapping, "The check in the language of that tool"),
    ]
}
