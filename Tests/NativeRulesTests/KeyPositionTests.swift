import Diagnostics
import TestSupport
import Testing

/// The positions of primary and partition keys.
@Suite struct KeyPositionTests {
    /// What differs between the two keys.
    struct Words: Sendable, CustomTestStringConvertible {
        var rule: String
        var severity: Severity
        var noun: String
        var member: String
        var position: String
        var testDescription: String { noun }
    }

    static let keys = [
        Words(
            rule: "schema/primary-key-positions", severity: .error, noun: "primary key", member: "primaryKey",
            position: "primaryKeyPosition"),
        Words(
            rule: "schema/partition-positions", severity: .warning, noun: "partition", member: "partitioned",
            position: "partitionKeyPosition"),
    ]

    /// A contract with one object; `M` stands for the member's key and `P` for the position's.
    private func check(_ properties: String, _ key: Words, version: String = "3.1.0", _ rest: String = "")
        -> NativeCheck
    {
        let lines = properties.split(separator: "\n").map { line in
            "      " + String(line).replacing("M:", with: key.member + ":").replacing("P:", with: key.position + ":")
        }
        return NativeCheck(
            schema: "  - name: größen\n    properties:\n" + lines.joined(separator: "\n"), version: version, rest)
    }

    // MARK: Faults

    @Test(arguments: keys) func onePositionTwice(_ key: Words) {
        check(
            """
            - {name: länge, M: true, P: ⟦²1⟧}
            - {name: breite, M: true, P: 2}
            - {description: 🚚, name: höhe, M: true, P: ⟦¹1⟧}
            """, key
        ).expectOnly(
            key.rule, key.severity, element: "größen.höhe", "`höhe` has the position of `länge` in the \(key.noun): 1",
            help: "give each part a position of its own: 1, 2, 3, …", related: [(2, "position 1 of `länge`")])
    }

    @Test(arguments: keys) func aGap(_ key: Words) {
        check(
            """
            - {name: länge, M: true, P: ⟦²1⟧}
            - {name: breite, M: true, P: ⟦¹3⟧}
            - {name: höhe}
            """, key
        ).expectOnly(
            key.rule, key.severity, element: "größen.breite", "the positions of the \(key.noun) jump from 1 to 3",
            help: "write 2 here, or give position 2 to the property that is to have it",
            related: [(2, "position 1 of `länge`")])
    }

    @Test(arguments: keys) func notFromOne(_ key: Words) {
        check("- {name: länge, M: true, P: ⟦2⟧}", key).expectOnly(
            key.rule, key.severity, element: "größen.länge", "the positions of the \(key.noun) start at 2 instead of 1",
            help: "write 1 here, or give position 1 to the property that is to have it")
    }

    @Test(arguments: keys) func fromZero(_ key: Words) {
        check("- {name: länge, M: true, P: ⟦0⟧}\n- {name: breite, M: true, P: 1}", key).expectOnly(
            key.rule, key.severity, element: "größen.länge", "`\(key.position)` is 0, but positions start at 1",
            help: "number the parts of the \(key.noun) 1, 2, 3, …")
    }

    @Test(arguments: keys) func aPositionOutsideTheKey(_ key: Words) {
        check("- {name: länge, M: true, P: 1}\n- {name: breite, M: false, P: ⟦2⟧}", key).expectOnly(
            key.rule, key.severity, element: "größen.breite",
            "`breite` has a position in the \(key.noun) but is no part of it",
            help: "write `\(key.member): true` if it is one, else remove `\(key.position)`")
        check("- {name: länge, P: ⟦1⟧}", key).expectOnly(
            key.rule, key.severity, element: "größen.länge",
            "`länge` has a position in the \(key.noun) but is no part of it",
            help: "add `\(key.member): true` if it is one, else remove `\(key.position)`")
    }

    @Test(arguments: keys) func someWithoutPosition(_ key: Words) {
        let check = check(
            """
            - {name: ⟦¹länge⟧, M: true}
            - {name: breite, M: true, P: ⟦²1⟧}
            - {name: ⟦³höhe⟧, M: true, P: -1}
            """, key)
        #expect(check.standardIssues == [])
        #expect(check.rules == [key.rule, key.rule])
        #expect(check.places == check.marks(1, 3))
        #expect(check.relatedPlaces == check.marks(2, 2))
        #expect(
            check.messages
                == ["länge", "höhe"].map { "`\($0)` is part of the \(key.noun) without a position, `breite` has one" })
        #expect(
            check.helps
                == Array(repeating: "add `\(key.position)` to every part, counting from 1, or to none", count: 2))
    }

    @Test(arguments: keys) func aNestedListIsJudgedByItself(_ key: Words) {
        let check = check(
            """
            - {name: länge, M: true, P: 1}
            - {name: maße, logicalType: object, properties: [{name: a, M: true, P: 1}, {name: b, M: true, P: ⟦1⟧}]}
            """, key)
        #expect(check.rules == [key.rule] && check.places == check.marks(1))
        #expect(check.elements == ["größen.maße.b"])
    }

    // MARK: What is right

    @Test(
        arguments: keys,
        [
            "- {name: a, M: true, P: 1}",
            "- {name: a, M: true, P: 1}\n- {name: b, M: true, P: 2}\n- {name: c}",
            // The order of the file is not the order of the key.
            "- {name: a, M: true, P: 3}\n- {name: b, M: true, P: 1}\n- {name: c, M: true, P: 2}",
            // -1 is the standard's word for none, 0 beside false what generators write.
            "- {name: a, M: true, P: -1}\n- {name: b, M: true}\n- {name: c, M: false, P: -1}\n- {name: d, P: -1}",
            "- {name: a, M: true, P: 1}\n- {name: b, M: false, P: 0}",
            "- {name: a, M: true, P: 1.0}\n- {name: b, M: true, P: 2}",
            // A key of its own in a nested object, and one that goes on through it.
            "- {name: a, M: true, P: 1}\n- {name: b, properties: [{name: c, M: true, P: 1}, {name: d, M: true, P: 2}]}",
            "- {name: a, M: true, P: 1}\n- {name: b, properties: [{name: c, M: true, P: 2}]}\n- {name: d, M: true, P: 3}",
            "- {name: a, M: true, P: null}\n- {name: b, M: null, P: null}",
        ])
    func isFine(_ key: Words, _ properties: String) {
        check(properties, key, version: "3.0.2").expectNothing(isAccepted: false)
    }

    @Test(arguments: keys) func theKeysOfTwoObjectsAreTwo(_ key: Words) {
        NativeCheck(
            schema: """
                  - {name: a, properties: [{name: x, \(key.member): true, \(key.position): 1}]}
                  - {name: b, properties: [{name: x, \(key.member): true, \(key.position): 1}]}
                """
        ).expectNothing()
    }

    @Test(arguments: keys) func aPositionThatIsNoNumberIsLeftToTheStandard(_ key: Words) {
        let check = check("- {name: a, M: true, P: '1'}\n- {name: b, M: true, P: 2}\n- {name: c, M: ja, P: 3}", key)
        #expect(check.rules == [])
        #expect(!check.standardIssues.isEmpty)
    }

    @Test(arguments: keys) func aFileThatBrokeOffMayHaveMeantMore(_ key: Words) {
        #expect(check("- {name: a, M: true, P: 2}\n- {name: b, M: true, P: 3", key).rules == [])
        #expect(check("- {name: a, P: 1", key).rules == [])
        // What is said twice stays said twice.
        #expect(check("- {name: a, M: true, P: 1}\n- {name: b, M: true, P: 1}", key, "status: [").rules == [key.rule])
    }

    // MARK: ODCS 2

    @Test func wordsOfODCS2() {
        let columns = "{logicalType: string, physicalType: text, column: "
        let check = NativeCheck(
            MarkedText(
                """
                apiVersion: v2.2.1
                kind: DataContract
                uuid: ü
                quantumName: q
                dataset:
                  - table: größen
                    columns:
                      - \(columns)a, isPrimaryKey: 'true', primaryKeyPosition: 1}
                      - \(columns)b, isPrimaryKey: 'false', primaryKeyPosition: ⟦2⟧}
                      - \(columns)c, isPrimaryKey: 'false', primaryKeyPosition: -1}
                      - \(columns)d, partitionKeyPosition: ⟦1⟧}
                      - \(columns)e, partitionStatus: false, partitionKeyPosition: -1}
                """))
        #expect(check.rules == ["schema/primary-key-positions", "schema/partition-positions"])
        #expect(check.places == check.marks(1, 2))
        #expect(
            check.helps == [
                "write `isPrimaryKey: true` if it is one, else remove `primaryKeyPosition`",
                "add `partitionStatus: true` if it is one, else remove `partitionKeyPosition`",
            ])
    }
}
