import Diagnostics
import TestSupport
import Testing

/// `quality/argument-sensible` and `quality/schedule-sensible`.
@Suite struct QualityTests {
    static let argument = "quality/argument-sensible"
    static let schedule = "quality/schedule-sensible"

    private func check(object: String = "", property: String = "", version: String = "3.1.0") -> NativeCheck {
        NativeCheck(
            schema: """
                  - name: orders
                    quality: [\(object)]
                    properties:
                      - {name: größe, logicalType: integer, required: true, quality: [\(property)]}
                      - {name: day, logicalType: date}
                """, version: version)
    }

    @Test(arguments: [
        "[A-Z", "(a", "a)", "*a", "a\\\\",
    ])
    func aPatternThatIsNone(_ pattern: String) {
        let found = check(property: "{metric: invalidValues, mustBe: 0, arguments: {pattern: ⟦\"\(pattern)\"⟧}}")
        #expect(found.rules == [Self.argument] && found.places == found.marks(1))
        #expect(found.messages.first?.contains("is no regular expression") == true)
        #expect(found.elements == ["orders.größe"])
    }

    @Test(arguments: ["^[a-z]+$", "(?=x)y", "(?<!a)b", "a{1,2}"])
    func aPatternOfAnotherEngine(_ pattern: String) {
        let found = check(property: "{metric: invalidValues, mustBe: 0, arguments: {pattern: '\(pattern)'}}")
        #expect(found.rules == [])
    }

    @Test(arguments: [
        ("[1, 2, ⟦1.0⟧]", "`1.0` is listed twice"), ("⟦[]⟧", "no value is valid: the list is empty"),
        ("[1, ⟦null⟧]", "null is listed as valid, although the property is required"),
    ])
    func values(_ values: String, _ message: String) {
        let found = check(property: "{metric: invalidValues, mustBe: 0, arguments: {validValues: \(values)}}")
        #expect(found.rules == [Self.argument] && found.messages == [message] && found.places == found.marks(1))
    }

    @Test func propertiesThatTheObjectDoesNotHave() {
        let found = check(
            object: "{metric: duplicateValues, mustBe: 0, arguments: {properties: [größe, ⟦dya⟧, orders.day]}}")
        #expect(found.rules == [Self.argument] && found.places == found.marks(1))
        #expect(found.messages == ["`dya` is no property of `orders`"] && found.helps == ["did you mean `day`?"])
    }

    @Test(arguments: ["⟦0 6 * *⟧", "⟦'61 * * * *'⟧", "⟦every day⟧"])
    func aScheduleThatCronCannotRead(_ schedule: String) {
        let found = check(object: "{metric: rowCount, mustBe: 1, scheduler: Cron, schedule: \(schedule)}")
        #expect(found.rules == [Self.schedule] && found.places == found.marks(1))
    }

    @Test(arguments: [
        "scheduler: cron, schedule: 0 20 * * *", "scheduler: airflow, schedule: every day", "schedule: nightly",
        "scheduler: cron, schedule: '${NIGHTLY}'",
    ])
    func others(_ keys: String) { #expect(check(object: "{metric: rowCount, mustBe: 1, \(keys)}").rules == []) }

    @Test func schedulesOfTheDataContractSpecificationAndOfODCS2() {
        let dcs = NativeCheck(
            """
            dataContractSpecification: 1.2.1
            id: é
            info: {title: é, version: 1.0.0}
            servicelevels: {backup: {cron: ⟦¹0 0 * 8⟧}, frequency: {cron: 0 0 * * 0}}
            models: {a: {fields: {b: {type: string}}}}
            """, name: "datacontract.yaml")
        #expect(dcs.rules == [Self.schedule] && dcs.places == dcs.marks(1) && dcs.elements == ["sla:backup"])
    }
}
