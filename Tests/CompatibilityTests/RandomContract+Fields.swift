/// What a contract made at random may hold.
extension RandomContract {
    typealias Choices = [(key: String, values: [String])]

    static let fields: Choices = [
        ("logicalType", ["string", "integer", "number", "date", "timestamp", "time", "boolean", "array", "map"]),
        ("physicalType", physicalTypes),
        ("physicalName", ["c1", "c2", "c3", "c4"]),
        ("required", ["true", "false"]), ("unique", ["true", "false"]), ("primaryKey", ["true", "false"]),
        ("primaryKeyPosition", ["1", "2", "-1"]),
        ("partitioned", ["true", "false"]), ("partitionKeyPosition", ["1", "2"]),
        ("classification", ["public", "restricted", "Restricted", "odd"]),
        ("criticalDataElement", ["true", "false"]), ("tags", ["[a]", "[a, pii]", "[b]", "[]", "[PII]"]),
        ("description", ["a", "b", "'größe 😀'"]), ("deprecated", ["true", "false"]), ("encryptedName", ["e1", "e2"]),
        ("transformLogic", ["l1", "l2"]), ("transformDescription", ["d1", "d2"]),
        ("transformSourceObjects", ["[s]", "[s, t]"]), ("examples", ["[1]", "[1, b]"]),
        ("authoritativeDefinitions", ["[{url: 'https://a', type: t}]", "[{url: 'https://b', type: t}]"]),
        ("customProperties", ["[{property: p, value: 1}]", "[{property: p, value: [x]}]"]),
        ("synonyms", ["[{synonym: s1}]", "[{synonym: s2}]"]), ("semanticType", ["measure", "dimension"]),
        ("unknownKey", ["1", "{a: [b]}"]),
        ("enum", ["[{value: a}]", "[{value: a, label: l}, {value: b}]", "[{value: 1}, {value: c}]", "[{value: 1.0}]"]),
        ("logicalTypeOptions", options), ("quality", quality),
        ("relationships", ["[{to: a.b}]", "[{to: a.c}]", "[{to: a.b}, {to: a.d}]"]),
        ("businessName", ["x", "y", "z"]),
        ("items", ["{logicalType: string}", "{logicalType: integer, physicalType: INT}", items]),
        (
            "map",
            [
                "{key: {logicalType: string}, value: {logicalType: integer}}",
                "{key: {logicalType: date}, value: \(items)}",
            ]
        ),
    ]

    private static let items = "{logicalType: object, properties: [{name: inner, required: true}, {name: other}]}"

    private static let physicalTypes = [
        "INT", "int4", "integer", "Int", "BIGINT", "VARCHAR(10)", "varchar( 10 )", "VARCHAR(20)", "'DECIMAL(10,2)'",
        "'numeric( 12 ,2)'", "'struct<a int>'", "'STRUCT<a: INT,b: STRING>'", "what", "TIMESTAMP", "TIMESTAMPTZ",
        "'array<int>'", "'map<string,bigint>'", "'fixed[16]'", "'NUMBER(*,2)'", "'geometry(point ,1)'",
        "\"ENUM('a','b')\"", "\"ENUM('a','b','c')\"", "DATE", "DOUBLE PRECISION", "''",
    ]

    private static let options = [
        "{maximum: 5}", "{minimum: 1, maximum: 9}", "{minLength: 1}", "{maxLength: 5, pattern: a}", "{multipleOf: 2}",
        "{multipleOf: 0.1}", "{minimum: x}", "{format: i32}", "{format: u64}", "{format: f32}", "{format: email}",
        "{minimum: '2024-01-01'}", "{exclusiveMaximum: '2025-01-01T00:00:00Z'}", "{minItems: 1, uniqueItems: true}",
        "{maxItems: 9}", "{timezone: true}", "{defaultTimezone: Europe/Berlin}", "{dimensions: 3}",
        "{required: [inner]}", "{minProperties: 1}", "{minimum: 5, maximum: 1}", "{maximum: .inf}",
        "{exclusiveMinimum: 4}", "{exclusiveMinimum: true, minimum: 3}", "{maximum: 12345678901234567890}",
    ]

    private static let quality = [
        "[{type: library, metric: rowCount, mustBeGreaterThan: 1}]",
        "[{type: library, metric: rowCount, mustBeBetween: [1, 5]}, {type: sql, query: q, mustBe: 0}]",
        "[{type: library, metric: rowCount, mustNotBeBetween: [1, 5]}]",
        "[{type: sql, query: q, mustNotBe: 0}, {type: text, description: d, severity: error}]",
        "[{type: sql, query: q, mustBeLessOrEqualTo: 2, schedule: '0 0 * * *'}]",
        "[{metric: nullValues, mustBe: 0, unit: percent}]", "[{metric: nullValues, mustBe: 0, severity: low}]",
        "[{metric: invalidValues, mustBe: 0, arguments: {validValues: [a, b]}}]",
        "[{metric: invalidValues, mustBe: 0, arguments: {validValues: [a, b]}}, {metric: rowCount, mustBe: 7}]",
        "[{type: custom, engine: soda, implementation: {a: b}}]",
    ]

    static let objectFields: Choices = [
        ("physicalName", ["t1", "t2"]), ("physicalType", ["table", "VIEW", "topic"]),
        ("dataGranularityDescription", ["g1", "g2"]), ("description", ["a", "b"]), ("businessName", ["x", "y"]),
        ("tags", ["[a]", "[a, pii]"]), ("deprecated", ["true", "false"]), ("quality", quality),
        ("customProperties", ["[{property: p, value: 1}]"]), ("unknownKey", ["1", "2"]),
        ("relationships", ["[{from: a.b, to: c.d}]", "[{from: a.b, to: c.e}]"]),
    ]

    static let rootFields: Choices = [
        ("status", ["draft", "active", "deprecated", "retired", "odd"]), ("domain", ["d1", "d2"]),
        ("tenant", ["t1", "t2"]), ("dataProduct", ["p1", "p2"]), ("name", ["n1", "n2"]), ("tags", ["[a]", "[pii]"]),
        ("description", ["{purpose: p}", "{usage: u, limitations: l}", "{limitations: m}"]),
        ("price", ["{priceAmount: 1, priceCurrency: EUR}", "{priceAmount: 2, priceCurrency: EUR}", "{priceUnit: GB}"]),
        (
            "team",
            [
                "{members: [{username: a, role: owner}]}",
                "{name: n, members: [{username: a}, {username: b, role: owner}]}",
            ]
        ),
        ("customProperties", ["[{property: p, value: 1}]"]), ("slaDefaultElement", ["a.b"]),
        ("contractCreatedTs", ["'2024-01-01T00:00:00Z'"]), ("unknownKey", ["1", "2"]),
    ]

    static let sections: [String: [String]] = [
        "slaProperties": [
            "property: latency, value: 4, unit: h", "property: latency, value: 1, unit: d, element: a",
            "property: retention, value: 1, unit: y", "property: endOfLife, value: '2030-01-01'",
            "property: latency, value: 2, unit: h", "property: latency, value: 240, unit: min",
            "property: frequency, value: '0 0 * * *'", "property: frequency, value: weekly",
            "property: availability, value: '99.9%'", "property: retention, value: 12, unit: months",
            "property: endOfSupport, value: '2026-01-01'", "property: odd, value: x, valueExt: y",
        ],
        "servers": [
            "server: a, type: api, location: l", "server: b, type: api, location: l, environment: test",
            "server: a, type: api, location: m", "server: c, type: postgres, host: h, port: 1, database: d, schema: s",
            "server: d, type: snowflake, account: a, database: d, schema: s, environment: prod",
            "server: e, type: s3, location: 's3://b', format: csv",
        ],
        "roles": [
            "role: r, access: read", "role: w, access: write", "role: r, access: admin",
            "role: r, access: read, firstLevelApprovers: f",
        ],
        "support": ["channel: c", "channel: d", "channel: c, url: 'https://u'"],
    ]
}
