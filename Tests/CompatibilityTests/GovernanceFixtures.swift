import Compatibility
import TestSupport

/// What is said about properties, and quality rules: a pair for every row, read in both directions.
enum GovernanceFixtures {
    static let properties: [PairCase] = [
        PairCase(
            "a critical element", property: "criticalDataElement: ⟦false⟧", "criticalDataElement: ⟦true⟧",
            "critical-data-element-set I/I patch", back: ["critical-data-element-cleared R/R minor"]),
        PairCase(
            "a stricter classification", property: "classification: ⟦Internal⟧", "classification: ⟦restricted⟧",
            "classification-raised R/R minor", back: ["classification-lowered R/R minor"]),
        PairCase(
            "a first classification", property: "", "classification: ⟦secret⟧", "classification-raised R/R minor",
            back: ["classification-lowered R/R minor"]),
        PairCase(
            "classifications without a rank", property: "classification: ⟦secret⟧", "classification: ⟦public⟧",
            "classification-changed R/R minor"),
        PairCase(
            "personal data", property: "tags: ⟦[contact]⟧", "tags: ⟦[contact, PII]⟧", "pii-tag-added I/I patch",
            back: ["pii-tag-removed R/R minor"]),
        PairCase("the order of tags", property: "tags: [a, b]", "tags: [b, a]"),
        PairCase("another tag", property: "tags: ⟦[a]⟧", "tags: ⟦[b]⟧", "tags-changed I/I patch"),
        PairCase(
            "an encrypted column comes", property: "", "encryptedName: ⟦e1⟧", "encrypted-name-added I/I patch",
            back: ["encrypted-name-removed B/B major"]),
        PairCase(
            "another encrypted column", property: "encryptedName: ⟦e1⟧", "encryptedName: ⟦e2⟧",
            "encrypted-name-changed B/B major"),
        PairCase(
            "another source", property: "transformSourceObjects: ⟦[a]⟧", "transformSourceObjects: ⟦[b]⟧",
            "transform-changed R/R minor"),
        PairCase(
            "other words for how it is made", property: "transformDescription: ⟦a⟧", "transformDescription: ⟦b⟧",
            "transform-description-changed I/I patch"),
        PairCase(
            "deprecated", property: "deprecated: ⟦false⟧", "deprecated: ⟦true⟧", "deprecation-announced I/I patch",
            back: ["deprecation-withdrawn I/I patch"]),
        PairCase(
            "deprecated by a custom property", property: "",
            "customProperties: [{property: deprecated, value: true}]", "deprecation-announced I/I patch",
            "custom-properties-changed I/I patch",
            back: ["deprecation-withdrawn I/I patch", "custom-properties-changed I/I patch"]),
        PairCase("a description", property: "description: ⟦a⟧", "description: ⟦b⟧", "description-changed I/I patch"),
        PairCase("examples", property: "examples: ⟦[1]⟧", "examples: ⟦[1, 2]⟧", "examples-changed I/I patch"),
        PairCase(
            "a business name", property: "businessName: ⟦a⟧", "businessName: ⟦b⟧", "business-name-changed I/I patch"),
        PairCase(
            "a link", property: "authoritativeDefinitions: ⟦[{url: a, type: b}]⟧",
            "authoritativeDefinitions: ⟦[{url: a, type: c}]⟧", "definitions-changed I/I patch"),
        PairCase(
            "whatever else", property: "semanticType: ⟦measure⟧", "semanticType: ⟦dimension⟧",
            "detail-changed I/I patch"),
        PairCase(
            "a key that the standard does not know", property: "nullable: ⟦true⟧", "nullable: ⟦false⟧",
            "detail-changed I/I patch"),
        PairCase("nothing in a list", property: "tags: []\nexamples: []", "description:"),
    ]

    private static func rule(_ text: String) -> String { "quality:\n  - {\(text)}" }

    static let quality: [PairCase] = [
        PairCase(
            "a rule comes", property: "", rule("type: library, metric: ⟦rowCount⟧, mustBeGreaterThan: 0"),
            "quality-added K/B minor narrows", back: ["quality-removed B/K major widens"]),
        PairCase(
            "a stricter threshold", property: rule("type: library, metric: nullValues, mustBeLessThan: ⟦10⟧"),
            rule("type: library, metric: nullValues, mustBeLessThan: ⟦5⟧"), "quality-tightened K/B minor narrows",
            back: ["quality-loosened B/K major widens"]),
        PairCase(
            "one threshold with two operators", property: rule("type: library, metric: nullValues, mustBe: 0"),
            rule("type: library, metric: nullValues, mustBeLessThan: 1")),
        PairCase(
            "not one threshold in percent",
            property: rule("type: library, metric: nullValues, unit: percent, mustBe: 0"),
            rule("type: library, metric: nullValues, unit: percent, mustBeLessThan: 1"),
            "quality-loosened B/K major widens", back: ["quality-tightened K/B minor narrows"]),
        PairCase(
            "ranges that overlap", property: rule("type: sql, query: q, mustBeBetween: ⟦[0, 10]⟧"),
            rule("type: sql, query: q, mustBeBetween: ⟦[5, 20]⟧"), "quality-moved B/B major overlaps"),
        PairCase(
            "ranges that lie apart", property: rule("type: sql, query: q, mustBeLessThan: 5"),
            rule("type: sql, query: q, mustBeGreaterOrEqualTo: 5"), "quality-moved B/B major disjoint"),
        PairCase(
            "a hole", property: rule("type: sql, query: q, mustNotBe: 5"),
            rule("type: sql, query: q, mustNotBeBetween: [4, 6]"), "quality-tightened K/B minor narrows",
            back: ["quality-loosened B/K major widens"]),
        PairCase(
            "another query", property: rule("name: n, type: sql, query: ⟦q1⟧, mustBe: 0"),
            rule("name: n, type: sql, query: ⟦q2⟧, mustBe: 0"), "quality-edited R/R minor unknown"),
        PairCase(
            "another unit", property: rule("type: library, metric: nullValues, unit: ⟦rows⟧, mustBeLessThan: 5"),
            rule("type: library, metric: nullValues, unit: ⟦percent⟧, mustBeLessThan: 5"),
            "quality-edited R/R minor unknown"),
        PairCase(
            "a lower severity", property: rule("type: text, description: d, severity: ⟦error⟧"),
            rule("type: text, description: d, severity: ⟦warning⟧"), "quality-severity-lowered R/R minor",
            back: ["quality-severity-raised I/I patch"]),
        PairCase(
            "severities without a rank", property: rule("type: text, description: d, severity: ⟦S1⟧"),
            rule("type: text, description: d, severity: ⟦S2⟧"), "quality-severity-changed R/R minor"),
        PairCase(
            "rarer checks", property: rule("type: text, description: d, schedule: ⟦'0 * * * *'⟧"),
            rule("type: text, description: d, schedule: ⟦'0 20 * * *'⟧"), "quality-rarer R/R minor",
            back: ["quality-more-frequent I/I patch"]),
        PairCase(
            "checks at other times", property: rule("type: text, description: d, schedule: ⟦'0 20 * * *'⟧"),
            rule("type: text, description: d, schedule: ⟦'0 21 * * *'⟧"), "quality-schedule-changed R/R minor"),
        PairCase(
            "rules in another order",
            property: "quality:\n  - {type: sql, query: a, mustBe: 0}\n  - {type: sql, query: b, mustBe: 1}",
            "quality:\n  - {type: sql, query: b, mustBe: 1}\n  - {type: sql, query: a, mustBe: 0}"),
        PairCase(
            "rules of one metric keep apart",
            property:
                "quality:\n  - {type: library, metric: rowCount, mustBeGreaterThan: 5}\n  - {type: library, metric: rowCount, mustBeLessThan: 50}",
            "quality:\n  - {type: library, metric: rowCount, mustBeLessThan: ⟦40⟧}\n  - {type: library, metric: rowCount, mustBeGreaterThan: 5}",
            "quality-tightened K/B minor narrows", back: ["quality-loosened B/K major widens"]),
    ]
}
