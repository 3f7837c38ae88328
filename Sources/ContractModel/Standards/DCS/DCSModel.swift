/// A model, its fields, and the definitions that fields refer to.
extension DCS {
    static let model = Shape(
        "Model", "a model", as: .object, open: .all,
        rows: [
            Row(.description, .text, "What one record of the model stands for"),
            Row(.type, .text, .through("0.9.1"), as: .physicalType, "What the model is: a table, a view, an object"),
            Row(
                .type, .text("table", "view", "object"), .since("0.9.2"), as: .physicalType,
                "What the model is; a table, unless it says otherwise"),
            Row(.title, .text, .since("0.9.3"), as: .businessName, "The name that people use for the model"),
            Row(.fields, fields, as: .properties, "The columns or attributes of the model, by name"),
            Row(.primaryKey, texts, .since("1.1.0"), "The fields that together identify a record"),
            Row(.quality, .list(of: .shape("Quality")), .since("1.1.0"), "Checks that concern the model as a whole"),
            Row(.examples, .list, .since("1.1.0"), "Example records, in any form"),
            Row(
                .additionalFields, .boolean, .since("1.2.0"),
                "Whether the data may hold fields that the contract does not name"),
            Row(
                .config, .map(of: .anything, except: ["avroNamespace": .text]), .since("0.9.3"),
                "Settings for the tools that read the model"),
        ],
        mistakes: [
            "columns": "Write fields",
            "name": "The key under models is the name",
            "physicalType": "Write type",
            "properties": "Write fields",
        ])

    /// Fields by name.
    static let fields = Kind.map(of: .shape("Field"), nameAs: .name)

    static let field = Shape(
        "Field", "a field", as: .property, open: .all,
        rows: typeRows + fieldRows + valueRows + limitRows + fieldLimitRows,
        mistakes: [
            "columns": "Write fields",
            "isNullable": "Write required: false (or true)",
            "logicalType": "Write type",
            "name": "The key under fields is the name",
            "nullable": "Write required: false (or true)",
            "optional": "Write required: false (or true)",
            "physicalType": "Name the physical type under config, as in bigqueryType",
            "primary_key": "Write primaryKey",
            "properties": "Write fields",
            "ref": "Write $ref",
        ])

    static let definition = Shape(
        "Definition", "a definition", as: .sharedDefinition, open: .all,
        rows: definitionRows + valueRows + limitRows + definitionLimitRows,
        mistakes: [
            "nullable": "Write required: false (or true) at the field",
            "properties": "Write fields",
        ])

    private static let plainTypes = [
        "number", "decimal", "numeric", "int", "integer", "long", "bigint", "float", "double", "string", "text",
        "varchar",
        "boolean", "timestamp", "timestamp_tz", "timestamp_ntz", "date", "array", "object", "record", "struct", "bytes",
        "null",
    ]
    private static let typesWithMap = plainTypes + ["map"]
    private static let typesWithTime = typesWithMap + ["time", "variant", "json"]

    private static let typeRows: [Row] = [
        Row(.type, .text(in: plainTypes), .through("0.9.2"), as: .logicalType, "The type of the values"),
        Row(.type, .text(in: typesWithMap), .between("0.9.3", "1.1.0"), as: .logicalType, "The type of the values"),
        Row(.type, .text(in: typesWithTime), .since("1.2.0"), as: .logicalType, "The type of the values"),
    ]

    /// Keys that only a field has.
    private static let fieldRows: [Row] = [
        Row(.ref, .text, "The definition that the field takes its keys from"),
        Row(.title, .text, .since("0.9.3"), as: .businessName, "The name that people use for the field"),
        Row(
            .required, .boolean, .since("0.9.2"),
            "Whether every record must have a value; false, unless it says otherwise"),
        Row(
            .primary, .boolean, .since("0.9.2"), as: .primaryKey,
            deprecated: Deprecation(.since("1.1.0"), "write primaryKey"),
            "Whether the field identifies a record"),
        Row(.primaryKey, .boolean, .since("1.1.0"), "Whether the field identifies a record"),
        Row(.references, .text, .since("0.9.3"), "The field of another model that this one points to, as model.field"),
        Row(.unique, .boolean, .since("0.9.2"), "Whether no two records share a value"),
        Row(.enum, .list(of: .text, unique: true), .since("0.9.2"), "The values that are allowed"),
        Row(.quality, .list(of: .shape("Quality")), .since("1.1.0"), "Checks that concern the field"),
        Row(.lineage, .shape("Lineage"), .since("1.1.0"), "Where the values come from"),
        Row(
            .config, fieldConfig, .since("0.9.3"),
            "Settings for the tools that read the field, such as its physical type"),
    ]

    private static let fieldConfig = Kind.map(
        of: .anything,
        except: [
            "avroType": .text, "avroLogicalType": .text, "bigqueryType": .text, "snowflakeType": .text,
            "redshiftType": .text, "sqlserverType": .text, "databricksType": .text, "glueType": .text,
        ])

    /// Keys that only a definition has.
    private static let definitionRows: [Row] = [
        Row(
            .domain, .text,
            deprecated: Deprecation(.since("1.1.0"), "write the domain as the first part of the definition's key"),
            "The domain whose word this is"),
        Row(
            .name, .text, required: .through("0.9.3"), as: .label,
            deprecated: Deprecation(.since("1.1.0"), "write the name as the last part of the definition's key"),
            "The technical name of what is defined"),
        Row(.title, .text, as: .businessName, "The name that people use for what is defined"),
        Row(.type, .text, .through("0.9.2"), required: .all, as: .logicalType, "The type of the values"),
        Row(
            .type, .text(in: typesWithMap), .between("0.9.3", "1.1.0"), required: .all, as: .logicalType,
            "The type of the values"),
        Row(
            .type, .text(in: typesWithTime), .since("1.2.0"), required: .all, as: .logicalType,
            "The type of the values"),
    ]

    /// Keys by which fields and definitions describe their values.
    private static let valueRows: [Row] = [
        Row(.description, .text, "What a value means"),
        Row(.fields, fields, .since("0.9.3"), as: .properties, "The fields inside an object, a record or a struct"),
        Row(.items, .shape("Field"), .since("0.9.3"), "What each element of an array is"),
        Row(.keys, .shape("Field"), .since("0.9.3"), as: .key, "What each key of a map is"),
        Row(.values, .shape("Field"), .since("0.9.3"), as: .value, "What each value of a map is"),
        Row(
            .example, .text, .since("0.9.2"), as: .examples,
            deprecated: Deprecation(.since("1.1.0"), "write examples, a list"), "One example of a value"),
        Row(.examples, .list, .since("1.1.0"), "Examples of values"),
        Row(.pii, .boolean, "Whether the values are personal data"),
        Row(.classification, .text, "How sensitive the values are, in the organisation's own classes"),
        Row(.tags, texts, "Words to find and group by"),
        Row(.links, links, .since("0.9.3"), "Further documentation: a URL for each name"),
    ]

    /// The bounds that fields and definitions set alike.
    private static let limitRows: [Row] = [
        Row(.minLength, .number, .between("0.9.2", "0.9.2"), "The fewest characters a text may have"),
        Row(.minLength, .integer, .since("0.9.3"), "The fewest characters a text may have"),
        Row(.maxLength, .number, .between("0.9.2", "0.9.2"), "The most characters a text may have"),
        Row(.maxLength, .integer, .since("0.9.3"), "The most characters a text may have"),
        Row(.format, .text, .since("0.9.2"), "A known form of text: email, uri, uuid"),
        Row(.pattern, .text, .since("0.9.2"), "The regular expression that a text must match"),
    ]

    private static let fieldLimitRows: [Row] =
        bounds(since: "0.9.2") + [
            Row(.precision, .number, .since("0.9.3"), "How many digits a number has at most"),
            Row(.scale, .number, .since("0.9.3"), "How many of the digits stand behind the point at most"),
        ]

    private static let definitionLimitRows: [Row] =
        bounds(since: "0.9.3") + [
            Row(.precision, .integer, .since("0.9.3"), "How many digits a number has at most"),
            Row(.scale, .integer, .since("0.9.3"), "How many of the digits stand behind the point at most"),
        ]

    private static func bounds(since first: Version) -> [Row] {
        [
            Row(.minimum, .number, .since(first), "The least value a number may have"),
            Row(.exclusiveMinimum, .number, .since(first), "The value that a number must exceed"),
            Row(.maximum, .number, .since(first), "The greatest value a number may have"),
            Row(.exclusiveMaximum, .number, .since(first), "The value that a number must stay below"),
        ]
    }
}
