import Diagnostics
import NativeRules
import TestSupport
import Testing

/// The same rules for contracts of the Data Contract Specification.
@Suite struct DCSReferenceTests {
    @Test func aReferenceToNoModel() {
        NativeCheck(
            models: """
                  ⟦²orders⟧: {fields: {id: {type: text, primaryKey: true}}}
                  sizes: {fields: {ref: {description: 🚚, type: text, references: ⟦¹order.id⟧}}}
                """
        ).expectOnly(
            "reference/dangling", .error, element: "sizes.ref",
            "`order.id` refers to nothing: there is no object `order`",
            help: "did you mean `orders.id`?", related: [(2, "`orders` is here")])
    }

    @Test func aReferenceToNoField() {
        NativeCheck(
            models: """
                  ⟦²orders⟧: {fields: {id: {type: text, primaryKey: true}}}
                  sizes: {fields: {ref: {type: text, references: ⟦¹'orders.number'⟧}}}
                """
        ).expectOnly(
            "reference/dangling", .error, element: "sizes.ref",
            "`orders.number` refers to nothing: `orders` has no property `number`", help: "`orders` has `id`",
            related: [(2, "`orders` is here")])
    }

    @Test func aFieldThatIsNoKey() {
        NativeCheck(
            models: """
                  orders: {fields: {id: {type: text, primaryKey: true}, ⟦²number⟧: {type: text}}}
                  sizes: {fields: {ref: {type: text, references: ⟦¹orders.number⟧}}}
                """
        ).expectOnly(
            "reference/not-a-key", .warning, element: "sizes.ref",
            "`orders.number` is neither the primary key nor unique",
            related: [(2, "`orders.number` is here")])
    }

    @Test func anotherType() {
        NativeCheck(
            models: """
                  orders: {fields: {id: {type: ⟦³timestamp⟧, unique: true}}}
                  sizes: {fields: {ref: {type: ⟦²varchar⟧, references: ⟦¹orders.id⟧}}}
                """
        ).expectOnly(
            "reference/type-mismatch", .error, element: "sizes.ref",
            "`sizes.ref` is of type `varchar`, but `orders.id`, which it refers to, of type `timestamp`",
            help: "give both the same `type`",
            related: [(2, "`sizes.ref` is `varchar`"), (3, "`orders.id` is `timestamp`")])
    }

    @Test func theTypeOfADefinitionCounts() {
        NativeCheck(
            models: """
                  orders: {fields: {id: {$ref: '#/definitions/id', unique: true}}}
                  sizes: {fields: {ref: {type: ⟦²long⟧, references: ⟦¹orders.id⟧}}}
                """, "definitions: {id: {type: ⟦³text⟧}}"
        ).expectOnly(
            "reference/type-mismatch", .error, element: "sizes.ref",
            "`sizes.ref` is of type `long`, but `orders.id`, which it refers to, of type `text`",
            related: [(2, "`sizes.ref` is `long`"), (3, "`orders.id` is `text`")])
    }

    @Test(
        arguments: [
            ("text", "varchar"), ("int", "long"), ("decimal", "integer"), ("timestamp", "timestamp_tz"),
            ("record", "struct"),
            ("uuid", "text"),
        ])
    func wordsOfOneType(_ own: String, _ other: String) {
        let check = NativeCheck(
            models: "  a: {fields: {x: {type: \(own), references: a.y}, y: {type: \(other), primary: true}}}")
        #expect(check.messages == [])
    }

    @Test(arguments: ["orders.id", "orders.address.city", "orders.lines.sku", "orders.codes.rate", "number", "orders"])
    func leadsSomewhere(_ reference: String) {
        NativeCheck(
            models: """
                  orders:
                    fields:
                      id: {type: text, primaryKey: true}
                      address: {type: record, fields: {city: {type: text, unique: true}}}
                      lines: {type: array, items: {type: record, fields: {sku: {type: text, unique: true}}}}
                      codes: {type: map, keys: {type: text}, values: {type: record, fields: {rate: {type: text, unique: true}}}}
                  sizes: {fields: {ref: {type: text, references: \(reference)}}}
                """
        ).expectNothing()
    }

    // MARK: Primary keys of models

    @Test func aPrimaryKeyOfFieldsThatAreNotThere() {
        NativeCheck(
            models: "  sizes: {primaryKey: [länge, ⟦¹brite⟧], fields: {länge: {type: long}, ⟦²breite⟧: {type: long}}}"
        ).expectOnly(
            "reference/dangling", .error, element: "sizes",
            "`brite` refers to nothing: `sizes` has no property `brite`",
            help: "did you mean `breite`?", related: [(2, "`breite` is here")])
    }

    @Test func aModelsPrimaryKeyIsAKey() {
        let check = NativeCheck(
            models: """
                  a: {primaryKey: [x], fields: {x: {type: text}}}
                  b: {primaryKey: [x, y], fields: {x: {type: text}, y: {type: text}}}
                  c: {fields: {p: {type: text, references: a.x}, q: {type: text, references: ⟦b.x⟧}}}
                """)
        #expect(check.standardIssues == [])
        #expect(check.messages == ["`b.x` is only part of a primary key: without `b.y` values repeat"])
        #expect(check.places == check.marks(1))
    }

    @Test func aModelMayAdmitFieldsThatItDoesNotName() {
        NativeCheck(models: "  a: {additionalFields: true, primaryKey: [z], fields: {x: {type: text}}}").expectNothing()
    }

    // MARK: Definitions

    @Test func aDefinitionThatIsNotThere() {
        NativeCheck(
            models: "  sizes: {fields: {a: {description: 🚚, $ref: ⟦¹'#/definitions/oder_id'⟧}}}",
            "definitions: {⟦²order_id⟧: {type: text}, sku: {type: text}}"
        ).expectOnly(
            "reference/dangling", .error, element: "sizes.a",
            "`#/definitions/oder_id` refers to nothing: there is no definition `oder_id`",
            help: "did you mean `#/definitions/order_id`?", related: [(2, "`order_id` is here")])
        NativeCheck(
            models: "  sizes: {fields: {a: {$ref: ⟦'#/definitions/customer'⟧}}}",
            "definitions: {order_id: {type: text}, sku: {type: text}}"
        ).expectOnly(
            "reference/dangling", .error, element: "sizes.a",
            "`#/definitions/customer` refers to nothing: there is no definition `customer`",
            help: "there is `order_id` and `sku`")
    }

    @Test func aPlaceThatIsNotThere() {
        NativeCheck(models: "  sizes: {fields: {a: {$ref: ⟦'#/models/sizes/fields/b'⟧}}}").expectOnly(
            "reference/dangling", .error, element: "sizes.a",
            "`#/models/sizes/fields/b` refers to nothing: the document has no such place",
            help: "describe it under `definitions`, or write the keys at the field itself")
    }

    @Test(
        arguments: [
            "#/definitions/order_id", "#/definitions/checkout/order_id", "#/definitions/checkout~1order_id",
            "#/definitions/checkout%2Forder_id", "#/definitions/address/fields/city", "#/models/a/fields/x", "#/info",
            "#/models/a/tags/1", "#", "#anchor", "${DEFINITION}",
        ])
    func leadsToAPlace(_ reference: String) {
        let check = NativeCheck(
            models: "  a: {tags: [p, q], fields: {x: {type: text}, y: {type: text, $ref: '\(reference)'}}}",
            """
            definitions:
              order_id: {type: text}
              checkout/order_id: {type: text}
              address: {type: object, fields: {city: {type: text}}}
            """)
        #expect(check.messages == [])
        #expect(check.external.isEmpty)
    }

    @Test(
        arguments: [
            ("definitions.yaml#/definitions/x", "definitions.yaml", "/definitions/x"),
            ("https://example.com/order_id", "https://example.com/order_id", ""),
        ])
    func definitionsInOtherFilesAreHandedOn(_ reference: String, _ file: String, _ path: String) {
        let check = NativeCheck(models: "  a: {fields: {x: {type: text, $ref: ⟦'\(reference)'⟧}}}")
        check.expectNothing()
        #expect(check.external.map(\.use) == [.definition])
        #expect(check.external.map(\.file) == [file] && check.external.map(\.path) == [path])
        #expect(check.external.map(\.range) == [check.marked.range()])
    }

    // MARK: Service levels

    @Test func fieldsThatServiceLevelsMeasure() {
        let check = NativeCheck(
            models: "  orders: {fields: {at: {type: timestamp}}}",
            """
            servicelevels:
              latency: {threshold: 1h, sourceTimestampField: orders.at, processedTimestampField: ⟦¹orders.processed⟧}
              freshness: {threshold: 1h, timestampField: ⟦²sizes.at⟧}
              retention: {period: P1Y, timestampField: orders.at}
            """)
        #expect(check.standardIssues == [])
        #expect(check.rules == ["reference/sla-element-unknown", "reference/sla-element-unknown"])
        #expect(check.places == check.marks(1, 2))
        #expect(check.elements == ["sla:latency", "sla:freshness(sizes.at)"])
    }

    @Test func inAFileThatBrokeOffItMayHaveBeenMeantToCome() {
        let check = NativeCheck(
            models: "  a: {primaryKey: [z], fields: {x: {type: text, $ref: '#/definitions/x', references: b.x}}}",
            "tags: [")
        #expect(check.rules == [])
    }
}
