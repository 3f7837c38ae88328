/// Edit of a whole document: with the first text in place nothing is wrong, with the second the rule speaks. The first is what
/// the remedy asks for.
struct RemedyEdit: Sendable {
    var remedied: String
    var lacking: String

    init(_ remedied: String, _ lacking: String) {
        self.remedied = remedied
        self.lacking = lacking
    }
}

/// Remedies of the rules of packs, by rule and family. A family that a rule has no entry for is one that it is never asked in.
enum RemedyTable {
    typealias Edits = [RemedyFamily: RemedyEdit]

    static let all: [String: Edits] = contracts.merging(elements) { first, _ in first }
        .merging(properties) { first, _ in first }.merging(policies) { first, _ in first }
        .merging(products) { first, _ in first }

    static func edits(_ families: [RemedyFamily], _ remedied: String, _ lacking: String) -> Edits {
        Dictionary(uniqueKeysWithValues: families.map { ($0, RemedyEdit(remedied, lacking)) })
    }

    static let odcs3: [RemedyFamily] = [.odcs30, .odcs31, .odcs32]
    static let odcs = odcs3 + [.odcs22]
    static let odcs31: [RemedyFamily] = [.odcs31, .odcs32]
    static let dcs: [RemedyFamily] = [.dcs, .dcs09]
    static let contractsOfAll = odcs + dcs

    private static func sla(_ entry: String, _ level: String) -> Edits {
        edits(odcs, "  - \(entry)\n", "").adding(edits(dcs, "  \(level)\n", ""))
    }

    /// Facts of the contract itself.
    private static let contracts: [String: Edits] = [
        "compliance/retention-declared": sla(
            "{property: retention, value: 1, unit: y}", "retention: {period: 1y}"),
        "compliance/retention-limit": edits(odcs, "value: 1, unit: y", "value: 30, unit: y")
            .adding(edits(dcs, "period: 1y", "period: 30y")),
        "compliance/legal-basis": edits(odcs, "  - {property: legalBasis, value: contract}\n", ""),
        "compliance/residency": edits(odcs, "  - {property: dataResidency, value: EU}\n", ""),
        "documentation/purpose-present": edits(odcs, "  purpose: Orders as customers placed them, for billing.\n", "")
            .adding(edits(dcs, "  description: Orders as customers placed them, for billing.\n", "")),
        "documentation/limitations-present": edits(
            contractsOfAll, "  limitations: Test orders are left out.\n", ""),
        "documentation/usage-present": edits(contractsOfAll, "  usage: Join on id.\n", ""),
        "freshness/latency-declared": edits(
            odcs3, "  - {property: latency, value: 1, unit: d, element: orders}\n", ""
        )
        .adding(edits([.odcs22], "  - {property: latency, value: 1, unit: d, column: orders}\n", ""))
        .adding(edits(dcs, "  latency: {threshold: 1d}\n", "")),
        "freshness/frequency-declared": sla(
            "{property: frequency, value: 1, unit: d}", "frequency: {interval: 1d}"),
        "freshness/availability-declared": sla(
            "{property: availability, value: 99, unit: percent}", "availability: {percentage: 99%}"),
        "freshness/general-availability": edits(
            odcs, "  - {property: generalAvailability, value: '2025-01-01'}\n", ""),
        "freshness/sla-unit-known": edits(
            odcs, "property: frequency, value: 1, unit: d", "property: frequency, value: 1, unit: moons"),
        "freshness/sla-value-valid": edits(
            odcs, "property: frequency, value: 1, unit: d", "property: frequency, value: soon"
        )
        .adding(edits(dcs, "interval: 1d", "interval: soon")),
        "lifecycle/version-semantic": edits(contractsOfAll, "version: 1.0.0", "version: v1"),
        "lifecycle/status-known": edits(contractsOfAll, "status: active", "status: activ"),
        "lifecycle/deprecated-has-end": edits(
            odcs, "status: active\n", "status: deprecated\n"),
        "lifecycle/end-in-past": edits(
            odcs, "{property: generalAvailability, value: '2025-01-01'}",
            "{property: generalAvailability, value: '2025-01-01'}\n  - {property: endOfLife, value: '2026-01-01'}"),
        "lifecycle/draft-in-production": edits(odcs3 + dcs, "status: active", "status: draft"),
        "ownership/owner-present": edits(
            odcs31, "team:\n  name: Orders desk\n  members:\n    - {username: ann, role: owner}",
            "team:\n  members:\n    - {username: ann, role: analyst}"
        )
        .adding(edits([.odcs30, .odcs22], "{username: anna, role: owner}", "{username: anna, role: analyst}"))
        .adding(edits(dcs, "  owner: Orders desk\n", "")),
        "ownership/owner-active": edits(
            odcs31, "{username: ann, role: owner}", "{username: ann, role: owner, dateOut: '2025-01-01'}"
        ).adding(
            edits(
                [.odcs30, .odcs22], "{username: anna, role: owner}",
                "{username: anna, role: owner, dateOut: '2025-01-01'}")),
        "ownership/domain-present": edits(odcs3, "domain: sales\n", "")
            .adding(edits([.odcs22], "datasetDomain: sales\n", "")),
        "ownership/team-named": edits(odcs31, "  name: Orders desk\n", ""),
        "ownership/support-channel": edits(
            odcs3, "support:\n  - {channel: help, url: 'https://chat.example/help'}\n", ""
        ).adding(edits([.odcs22], "productSlackChannel: orders-help\n", "")),
        "ownership/steward-present": edits(
            odcs, "{username: bob, role: data steward}", "{username: bob, role: analyst}"),
        "security/no-secret": edits(
            contractsOfAll, "Test orders are left out.", "Connect with AKIAQ3EGRZ5XJ4BWVT2N."),
        "security/plain-http": edits(
            odcs, "url: 'https://definitions.example/order'", "url: 'http://definitions.example/order'"),
        "security/restricted-has-role": edits(
            odcs3 + [.odcs22], "roles:\n  - {role: reader, access: read, firstLevelApprovers: ann}\n", ""),
    ]

    /// Servers, roles, objects and checks.
    private static let elements: [String: Edits] = [
        "security/role-has-approver": edits(odcs, ", firstLevelApprovers: ann}", "}"),
        "security/server-production-named": edits(odcs3 + dcs, "environment: prod", "environment: test"),
        "documentation/object-described": edits(
            odcs3 + [.odcs22] + dcs, "    description: One row for every order that a customer placed.\n", ""),
        "documentation/definitions-linked": edits(
            odcs,
            "    authoritativeDefinitions:\n      - {type: businessDefinition, url: 'https://definitions.example/order'}\n",
            ""),
        "documentation/coverage": edits(
            odcs + dcs, "description: Sum of all lines in euros.", ""),
        "schema/object-empty": [:],
        "schema/nested-object-empty": [:],
        "schema/primary-key-missing": edits(odcs3, "        primaryKey: true\n        primaryKeyPosition: 1\n", "")
            .adding(edits([.odcs22], "        isPrimaryKey: true\n        primaryKeyPosition: 1\n", ""))
            .adding(edits([.dcs], "        primaryKey: true\n", "")).adding(
                edits([.dcs09], "        primary: true\n", "")),
        "schema/physical-type-missing": edits(odcs3, "        physicalType: CHAR(3)\n", ""),
        "quality/object-has-check": edits(
            [.odcs31, .odcs32],
            "    quality:\n      - {metric: rowCount, mustBeGreaterThan: 0, unit: rows, dimension: completeness}\n"
                + "      - {metric: duplicateValues, mustBe: 0, dimension: uniqueness, arguments: {properties: [id]}}\n",
            ""
        )
        .adding(
            edits(
                [.odcs30],
                "    quality:\n      - {rule: rowCount, mustBeGreaterThan: 0, unit: rows, dimension: completeness}\n"
                    + "      - {rule: duplicateValues, mustBe: 0, dimension: uniqueness}\n", "")
        )
        .adding(
            edits(
                [.odcs22],
                "    quality:\n      - {templateName: RowCount, toolName: ours, dimension: completeness}\n", "")
        )
        .adding(edits([.dcs], "    quality:\n      - {type: library, metric: rowCount, mustBeGreaterThan: 0}\n", "")),
        "quality/key-unique-check": edits(
            odcs31,
            "      - {metric: duplicateValues, mustBe: 0, dimension: uniqueness, arguments: {properties: [id]}}\n",
            ""
        )
        .adding(edits([.odcs30], "      - {rule: duplicateValues, mustBe: 0, dimension: uniqueness}\n", ""))
        .adding(
            edits([.dcs], "          - {type: library, metric: duplicateValues, mustBe: 0}\n", "")),
        "quality/required-null-check": edits(
            odcs31, "          - {metric: nullValues, mustBe: 0, dimension: completeness}",
            "          - {metric: duplicateValues, mustBe: 0, dimension: uniqueness}"
        )
        .adding(
            edits(
                [.odcs30], "          - {rule: nullValues, mustBe: 0, dimension: completeness}",
                "          - {rule: duplicateValues, mustBe: 0, dimension: uniqueness}")
        )
        .adding(edits([.dcs], "          - {type: library, metric: nullValues, mustBe: 0}\n", "")),
        "quality/critical-element-checked": edits(
            odcs31, "        quality:\n          - {metric: nullValues, mustBe: 0, dimension: accuracy}\n", ""
        )
        .adding(
            edits(
                [.odcs30], "        quality:\n          - {rule: nullValues, mustBe: 0, dimension: accuracy}\n", "")),
        "quality/operator-sensible": edits(
            [.odcs30, .odcs31, .odcs32, .dcs], "mustBeGreaterThan: 0", "mustBeGreaterThan: -1"),
        "quality/metric-sensible": edits(odcs3, "unit: rows", "unit: percent"),
        "quality/dimension-known": edits(
            odcs3, "unit: rows, dimension: completeness", "unit: rows"),
        "quality/row-count": edits(
            odcs31, "{metric: rowCount, mustBeGreaterThan: 0, unit: rows, dimension: completeness}",
            "{metric: duplicateValues, mustBe: 0, dimension: uniqueness, arguments: {properties: [email]}}"
        )
        .adding(
            edits(
                [.odcs30], "{rule: rowCount, mustBeGreaterThan: 0, unit: rows, dimension: completeness}",
                "{rule: duplicateValues, mustBe: 0, dimension: uniqueness}")
        )
        .adding(edits([.dcs], "    quality:\n      - {type: library, metric: rowCount, mustBeGreaterThan: 0}\n", "")),
        "interoperability/unit-known": edits(odcs3, "unit: rows", "unit: pieces"),
    ]

    private static let properties: [String: Edits] = [
        "compliance/critical-element-governed": edits(
            odcs3, "        criticalDataElement: true\n        classification: internal\n",
            "        criticalDataElement: true\n"
        )
        .adding(
            edits(
                [.odcs22], "        criticalDataElementStatus: true\n        classification: internal\n",
                "        criticalDataElementStatus: true\n")),
        "documentation/property-described": edits(
            odcs + dcs, "        description: Money that the customer paid in.\n", ""),
        "documentation/description-meaningful": edits(
            odcs + dcs, "description: Sum of all lines in euros.", "description: total"),
        "interoperability/name-convention": edits(odcs3, "- name: total\n", "- name: totalAmount\n")
            .adding(edits([.odcs22], "column: total", "column: totalAmount"))
            .adding(edits(dcs, "      total:", "      totalAmount:")),
        "schema/name-case": edits(odcs3, "name: ordered_at", "name: ordered_At-2")
            .adding(edits([.odcs22], "column: currency_code", "column: currency_Code-2"))
            .adding(edits(dcs, "      currency_code:", "      currency_Code-2:")),
        "schema/name-reserved-word": edits(odcs3, "name: labels", "name: order")
            .adding(edits([.odcs22], "column: total", "column: order"))
            .adding(edits(dcs, "      labels:", "      order:")),
        "schema/primary-key-nullable": edits(odcs3, "required: true", "required: false")
            .adding(edits([.odcs22], "isNullable: false", "isNullable: true"))
            .adding(edits(dcs, "required: true", "required: false")),
        "schema/logical-type-missing": edits(odcs3, "        logicalType: number\n", ""),
        "schema/items-missing": edits(odcs3, "        items: {logicalType: string}\n", "")
            .adding(edits(dcs, "        items: {type: string}\n", "")),
        "interoperability/timestamp-timezone": edits(
            odcs31, "timezone: false, defaultTimezone: Etc/UTC", "timezone: false"),
        "interoperability/currency-code": edits(odcs3 + [.dcs], "examples: [EUR]", "examples: [Euro]")
            .adding(edits([.odcs22], "sampleValues: [EUR]", "sampleValues: [Euro]"))
            .adding(edits([.dcs09], "example: EUR", "example: Euro")),
        "interoperability/shared-definition": edits(
            odcs,
            "        authoritativeDefinitions:\n          - {type: businessDefinition, url: 'https://definitions.example/order-id'}\n",
            ""),
        "privacy/pii-classified": edits(odcs + dcs, "classification: restricted", "classification: internal"),
        "privacy/pii-encrypted": edits(odcs, "tags: [pii, hashed]", "tags: [pii]")
            .adding(edits(dcs, "        tags: [hashed]\n", "")),
        "privacy/pii-untagged": edits(odcs, "tags: [pii, hashed]", "tags: [hashed]")
            .adding(edits(dcs, "        pii: true\n", "")),
        "privacy/classification-known": edits(odcs, "classification: internal", "classification: internl")
            .adding(
                edits(
                    dcs, "description: Sum of all lines in euros.",
                    "description: Sum of all lines in euros.\n        classification: internl")),
        "privacy/personal-data-in-examples": edits(
            odcs3 + [.dcs], "examples: [none]", "examples: [jane.roe@mail-provider.net]"
        )
        .adding(edits([.odcs22], "sampleValues: [none]", "sampleValues: [jane.roe@mail-provider.net]"))
        .adding(edits([.dcs09], "example: none", "example: jane.roe@mail-provider.net")),
        "privacy/special-category-restricted": edits(
            odcs3, "name: labels\n", "name: religion\n        classification: internal\n"
        )
        .adding(edits([.odcs22], "column: total", "column: religion"))
        .adding(edits(dcs, "      labels:\n", "      religion:\n        classification: internal\n")),
    ]

    /// Policies that the test gives parameters to.
    private static let policies: [String: Edits] = [
        "interoperability/tag-taxonomy": edits(odcs + dcs, "tags: [finance]", "tags: [finance, odd]"),
        "required/owners": edits(odcs31, "name: Orders desk", "name: Other desk"),
        "required/domains": edits(odcs3, "domain: sales", "domain: odd").adding(
            edits([.odcs22], "datasetDomain: sales", "datasetDomain: odd")),
        "required/statuses": edits(odcs + dcs, "status: active", "status: proposed"),
        "required/regions": [:],
        "required/server-types": edits(odcs3, "type: postgresql", "type: redshift"),
        "required/tags": edits(odcs + dcs, "tags: [finance]", "tags: [other]"),
        "required/custom-properties": edits(odcs, "  - {property: costCenter, value: 4711}\n", ""),
        "required/columns": [:],
        "required/column-order": [:],
        "required/id-form": edits(odcs3 + dcs, "id: orders", "id: ORDERS").adding(
            edits([.odcs22], "uuid: orders", "uuid: ORDERS")),
        "required/version-form": edits(odcs + dcs, "version: 1.0.0", "version: 1.0.0-rc.1"),
        "required/file-name": [:],
        "required/keys": edits(odcs3, "domain: sales\n", "").adding(edits([.odcs22], "datasetDomain: sales\n", "")),
    ]

    private static let odps: [RemedyFamily] = [.odps10, .odps11]

    private static let products: [String: Edits] = [
        "product/archetype-known": edits([.odps11], "type: consumerAligned", "type: dashboard").adding(
            edits([.odps10], "value: consumer-aligned", "value: dashboard")),
        "product/source-aligned-has-no-upstream": edits([.odps11], "type: consumerAligned", "type: sourceAligned")
            .adding(edits([.odps10], "value: consumer-aligned", "value: source-aligned")),
        "product/aggregate-has-upstreams": edits([.odps11], "type: consumerAligned", "type: aggregate").adding(
            edits([.odps10], "value: consumer-aligned", "value: aggregate")),
        "product/consumer-aligned-has-purpose": edits(
            odps, "  purpose: Weekly punctuality of carriers for the dashboard of customer care.\n", "  usage: none\n"),
        "product/input-contract-undeclared": edits(odps, "contractId: sales-orders", "contractId: other"),
    ]
}

extension [RemedyFamily: RemedyEdit] {
    func adding(_ other: Self) -> Self { merging(other) { first, _ in first } }
}
