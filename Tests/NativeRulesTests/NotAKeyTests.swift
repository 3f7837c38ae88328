import Diagnostics
import TestSupport
import Testing

@Suite struct NotAKeyTests {
    @Test func neitherPrimaryNorUnique() {
        NativeCheck(
            schema: """
                  - name: größen
                    properties:
                      - {description: 🚚, name: ref, relationships: [{to: ⟦¹"orders.number"⟧}]}
                  - name: orders
                    properties: [{name: id, primaryKey: true}, {name: ⟦²number⟧}]
                """
        ).expectOnly(
            "reference/not-a-key", .warning, element: "größen.ref",
            "`orders.number` is neither the primary key nor unique",
            help: "refer to the key of the object, or mark the target with `unique: true` if it is",
            related: [(2, "`orders.number` is here")])
    }

    @Test func onePartOfACompositePrimaryKey() {
        NativeCheck(
            schema: """
                  - name: a
                    properties: [{name: ref, relationships: [{to: ⟦¹orders.id⟧}]}]
                  - name: orders
                    properties: [{name: ⟦²id⟧, primaryKey: true}, {name: land, primaryKey: true}, {name: jahr, primaryKey: true}]
                """
        ).expectOnly(
            "reference/not-a-key", .warning, element: "a.ref",
            "`orders.id` is only part of a primary key: without `orders.land` and `orders.jahr` values repeat",
            help:
                "refer to all parts, as lists in `from` and `to` at the object, or mark the target with `unique: true` if it is",
            related: [(2, "`orders.id` is here")])
    }

    @Test func severalPropertiesThatAreNoKeyTogether() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    relationships:
                      - {from: [a.x, a.y], to: ⟦¹[orders.id, orders.land]⟧}
                      - {from: [a.x, a.y], to: ⟦²[orders.note, orders.text]⟧}
                    properties: [{name: x}, {name: y}]
                  - name: orders
                    properties:
                      - {name: id, primaryKey: true}
                      - {name: land, primaryKey: true}
                      - {name: jahr, primaryKey: true}
                      - {name: note}
                      - {name: text}
                """)
        #expect(check.standardIssues == [])
        #expect(check.rules == ["reference/not-a-key", "reference/not-a-key"])
        #expect(check.places == check.marks(1, 2))
        #expect(
            check.messages == [
                "`orders.id` and `orders.land` are only part of a primary key: without `orders.jahr` values repeat",
                "`orders.note` and `orders.text` are together neither the primary key nor unique",
            ])
    }

    @Test(
        arguments: [
            // The whole primary key, in any order, or more than it.
            ("[a.x, a.y]", "[orders.id, orders.land]"), ("[a.x, a.y]", "[orders.land, orders.id]"),
            ("[a.x, a.y, a.z]", "[orders.id, orders.land, orders.note]"),
            // What is unique stays so with company.
            ("[a.x, a.y, a.z]", "[orders.number, orders.note, orders.id]"),
        ])
    func together(_ from: String, _ to: String) {
        NativeCheck(
            schema: """
                  - {name: a, relationships: [{from: \(from), to: \(to)}], properties: [{name: x}, {name: y}, {name: z}]}
                  - name: orders
                    properties: [{name: id, primaryKey: true}, {name: land, primaryKey: true}, {name: number, unique: true}, {name: note}]
                """
        ).expectNothing()
    }

    @Test(arguments: [
        "primaryKey: true", "unique: true", "primaryKey: true, unique: true", "primaryKey: 'true'",
        "unique: vielleicht",
    ])
    func alone(_ key: String) {
        let check = NativeCheck(
            schema:
                "  - {name: a, properties: [{name: x, \(key)}, {name: y, unique: false, relationships: [{to: a.x}]}]}")
        #expect(check.messages == [])
    }

    @Test func aKeyOfANestedObjectIsJudgedAmongItsOwnProperties() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    properties:
                      - {name: id, primaryKey: true}
                      - {name: k, properties: [{name: x, primaryKey: true}, {name: y, primaryKey: true}], logicalType: object}
                      - {name: r, relationships: [{to: a.k.x}, {to: [a.k.x, a.k.y]}, {to: a.id}]}
                """, version: "3.2.0")
        #expect(check.rules == ["reference/not-a-key"])
        #expect(check.messages == ["`a.k.x` is only part of a primary key: without `a.k.y` values repeat"])
    }

    @Test func inAFileThatBrokeOffTheKeyMayHaveBeenMeantToCome() {
        #expect(
            NativeCheck(
                schema: "  - {name: a, properties: [{name: x}, {name: y, relationships: [{to: a.x}]}]}", "status: ["
            ).rules == [])
    }
}
