import Diagnostics
import TestSupport
import Testing

@Suite struct TypeMismatchTests {
    @Test func aForeignKeyOfAnotherType() {
        NativeCheck(
            schema: """
                  - name: größen
                    properties:
                      - {description: 🚚, name: ref, logicalType: ⟦²string⟧, relationships: [{to: ⟦¹'orders.id'⟧}]}
                  - name: orders
                    properties: [{name: id, logicalType: ⟦³integer⟧, primaryKey: true}]
                """
        ).expectOnly(
            "reference/type-mismatch", .error, element: "größen.ref",
            "`größen.ref` is of type `string`, but `orders.id`, which it refers to, of type `integer`",
            help: "give both the same `logicalType`",
            related: [(2, "`größen.ref` is `string`"), (3, "`orders.id` is `integer`")])
    }

    @Test func eachPartOfACompositeKeyIsCompared() {
        NativeCheck(
            schema: """
                  - name: a
                    relationships: [{from: [a.x, a.y], to: [b.x, ⟦¹b.y⟧]}]
                    properties: [{name: x, logicalType: date}, {name: y, logicalType: ⟦²string⟧}]
                  - name: b
                    properties:
                      - {name: x, logicalType: date, primaryKey: true}
                      - {name: y, logicalType: ⟦³number⟧, primaryKey: true}
                """
        ).expectOnly(
            "reference/type-mismatch", .error, element: "a",
            "`a.y` is of type `string`, but `b.y`, which it refers to, of type `number`",
            related: [(2, "`a.y` is `string`"), (3, "`b.y` is `number`")])
    }

    @Test(
        arguments: [
            ("string", "string"), ("", "integer"), ("integer", ""), ("", ""),
            // No types of the standard: an issue of their own.
            ("varchar", "string"), ("string", "uuid"),
        ])
    func nothingToSay(_ own: String, _ other: String) {
        func type(_ type: String) -> String { type.isEmpty ? "" : "logicalType: \(type), " }
        let check = NativeCheck(
            schema: """
                  - name: a
                    properties:
                      - {name: x, \(type(own))physicalType: text, relationships: [{to: a.y}]}
                      - {name: y, \(type(other))physicalType: int, primaryKey: true}
                """)
        #expect(check.messages == [])
    }

    @Test func anArrayOfKeysRefersWithItsItems() {
        func check(_ type: String) -> NativeCheck {
            NativeCheck(
                schema: """
                      - name: a
                        properties:
                          - {name: refs, logicalType: array, items: {logicalType: \(type)}, relationships: [{to: ⟦a.id⟧}]}
                          - {name: id, logicalType: integer, primaryKey: true}
                    """)
        }
        check("integer").expectNothing()
        #expect(check("string").rules == ["reference/type-mismatch"])
    }

    @Test func itemsThatAreKeysThemselves() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    properties:
                      - {name: refs, logicalType: array, items: {logicalType: date, relationships: [{to: ⟦a.id⟧}]}}
                      - {name: id, logicalType: integer, primaryKey: true}
                """)
        #expect(check.rules == ["reference/type-mismatch"])
        #expect(check.elements == ["a.refs[]"])
        #expect(check.places == check.marks(1))
    }

    @Test func sidesOfDifferentLengthAreNotCompared() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    relationships: [{from: [a.x], to: [a.y, a.z]}]
                    properties: [{name: x, logicalType: date}, {name: y, logicalType: integer, unique: true}, {name: z}]
                """)
        #expect(check.rules == ["reference/dangling"])
    }
}
