import ContractModel
import Diagnostics
import NativeRules
import TestSupport
import Testing

/// References that lead to nothing, and those that must not be said to.
@Suite struct DanglingTests {
    /// Two objects: `länge_tbl` refers, `orders` is referred to. `relationships` stands at the property `ref`.
    private func check(_ relationships: String, version: String = "3.1.0", _ rest: String = "") -> NativeCheck {
        NativeCheck(
            schema: """
                  - name: ⟦⁹orders⟧
                    id: ⟦⁸orders_tbl⟧
                    properties:
                      - {name: ⟦⁷order_id⟧, id: order_pk, logicalType: string, primaryKey: true}
                      - name: address
                        id: address_field
                        logicalType: object
                        properties: [{name: ⟦⁶street⟧, id: street_field, logicalType: string, unique: true}]
                      - name: lines
                        id: lines_field
                        logicalType: array
                        items:
                          id: line
                          logicalType: object
                          properties: [{name: ⟦⁵sku⟧, id: sku_field, logicalType: string, unique: true}]
                  - name: größen
                    properties:
                      - {description: Länge in µm 🚚, name: ref, logicalType: string, relationships: \(relationships)}
                """, version: version, rest)
    }

    // MARK: Short form

    @Test func noSuchObject() {
        check("[{to: ⟦customers.customer_id⟧}]").expectOnly(
            "reference/dangling", .error, element: "größen.ref",
            "`customers.customer_id` refers to nothing: there is no object `customers`",
            help: "the schema has `orders` and `größen`")
    }

    @Test func aMisspeltObject() {
        check("[{to: ⟦ordres.order_id⟧}]").expectOnly(
            "reference/dangling", .error, element: "größen.ref",
            "`ordres.order_id` refers to nothing: there is no object `ordres`", help: "did you mean `orders.order_id`?",
            related: [(9, "`orders` is here")])
    }

    @Test func noSuchProperty() {
        check("[{to: orders.order_id}, {to: ⟦'orders.customer_number'⟧}]").expectOnly(
            "reference/dangling", .error, element: "größen.ref",
            "`orders.customer_number` refers to nothing: `orders` has no property `customer_number`",
            help: "`orders` has `order_id`, `address` and `lines`", related: [(9, "`orders` is here")])
    }

    @Test func aMisspeltProperty() {
        check("[{to: ⟦orders.orderid⟧}]").expectOnly(
            "reference/dangling", .error, element: "größen.ref",
            "`orders.orderid` refers to nothing: `orders` has no property `orderid`",
            help: "did you mean `orders.order_id`?",
            related: [(7, "`order_id` is here")])
    }

    @Test func aMisspeltNestedProperty() {
        check("[{to: ⟦orders.address.stret⟧}]", version: "3.2.0").expectOnly(
            "reference/dangling", .error, element: "größen.ref",
            "`orders.address.stret` refers to nothing: `orders.address` has no property `stret`",
            help: "did you mean `orders.address.street`?", related: [(6, "`street` is here")])
    }

    @Test func anIDWhereANameIsNeeded() {
        check("[{to: ⟦orders_tbl.order_id⟧}]").expectOnly(
            "reference/dangling", .error, element: "größen.ref",
            "`orders_tbl.order_id` refers to nothing: there is no object `orders_tbl`",
            help: "a reference of this form goes by `name`: write `orders.order_id`",
            related: [(8, "`orders_tbl` is an `id`")])
    }

    @Test func aPhysicalNameWhereANameIsNeeded() {
        NativeCheck(
            schema: """
                  - name: orders
                    physicalName: ⟦²orders_v1⟧
                    properties: [{name: id, unique: true}, {name: ref, relationships: [{to: ⟦¹orders_v1.id⟧}]}]
                """
        ).expectOnly(
            "reference/dangling", .error, element: "orders.ref",
            "`orders_v1.id` refers to nothing: there is no object `orders_v1`",
            help: "a reference of this form goes by `name`: write `orders.id`",
            related: [(2, "`orders_v1` is a `physicalName`")])
    }

    // MARK: Paths of ids

    @Test func noSuchID() {
        check("[{to: ⟦schema/order_tbl/properties/order_pk⟧}]").expectOnly(
            "reference/dangling", .error, element: "größen.ref",
            "`schema/order_tbl/properties/order_pk` refers to nothing: no object has the id `order_tbl`",
            help: "did you mean `schema/orders_tbl/properties/order_pk`?", related: [(8, "`orders_tbl` is here")])
    }

    @Test func noSuchIDOfAProperty() {
        check("[{to: ⟦/schema/orders_tbl/properties/customer_number⟧}]").expectOnly(
            "reference/dangling", .error, element: "größen.ref",
            "`/schema/orders_tbl/properties/customer_number` refers to nothing: no property of `orders` has the id `customer_number`",
            help: "`orders` has `order_pk`, `address_field` and `lines_field`", related: [(9, "`orders` is here")])
    }

    @Test func aNameWhereAnIDIsNeeded() {
        check("[{to: ⟦schema/orders/properties/order_pk⟧}]").expectOnly(
            "reference/dangling", .error, element: "größen.ref",
            "`schema/orders/properties/order_pk` refers to nothing: no object has the id `orders`",
            help: "a reference of this form goes by `id`: write `schema/orders_tbl/properties/order_pk`",
            related: [(9, "`orders` is a `name`")])
        check("[{to: ⟦schema/orders_tbl/properties/lines_field/properties/sku⟧}]").expectOnly(
            "reference/dangling", .error, element: "größen.ref",
            "`schema/orders_tbl/properties/lines_field/properties/sku` refers to nothing: no property of `orders.lines` has the id `sku`",
            help:
                "a reference of this form goes by `id`: write `schema/orders_tbl/properties/lines_field/properties/sku_field`",
            related: [(5, "`sku` is a `name`")])
    }

    @Test func aNameWhereAnIDIsNeededAndNoIDIsThere() {
        NativeCheck(
            schema: """
                  - name: ⟦²orders⟧
                    properties: [{name: id, unique: true}, {name: ref, relationships: [{to: ⟦¹schema/orders/properties/id⟧}]}]
                """
        ).expectOnly(
            "reference/dangling", .error, element: "orders.ref",
            "`schema/orders/properties/id` refers to nothing: no object has the id `orders`",
            help: "a path goes by ids: give it an `id`, or write the short form `object.property` with names",
            related: [(2, "`orders` is a `name`")])
    }

    @Test(
        arguments: [
            ("servers/prod", "a path to a property starts with `schema/`"),
            ("orders_tbl/order_pk", "a path to a property starts with `schema/`"),
            ("schema/orders_tbl/quality/rule", "`quality` of `orders` is no property"),
        ])
    func aPathToNoProperty(_ path: String, _ problem: String) {
        check("[{to: ⟦\(path)⟧}]").expectOnly(
            "reference/dangling", .error, element: "größen.ref", "`\(path)` refers to nothing: \(problem)",
            help: "write `object.property`, or `schema/<id of the object>/properties/<id of the property>`")
    }

    @Test func itemsOfWhatIsNoArray() {
        check("[{to: ⟦schema/orders_tbl/properties/order_pk/items/x⟧}]").expectOnly(
            "reference/dangling", .error, element: "größen.ref",
            "`schema/orders_tbl/properties/order_pk/items/x` refers to nothing: `orders.order_id` has no `items`",
            related: [(7, "`orders.order_id` is here")])
    }

    // MARK: Composite keys

    @Test func eachPartOfACompositeKeyIsLookedUp() {
        let check = NativeCheck(
            schema: """
                  - name: orders
                    properties: [{name: a, primaryKey: true}, {name: b, primaryKey: true}]
                  - name: größen
                    relationships:
                      - {description: 🚚, from: [größen.x, ⟦¹grössen.y⟧], to: [orders.a, ⟦²orders.c⟧]}
                    properties: [{name: x}, {name: y}]
                """, version: "3.2.0")
        #expect(check.rules == ["reference/dangling", "reference/dangling"])
        #expect(check.places == check.marks(1, 2))
        #expect(check.elements == ["größen", "größen"])
        #expect(check.helps == ["did you mean `größen.y`?", "did you mean `orders.a`?"])
    }

    @Test func sidesOfDifferentLength() {
        let schema = """
              - name: orders
                properties: [{name: a, primaryKey: true}, {name: b, primaryKey: true}, {name: c, unique: true}]
              - name: items
                properties: [{name: x}, {name: y}]
                relationships:
                  - {from: ⟦²[items.x, items.y]⟧, to: [orders.a, orders.b, ⟦¹orders.c⟧]}
            """
        NativeCheck(schema: schema).expectOnly(
            "reference/dangling", .error, element: "items", "`orders.c` has no counterpart: `from` has 2 parts, `to` 3",
            help: "name as many properties in `from` as in `to`, in the same order",
            related: [(2, "`from` stands here")])
        NativeCheck(
            schema: schema.replacing("⟦²[items.x, items.y]⟧", with: "[items.x, items.y, ⟦¹items.x⟧]")
                .replacing("[orders.a, orders.b, ⟦¹orders.c⟧]", with: "⟦²[orders.a, orders.b]⟧")
        ).expectOnly(
            "reference/dangling", .error, element: "items", "`items.x` has no counterpart: `from` has 3 parts, `to` 2",
            help: "name as many properties in `to` as in `from`, in the same order", related: [(2, "`to` stands here")])
    }

    @Test func whereAnObjectsRelationshipStartsMustExist() {
        NativeCheck(
            schema: """
                  - name: orders
                    relationships: [{from: ⟦orders.y⟧, to: orders.x}]
                    properties: [{name: ⟦²x⟧, unique: true}]
                """
        ).expectOnly(
            "reference/dangling", .error, element: "orders",
            "`orders.y` refers to nothing: `orders` has no property `y`", help: "did you mean `orders.x`?",
            related: [(2, "`x` is here")])
    }

    // MARK: What leads somewhere

    @Test(
        arguments: [
            "orders.order_id", "orders.address.street", "orders.lines.sku",
            "schema/orders_tbl/properties/order_pk", "/schema/orders_tbl/properties/order_pk",
            "schema/orders_tbl/properties/address_field/properties/street_field",
            "schema/orders_tbl/properties/lines_field/items/line/properties/sku_field",
            "schema/orders_tbl/properties/lines_field/properties/sku_field",
            "'#/schema/orders_tbl/properties/order_pk'", "'#orders.order_id'",
            // An object as a whole.
            "schema/orders_tbl",
            // Filled in by other tools, or reported by the standard's own rules.
            "'${TARGET}.order_id'", "'{{ target }}.order_id'", "orders", "'orders .x'", "orders..x", "schema//x", "''",
            "5",
            "[]", "{a: 1}", "null",
        ])
    func leadsSomewhere(_ to: String) {
        let check = check("[{to: \(to)}]", version: "3.2.0")
        #expect(check.messages == [])
        #expect(check.external.isEmpty)
    }

    @Test func anObjectsRelationshipMayStartAtAnotherObject() {
        NativeCheck(
            schema: """
                  - name: a
                    relationships: [{from: b.x, to: a.x}]
                    properties: [{name: x, unique: true}]
                  - name: b
                    properties: [{name: x}]
                """
        ).expectNothing()
    }

    @Test func namesWithDots() {
        NativeCheck(
            schema: """
                  - name: com.acme.orders
                    properties: [{name: order.id, unique: true}, {name: ref, relationships: [{to: com.acme.orders.order.id}]}]
                """, version: "3.2.0"
        ).expectNothing()
    }

    @Test func valuesOfAMap() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    id: a_obj
                    properties:
                      - name: details
                        id: d
                        logicalType: map
                        map: {key: {logicalType: string}, value: {logicalType: object, properties: [{name: x, id: x_prop, unique: true}]}}
                      - {name: r, relationships: [{to: a.details.x}, {to: schema/a_obj/properties/d/map/value/properties/x_prop}]}
                """, version: "3.2.0")
        #expect(check.messages == [])
    }

    // MARK: Other files

    @Test func referencesToOtherFilesAreHandedOn() {
        let check = check(
            """
            [{to: ⟦¹customer-contract.yaml#/schema/customers_tbl/properties/cust_id_pk⟧}, \
            {to: ⟦²'https://example.com/v1.yaml#profiles.user_id'⟧}]
            """)
        // The text of the standard has the second, its schema does not.
        check.expectNothing(isAccepted: false)
        #expect(check.external.map(\.use) == [.foreignKey, .foreignKey])
        #expect(check.external.map(\.file) == ["customer-contract.yaml", "https://example.com/v1.yaml"])
        #expect(check.external.map(\.path) == ["/schema/customers_tbl/properties/cust_id_pk", "profiles.user_id"])
        #expect(check.external.map(\.range) == [check.marked.range(1), check.marked.range(2)])
    }

    @Test func theStartOfARelationshipMayStandInAnotherFileToo() {
        let check = NativeCheck(
            schema: """
                  - {name: a, relationships: [{from: b.yaml#b.x, to: a.x}], properties: [{name: x, unique: true}]}
                """)
        #expect(check.messages == [])
        #expect(check.external.map(\.use) == [.source] && check.external.map(\.file) == ["b.yaml"])
    }

    // MARK: Files that cannot be read to the end

    @Test(
        arguments: [
            "status: [", "customProperties: [{property: p, value: *unknown}]", "a\u{1}b",
            "customProperties: [{property: p, value: \(String(repeating: "[", count: 70))\(String(repeating: "]", count: 70))}]",
        ])
    func whatIsMissingMayHaveBeenMeantToCome(_ rest: String) {
        #expect(check("[{to: customers.customer_id}]", rest).rules == [])
        #expect(check("[{to: customers.customer_id}]").rules == ["reference/dangling"])
    }

    @Test func breakingOffBeforeTheTarget() {
        let check = NativeCheck(
            schema: """
                  - name: größen
                    properties:
                      - {name: ref, relationships: [{to: orders.order_id}]}
                  - name: orders
                    properties:
                      - {name: a, logicalType: "string
                """)
        #expect(check.rules == [])
    }

    // MARK: Much of it

    /// What hides findings is not known here: as many are found of a rule as anybody may have waived, and one that says that
    /// there are more.
    @Test(arguments: [(1500, 1500), (12_000, 10_001)])
    func moreAreFoundThanAreListed(_ count: Int, _ expected: Int) {
        let relationships = (0..<count).map { "{to: nowhere.x\($0)}" }.joined(separator: ", ")
        let check = check("[\(relationships)]")
        #expect(check.rules.count == expected)
        #expect(check.issues.last?.issue.standsForMore == (count > expected))
    }
}
