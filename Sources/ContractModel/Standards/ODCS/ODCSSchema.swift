/// Schema objects, their properties, and the types of maps and enumerations.
extension ODCS {
    static let schema: [Shape] = [
        Shape(
            "SchemaObject", "a schema object", as: .object, open: v2, rows: stableID + objectRows + object2,
            mistakes: [
                "fields": "Write properties, a list",
                "columns": "Write properties, a list",
                "type": "Say what the object is under physicalType; a column belongs into properties of an object",
                "required":
                    "Mark required properties with required: true; a column belongs into properties of an object",
                "pii": "Tag it, as in tags: [pii]",
                "owner": "Name the owner as a member of team, at the top level",
                "title": "Write the title under businessName",
                "primaryKey": "Mark the properties of the key with primaryKey: true",
                "examples": "Give examples at the properties",
                "customProperty": "Write customProperties, a list",
                "enum": "Move enum into the property whose values it lists",
            ]),
        Shape(
            "Property", "a property", as: .property, open: v2,
            rows: stableID + [Row(.name, .text, v3, required: v3, "Name of the property")]
                + typeRows(prose: ProseConflict(.requiredByProse, .between("3.0.0", "3.0.1"))) + propertyRows
                + property2,
            variants: propertyVariants, mistakes: propertyMistakes),
        Shape(
            "ItemProperty", "an item property", as: .property,
            rows: stableID + [
                Row(.name, .text, v3, "Name of the items"),
                // Until 3.0.2 known whatever the logical type; since then the closed base definition decides.
                Row(.properties, .list(of: .shape("Property")), v30, "The properties of the items"),
            ] + typeRows(prose: nil) + propertyRows,
            variants: propertyVariants, mistakes: propertyMistakes),
        Shape(
            "MapTypes", "a map", as: .mapTypes,
            rows: [
                Row(.key, .shape("ItemProperty"), v32, required: v32, "What the keys of the map are"),
                Row(.value, .shape("ItemProperty"), v32, required: v32, "What the values of the map are"),
            ],
            mistakes: ["keys": "Write key", "values": "Write value"]),
        Shape(
            "EnumValue", "an enum value", as: .enumValue,
            rows: [
                Row(.id, .text(matching: stableID32), v32, "Stable identifier to refer to it by"),
                Row(.value, .scalar, v32, required: v32, "The value that is allowed"),
                Row(.label, .text, v32, "What people see for the value"),
                Row(.description, .text, v32, "What the value means"),
                tags(v32), authoritativeDefinitions(v32), customProperties(v32),
            ],
            mistakes: ["name": "Write the allowed value under value and its name under label"]),
    ]

    private static let objectRows: [Row] = [
        Row(.name, .text, v3, required: v3, "Name of the object"),
        Row(.physicalName, .text, "Name of the object where it is stored"),
        Row(.physicalType, .text, v3, "What it is where it is stored, such as table, view or topic"),
        Row(.description, .list(of: .text), .through("2.2.1"), "What the object holds, a text for each line"),
        Row(.description, .text, .since("2.2.2"), "What the object holds"),
        Row(.businessName, .text, v3, "Name of the object in the business"),
        Row(.logicalType, .text("object"), .between("3.0.0", "3.1.0"), "Kind of the object: object"),
        Row(.logicalType, .text("object", "blob"), v32, "Kind of the object: with properties, or opaque"),
        Row(.dataGranularityDescription, .text, v3, "What one record of the object stands for"),
        Row(.properties, .list(of: .shape("Property")), v3, "The properties: columns, fields"),
        Row(.relationships, .list(of: .shape("ObjectRelationship")), v31, "Foreign keys from this object"),
        Row(.quality, .list(of: .shape("Quality")), "What holds for the data as a whole"),
        Row(.deprecated, .boolean, v32, "Whether new uses should avoid the object"),
        synonyms(v32), context(v32), tags(v3), authoritativeDefinitions(.all), customProperties(v3),
    ]

    /// Keys that a property and the items of an array have in common.
    private static let propertyRows: [Row] =
        [
            Row(
                .physicalName, .text, .since("3.0.2"),
                prose: ProseConflict(.rejectedBySchema, .between("3.0.0", "3.0.1")),
                "Name of the column where it is stored"),
            Row(.description, .text, v3, "What the values say"),
            Row(.businessName, .text, v3, "Name of the property in the business"),
            Row(.logicalTypeOptions, .mapping, v3, "More about the type: lengths, bounds, formats"),
            Row(.primaryKey, .boolean, v3, "Whether the property is part of the primary key"),
            Row(.primaryKeyPosition, .integer, v3, "Place within the primary key, from 1"),
            Row(.required, .boolean, v3, "Whether every record has a value"),
            Row(.unique, .boolean, v3, "Whether no two records have the same value"),
            Row(.partitioned, .boolean, v3, "Whether the data is partitioned by it"),
            Row(.partitionKeyPosition, .integer, v3, "Place within the partition key, from 1"),
            Row(.semanticType, .text("column", "measure", "dimension"), v32, "Role of the property in analysis"),
            Row(
                .enum, .list(of: .shape("EnumValue"), atLeast: 1, unique: true), v32,
                "The only values that are allowed"),
        ] + propertyGovernance

    /// Types of databases and programming languages, which people write where the standard has its own words.
    private static let foreignTypes: [String: String] = {
        let types: KeyValuePairs = [
            "string": "varchar char text str uuid character nvarchar",
            "number": "decimal numeric float double real money",
            "integer": "int bigint smallint tinyint long short int32 int64", "boolean": "bool bit",
            "timestamp": "datetime timestamptz timestamp_tz timestamp_ntz timestamp_ltz instant",
            "object": "struct record json row variant", "array": "list repeated set", "map": "dictionary dict hashmap",
        ]
        let pairs = types.flatMap { type, words in words.split(separator: " ").map { (String($0), type) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    /// - Parameter prose: what the text of 3.0.0 and 3.0.1 demands of properties.
    private static func typeRows(prose: ProseConflict?) -> [Row] {
        let doc = "Type of the values, whatever the storage"
        let oldest = ["string", "date", "number", "integer", "object", "array", "boolean"]
        let timed = oldest + ["timestamp", "time"]
        return [
            Row(.logicalType, .text(in: oldest).meaning(foreignTypes), v30, prose: prose, doc),
            Row(.logicalType, .text(in: timed).meaning(foreignTypes), .between("3.1.0", "3.1.0"), doc),
            Row(.logicalType, .text(in: timed + ["map", "vector"]).meaning(foreignTypes), v32, doc),
            Row(
                .physicalType, .text, v3, prose: prose,
                "Type of the column where it is stored, such as varchar(20)"),
        ]
    }

    private static let propertyGovernance: [Row] = [
        Row(.classification, .text, v3, "How confidential the values are"),
        Row(.criticalDataElement, .boolean, v3, "Whether the business depends on it"),
        Row(.encryptedName, .text, v3, "Property that holds the same value encrypted"),
        Row(.transformSourceObjects, .list(of: .text), v3, "Objects that the values are made from"),
        Row(.transformLogic, .text, v3, "How the values are made, as code"),
        Row(.transformDescription, .text, v3, "How the values are made, in words"),
        Row(.examples, .list(of: .anything), v3, "Some values to show what they look like"),
        Row(.relationships, .list(of: .shape("PropertyRelationship")), v31, "Foreign keys from this property"),
        Row(.quality, .list(of: .shape("Quality")), v3, "What holds for the values"),
        Row(.deprecated, .boolean, v32, "Whether new uses should avoid the property"),
        synonyms(v32), tags(v3), authoritativeDefinitions(v3), customProperties(v3),
    ]

    private static let propertyMistakes: [String: String] = [
        "nullable": "Say required: true where null is not allowed, required: false where it is",
        "enum": "List allowed values in a quality rule, or under enum since ODCS 3.2.0",
        "dataType": "Write the type under logicalType, and the type of the column under physicalType",
        "type": "Write the type under logicalType, and the type of the column under physicalType",
        "pii": "Tag it, as in tags: [pii], or say so under classification",
        "sensitive": "Tag it, as in tags: [sensitive], or say so under classification",
        "length": "Write maxLength under logicalTypeOptions",
        "minLength": "Move minLength into logicalTypeOptions",
        "maxLength": "Move maxLength into logicalTypeOptions",
        "minimum": "Move minimum into logicalTypeOptions",
        "maximum": "Move maximum into logicalTypeOptions",
        "pattern": "Move pattern into logicalTypeOptions",
        "format": "Move format into logicalTypeOptions",
        "precision": "Write the type with its precision under physicalType, as in decimal(10,2)",
        "scale": "Write the type with its scale under physicalType, as in decimal(10,2)",
        "example": "Write examples, a list",
        "fields": "Write properties, a list, with logicalType: object",
        "references": "Write relationships, a list with the target under to",
        "foreignKey": "Write relationships, a list with the target under to",
        "title": "Write the title under businessName",
        "label": "Write the label under businessName",
        "default": "Say the default under customProperties",
        "defaultValue": "Say the default under customProperties",
        "values": "List allowed values in a quality rule, or under enum since ODCS 3.2.0",
    ]
}
