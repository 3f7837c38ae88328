/// The logical types of properties, and the options of each.
extension ODCS {
    /// In the schemas, conditions on `logicalType` hold too where it is absent, but for `map` and `vector`.
    static let propertyVariants: [Variant] = [
        Variant(
            "a string", when: [.equals(.logicalType, "string"), untyped], v3, rows: [options("StringOptions", v3)]),
        Variant("a date", when: [.equals(.logicalType, "date"), untyped], v3, rows: [options("DateOptions", v3)]),
        Variant(
            "a timestamp or time",
            when: [.equals(.logicalType, "timestamp"), .equals(.logicalType, "time"), untyped], v31,
            rows: [options("TimeOptions", v31)]),
        Variant(
            "an integer", when: [.equals(.logicalType, "integer"), untyped], v3, rows: [options("IntegerOptions", v3)]),
        Variant(
            "a number", when: [.equals(.logicalType, "number"), untyped], v3, rows: [options("NumberOptions", v3)]),
        Variant(
            "an object", when: [.equals(.logicalType, "object"), untyped], v3,
            rows: [
                options("ObjectOptions", v3),
                Row(.properties, .list(of: .shape("Property")), v3, "The properties of the object"),
            ]),
        Variant(
            "an array", when: [.equals(.logicalType, "array"), untyped], v3,
            rows: [
                options("ArrayOptions", v3),
                Row(.items, .shape("ItemProperty"), v3, "What the items of the array are"),
            ]),
        Variant(
            "a map", when: [.equals(.logicalType, "map")], v32,
            rows: [Row(.map, .shape("MapTypes"), v32, required: v32, "What the keys and the values of the map are")]),
        Variant(
            "a vector", when: [.equals(.logicalType, "vector")], v32,
            rows: [options("VectorOptions", v32, required: v32)]),
    ]

    private static let untyped = Condition.absent(.logicalType, v3)

    private static func options(_ shape: String, _ versions: Versions, required: Versions = .none) -> Row {
        Row(
            .logicalTypeOptions, .shape(shape), versions, required: required,
            "More about the type: lengths, bounds, formats")
    }

    static let options: [Shape] = [
        Shape(
            "StringOptions", "options of a string", as: .options,
            rows: [
                Row(.minLength, .integer(atLeast: 0), v3, "Fewest characters"),
                Row(.maxLength, .integer(atLeast: 0), v3, "Most characters"),
                Row(.pattern, .text, v3, "Regular expression that the text matches"),
                Row(.format, .text, v3, "What the text is, such as email, uuid or uri"),
            ],
            mistakes: [
                "length": "Write minLength and maxLength", "regex": "Write pattern",
                "enum": "List allowed values in a quality rule, or at the property under enum since ODCS 3.2.0",
            ]),
        Shape(
            "DateOptions", "options of a date", as: .options, rows: dateRows(v3),
            mistakes: ["timezone": "Use logicalType: timestamp for a date with a time"]),
        Shape(
            "TimeOptions", "options of a timestamp or time", as: .options,
            rows: dateRows(v31) + [
                Row(.timezone, .boolean, v31, "Whether values carry a time zone"),
                Row(.defaultTimezone, .text, v31, "Time zone of values that carry none"),
            ]),
        Shape(
            "IntegerOptions", "options of an integer", as: .options,
            rows: numberRows + [
                Row(
                    .format, .text("i8", "i16", "i32", "i64", "i128", "u8", "u16", "u32", "u64", "u128"), v3,
                    "Bits of the integer, and whether it is signed")
            ]),
        Shape(
            "NumberOptions", "options of a number", as: .options,
            rows: numberRows + [Row(.format, .text("f32", "f64"), v3, "Bits of the number")],
            mistakes: [
                "precision": "Write the precision under physicalType, as in decimal(10,2)",
                "scale": "Write the scale under physicalType, as in decimal(10,2)",
            ]),
        Shape(
            "ObjectOptions", "options of an object", as: .options,
            rows: [
                Row(.minProperties, .integer(atLeast: 0), v3, "Fewest properties"),
                Row(.maxProperties, .integer(atLeast: 0), v3, "Most properties"),
                Row(
                    .required, .list(of: .text, atLeast: 1, unique: true), v3,
                    "Names of the properties that every value has"),
            ]),
        Shape(
            "ArrayOptions", "options of an array", as: .options,
            rows: [
                Row(.minItems, .integer(atLeast: 0), v3, "Fewest items"),
                Row(.maxItems, .integer(atLeast: 0), v3, "Most items"),
                Row(.uniqueItems, .boolean, v3, "Whether no two items are the same"),
            ]),
        Shape(
            "VectorOptions", "options of a vector", as: .options,
            rows: [
                Row(.dimensions, .integer(atLeast: 1), v32, required: v32, "Number of elements"),
                Row(
                    .elementType,
                    .text("bfloat16", "binary", "float16", "float32", "float64", "int8", "uint8"), v32,
                    "Type of the elements"),
                Row(
                    .distanceMetric, .text("cosine", "dotProduct", "euclidean", "hamming", "manhattan"), v32,
                    "How the distance of two vectors is measured"),
                Row(.embeddingModel, .text, v32, "Model that made the vectors"),
                Row(.embeddingModelVersion, .text, v32, "Version of that model"),
                Row(.normalized, .boolean, v32, "Whether the vectors have length 1"),
            ]),
    ]

    private static func dateRows(_ versions: Versions) -> [Row] {
        let exclusive: [Row] = [
            Row(.exclusiveMinimum, .text, v31, "Every value is later"),
            Row(.exclusiveMaximum, .text, v31, "Every value is earlier"),
        ]
        let flags: [Row] = [
            Row(.exclusiveMinimum, .boolean, v30, "Whether minimum itself is not allowed"),
            Row(.exclusiveMaximum, .boolean, v30, "Whether maximum itself is not allowed"),
        ]
        return [
            Row(.format, .text, versions, "How values are written, as in yyyy-MM-dd"),
            Row(.minimum, .text, versions, "Earliest value"),
            Row(.maximum, .text, versions, "Latest value"),
        ] + exclusive + (versions.contains("3.0.0") ? flags : [])
    }

    private static let numberRows: [Row] = [
        Row(.minimum, .number, v3, "Least value"),
        Row(.maximum, .number, v3, "Greatest value"),
        Row(.exclusiveMinimum, .boolean, v30, "Whether minimum itself is not allowed"),
        Row(.exclusiveMaximum, .boolean, v30, "Whether maximum itself is not allowed"),
        Row(.exclusiveMinimum, .number, v31, "Every value is greater"),
        Row(.exclusiveMaximum, .number, v31, "Every value is less"),
        Row(.multipleOf, .number(above: 0), v3, "Every value is a multiple of it"),
    ]
}
