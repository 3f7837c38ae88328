import Diagnostics
import NativeRules
import TestSupport
import Testing

@Suite struct SLAElementTests {
    private func check(_ element: String, _ before: String = "", version: String = "3.1.0") -> NativeCheck {
        NativeCheck(
            schema: """
                  - name: ⟦⁹orders⟧
                    id: orders_tbl
                    physicalName: orders_v1
                    properties:
                      - {name: ⟦⁸ordered_at⟧, id: at, physicalName: ORD_TS}
                      - {name: address, logicalType: object, properties: [{name: city}]}
                  - name: größen
                    properties: [{name: länge}]
                """, version: version,
            "\(before)slaProperties:\n  - {property: latency, value: 4, unit: h, element: \(element)}")
    }

    @Test func noSuchProperty() {
        check("⟦orders.loaded_at⟧").expectOnly(
            "reference/sla-element-unknown", .warning, element: "sla:latency(orders.loaded_at)",
            "the service level is about `orders.loaded_at`, but `orders` has no property `loaded_at`",
            help: "`orders` has `ordered_at` and `address`", related: [(9, "`orders` is here")])
    }

    @Test func noSuchObject() {
        check("⟦tab1.txn_ref_dt⟧").expectOnly(
            "reference/sla-element-unknown", .warning, element: "sla:latency(tab1.txn_ref_dt)",
            "the service level is about `tab1.txn_ref_dt`, but there is no object `tab1`",
            help: "the schema has `orders` and `größen`")
    }

    @Test func aNameAlone() {
        check("⟦ordred_at⟧").expectOnly(
            "reference/sla-element-unknown", .warning, element: "sla:latency(ordred_at)",
            "the service level is about `ordred_at`, but the schema has no object or property of that name",
            help: "did you mean `ordered_at`?", related: [(8, "`ordered_at` is here")])
        check("⟦payments⟧").expectOnly(
            "reference/sla-element-unknown", .warning, element: "sla:latency(payments)",
            "the service level is about `payments`, but the schema has no object or property of that name",
            help: "the schema has `orders` and `größen`")
    }

    /// Each of several names has its own place: quotes, white space and multi-byte characters before it do not matter.
    @Test func eachNameHasItsPlace() {
        let check = check("\"größen.länge ,  ⟦¹größen.breite⟧,orders, ⟦²öre⟧ \"")
        #expect(check.standardIssues == [])
        #expect(check.rules == ["reference/sla-element-unknown", "reference/sla-element-unknown"])
        #expect(check.places == check.marks(1, 2))
    }

    @Test func inATextWithEscapesThePlaceIsTheWholeValue() {
        let check = check("⟦\"gr\\u00f6\\u00dfen.länge, orders.x\"⟧")
        #expect(check.rules == ["reference/sla-element-unknown"])
        #expect(check.places == check.marks(1))
    }

    @Test func pathsOfIDs() {
        check("⟦schema/orders_tbl/properties/nothing⟧").expectOnly(
            "reference/sla-element-unknown", .warning, element: "sla:latency(schema/orders_tbl/properties/nothing)",
            "the service level is about `schema/orders_tbl/properties/nothing`, but no property of `orders` has the id `nothing`",
            help: "`orders` has `at`", related: [(9, "`orders` is here")])
        check("schema/orders_tbl/properties/at").expectNothing()
    }

    @Test func theDefaultElement() {
        let check = check("orders", "slaDefaultElement: orders.ordered_at, ⟦orders.nothing⟧\n", version: "3.0.2")
        check.expectOnly(
            "reference/sla-element-unknown", .warning, element: nil,
            "the service level is about `orders.nothing`, but `orders` has no property `nothing`",
            related: [(9, "`orders` is here")], isAccepted: false)
    }

    @Test(
        arguments: [
            "orders", "orders.ordered_at", "ordered_at", "orders.address.city", "address.city", "city", "größen.länge",
            // The names of the storage count.
            "orders_v1.ORD_TS", "orders_v1", "ORD_TS", "orders_v1.ordered_at",
            "'orders, größen, ordered_at'", "','", "''", "null",
            // Left to others.
            "'${TABLE}.x'", "'{{ table }}.x'", "'orders.*'", "'*'", "all objects", "n/a", "5", "[a]",
        ])
    func isKnown(_ element: String) {
        #expect(check(element).messages == [])
    }

    @Test func elementsOfOtherContractsAreHandedOn() {
        let check = check("⟦other.yaml#/schema/x⟧")
        check.expectNothing()
        #expect(check.external.map(\.use) == [.serviceLevel])
        #expect(check.external.map(\.file) == ["other.yaml"] && check.external.map(\.path) == ["/schema/x"])
        #expect(check.external.map(\.range) == [check.marked.range()])
    }

    @Test func aContractWithoutObjectsLeavesNothingToCompareWith() {
        NativeCheck(
            MarkedText(
                """
                apiVersion: v3.1.0
                kind: DataContract
                id: a
                version: 1.0.0
                status: active
                schema: []
                slaProperties: [{property: latency, value: 4, element: tab1.txn_ref_dt}]
                """)
        ).expectNothing()
    }

    @Test func inAFileThatBrokeOffItMayHaveBeenMeantToCome() {
        #expect(
            NativeCheck(
                """
                apiVersion: v3.1.0
                kind: DataContract
                slaProperties: [{property: latency, value: 4, element: b.x}]
                schema:
                  - name: a
                  - name: "b
                """
            ).rules == [])
    }

    @Test func columnsOfODCS2() {
        let check = NativeCheck(
            """
            apiVersion: v2.2.2
            kind: DataContract
            uuid: ü
            quantumName: q
            slaDefaultColumn: ⟦tab2.x⟧
            slaProperties: [{property: latency, value: '4', column: tab1.a}, {property: latency, value: '4', column: ⟦tab1.ä⟧}]
            dataset: [{table: tab1, columns: [{column: a, logicalType: string, physicalType: text}]}]
            """)
        #expect(check.rules == ["reference/sla-element-unknown", "reference/sla-element-unknown"])
        #expect(check.places == check.marks(1, 2))
    }
}

@Suite struct EncryptedNameTests {
    private func check(_ name: String, _ rest: String = "") -> NativeCheck {
        NativeCheck(
            schema: """
                  - name: größen
                    properties:
                      - {description: 🚚, name: email, encryptedName: \(name)}
                      - {name: ⟦²email_enc⟧, physicalName: EMAIL_ENC}
                      - {name: inner, logicalType: object, properties: [{name: nested_enc}]}
                  - {name: vault, properties: [{name: phone_enc}]}
                """, rest)
    }

    @Test func noSuchProperty() {
        check("⟦'contact_cipher'⟧").expectOnly(
            "reference/encrypted-name-unknown", .info, element: "größen.email",
            "`contact_cipher`, named as the encrypted column, is no property of `größen`",
            help: "describe the encrypted column as a property, so that its readers find it")
    }

    @Test func aMisspeltProperty() {
        check("⟦emial_enc⟧").expectOnly(
            "reference/encrypted-name-unknown", .info, element: "größen.email",
            "`emial_enc`, named as the encrypted column, is no property of `größen`", help: "did you mean `email_enc`?",
            related: [(2, "`email_enc` is here")])
    }

    @Test(
        arguments: [
            "email_enc", "EMAIL_ENC", "nested_enc", "inner.nested_enc",
            // The standard says "within the dataset": any object will do.
            "phone_enc", "vault.phone_enc", "null", "'${COLUMN}'", "the column next to it",
        ])
    func isKnown(_ name: String) {
        #expect(check(name).messages == [])
    }

    @Test func inAFileThatBrokeOffItMayHaveBeenMeantToCome() {
        #expect(check("contact_cipher", "status: [").rules == [])
    }
}
