import Compatibility
import TestSupport

/// Types and values: a pair for every row of COMPATIBILITY's table, read in both directions.
enum ValueFixtures {
    private static var early: ComparisonOptions {
        var options = ComparisonOptions()
        options.readerProfile = .earlyBound
        return options
    }

    static let types: [PairCase] = [
        PairCase(
            "whole numbers become numbers", property: "logicalType: ⟦integer⟧", "logicalType: ⟦number⟧",
            "logical-type-widened R/K minor widens", back: ["logical-type-narrowed K/R minor narrows"]),
        PairCase(
            "whole numbers become numbers, early-bound", property: "logicalType: integer", "logicalType: number",
            "logical-type-widened B/K major widens", back: ["logical-type-narrowed K/B minor narrows"], options: early),
        PairCase(
            "dates become timestamps", property: "logicalType: ⟦date⟧", "logicalType: ⟦timestamp⟧",
            "logical-type-reinterpreted R/B minor unknown", back: ["logical-type-truncated B/R major unknown"]),
        PairCase(
            "dates become timestamps, early-bound", property: "logicalType: date", "logicalType: timestamp",
            "logical-type-reinterpreted B/B major unknown", back: ["logical-type-truncated B/B major unknown"],
            options: early),
        PairCase(
            "physical dates become timestamps", property: "physicalType: ⟦DATE⟧", "physicalType: ⟦TIMESTAMP⟧",
            "physical-type-widened R/B minor widens", back: ["physical-type-changed B/R major narrows"]),
        PairCase(
            "physical dates become timestamps, early-bound", property: "physicalType: DATE", "physicalType: TIMESTAMP",
            "physical-type-widened B/B major widens", back: ["physical-type-changed B/B major narrows"], options: early),
        PairCase(
            "dates that Iceberg promotes",
            Text.property("physicalType: date", rest: Text.server("s3", format: "iceberg")),
            Text.property("physicalType: timestamp", rest: Text.server("s3", format: "iceberg")),
            "physical-type-widened R/K minor widens", back: ["physical-type-changed B/R major narrows"]),
        PairCase(
            "a date that was a timestamp before there was a word for it",
            Text.property("logicalType: date\nphysicalType: TIMESTAMP", version: "v3.0.2"),
            Text.property("logicalType: timestamp\nphysicalType: TIMESTAMP", version: "v3.1.0"),
            "specification-raised I/I patch", "logical-type-respelled I/I patch equal",
            back: ["specification-lowered R/R minor", "logical-type-respelled I/I patch equal"]),
        PairCase(
            "a date that is a timestamp now",
            Text.property("logicalType: date\nphysicalType: DATE", version: "v3.0.2"),
            Text.property("logicalType: timestamp\nphysicalType: TIMESTAMP", version: "v3.1.0"),
            "specification-raised I/I patch", "logical-type-reinterpreted R/B minor unknown",
            "physical-type-widened R/B minor widens",
            back: [
                "specification-lowered R/R minor", "logical-type-truncated B/R major unknown",
                "physical-type-changed B/R major narrows",
            ]),
        PairCase(
            "a text becomes an object, said otherwise", property: "physicalType: ⟦VARCHAR(100)⟧",
            "logicalType: ⟦object⟧",
            "property-shape-changed B/B major disjoint"),
        PairCase(
            "a text becomes a number, said otherwise", property: "physicalType: ⟦VARCHAR(100)⟧",
            "logicalType: ⟦integer⟧",
            "logical-type-changed B/B major disjoint"),
        PairCase(
            "a timestamp becomes a date, said otherwise", property: "physicalType: ⟦TIMESTAMP⟧", "logicalType: ⟦date⟧",
            "logical-type-truncated B/R major unknown", back: ["logical-type-reinterpreted R/B minor unknown"]),
        PairCase(
            "a text stays a text, said otherwise", property: "physicalType: VARCHAR(100)", "logicalType: string",
            "physical-type-removed R/K minor widens", "logical-type-added K/R minor narrows",
            back: ["logical-type-removed R/K minor widens", "physical-type-added K/R minor narrows"]),
        PairCase(
            "numbers become texts", property: "logicalType: ⟦number⟧", "logicalType: ⟦string⟧",
            "logical-type-changed B/B major disjoint"),
        PairCase(
            "a word that is no type", property: "logicalType: ⟦varchar⟧", "logicalType: ⟦string⟧",
            "logical-type-unclear R/R minor unknown"),
        PairCase(
            "a type is said", property: "", "logicalType: ⟦string⟧", "logical-type-added K/R minor narrows",
            back: ["logical-type-removed R/K minor widens"]),
        PairCase(
            "an alias", property: "physicalType: ⟦INT⟧", "physicalType: ⟦integer⟧",
            "physical-type-respelled I/I patch equal"),
        PairCase(
            "case", property: "physicalType: VARCHAR(10)", "physicalType: varchar(10)",
            "physical-type-respelled I/I patch equal"),
        PairCase(
            "default arguments", Text.property("physicalType: NUMBER", rest: Text.server("snowflake")),
            Text.property("physicalType: NUMBER(38,0)", rest: Text.server("snowflake")),
            "physical-type-respelled I/I patch equal"),
        PairCase(
            "a wider integer", property: "physicalType: ⟦INT⟧", "physicalType: ⟦BIGINT⟧",
            "physical-type-widened R/K minor widens", back: ["physical-type-narrowed K/R minor narrows"]),
        PairCase(
            "a wider integer, early-bound", property: "physicalType: INT", "physicalType: BIGINT",
            "physical-type-widened B/K major widens", back: ["physical-type-narrowed K/B minor narrows"],
            options: early),
        PairCase(
            "longer texts", property: "physicalType: VARCHAR(10)", "physicalType: VARCHAR(20)",
            "physical-type-widened R/K minor widens", back: ["physical-type-narrowed K/R minor narrows"]),
        PairCase(
            "another field", property: "physicalType: 'struct<⟦a int⟧>'".filter { $0 != "⟦" && $0 != "⟧" },
            "physicalType: 'struct<a int, b int>'", "physical-type-extended K/B minor narrows",
            back: ["physical-type-reduced B/K major widens"]),
        PairCase(
            "a lossy change", property: "physicalType: ⟦BIGINT⟧", "physicalType: ⟦DOUBLE⟧",
            "physical-type-changed B/B major disjoint"),
        PairCase(
            "a type nobody knows", property: "physicalType: ⟦geometry⟧", "physicalType: ⟦geography⟧",
            "physical-type-unparsed R/R minor unknown"),
        PairCase(
            "a physical type is said", property: "", "physicalType: ⟦INT⟧", "physical-type-added K/R minor narrows",
            back: ["physical-type-removed R/K minor widens"]),
    ]

    private static func limit(_ type: String, _ options: String) -> String {
        "logicalType: \(type)\nlogicalTypeOptions: {\(options)}"
    }

    static let limits: [PairCase] = [
        PairCase(
            "a lower maximum", property: limit("number", "maximum: ⟦100⟧"), limit("number", "maximum: ⟦10⟧"),
            "bounds-tightened K/B minor narrows", back: ["bounds-loosened B/K major widens"]),
        PairCase(
            "a maximum comes", property: limit("number", "minimum: 0"), limit("number", "minimum: 0, maximum: ⟦10⟧"),
            "bounds-tightened K/B minor narrows", back: ["bounds-loosened B/K major widens"]),
        PairCase(
            "an end that is left out", property: limit("number", "maximum: ⟦10⟧"),
            limit("number", "exclusiveMaximum: ⟦10⟧"), "bounds-tightened K/B minor narrows",
            back: ["bounds-loosened B/K major widens"]),
        PairCase(
            "an end that is left out of whole numbers", property: limit("integer", "maximum: 9"),
            limit("integer", "exclusiveMaximum: 10")),
        PairCase(
            "one number in two spellings", property: limit("number", "maximum: 10"), limit("number", "maximum: 10.0")),
        PairCase(
            "bounds that overlap", property: limit("number", "minimum: ⟦0⟧, maximum: 10"),
            limit("number", "minimum: ⟦5⟧, maximum: 20"), "bounds-moved B/B major overlaps"),
        PairCase(
            "bounds that lie apart", property: limit("number", "minimum: 0, maximum: 10"),
            limit("number", "minimum: 11, maximum: 20"), "bounds-moved B/B major disjoint"),
        PairCase(
            "dates as bounds", property: limit("date", "minimum: '2020-01-01'"), limit("date", "minimum: '2021-01-01'"),
            "bounds-tightened K/B minor narrows", back: ["bounds-loosened B/K major widens"]),
        PairCase(
            "one instant in two zones", property: limit("timestamp", "maximum: '2020-01-01T00:00:00Z'"),
            limit("timestamp", "maximum: '2020-01-01T01:00:00+01:00'")),
        PairCase(
            "a bound that is no date", property: limit("date", "minimum: '2020-01-01'"), limit("date", "minimum: soon"),
            "bounds-unclear R/R minor unknown"),
        PairCase(
            "a greater length", property: limit("string", "maxLength: ⟦10⟧"), limit("string", "maxLength: ⟦20⟧"),
            "bounds-loosened B/K major widens", back: ["bounds-tightened K/B minor narrows"]),
        PairCase(
            "a least length of nothing", property: limit("string", "pattern: a"),
            limit("string", "pattern: a, minLength: 0")),
        PairCase(
            "more items", property: limit("array", "maxItems: 3"), limit("array", "minItems: 1, maxItems: 3"),
            "bounds-tightened K/B minor narrows", back: ["bounds-loosened B/K major widens"]),
        PairCase(
            "greater steps", property: limit("number", "multipleOf: ⟦0.1⟧"), limit("number", "multipleOf: ⟦0.3⟧"),
            "multiple-of-tightened K/B minor narrows", back: ["multiple-of-loosened B/K major widens"]),
        PairCase(
            "other steps", property: limit("number", "multipleOf: ⟦2⟧"), limit("number", "multipleOf: ⟦3⟧"),
            "multiple-of-changed B/B major overlaps"),
        PairCase(
            "a pattern comes", property: limit("string", "maxLength: 3"),
            limit("string", "maxLength: 3, pattern: ⟦a+⟧"),
            "pattern-added K/B minor narrows", back: ["pattern-removed B/K major widens"]),
        PairCase(
            "another pattern", property: limit("string", "pattern: ⟦a+⟧"), limit("string", "pattern: ⟦a*⟧"),
            "pattern-changed R/R minor unknown"),
        PairCase(
            "a wider format", property: limit("integer", "format: ⟦i32⟧"), limit("integer", "format: ⟦i64⟧"),
            "format-widened B/K major widens", back: ["format-narrowed K/B minor narrows"]),
        PairCase(
            "an unsigned format", property: limit("integer", "format: i32"), limit("integer", "format: u32"),
            "format-changed B/B major overlaps"),
        PairCase(
            "another format", property: limit("string", "format: ⟦email⟧"), limit("string", "format: ⟦uri⟧"),
            "format-changed B/B major disjoint"),
        PairCase(
            "a format comes", property: limit("string", "maxLength: 3"),
            limit("string", "maxLength: 3, format: ⟦email⟧"),
            "format-added K/B minor narrows", back: ["format-removed B/K major widens"]),
        PairCase(
            "a zone comes", property: limit("timestamp", "timezone: ⟦false⟧"), limit("timestamp", "timezone: ⟦true⟧"),
            "timezone-changed B/B major disjoint"),
        PairCase(
            "the default zone", property: limit("timestamp", "timezone: true, defaultTimezone: ⟦Europe/Berlin⟧"),
            limit("timestamp", "timezone: true, defaultTimezone: ⟦Etc/UTC⟧"),
            "default-timezone-changed B/B major disjoint"),
        PairCase(
            "the default zone is said", property: limit("timestamp", "timezone: true"),
            limit("timestamp", "timezone: true, defaultTimezone: Etc/UTC")),
        PairCase(
            "items get unique", property: limit("array", "maxItems: 3"),
            limit("array", "maxItems: 3, uniqueItems: ⟦true⟧"),
            "items-made-unique K/B minor narrows", back: ["items-made-non-unique B/K major widens"]),
        PairCase(
            "longer vectors", property: limit("vector", "dimensions: ⟦3⟧"), limit("vector", "dimensions: ⟦4⟧"),
            "vector-changed B/B major disjoint"),
        PairCase(
            "a value comes", property: "enum: [{value: a}]", "enum: [{value: a}, {value: ⟦b⟧}]",
            "enum-value-added R/K minor widens", back: ["enum-value-removed K/R minor narrows"]),
        PairCase(
            "values are listed", property: "", "enum: ⟦[{value: a}]⟧", "enum-introduced K/B minor narrows",
            back: ["enum-dropped B/K major widens"]),
        PairCase(
            "what a value is called", property: "enum: [{value: a, label: ⟦A⟧}]", "enum: [{value: a, label: ⟦B⟧}]",
            "detail-changed I/I patch"),
        PairCase("the order of values", property: "enum: [{value: a}, {value: b}]", "enum: [{value: b}, {value: a}]"),
        PairCase(
            "a value comes, early-bound", property: "enum: [{value: a}]", "enum: [{value: a}, {value: ⟦b⟧}]",
            "enum-value-added B/K major widens", back: ["enum-value-removed K/B minor narrows"], options: early),
        PairCase(
            "valid values of a quality rule",
            property: "quality: [{type: library, metric: invalidValues, mustBe: 0, arguments: {validValues: [a]}}]",
            "quality: [{type: library, metric: invalidValues, mustBe: 0, arguments: {validValues: [a, ⟦b⟧]}}]",
            "enum-value-added R/K minor widens", back: ["enum-value-removed K/R minor narrows"]),
        PairCase(
            "valid values become an enumeration",
            property: "quality: [{type: library, metric: invalidValues, mustBe: 0, arguments: {validValues: [a, b]}}]",
            "enum: [{value: b}, {value: a}]"),
        PairCase(
            "required", property: "required: ⟦false⟧", "required: ⟦true⟧", "property-made-required K/B minor narrows",
            back: ["property-made-optional B/K major widens"]),
        PairCase("not required, and nothing said", property: "required: false", ""),
        PairCase(
            "required by the object that holds it",
            property: "logicalType: object\nlogicalTypeOptions: {minProperties: 1}\nproperties: [{name: ⟦city⟧}]",
            "logicalType: object\nlogicalTypeOptions: {minProperties: 1, required: [city]}\nproperties: [{name: ⟦city⟧}]",
            "property-made-required K/B minor narrows", back: ["property-made-optional B/K major widens"]),
        PairCase(
            "unique", property: "unique: ⟦false⟧", "unique: ⟦true⟧", "property-made-unique K/B minor narrows",
            back: ["property-made-non-unique B/K major widens"]),
    ]
}
