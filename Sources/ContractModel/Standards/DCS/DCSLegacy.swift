/// Keys that the root held through 0.9.3: schema, examples and quality in the languages of other tools.
extension DCS {
    static let physicalSchema = Shape(
        "PhysicalSchema", "a physical schema", as: .other, open: .all,
        rows: [
            Row(
                .type, .text("dbt", "bigquery", "json-schema", "sql-ddl", "avro", "protobuf", "custom"), required: .all,
                "The language the schema is written in"),
            Row(.specification, .text | .mapping, required: .all, "The schema, as text or as a mapping"),
        ])

    static let exampleData = Shape(
        "ExampleData", "an example", as: .other, open: .all,
        rows: [
            Row(.type, .text("csv", "json", "yaml", "custom"), required: .all, "The format of the example"),
            Row(.description, .text, "What the example shows"),
            Row(.model, .text, required: .through("0.9.0"), "The model that the data is an example of"),
            Row(.data, .text, .through("0.9.1"), required: .all, "The example itself"),
            Row(
                .data, .text | .list, .since("0.9.2"), required: .all, "The example itself: text or a list of records"),
        ])

    static let legacyQuality = Shape(
        "LegacyQuality", "a quality section", as: .other, open: .all,
        rows: [
            Row(
                .type, .text("SodaCL", "montecarlo", "custom"), .through("0.9.2"), required: .all,
                "The tool that the checks are written for"),
            Row(
                .type, .text("SodaCL", "montecarlo", "great-expectations", "custom"), .since("0.9.3"), required: .all,
                "The tool that the checks are written for"),
            Row(.specification, .text | .mapping, required: .all, "The checks, as text or as a mapping"),
        ])
}
