import Compatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing

/// Which element is which.
@Suite struct MatchingTests {
    private func run(_ old: String, _ new: String) throws -> [Change] {
        Comparison(
            old: try document(Text.object("properties: [\(old)]")),
            new: try document(Text.object("properties: [\(new)]"))
        )
        .run().changes
    }

    @Test func likenessIsANoteAndLowersNothing() throws {
        let found = try run(
            "{name: customer_emails, logicalType: string}", "{name: customer_email, logicalType: string}")
        #expect(found.map(summary) == ["property-removed B/K major", "property-added K/K minor"])
        #expect(found.first?.message.contains("perhaps it is `customer_email` now") == true)
        #expect(found.last?.message.contains("perhaps it was `customer_emails`") == true)
    }

    @Test(
        arguments: [
            // Of another type, and alike to two.
            ("{name: customer_emails, logicalType: string}", "{name: customer_email, logicalType: date}"),
            ("{name: amount1}", "{name: amount2}, {name: amount3}"),
        ])
    func whatIsNotUniquelyAlikeIsNotNoted(_ old: String, _ new: String) throws {
        let messages = try run(old, new).map(\.message)
        #expect(messages.filter { $0.contains("perhaps") } == [])
    }

    @Test func twoOfOneNameAreMatchedInOrder() throws {
        #expect(try run("{name: a, required: true}, {name: a}", "{name: a, required: true}, {name: a}").isEmpty)
        #expect(try run("{name: a}, {name: a}", "{name: a}").map(\.id) == ["property-removed"])
        #expect(try run("{name: a}", "{name: a}, {name: a, unique: true}").map(\.id) == ["property-added"])
    }

    @Test func twoOfOneIDIdentifyNothing() throws {
        #expect(
            try run("{id: x, name: a}, {id: x, name: b}", "{id: x, name: b}, {id: x, name: a}").map(\.id) == [
                "properties-reordered"
            ])
    }

    @Test func anIDGoesBeforeAName() throws {
        let found = try run("{id: x, name: a}, {id: y, name: b}", "{id: x, name: b}, {id: y, name: a}")
        #expect(found.map(\.id) == ["property-physically-renamed", "property-physically-renamed"])
        #expect(found.map(\.element) == ["orders.b", "orders.a"])
    }

    @Test func idsThatComeOrGoAreDetails() throws {
        for old in ["{name: a, logicalType: string}", "{id: x, name: a, logicalType: string}"] {
            let found = try run(old, "{id: y, name: a, logicalType: string}")
            #expect(found.map(\.id) == ["detail-changed"])
        }
    }

    @Test func elementsArePathsOfNames() throws {
        let found = try run(
            "{name: lines, logicalType: array, items: {logicalType: object, properties: [{name: sku, logicalType: string}]}}",
            "{name: lines, logicalType: array, items: {logicalType: object, properties: [{name: sku, logicalType: date}]}}"
        )
        #expect(found.map(\.element) == ["orders.lines[].sku"])
    }

    @Test func levelsAreToldApartByElementAndDriver() throws {
        func text(_ levels: String) -> String { Text.contract("slaProperties: [\(levels)]") }
        let (a, b) = (
            "{property: latency, value: 1, unit: h, element: a}", "{property: latency, value: 9, unit: h, element: b}"
        )
        #expect(try changes(text("\(a), \(b)"), text("\(b), \(a)")) == [])
        #expect(try changes(text("\(a), \(b)"), text(a)) == ["sla-removed B/K major widens"])
    }

    /// A name that was given up comes back, with the old type and with another one.
    @Test func aNameThatComesBackFromAnEarlierVersion() throws {
        func contract(_ properties: String) throws -> ContractDocument {
            try document(Text.object("properties: [\(properties)]"))
        }
        let earlier = try contract("{name: a}, {name: b, logicalType: string}")
        let old = try contract("{name: a}")
        func found(_ type: String) throws -> [String] {
            Comparison(
                old: old, new: try contract("{name: a}, {name: b, logicalType: \(type)}"), earlier: [earlier, old]
            ).run().changes.map(summary)
        }
        #expect(try found("string") == ["property-added K/K minor"])
        #expect(try found("integer") == ["name-recycled B/B major", "property-added K/K minor"])
    }

    /// Twenty thousand properties, all renamed: no pair of lists is compared each with each.
    @Test func manyPropertiesAreMatchedInTime() throws {
        func text(_ suffix: String) -> String {
            Text.object("properties: [" + (0..<20_000).map { "{name: p\($0)\(suffix)}" }.joined(separator: ", ") + "]")
        }
        let found = Comparison(old: try document(text("")), new: try document(text("x"))).run().changes
        #expect(found.count == 40_000)
        #expect(Set(found.map(\.id)) == ["property-removed", "property-added"])
    }

    /// As many of one name, or one id, or both: they are matched in order, and none is looked for among all.
    @Test(arguments: ["name: a", "id: x, name: a", "id: x, name: p#", "name: a, physicalName: b", "businessName: b"])
    func manyOfOneKeyAreMatchedInTime(_ keys: String) throws {
        func text(_ extra: String, _ count: Int) -> String {
            let list = (0..<count).map { number in
                "{" + keys.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "\(number)")
                    + extra
                    + "}"
            }
            return Text.object("properties: [" + list.joined(separator: ", ") + "]")
        }
        let same = Comparison(old: try document(text("", 5000)), new: try document(text(" ", 5000))).run().changes
        #expect(same.map(summary) == [])
        let found = Comparison(old: try document(text("", 5000)), new: try document(text(", required: true", 4999)))
            .run().changes
        #expect(Set(found.map(\.id)) == ["property-made-required", "property-removed"] && found.count == 5000)
    }
}
