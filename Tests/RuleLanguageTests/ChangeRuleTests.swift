import Governance
import RuleLanguage
import TestSupport
import Testing

/// Rules about changes: what is wrong with them is said when they are read, and their examples are run.
@Suite struct ChangeRuleTests {
    private static func pack(
        where condition: String = "change.id == \"property-removed\"", require: String = "owners(new).size() > 1",
        at pointer: String? = nil, message: String = "wrong", fail: String = "{old: {property: {name: a}}, new: {}}",
        pass: String = "{old: {}, new: {}}"
    ) -> String {
        """
        \(PackText.head)  - id: rule
            severity: error
            select: change
            where: '\(condition)'
            require: '\(require)'
            message: "\(message)"
        \(pointer.map { "    at: \($0)\n" } ?? "")    examples: {fail: [\(fail)], pass: [\(pass)]}

        """
    }

    private static func faults(_ text: String) -> [String] {
        PackText.faults(Array(text.utf8)).map { "\($0.place) \($0.message)" }
    }

    @Test(arguments: [
        ("change.verdit == \"x\"", "9:20 `change` has no field `verdit`; did you mean `verdict`?"),
        (
            "contract.domain == \"x\"",
            "9:22 `contract` is a type(contract) and has no field `domain`; did you mean `new.domain`?"
        ),
        (
            "property.name == \"x\"",
            "9:22 `property` is a type(property) and has no field `name`; did you mean `change.new.property.name`?"
        ),
        ("verdict == \"x\"", "9:13 unknown name `verdict`; did you mean `change.verdict`?"),
        ("change.old.version == \"x\"", "9:24 `change.old` has no field `version`"),
        ("change.bump == 1", "9:13 a string never equals an int; write `\"1\"`"),
        (
            "new.version != old.version",
            "9:13 `new.version` may be missing: shall a contract without it count?; if it shall, write "
        ),
        (
            "change.old.property.name.size() > 1",
            "9:13 `change.old.property.name` may be missing: shall a property without it count?; if it shall, write "
        ),
    ])
    func whatIsWrongWithAnExpression(_ condition: String, _ fault: String) {
        let faults = Self.faults(Self.pack(where: condition))
        #expect(faults.contains { $0.hasPrefix(fault) }, "\(faults)")
    }

    @Test(arguments: [
        "change.verdict != \"breaking\"", "filled(new) && filled(old) && new.version != old.version",
        "filled(change.old.property) && change.old.property.name != \"a\"", "!filled(change.element)",
        "owners(old).size() < 2", "!(\"pii\" in change.old.property.tags)", "sla(new, \"latency\").unit == \"h\"",
    ])
    func whatNeedsNoGuard(_ condition: String) {
        #expect(Self.faults(Self.pack(where: condition)) == [])
    }

    @Test(arguments: [
        ("change.verdict", "a finding cannot point at this; name a field, such as `change.new.property`"),
        ("new.version", nil), ("change.old.property.classification", nil), ("change.new.property", nil), ("old", nil),
    ])
    func whereItPoints(_ pointer: String, _ fault: String?) {
        #expect(
            Self.faults(Self.pack(at: pointer)).map { String($0.drop { $0 != " " }.dropFirst()) } == fault.map { [$0] }
                ?? [])
    }

    @Test(arguments: [
        ("{property: {name: a}}", "an example of a change has an `old` version, a `new` one, or both"),
        ("{ol: {}, new: {}}", "an example has no key `ol`; did you mean `old`?"),
        ("{old: {propety: {}}, new: {}}", "a version has no key `propety`; did you mean `property`?"),
        ("{old: nothing, new: {}}", "`old` must be a mapping: fragments of a contract"),
    ])
    func whatIsWrongWithAnExample(_ example: String, _ fault: String) {
        #expect(Self.faults(Self.pack(fail: example)).contains { $0.contains(fault) })
    }

    private static func problems(_ text: String) throws -> [String?] {
        let pack = try RulePack(name: "acme.yaml", raw: Array(text.utf8))
        return ExampleRun.run(pack, today: 0, changes: ChangeFact.between).flatMap { $0.examples.map(\.problem) }
    }

    @Test func examplesAreRun() throws {
        #expect(try Self.problems(Self.pack()) == [nil, nil])
        // What both versions share stands outside of them.
        let owners = "contract: {team: {members: [{username: a, role: owner}, {username: b, role: owner}]}}"
        #expect(
            try Self.problems(Self.pack(fail: "{\(owners), old: {property: {name: a}}, new: {}}")) == [
                "it should fail, and passes", nil,
            ])
        #expect(
            try Self.problems(Self.pack(pass: "{old: {property: {name: a}}, new: {}}")) == [
                nil, "it should pass, and fails: wrong",
            ])
        #expect(
            try Self.problems(
                Self.pack(where: "change.id == \"contract-removed\"", fail: "{old: {}}", pass: "{new: {}}")) == [
                    nil, nil,
                ])
    }

    /// The elements of both versions, of what came or went as a whole and of what is only a part of something.
    @Test(arguments: [
        (
            "{object: {properties: [{name: a, properties: [{name: b}]}]}}",
            "{object: {properties: [{name: a, logicalType: object, properties: []}]}}", "property-removed",
            "property orders.a.b (none) orders orders"
        ),
        (
            "{property: {name: a, quality: [{metric: rowCount, mustBe: 0}]}}", "{property: {name: a}}",
            "quality-removed", "quality orders.a orders.a orders orders"
        ),
        (
            "{contract: {apiVersion: v3.2.0}, property: {name: a, enum: [{value: x}, {value: y}]}}",
            "{contract: {apiVersion: v3.2.0}, property: {name: a, enum: [{value: x}]}}", "enum-value-removed",
            "property orders.a orders.a orders orders"
        ),
        (
            "{property: {name: a, physicalType: INT}}", "{property: {name: a}}", "physical-type-removed",
            "property orders.a orders.a orders orders"
        ),
        (
            "{sla: {property: latency, value: 4, unit: h}}", "{}", "sla-removed",
            "sla (none) (none) (none) (none)"
        ),
    ])
    func elements(_ old: String, _ new: String, _ id: String, _ expected: String) throws {
        let pack = Self.pack(
            where: "change.id == \"\(id)\"", require: "false",
            message:
                "{change.kind} {change.old.property} {change.new.property} {change.old.object} {change.new.object}",
            fail: "{old: \(old), new: \(new)}")
        let rules = try RulePack(name: "acme.yaml", raw: Array(pack.utf8))
        let outcome = try #require(ExampleRun.run(rules, today: 0, changes: ChangeFact.between).first?.examples.first)
        #expect(outcome.problem == nil && outcome.messages == [expected], "\(outcome.messages)")
    }

    /// Values of both versions, of parts that one of them lacks, and the change itself.
    @Test func messages() throws {
        let pack = Self.pack(
            message: "{change}: {old.version} {new} {change.old.property} {change.new.property} {change.old.value}")
        let rules = try RulePack(name: "acme.yaml", raw: Array(pack.utf8))
        let outcome = try #require(ExampleRun.run(rules, today: 0, changes: ChangeFact.between).first?.examples.first)
        #expect(outcome.messages == ["orders.a: 1.0.0 Example orders.a (none) a"])
    }
}
