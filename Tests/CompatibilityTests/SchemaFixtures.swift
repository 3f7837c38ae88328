import Compatibility
import TestSupport

/// Objects and properties: a pair for every row of COMPATIBILITY's table, read in both directions.
enum SchemaFixtures {
    static let objects: [PairCase] = [
        PairCase(
            "an object comes",
            "\(Text.contract("schema:\n  - name: orders").replacing("name: größe", "name: ⟦größe⟧"))",
            Text.contract("schema:\n  - name: orders\n  - name: ⟦lines⟧"),
            "object-added K/K minor", back: ["object-removed B/K major"]),
        PairCase(
            "an object gets a physical name of its own", object: "", "physicalName: ⟦tbl_orders⟧",
            "object-physically-renamed B/B major"),
        PairCase(
            "an object is renamed", Text.object("", name: "{id: o1, name: ⟦orders⟧}"),
            Text.object("", name: "{id: o1, name: ⟦sales⟧}"), "object-physically-renamed B/B major"),
        PairCase(
            "an object is renamed and stays where it is", Text.object("physicalName: t1", name: "name: ⟦orders⟧"),
            Text.object("physicalName: t1", name: "name: ⟦sales⟧"), "object-renamed R/R minor"),
        PairCase(
            "a table becomes a view", object: "physicalType: ⟦table⟧", "physicalType: ⟦VIEW⟧",
            "object-table-view-changed R/R minor"),
        PairCase(
            "a table becomes a topic", object: "physicalType: ⟦table⟧", "physicalType: ⟦topic⟧",
            "object-physical-type-changed B/B major"),
        PairCase(
            "an object becomes a blob", object: "logicalType: ⟦object⟧", "logicalType: ⟦blob⟧",
            "object-physical-type-changed B/B major"),
        PairCase("the case of a type", object: "physicalType: table", "physicalType: TABLE"),
        PairCase(
            "an object says what it is", object: "", "physicalType: ⟦table⟧",
            "object-physical-type-added K/R minor narrows", back: ["object-physical-type-removed R/K minor widens"]),
        PairCase(
            "what a record stands for", object: "dataGranularityDescription: ⟦an order⟧",
            "dataGranularityDescription: ⟦a line⟧", "granularity-changed R/R minor"),
        PairCase(
            "an id goes to another object",
            Text.object(
                "properties: [{name: a}, {name: b}]", name: "{id: o1, name: ⟦orders⟧, properties: [{name: a}]}"),
            Text.object("", name: "{id: o1, name: ⟦weather⟧, properties: [{name: wind}]}"),
            "identity-reused B/B major"),
    ]

    static let properties: [PairCase] = [
        PairCase(
            "an optional property comes", Text.object("properties: [{name: a}]", name: "name: ⟦orders⟧"),
            Text.object("properties: [{name: a}, {name: ⟦b⟧}]"), "property-added K/K minor",
            back: ["property-removed B/K major"]),
        PairCase(
            "a required property comes", Text.object("properties: [{name: a}]", name: "name: ⟦orders⟧"),
            Text.object("properties: [{name: a}, {name: ⟦b⟧, required: true}]"), "required-property-added K/B minor",
            back: ["property-removed B/K major"]),
        PairCase(
            "a nested property comes", property: "logicalType: object\nproperties: [{name: city}]",
            "logicalType: object\nproperties: [{name: city}, {name: ⟦zip⟧}]", "property-added K/K minor",
            back: ["property-removed B/K major"]),
        PairCase(
            "a property of items comes",
            property: "logicalType: array\nitems: {logicalType: object, properties: [{name: a}]}",
            "logicalType: array\nitems: {logicalType: object, properties: [{name: a}, {name: ⟦b⟧}]}",
            "property-added K/K minor", back: ["property-removed B/K major"]),
        PairCase(
            "the values of a map get another type",
            property: "logicalType: map\nmap: {key: {logicalType: string}, value: {logicalType: ⟦integer⟧}}",
            "logicalType: map\nmap: {key: {logicalType: string}, value: {logicalType: ⟦boolean⟧}}",
            "logical-type-changed B/B major disjoint"),
        PairCase(
            "items get a type", property: "logicalType: array", "logicalType: array\nitems: {⟦logicalType⟧: string}",
            "item-type-added K/R minor narrows", back: ["item-type-removed R/K minor widens"]),
        PairCase(
            "a property is renamed by id", Text.property("", name: "{id: p1, name: ⟦amount⟧}"),
            Text.property("", name: "{id: p1, name: ⟦total⟧}"), "property-physically-renamed B/B major"),
        PairCase(
            "a property is renamed by id, stored as before",
            Text.property("", name: "{id: p1, name: ⟦amount⟧, physicalName: c1}"),
            Text.property("", name: "{id: p1, name: ⟦total⟧, physicalName: c1}"), "property-renamed R/R minor"),
        PairCase(
            "a property is renamed, found by its physical name",
            Text.property("physicalName: c1", name: "name: ⟦amount⟧"),
            Text.property("physicalName: c1", name: "name: ⟦total⟧"), "property-renamed R/R minor"),
        PairCase(
            "a property is renamed, found by its business name",
            Text.property("businessName: Amount", name: "name: ⟦amt⟧"),
            Text.property("businessName: amount", name: "name: ⟦total⟧"), "property-physically-renamed B/B major",
            "business-name-changed I/I patch"),
        PairCase(
            "a property is renamed, found by a synonym", Text.property("", name: "name: ⟦amt⟧"),
            Text.property("synonyms: [{synonym: AMT}]", name: "name: ⟦total⟧"), "property-physically-renamed B/B major",
            "business-name-changed I/I patch"),
        PairCase(
            "a column is renamed", property: "physicalName: ⟦a⟧", "physicalName: ⟦b⟧",
            "property-physically-renamed B/B major"),
        PairCase(
            "the case of a name", Text.property("", name: "name: ⟦Amount⟧"), Text.property("", name: "name: ⟦amount⟧"),
            "property-physically-renamed B/B major"),
        PairCase(
            "a property moves into a struct by id",
            Text.object("properties: [{name: a, logicalType: object, properties: [{name: x}]}, {id: p1, name: ⟦b⟧}]"),
            Text.object("properties: [{name: a, logicalType: object, properties: [{name: x}, {id: p1, name: ⟦b⟧}]}]"),
            "property-moved B/B major"),
        PairCase(
            "a property moves into a struct by name",
            Text.object(
                "properties: [{name: a, logicalType: object, properties: [{name: x}]}, {name: ⟦b⟧, logicalType: date}]"),
            Text.object(
                "properties: [{name: a, logicalType: object, properties: [{name: x}, {name: ⟦b⟧, logicalType: date}]}]"),
            "property-moved B/B major"),
        PairCase(
            "a property becomes a list", property: "logicalType: ⟦string⟧", "logicalType: ⟦array⟧",
            "property-shape-changed B/B major disjoint"),
        PairCase(
            "an id goes to another property",
            Text.property("", name: "{id: p1, name: ⟦amount⟧, logicalType: number}"),
            Text.property("", name: "{id: p1, name: ⟦customer_email⟧, logicalType: string}"),
            "identity-reused B/B major"),
        PairCase(
            "a name goes to another id and type",
            Text.property("", name: "{id: p1, name: amount, logicalType: number}"),
            Text.property("", name: "{id: p2, name: amount, logicalType: string}"),
            "property-removed B/K major", "property-added K/K minor", "name-recycled B/B major"),
        PairCase(
            "the order of properties", Text.object("properties: [{name: a}, {name: b}, {name: c}]"),
            Text.object("properties: [{name: b}, {name: a}, {name: c}]"), "properties-reordered I/I patch"),
        PairCase(
            "the order of properties in a delimited file",
            Text.object("properties: [{name: a}, {name: b}]", rest: Text.server("s3", format: "csv")),
            Text.object("properties: [{name: b}, {name: a}]", rest: Text.server("s3", format: "csv")),
            "properties-reordered R/R minor"),
    ]

    static let keys: [PairCase] = [
        PairCase(
            "a primary key comes", Text.object("properties: [{name: a}, {name: b}]"),
            Text.object("properties: [{name: a, primaryKey: ⟦true⟧}, {name: b}]"),
            "primary-key-added K/B minor narrows",
            back: ["primary-key-dropped B/K major widens"]),
        PairCase(
            "another primary key", Text.object("properties: [{name: a, primaryKey: ⟦true⟧}, {name: b}]"),
            Text.object("properties: [{name: a}, {name: b, primaryKey: ⟦true⟧}]"),
            "primary-key-changed B/B major overlaps"),
        PairCase(
            "the order within a key",
            Text.object(
                "properties: [{name: a, primaryKey: true, primaryKeyPosition: 1}, {name: b, primaryKey: true, primaryKeyPosition: 2}]"
            ),
            Text.object(
                "properties: [{name: a, primaryKey: true, primaryKeyPosition: 2}, {name: b, primaryKey: true, primaryKeyPosition: 1}]"
            ), "primary-key-reordered I/I patch equal"),
        PairCase(
            "partitions", Text.object("properties: [{name: a, partitioned: ⟦true⟧}, {name: b}]"),
            Text.object("properties: [{name: a}, {name: b, partitioned: ⟦true⟧}]"), "partitioning-changed R/R minor"),
        PairCase(
            "partitions in paths of files",
            Text.object(
                "properties: [{name: a, partitioned: true}, {name: b}]", rest: Text.server("s3", format: "parquet")),
            Text.object(
                "properties: [{name: a}, {name: b, partitioned: true}]", rest: Text.server("s3", format: "parquet")),
            "partitioning-changed B/B major"),
        PairCase(
            "partitions of a table format",
            Text.object("properties: [{name: a, partitioned: true}]", rest: Text.server("s3", format: "delta")),
            Text.object("properties: [{name: a}]", rest: Text.server("s3", format: "delta")),
            "partitioning-changed R/R minor"),
        PairCase(
            "a foreign key comes", property: "", "relationships: [{to: ⟦customers.id⟧}]",
            "relationship-added K/R minor narrows", back: ["relationship-removed R/K minor widens"]),
        PairCase(
            "a foreign key gets another target", property: "relationships: [{to: ⟦customers.id⟧}]",
            "relationships: [{to: ⟦people.id⟧}]", "relationship-retargeted B/B major disjoint"),
        PairCase(
            "a foreign key follows what was renamed",
            Text.contract(
                "schema:\n  - {id: o, name: ⟦a⟧, relationships: [{from: a.x, to: a.y}], properties: [{id: x, name: ⟦x⟧}, {name: y}]}"
            ),
            Text.contract(
                "schema:\n  - {id: o, name: ⟦b⟧, relationships: [{from: b.z, to: b.y}], properties: [{id: x, name: ⟦z⟧}, {name: y}]}"
            ), "object-physically-renamed B/B major", "property-physically-renamed B/B major"),
        PairCase(
            "a foreign key does not follow what was renamed",
            Text.contract(
                "schema:\n  - {id: o, name: a, relationships: [{from: a.x, to: a.y}], properties: [{name: x}, {name: y}]}"
            ),
            Text.contract(
                "schema:\n  - {id: o, name: b, relationships: [{from: a.x, to: a.y}], properties: [{name: x}, {name: y}]}"
            ),
            "object-physically-renamed B/B major", "relationship-removed R/K minor widens",
            "relationship-added K/R minor narrows"),
        PairCase(
            "the order of foreign keys", property: "relationships: [{to: a.id}, {to: b.id}]",
            "relationships: [{to: b.id}, {to: a.id}]"),
    ]
}

extension String {
    fileprivate func replacing(_ old: String, _ new: String) -> String {
        guard let range = firstRange(of: old) else { return self }
        return self[..<range.lowerBound] + new + self[range.upperBound...]
    }
}
