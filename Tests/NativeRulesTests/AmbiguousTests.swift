import Diagnostics
import TestSupport
import Testing

@Suite struct AmbiguousTests {
    @Test func anIDThatIsAnotherObjectsName() {
        NativeCheck(
            schema: """
                  - name: größen
                    properties:
                      - {description: 🚚, name: ref, relationships: [{to: ⟦¹/schema/carriers/properties/carrier_id⟧}]}
                  - id: carriers
                    name: carrier_contracts
                    properties: [{id: carrier_id, name: ⟦²carrier_id⟧, primaryKey: true}]
                  - id: all_carriers
                    name: carriers
                    properties: [{name: ⟦³carrier_id⟧, primaryKey: true}]
                """
        ).expectOnly(
            "reference/ambiguous", .warning, element: "größen.ref",
            "`/schema/carriers/properties/carrier_id` is `carrier_contracts.carrier_id` by its ids, but `carriers.carrier_id` to who reads names",
            help: "choose an id that is no other element's name",
            related: [(2, "`carrier_contracts.carrier_id` is here"), (3, "`carriers.carrier_id` is here")])
    }

    @Test func anIDThatIsAnotherPropertysName() {
        NativeCheck(
            schema: """
                  - id: a_obj
                    name: a
                    properties:
                      - {id: key, name: ⟦²x⟧, primaryKey: true}
                      - {id: other, name: ⟦³key⟧}
                      - {name: ref, relationships: [{to: ⟦¹schema/a_obj/properties/key⟧}]}
                """
        ).expectOnly(
            "reference/ambiguous", .warning, element: "a.ref",
            "`schema/a_obj/properties/key` is `a.x` by its ids, but `a.key` to who reads names",
            related: [(2, "`a.x` is here"), (3, "`a.key` is here")])
    }

    @Test func namesWithDotsThatFitTwoProperties() {
        NativeCheck(
            schema: """
                  - name: a
                    properties: [{name: ⟦²b.c⟧, unique: true}, {name: ref, relationships: [{to: ⟦¹a.b.c⟧}]}]
                  - name: a.b
                    properties: [{name: ⟦³c⟧, unique: true}]
                """, version: "3.2.0"
        ).expectOnly(
            "reference/ambiguous", .warning, element: "a.ref", "`a.b.c` fits two elements that are both `a.b.c`",
            help: "give each a name of its own", related: [(2, "`a.b.c` is here"), (3, "`a.b.c` is here")])
    }

    @Test func aNameThatIsThereTwice() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    properties: [{name: ⟦²x⟧, unique: true}, {name: ⟦³x⟧}, {name: ref, relationships: [{to: ⟦¹a.x⟧}]}]
                """)
        #expect(check.rules == ["schema/duplicate-property", "reference/ambiguous"])
        #expect(check.places == check.marks(3, 1))
        #expect(check.messages.last == "`a.x` fits two elements that are both `a.x`")
    }

    @Test func anIDThatIsThereTwice() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    id: a_obj
                    properties:
                      - {id: ⟦⁵k⟧, name: ⟦²x⟧, unique: true}
                      - {id: ⟦⁴k⟧, name: ⟦³y⟧}
                      - {name: ref, relationships: [{to: ⟦¹schema/a_obj/properties/k⟧}]}
                """)
        #expect(check.rules == ["reference/duplicate-id", "reference/ambiguous"])
        #expect(check.places == check.marks(4, 1))
        #expect(check.messages.last == "`schema/a_obj/properties/k` can be read as `a.x` and as `a.y`")
        #expect(check.relatedPlaces == check.marks(5, 2, 3))
    }

    @Test func anIDThatIsTheElementsOwnNameIsFine() {
        NativeCheck(
            schema: """
                  - name: carriers
                    id: carriers
                    properties: [{id: id, name: id, unique: true}, {name: ref, relationships: [{to: schema/carriers/properties/id}]}]
                """
        ).expectNothing()
    }

    @Test func anotherObjectOfThatNameWithoutSuchAPropertyIsFine() {
        NativeCheck(
            schema: """
                  - id: carriers
                    name: carrier_contracts
                    properties: [{id: id, name: id, unique: true}, {name: ref, relationships: [{to: schema/carriers/properties/id}]}]
                  - name: carriers
                    properties: [{name: other}]
                """
        ).expectNothing()
    }
}
