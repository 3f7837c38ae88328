import Compatibility
import TestSupport
import Testing

/// A change means the same wherever the property stands: in a struct, in the items of an array, in the values of a map.
@Suite struct NestingTests {
    static let pairs: [(old: String, new: String, forward: String, backward: String)] = [
        ("{name: k}", "{name: k}, {name: a}", "property-added K/K minor", "property-removed B/K major"),
        (
            "{name: k}", "{name: k}, {name: a, required: true}", "required-property-added K/B minor",
            "property-removed B/K major"
        ),
        (
            "{name: a, physicalName: b}", "{name: a, physicalName: c}", "property-physically-renamed B/B major",
            "property-physically-renamed B/B major"
        ),
        (
            "{id: i, name: a, physicalName: c}", "{id: i, name: b, physicalName: c}", "property-renamed R/R minor",
            "property-renamed R/R minor"
        ),
        (
            "{name: a, logicalType: string}", "{name: a, logicalType: array}",
            "property-shape-changed B/B major disjoint", "property-shape-changed B/B major disjoint"
        ),
        (
            "{name: k}, {name: a}", "{name: a}, {name: k}", "properties-reordered I/I patch",
            "properties-reordered I/I patch"
        ),
        (
            "{name: a, physicalType: INT}", "{name: a, physicalType: BIGINT}",
            "physical-type-widened R/K minor widens", "physical-type-narrowed K/R minor narrows"
        ),
        (
            "{name: a, enum: [{value: x}]}", "{name: a, enum: [{value: x}, {value: y}]}",
            "enum-value-added R/K minor widens", "enum-value-removed K/R minor narrows"
        ),
        (
            "{name: a}", "{name: a, required: true}", "property-made-required K/B minor narrows",
            "property-made-optional B/K major widens"
        ),
        (
            "{name: k, primaryKey: true}, {name: a}", "{name: k}, {name: a, primaryKey: true}",
            "primary-key-changed B/B major overlaps", "primary-key-changed B/B major overlaps"
        ),
        (
            "{name: a}", "{name: a, partitioned: true}", "partitioning-changed R/R minor",
            "partitioning-changed R/R minor"
        ),
        (
            "{name: a}", "{name: a, relationships: [{to: x.y}]}", "relationship-added K/R minor narrows",
            "relationship-removed R/K minor widens"
        ),
        (
            "{name: a, tags: [pii]}", "{name: a, tags: []}", "pii-tag-removed R/R minor", "pii-tag-added I/I patch"
        ),
        (
            "{name: a}", "{name: a, quality: [{metric: nullValues, mustBe: 0}]}", "quality-added K/B minor narrows",
            "quality-removed B/K major widens"
        ),
        (
            "{name: a, logicalType: date, logicalTypeOptions: {minimum: '2020-01-01'}}",
            "{name: a, logicalType: date, logicalTypeOptions: {minimum: '2021-01-01'}}",
            "bounds-tightened K/B minor narrows", "bounds-loosened B/K major widens"
        ),
    ]

    /// What holds the properties, and its path.
    static let places = [
        ("properties: [#]", "orders"),
        ("properties: [{name: s, logicalType: object, properties: [#]}]", "orders.s"),
        (
            "properties: [{name: s, logicalType: array, items: {logicalType: object, properties: [#]}}]", "orders.s[]"
        ),
        (
            "properties: [{name: s, logicalType: array, items: {logicalType: array, items: {logicalType: object, "
                + "properties: [{name: t, logicalType: object, properties: [#]}]}}}]", "orders.s[][].t"
        ),
        (
            "properties: [{name: s, logicalType: map, map: {key: {logicalType: string}, "
                + "value: {logicalType: object, properties: [#]}}}]", ""
        ),
    ]

    @Test(arguments: places) func changesInside(_ place: String, _ path: String) throws {
        for pair in Self.pairs {
            func text(_ properties: String) -> String {
                Text.object(place.split(separator: "#").joined(separator: properties))
            }
            #expect(try changes(text(pair.old), text(pair.new)) == [pair.forward], "\(pair.old) in \(place)")
            #expect(try changes(text(pair.new), text(pair.old)) == [pair.backward], "\(pair.new) in \(place)")
            let found = Comparison(old: try document(text(pair.old)), new: try document(text(pair.new))).run().changes
            #expect(found.allSatisfy { $0.element?.hasPrefix(path) == true })
        }
    }
}
