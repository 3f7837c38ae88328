import Diagnostics
import TestSupport
import Testing

@Suite struct DuplicateNameTests {
    // MARK: Properties

    @Test func aPropertyTwice() {
        NativeCheck(
            schema: """
                  - name: größen
                    properties:
                      - {description: Länge in µm 🚚, name: ⟦²länge⟧}
                      - {description: Breite in µm, name: breite}
                      - {description: Länge in µm 🚚, name: ⟦¹länge⟧}
                """
        ).expectOnly(
            "schema/duplicate-property", .error, element: "größen.länge",
            "there is a property `länge` of `größen` already",
            help: "rename one of the two, or remove it", related: [(2, "the first `länge`")])
    }

    @Test func aPropertyThreeTimesIsTwoFindingsAboutTheFirst() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    properties: [{name: ⟦¹x⟧}, {name: ⟦²x⟧}, {name: ⟦³'x'⟧}]
                """)
        #expect(check.rules == ["schema/duplicate-property", "schema/duplicate-property"])
        #expect(check.places == check.marks(2, 3))
        #expect(check.relatedPlaces == check.marks(1, 1))
    }

    @Test func nestedItemsAndMaps() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    properties:
                      - name: object
                        logicalType: object
                        properties: [{name: ü}, {name: ⟦¹ü⟧}]
                      - name: lines
                        logicalType: array
                        items:
                          logicalType: object
                          properties: [{name: sku}, {name: ⟦²sku⟧}]
                      - name: details
                        logicalType: map
                        map:
                          key: {logicalType: string}
                          value:
                            logicalType: object
                            properties: [{name: price}, {name: ⟦³price⟧}]
                """, version: "3.2.0")
        #expect(check.standardIssues == [])
        #expect(check.rules == Array(repeating: "schema/duplicate-property", count: 3))
        #expect(check.places == check.marks(1, 2, 3))
        #expect(check.elements == ["a.object.ü", "a.lines[].sku", "a.details{}.price"])
        #expect(
            check.messages == [
                "there is a property `ü` of `a.object` already", "there is a property `sku` of `a.lines[]` already",
                "there is a property `price` of `a.details{}` already",
            ])
    }

    @Test func theSameNameInAnotherListOrInAnotherCaseIsFine() {
        NativeCheck(
            schema: """
                  - name: a
                    properties: [{name: x}, {name: X}, {name: y, logicalType: object, properties: [{name: x}, {name: y}]}]
                  - name: b
                    properties: [{name: x}, {name: a}]
                """
        ).expectNothing()
    }

    @Test func columnsOfODCS2() {
        NativeCheck(
            """
            apiVersion: v2.2.2
            kind: DataContract
            uuid: ü
            version: 1.0.0
            status: active
            type: tables
            datasetName: d
            quantumName: q
            dataset:
              - table: t
                columns:
                  - {column: ⟦²a⟧, logicalType: string, physicalType: text}
                  - {column: ⟦¹a⟧, logicalType: string, physicalType: text}
            """
        ).expectOnly(
            "schema/duplicate-property", .error, element: "t.a", "there is a property `a` of `t` already",
            related: [(2, "the first `a`")])
    }

    @Test func aPropertyRepeatedByAnAliasIsMetAtTheAlias() {
        NativeCheck(
            schema: """
                  - name: a
                    properties:
                      - &column {name: ⟦²x⟧}
                      - ⟦¹*column⟧
                """
        ).expectOnly(
            "schema/duplicate-property", .error, element: "a.x", "there is a property `x` of `a` already",
            related: [(2, "the first `x`")])
    }

    @Test func aPropertyRepeatedByAMergeKeyIsMetWhereItMerges() {
        NativeCheck(
            schema: """
                  - name: a
                    properties:
                      - &column {name: ⟦²x⟧}
                      - ⟦¹{<<: *column, description: ü}⟧
                """
        ).expectOnly(
            "schema/duplicate-property", .error, element: "a.x", "there is a property `x` of `a` already",
            related: [(2, "the first `x`")])
    }

    @Test func aFileThatBrokeOffHasDuplicatesAllTheSame() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    properties: [{name: x}, {name: x}
                """, "status: [")
        #expect(check.rules == ["schema/duplicate-property"])
    }

    @Test func namesThatAreNoNamesAreLeftToTheStandard() {
        let check = NativeCheck(
            schema: """
                  - name: a
                    properties: [{name: }, {name: }, {name: [x]}, {name: [x]}, {name: {}}, {name: {}}, x, x, ""]
                """)
        #expect(check.rules == [])
        #expect(!check.standardIssues.isEmpty)
    }

    // MARK: Objects

    @Test func anObjectTwice() {
        NativeCheck(
            schema: """
                  - {description: Größe 🚚, name: ⟦²größen⟧}
                  - {name: andere}
                  - {description: Größe 🚚, name: ⟦¹"größen"⟧}
                """
        ).expectOnly(
            "schema/duplicate-object", .error, element: "größen", "there is an object `größen` already",
            help: "rename one of the two, or merge their properties into one object",
            related: [(2, "the first `größen`")])
    }

    @Test func anObjectInAnotherCaseOrNamedAsAPropertyIsFine() {
        NativeCheck(schema: "  - {name: a}\n  - {name: A, properties: [{name: a}]}\n  - {name: b, physicalName: a}")
            .expectNothing()
    }

    @Test func tablesOfODCS2() {
        let check = NativeCheck("kind: DataContract\nuuid: ü\nquantumName: q\ndataset: [{table: t}, {table: ⟦t⟧}]")
        #expect(check.rules == ["schema/duplicate-object"])
        #expect(check.places == check.marks(1))
    }
}
