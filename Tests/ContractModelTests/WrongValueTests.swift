import Diagnostics
import TestSupport
import Testing

/// `standard/wrong-type`, `standard/invalid-value` and `standard/exclusive-keys`: at the value, or at the later key.
@Suite struct WrongValueTests {
    static let type = "standard/wrong-type"
    static let value = "standard/invalid-value"

    static let types = [
        FindingCase(
            "a number for text", odcs: "name: ⟦5⟧",
            ExpectedFinding(
                type, "`name` must be text, not the number `5`", help: "put quotes around it: \"5\"", severity: .error)),
        FindingCase(
            "a version that is a number",
            marked: "apiVersion: v3.1.0\nkind: DataContract\nid: é\nversion: ⟦1.0⟧ # 😀\nstatus: a\nschema: []\n",
            [ExpectedFinding(type, "`version` must be text, not the number `1.0`", help: "\"1.0\"")]),
        FindingCase(
            "a boolean for text", property: "classification: ⟦true⟧",
            ExpectedFinding(
                type, "`classification` must be text, not the boolean `true`", help: "\"true\"",
                element: "größe-😀.größe-😀")),
        FindingCase(
            "nothing", odcs: "tenant:⟦⟧ # é",
            ExpectedFinding(
                type, "`tenant` must be text, not empty", help: "write the value behind the key, or remove the key")),
        FindingCase(
            "null", odcs: "description: ⟦null⟧",
            ExpectedFinding(type, "`description` must be a mapping, not `null`", help: "or remove the key")),
        FindingCase(
            "text for a boolean", property: "required: ⟦\"true\"⟧",
            ExpectedFinding(
                type, "`required` must be true or false, not the text `true`", help: "write true, without quotes")),
        FindingCase(
            "a word of YAML 1.1", property: "required: ⟦no⟧",
            ExpectedFinding(type, "`required` must be true or false, not the text `no`", help: "write false"),
            ExpectedFinding("yaml/ambiguous-scalar")),
        FindingCase(
            "a number for a boolean", property: "unique: ⟦1⟧",
            ExpectedFinding(type, "not the number `1`", help: "write true")),
        FindingCase(
            "text for a number", property: "primaryKeyPosition: ⟦'1'⟧",
            ExpectedFinding(
                type, "`primaryKeyPosition` must be a whole number, not the text `1`", help: "remove the quotes")),
        FindingCase(
            "a fraction for an integer", property: "primaryKeyPosition: ⟦1.5⟧",
            ExpectedFinding(type, "must be a whole number, not the number `1.5`")),
        FindingCase(
            "text for a list", odcs: "tags: ⟦a, é⟧",
            ExpectedFinding(type, "`tags` must be a list, not the text `a, é`", help: "write it as a list: [a, é]")),
        FindingCase(
            "a mapping for a list", odcs: "roles:\n  ⟦role: é⟧",
            ExpectedFinding(
                type, "`roles` must be a list, not a mapping", help: "start each item of the list with `- `")),
        FindingCase(
            "a mapping in braces for a list", odcs: "roles: ⟦{role: é}⟧",
            ExpectedFinding(type, help: "put it into brackets: [{…}]")),
        FindingCase(
            "a list for a mapping", odcs: "price:\n  ⟦- priceAmount: 1⟧",
            ExpectedFinding(type, "`price` must be a mapping, not a list", help: "remove the `- `")),
        FindingCase(
            "a list in brackets for a mapping", odcs: "price: ⟦[{priceAmount: 1}]⟧",
            ExpectedFinding(type, help: "without the brackets")),
        FindingCase(
            "a list for text", odcs: "domain: ⟦[é]⟧",
            ExpectedFinding(type, "`domain` must be text, not a list", help: "a single value instead of a list")),
        FindingCase(
            "a mapping for text", odcs: "domain: ⟦{é: 1}⟧",
            ExpectedFinding(type, "not a mapping", help: "a single value instead of a mapping")),
        FindingCase(
            "a template", odcs: "domain: ⟦{{ é }}⟧",
            ExpectedFinding(
                type, "`domain` must be text, not a mapping", help: "put quotes around it if it is a template")),
        FindingCase(
            "text for a mapping", odcs: "description: ⟦é 😀⟧",
            ExpectedFinding(
                type, "`description` must be a mapping, not the text `é 😀`", help: "on the lines below, indented")),
        FindingCase(
            "either a mapping or a list", odcs: "team: ⟦é⟧",
            ExpectedFinding(type, "`team` must be a list or a mapping", help: "on the lines below")),
        FindingCase(
            "an item", odcs: "tags: [é, ⟦1⟧, ⟦[]⟧, x]",
            ExpectedFinding(type, at: 1, "an item of `tags` must be text, not the number `1`"),
            ExpectedFinding(type, at: 2, "an item of `tags` must be text, not a list")),
        FindingCase(
            "an item that is no mapping", odcs: "servers: [⟦é⟧]",
            ExpectedFinding(type, "an item of `servers` must be a mapping, not the text `é`")),
        FindingCase(
            "any single value", odcs: "slaProperties: [{property: é, value: ⟦[1]⟧}]",
            ExpectedFinding(type, "`value` must be a single value, not a list")),
        FindingCase(
            "a long text is cut", odcs: "description: ⟦\(String(repeating: "é", count: 100))⟧",
            ExpectedFinding(type, "the text `\(String(repeating: "é", count: 57))…`")),
        FindingCase(
            "from and to", object: "relationships: [{from: ⟦²a.b⟧, to: ⟦[c.d]⟧}]",
            ExpectedFinding(
                type, "`from` and `to` must both be text or both be lists", help: "write both as lists", related: [2])),
    ]

    static let values = [
        FindingCase(
            "none of the allowed", property: "logicalType: ⟦strng⟧",
            ExpectedFinding(
                value, "`logicalType` cannot be the text `strng`",
                help: "did you mean `string`? allowed: `string`, `date`", severity: .error)),
        FindingCase(
            "another case", property: "logicalType: ⟦String⟧", ExpectedFinding(value, help: "did you mean `string`?")),
        FindingCase(
            "a space behind", property: "logicalType: ⟦'string '⟧",
            ExpectedFinding(value, "`string `", help: "did you mean `string`?")),
        FindingCase(
            "a type of databases", property: "logicalType: ⟦varchar⟧",
            ExpectedFinding(value, help: "did you mean `string`?")),
        FindingCase(
            "the only one allowed", odcs: "schema: [{name: é, logicalType: ⟦table⟧}]",
            ExpectedFinding(value, "`logicalType` cannot be the text `table`", help: "write `object`")),
        FindingCase(
            "many are allowed", odcs: "servers: [{server: é, type: ⟦kafk⟧}]",
            ExpectedFinding(
                value, "`type` cannot be the text `kafk`",
                help:
                    "did you mean `kafka`? allowed: `clickhouse`, `cloudsql`, `databricks`, `db2`, `denodo`, `dremio`, `duckdb`, `hive` or 26 others"
            )),
        FindingCase(
            "of a later version", property: "logicalType: ⟦map⟧", ExpectedFinding(value, "cannot be the text `map`")),
        FindingCase(
            "an empty text", property: "logicalType: ⟦''⟧",
            ExpectedFinding(value, "`logicalType` cannot be an empty text")),
        FindingCase(
            "a pattern", object: "id: ⟦a b⟧",
            ExpectedFinding(value, "`id` must be letters, digits, hyphens and underscores only, not the text `a b`")),
        FindingCase(
            "a reference", property: "relationships: [{to: ⟦customers⟧}]",
            ExpectedFinding(value, "`to` must be a reference such as orders.customer_id, or a path of ids")),
        FindingCase(
            "one reference of several", property: "relationships: [{to: [a.b, ⟦c⟧]}]",
            ExpectedFinding(value, "an item of `to` must be a reference such as")),
        FindingCase(
            "below the least", property: "logicalType: string\nlogicalTypeOptions: {format: é, minLength: ⟦-1⟧}",
            ExpectedFinding(value, "`minLength` must be at least 0")),
        FindingCase(
            "not above", property: "logicalType: number\nlogicalTypeOptions: {multipleOf: ⟦0.0⟧}",
            ExpectedFinding(value, "`multipleOf` must be more than 0")),
        FindingCase(
            "too few items", property: "quality: [{metric: rowCount, description: é, mustBeBetween: ⟦[1]⟧}]",
            ExpectedFinding(value, "`mustBeBetween` needs exactly 2 items, not 1")),
        FindingCase(
            "too many items", property: "quality: [{metric: rowCount, mustBeBetween: ⟦[1, 2, 3]⟧}]",
            ExpectedFinding(value, "`mustBeBetween` takes exactly 2 items, not 3")),
        FindingCase(
            "no items", property: "relationships: [{to: ⟦[]⟧}]",
            ExpectedFinding(value, "`to` needs at least 1 item, not 0")),
        FindingCase(
            "the same twice", property: "quality: [{metric: rowCount, mustBeBetween: [⟦²1⟧, ⟦1.0⟧]}]",
            ExpectedFinding(
                value, "`mustBeBetween` lists the same value twice", help: "remove one of the two", related: [2])),
        FindingCase(
            "an empty map", dcs: "models: ⟦{}⟧",
            ExpectedFinding(value, "`models` must not be empty", help: "add an entry")),
        FindingCase(
            "a key of a map", dcs: "models: {⟦a.b⟧: {fields: {é: {type: text}}}}",
            ExpectedFinding(value, "a key of `models` must be", help: "rename `a.b`")),
        FindingCase(
            "a percentage", dcs: "servicelevels: {availability: {description: é, percentage: ⟦'99'⟧}}",
            ExpectedFinding(
                value, "`percentage` must be a percentage such as 99.9%, not the text `99`", element: "sla:availability"
            )),
    ]

    static let exclusive = [
        FindingCase(
            "two operators", property: "quality: [{metric: rowCount, ⟦²mustBe⟧: 1, name: é, ⟦mustNotBe⟧: 2}]",
            ExpectedFinding(
                "standard/exclusive-keys", "`mustNotBe` and `mustBe` exclude each other", help: "write a second rule",
                related: [2], severity: .error)),
        FindingCase(
            "three",
            property:
                "quality:\n  - type: sql\n    query: é\n    ⟦⁹mustBe⟧: 1\n    ⟦mustNotBe⟧: 2\n    ⟦mustBeLessThan⟧: 3",
            ExpectedFinding("standard/exclusive-keys", at: 1, related: [9]),
            ExpectedFinding("standard/exclusive-keys", at: 2, "`mustBeLessThan` and `mustBe`", related: [9])),
        FindingCase(
            "ODCS 3.0 allows two", property: "quality: [{rule: rowCount, mustBe: 1, mustNotBe: 2}]", version: "v3.0.2"),
    ]

    static let fine = [
        FindingCase("5.0 is a whole number", property: "primaryKey: true\nprimaryKeyPosition: 1.0"),
        FindingCase("octal and hexadecimal", property: "logicalType: string\nlogicalTypeOptions: {minLength: 0x10}"),
        FindingCase(
            "any value of a custom property",
            odcs:
                "customProperties: [{property: a, value: null}, {property: b, value: [1]}, {property: c, value: {d: e}}]"
        ),
        FindingCase(
            "timestamps are texts",
            odcs: "contractCreatedTs: 2024-01-31T10:00:00Z\nteam: {members: [{username: é, dateIn: 2024-01-31}]}"),
        FindingCase("a team as a list was right", odcs: "team: [{username: é, dateIn: 2024-01-31}]", version: "v3.0.2"),
        FindingCase(
            "ODCS 3.2 knows maps",
            property: "logicalType: map\nmap: {key: {logicalType: string}, value: {logicalType: string}}",
            version: "v3.2.0"),
        FindingCase("identifiers of other scripts since 3.2", object: "id: größe", version: "v3.2.0"),
        FindingCase("a composite reference", object: "relationships: [{from: [a.b, a.c], to: [d.e, d.f]}]"),
    ]

    @Test(arguments: types + values + exclusive + fine) func judged(_ test: FindingCase) {
        #expect(test.standardDifferences == [])
    }
}
