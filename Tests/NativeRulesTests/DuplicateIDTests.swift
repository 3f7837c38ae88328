import Diagnostics
import TestSupport
import Testing

@Suite struct DuplicateIDTests {
    @Test func twoPropertiesOfOneID() {
        NativeCheck(
            schema: """
                  - name: größen
                    properties:
                      - {name: länge, id: ⟦²maß⟧}
                      - {name: breite, id: b}
                      - {description: 🚚, name: höhe, id: ⟦¹maß⟧}
                """, version: "3.2.0"
        ).expectOnly(
            "reference/duplicate-id", .error, element: "größen.höhe", "the id `maß` is taken already in this list",
            help: "give one of the two another id; references to it need the same change",
            related: [(2, "the first `maß`")])
    }

    @Test(
        "in every list of the contract",
        arguments: [
            "servers:\n  - {server: a, type: local, path: p, format: f, id: ⟦²x⟧}\n  - {server: b, type: local, path: p, format: f, id: ⟦¹x⟧}",
            "roles: [{role: a, id: ⟦²x⟧}, {role: b, id: ⟦¹x⟧}]",
            "support: [{channel: a, id: ⟦²x⟧}, {channel: b, id: ⟦¹x⟧}]",
            "slaProperties: [{property: latency, value: 1, id: ⟦²x⟧}, {property: frequency, value: 1, id: ⟦¹x⟧}]",
            "team: {members: [{username: a, id: ⟦²x⟧}, {username: b, id: ⟦¹x⟧}]}",
            "customProperties: [{property: a, value: 1, id: ⟦²x⟧}, {property: b, value: 1, id: ⟦¹x⟧}]",
            "authoritativeDefinitions: [{url: a, type: t, id: ⟦²x⟧}, {url: b, type: t, id: ⟦¹x⟧}]",
        ])
    func list(_ list: String) {
        let check = NativeCheck(schema: "  - {id: x, name: x}", list)
        #expect(check.standardIssues == [])
        #expect(check.rules == ["reference/duplicate-id"])
        #expect(check.places == check.marks(1) && check.relatedPlaces == check.marks(2))
    }

    @Test func objectsQualityRulesEnumerationsAndRelationships() {
        let check = NativeCheck(
            schema: """
                  - id: o
                    name: a
                    relationships: [{id: r, from: a.p, to: a.p}, {id: ⟦¹r⟧, from: a.p, to: a.p}]
                    properties:
                      - {name: p, primaryKey: true, enum: [{value: 1, id: v}, {value: 2, id: ⟦²v⟧}]}
                  - id: ⟦³o⟧
                    name: b
                    quality:
                      - {id: q, type: text, description: ü}
                      - {id: ⟦⁴q⟧, type: text, description: ü}
                """, version: "3.2.0")
        // The relationship goes by the same names as well.
        let own = check.issues.indices.filter { check.rules[$0] == "reference/duplicate-id" }
        #expect(own.map { check.places[$0] } == check.marks(1, 2, 3, 4))
        #expect(own.map { check.elements[$0] } == ["a", "a.p", "b", "b"])
        #expect(check.rules.count == 5)
    }

    @Test func oneIDInTwoListsIsFine() {
        NativeCheck(
            schema: """
                  - id: x
                    name: a
                    properties: [{id: x, name: x}, {id: y, name: y, properties: [{id: x, name: x}, {id: y, name: y}]}]
                  - id: y
                    name: b
                    properties: [{id: x, name: x}, {id: X, name: y}]
                """, "team: {id: x, members: [{id: x, username: x}]}\nroles: [{id: x, role: x}]"
        ).expectNothing()
    }

    @Test func portsOfAProduct() {
        let check = NativeCheck(
            """
            apiVersion: v1.1.0
            kind: DataProduct
            id: größen
            status: active
            outputPorts:
              - name: a
                id: ⟦²port⟧
                version: 1.0.0
                inputContracts: [{id: sales, version: 1.0.0}, {id: sales, version: 2.0.0}]
              - {name: b, id: ⟦¹port⟧, version: 1.0.0}
            """)
        check.expectOnly(
            "reference/duplicate-id", .error, element: "outputPort:b", "the id `port` is taken already in this list",
            related: [(2, "the first `port`")])
    }

    @Test func anIDRepeatedByAnAliasIsMetAtTheAlias() {
        let check = NativeCheck(schema: "  - {name: a}", "roles:\n  - &role {role: ü, id: ⟦²x⟧}\n  - ⟦¹*role⟧")
        #expect(check.rules == ["reference/duplicate-entry", "reference/duplicate-id"])
        #expect(check.places == check.marks(1, 1))
        #expect(check.messages.last == "the id `x` is taken already in this list")
    }
}
