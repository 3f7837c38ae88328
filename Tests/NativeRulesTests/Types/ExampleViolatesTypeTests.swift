import Diagnostics
import NativeRules
import TestSupport
import Testing

@Suite struct ExampleViolatesTypeTests {
    /// A type and an example that is none of it.
    static let wrong: [(String, String)] = [
        ("string", "[nested]"), ("string", "{a: b}"), ("integer", "[nested]"), ("integer", "heavy"), ("integer", "1.5"),
        ("integer", "'1,5'"), ("integer", "''"), ("integer", "true"), ("number", "'1.234,50'"), ("number", "{}"),
        ("number", "12 kg"),
        ("boolean", "maybe"), ("boolean", "2"), ("boolean", "[true]"), ("date", "'31.12.2024'"), ("date", "2024-02-30"),
        ("date", "2023-02-29"), ("date", "'2024-13-01'"), ("date", "soon"), ("date", "'2024-01-01T10:00:00Z'"),
        ("date", "5.5"),
        ("date", "true"), ("date", "[2024-01-01]"), ("timestamp", "'10:00'"), ("timestamp", "yesterday"),
        ("timestamp", "'2024-01-01T25:00:00'"), ("timestamp", "'2024-01-01T10:60:00'"),
        ("timestamp", "'2024-01-01 10:00 PM'"),
        ("timestamp", "'2024-01-01T10:00:00+25:00'"), ("timestamp", "7"), ("time", "2024-01-01"), ("time", "'25:00'"),
        ("time", "'10:00 AM'"), ("time", "'24:00:01'"), ("object", "5"), ("object", "text"), ("object", "[a]"),
        ("array", "one, two"), ("array", "5"), ("array", "{a: b}"),
    ]

    @Test(arguments: wrong) func examplesOfAnotherType(_ type: String, _ example: String) {
        let text = odcs("logicalType: ⟦²\(type)⟧\nexamples:\n  - null\n  - ⟦¹\(example)⟧")
        #expect(
            TypeFindingCase("\(type) \(example)", text, .example(1, related: [2], "the example", "is not")).differences
                == [])
    }

    /// Types and examples that are fine.
    static let right: [(String, String)] = [
        ("string", "text"), ("string", "42"), ("string", "true"), ("string", "''"), ("string", "null"),
        ("string", "2024-01-01"),
        ("integer", "42"), ("integer", "'42'"), ("integer", "-1"), ("integer", "5.0"), ("integer", "'1e3'"),
        ("integer", "'0012'"),
        ("integer", "123456789012345678901234567890"), ("integer", "${COUNT}"), ("integer", "'{{ count }}'"),
        ("integer", "0x1F"),
        ("number", "1"), ("number", "'1.5'"), ("number", "' 1.5 '"), ("number", ".inf"), ("number", "NaN"),
        ("number", "-1.5e-3"),
        ("boolean", "true"), ("boolean", "'false'"), ("boolean", "yes"), ("boolean", "1"), ("boolean", "N"),
        ("date", "2024-12-31"), ("date", "'2024-02-29'"), ("date", "20241231"), ("date", "2024-12"), ("date", "2024"),
        ("date", "2024-W01-1"), ("date", "2024-366"), ("date", "0001-01-01"), ("date", "9999-12-31"),
        ("timestamp", "2024-12-31T23:59:59Z"), ("timestamp", "'2024-12-31 23:59:59.123456'"),
        ("timestamp", "2024-12-31"),
        ("timestamp", "'2024-12-31 23:59:59 +0200'"), ("timestamp", "'2024-12-31T23:59+02:00[Europe/Berlin]'"),
        ("timestamp", "'2024-12-31 23:59:59 UTC'"), ("timestamp", "'2024-12-31 23:59:59 Europe/Berlin'"),
        ("timestamp", "'2016-12-31T23:59:60Z'"), ("timestamp", "20241231T235959Z"), ("timestamp", "1704067200"),
        ("timestamp", "1704067200000"), ("timestamp", "'2024-12-31T24:00:00'"),
        ("time", "12:30"), ("time", "12:30:45"), ("time", "'12:30:45.5Z'"), ("time", "'24:00:00'"), ("time", "T1230"),
        ("time", "'23:59:59+01:00'"),
        ("object", "{a: 1}"), ("object", "'{\"a\": 1}'"), ("object", "<a/>"), ("array", "[1, 2]"),
        ("array", "'[1, 2]'"),
        ("array", "'{1,2}'"), ("array", "[]"),
    ]

    @Test(arguments: right) func examplesOfTheType(_ type: String, _ example: String) {
        let text = odcs("logicalType: \(type)\nexamples:\n  - \(example)")
        #expect(TypeFindingCase("\(type) \(example)", text).differences == [])
    }

    @Test(
        arguments: [TypeFindingCase]([
            TypeFindingCase(
                "too short", odcs("logicalType: string\nlogicalTypeOptions: {minLength: ⟦²3⟧}\nexamples: [äöü, ⟦¹äö⟧]"),
                .example(1, related: [2], "the example, `äö`, has 2 characters, fewer than `minLength` 3")),
            TypeFindingCase(
                "too long, by scalars",
                odcs("logicalType: string\nlogicalTypeOptions: {maxLength: ⟦²2⟧}\nexamples: [⟦¹\"👩‍🚀\"⟧]"),
                .example(1, related: [2], "has 3 characters, more than `maxLength` 2")),
            TypeFindingCase(
                "longer than the column",
                odcs("logicalType: string\nphysicalType: ⟦²CHAR(3)⟧\nexamples: [EUR, ⟦¹Euro⟧]"),
                .example(1, related: [2], "4 characters, more than `CHAR(3)` holds")),
            TypeFindingCase(
                "against the pattern",
                odcs(
                    "logicalType: string\nlogicalTypeOptions: {pattern: ⟦²'ACC[0-9]{8}'⟧}\nexamples: [xACC00000000x, ⟦¹ACC1⟧]"
                ),
                .example(1, related: [2], "does not match `pattern` `ACC[0-9]{8}`")),
            TypeFindingCase(
                "below the minimum",
                odcs("logicalType: integer\nlogicalTypeOptions: {minimum: ⟦²18⟧}\nexamples: [18, ⟦¹'17'⟧]"),
                .example(1, related: [2], "`17`, is less than `minimum` 18")),
            TypeFindingCase(
                "at the exclusive maximum",
                odcs("logicalType: number\nlogicalTypeOptions: {exclusiveMaximum: ⟦²1⟧}\nexamples: [0.9, ⟦¹1.0⟧]"),
                .example(1, related: [2], "is not less than `exclusiveMaximum` 1")),
            TypeFindingCase(
                "at a minimum that is exclusive by a flag",
                odcs(
                    "logicalType: number\nlogicalTypeOptions: {minimum: ⟦²1⟧, exclusiveMinimum: true}\nexamples: [⟦¹1⟧]",
                    version: "v3.0.2"),
                .example(1, related: [2], "is not more than `minimum` 1")),
            TypeFindingCase(
                "no multiple",
                odcs(
                    "logicalType: number\nlogicalTypeOptions: {multipleOf: ⟦²0.05⟧}\nexamples: [0.15, 1e300, ⟦¹0.16⟧]"),
                .example(1, related: [2], "is not a multiple of `multipleOf` 0.05")),
            TypeFindingCase(
                "beyond the format",
                odcs("logicalType: integer\nlogicalTypeOptions: {format: ⟦²i8⟧}\nexamples: [127, ⟦¹128⟧]"),
                .example(1, related: [2], "does not fit `format` i8")),
            TypeFindingCase(
                "too early",
                odcs(
                    "logicalType: date\nlogicalTypeOptions: {minimum: ⟦²'2024-01-01'⟧}\nexamples: [2024-01-01, ⟦¹2023-12-31⟧]"
                ),
                .example(1, related: [2], "is before `minimum` 2024-01-01")),
            TypeFindingCase(
                "too late, by another clock",
                odcs(
                    "logicalType: timestamp\nlogicalTypeOptions: {maximum: ⟦²'2024-01-01T00:00:00Z'⟧}\nexamples: ['2024-01-01T01:00:00+01:00', ⟦¹'2024-01-01T00:00:00-01:00'⟧]"
                ),
                .example(1, related: [2], "is after `maximum`")),
            TypeFindingCase(
                "none of the enumeration",
                odcs("logicalType: string\nenum: ⟦²[{value: a}, {value: b}]⟧\nexamples: [a, ⟦¹c⟧]", version: "v3.2.0"),
                .example(1, related: [2], "is none of the values that `enum` allows")),
            TypeFindingCase(
                "an item", odcs("logicalType: array\nitems: {logicalType: ⟦²integer⟧}\nexamples: [[1, ⟦¹two⟧, three]]"),
                .example(1, related: [2], "an item of the example, `two`, is not a whole number")),
            TypeFindingCase(
                "an item beyond its bound",
                odcs(
                    "logicalType: array\nitems: {logicalType: integer, logicalTypeOptions: {maximum: ⟦²5⟧}}\nexamples: [[1, ⟦¹6⟧]]"
                ),
                .example(1, related: [2], "is greater than `maximum` 5")),
            TypeFindingCase(
                "a property of an object",
                odcs(
                    "logicalType: object\nproperties: [{name: größe, logicalType: ⟦²integer⟧}]\nexamples: [{größe: ⟦¹big⟧, other: x}]"
                ),
                .example(1, related: [2], "`größe` of the example, `big`, is not a whole number")),
            TypeFindingCase(
                "scalars for an array whose items are others",
                odcs("logicalType: ⟦²array⟧\nitems: {logicalType: integer}\nexamples: [1, ⟦¹x⟧]"), .example()),
            TypeFindingCase(
                "in DCS", dcs("type: ⟦³int⟧\nexample: ⟦¹heavy⟧\nexamples: ['1', ⟦²[2]⟧]"),
                .example(1, related: [3], "is not a whole number"), .example(2, related: [3])),
            TypeFindingCase("options in DCS", dcs("type: text\nmaxLength: ⟦²3⟧\nexamples: [⟦¹abcd⟧]"), .example()),
            TypeFindingCase("enumeration in DCS", dcs("type: string\nenum: ⟦²[a, b]⟧\nexamples: [⟦¹c⟧]"), .example()),
            TypeFindingCase(
                "sample values of ODCS 2.2",
                odcs2("logicalType: ⟦²integer⟧\nphysicalType: INT\nsampleValues: ['1', ⟦¹'x'⟧]"), .example()),
        ]))
    func examplesAgainstOptions(_ example: TypeFindingCase) { #expect(example.differences == []) }

    @Test(
        arguments: [TypeFindingCase]([
            TypeFindingCase(
                "look-ahead",
                odcs("logicalType: string\nlogicalTypeOptions: {pattern: ⟦¹'^(?=x).*$'⟧}\nexamples: [anything]"),
                .example(1, related: [], severity: .info, "not checked", "(?=", "RE2")),
            TypeFindingCase(
                "a back reference, without examples",
                odcs("logicalType: string\nlogicalTypeOptions: {pattern: ⟦¹'(a)\\1'⟧}"),
                .example(1, related: [], severity: .info, "not checked")),
            TypeFindingCase(
                "huge repeats", odcs("logicalType: string\nlogicalTypeOptions: {pattern: ⟦¹'((a{100}){100}){100}'⟧}"),
                .example(1, related: [], severity: .info)),
            TypeFindingCase("in DCS", dcs("type: string\npattern: ⟦¹'['⟧"), .example(1, related: [], severity: .info)),
            TypeFindingCase("not a text", odcs("logicalType: string\nlogicalTypeOptions: {pattern: 5}\nexamples: [x]")),
        ]))
    func patternsThatCannotRun(_ example: TypeFindingCase) { #expect(example.differences == []) }

    /// Large patterns cost, so a file has a budget for them.
    @Test func onlySoManyPatternsRun() {
        func contract(_ pattern: (Int) -> String) -> MarkedText {
            let properties = (1...250).map {
                "  - {name: p\($0), logicalType: string, logicalTypeOptions: {pattern: '\(pattern($0))'}}"
            }
            return odcs("logicalType: object\nproperties:\n" + properties.joined(separator: "\n"))
        }
        let issues = findings(in: contract { "^[a-z]{1,900}\($0)" })
        #expect((40...50).contains(issues.count))
        #expect(issues.allSatisfy { $0.severity == .info && $0.message.contains("too many different patterns") })
        #expect(findings(in: contract { "^[a-z]{1,9}\($0)" }).isEmpty)
        #expect(findings(in: contract { _ in "^[a-z]{1,900}" }).isEmpty)
        // Two hundred of these took 14 seconds.
        let letters = findings(in: contract { "^\\pL{1,100}(x\($0))?$" })
        #expect(letters.count == 247)
        #expect(letters.allSatisfy { $0.severity == .info && $0.message.hasPrefix("not checked: ") })
    }

    /// However many documents it has.
    @Test func documentsOfAFileShareTheBudget() {
        let documents = (1...20).map { "\(contractOf(pattern: "^\\pL{1,100}\($0)$"))" }.joined(separator: "---\n")
        let issues = findings(in: MarkedText(documents))
        #expect(issues.count == 17)
    }

    private func contractOf(pattern: String) -> String {
        odcs("logicalType: string\nlogicalTypeOptions: {pattern: '\(pattern)'}").text + "\n"
    }

    /// So do large texts. That is said once.
    @Test func onlySoMuchTextIsSearched() {
        let text = String(repeating: "ab", count: 30_000)
        let property = "logicalType: string, logicalTypeOptions: {pattern: '(.*a.{900})$'}, examples: [\(text)]"
        let text2 = odcs("logicalType: object\nproperties:\n  - {name: a, \(property)}\n  - {name: b, \(property)}")
        let issues = findings(in: text2)
        #expect(issues.map(\.severity) == [.info])
        #expect(issues.first?.message.contains("too large") == true)
    }

    @Test(arguments: [
        // A format says how dates are written.
        odcs(
            "logicalType: date\nlogicalTypeOptions: {format: dd.MM.yyyy, minimum: '01.01.2024'}\nexamples: ['31.12.2024', 31/12/24]"
        ),
        // Before ODCS 3.1 a date may have a time, or be one.
        odcs("logicalType: date\nexamples: ['2024-01-01T10:00:00Z', '10:00']", version: "v3.0.2"),
        odcs2("logicalType: date\nphysicalType: timestamp\nsampleValues: ['2024-01-01 10:00:00']"),
        // Days since 1970.
        odcs("logicalType: date\nphysicalType: int\nexamples: [19723]", servers: ["s3, format: parquet"]),
        odcs("logicalType: string\nphysicalType: json\nexamples: [{a: 1}, [1]]"),
        odcs("logicalType: object\nphysicalType: Name\nexamples: [Jane]", version: "v3.0.0"),
        odcs("logicalType: array\nitems: {logicalType: string}\nexamples: [red, green]"),
        odcs("logicalType: array\nitems: {logicalType: array, items: {logicalType: integer}}\nexamples: [[[x]]]"),
        odcs("logicalType: datetime\nexamples: [[x]]"), odcs("examples: [[x], {a: b}, 5]"),
        odcs("logicalType: integer\nexamples: heavy"), odcs("logicalType: integer\nexamples: {a: b}"),
        odcs("logicalType: number\nlogicalTypeOptions: {multipleOf: 0.1}\nexamples: [0.3, 0.7, 1.1, 123456.7]"),
        odcs("logicalType: number\nenum: [{value: 1}, {value: 2.5}]\nexamples: [1.0, '2.50']", version: "v3.2.0"),
        odcs(
            "logicalType: map\nmap: {key: {logicalType: string}, value: {logicalType: integer}}\nexamples: [{a: 1}]",
            version: "v3.2.0"),
        odcs("logicalType: vector\nlogicalTypeOptions: {dimensions: 2}\nexamples: [[0.1, 0.2]]", version: "v3.2.0"),
        dcs("type: variant\nexamples: [John Doe, 25, true, {a: {b: c}}]"), dcs("type: json\nexamples: ['{\"a\": 1}']"),
        dcs("type: bytes\nexamples: ['AQI=']"), dcs("type: 'null'\nexamples: [null]"),
        dcs("type: record\nexamples: [{a: 1}]"),
    ])
    func examplesThatPass(_ text: MarkedText) { #expect(TypeFindingCase(text.text, text).differences == []) }

    @Test func aNestedListIsExplained() throws {
        let issue = try #require(findings(in: odcs("logicalType: boolean\nexamples: [[nested]]")).first)
        #expect(issue.message == "the example, a list, is not true or false")
        #expect(issue.help == "remove the inner brackets: each item of the list is one value")
        #expect(issue.related.map(\.message) == ["`logicalType` is `boolean`"])
    }

    /// A document can hold as many wrong examples as it has bytes.
    @Test func findingsAreBounded() {
        let many = "[" + Array(repeating: "x", count: 5000).joined(separator: ",") + "]"
        #expect(findings(in: odcs("logicalType: integer\nexamples: \(many)")).count == 1000)
    }

    @Test(arguments: 0..<20) func randomContractsDoNotCrash(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let values = [
            "5", "-1", "1.5", "x", "''", "true", "null", "[]", "[[1]]", "{}", "{a: b}", "2024-01-01", "'10:00'", ".nan",
            ".inf", "i8",
            "string", "integer", "number", "date", "time", "timestamp", "object", "array", "boolean", "map", "vector",
            "'('", "u128",
            "VARCHAR(3)", "INT", "'DECIMAL(3,5)'", "99999999999999999999999", "1e400", "[1, x, [2]]", "[{value: 1}]",
            "{logicalType: date}",
        ]
        let keys = [
            "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
            "format", "pattern",
            "required", "minItems", "maxItems", "minProperties", "maxProperties",
        ]
        for _ in 0..<100 {
            func value() -> String { values.randomElement(using: &random)! }
            let options = keys.filter { _ in Bool.random(using: &random) }.map { "\($0): \(value())" }.joined(
                separator: ", ")
            var lines = ["logicalType: \(value())", "physicalType: \(value())", "logicalTypeOptions: {\(options)}"]
            lines += [
                "examples: [\(value()), \(value())]", "enum: [{value: \(value())}]", "items: \(value())",
                "properties: [{name: \(value())}]",
            ]
            let property = lines.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }.joined(separator: "\n")
            let version = ["v2.2.2", "v3.0.2", "v3.1.0", "v3.2.0"].randomElement(using: &random)!
            _ = findings(in: odcs(property, version: version))
            _ = findings(
                in: dcs(
                    "type: \(value())\n" + keys.prefix(10).map { "\($0): \(value())" }.joined(separator: "\n")
                        + "\nenum: \(value())\nexample: \(value())"))
        }
    }
}
