import Diagnostics
import Governance
import RuleLanguage
import TestSupport
import Testing

/// Tiers as sets of rules: what each brings, how grave it is there, and how sets come together.
@Suite struct TierTests {
    /// A contract that lacks a purpose (recommended), a usage (strict), and classifies personal data too low (core); with an
    /// anchor that nobody uses (strict, written in Swift).
    private static let contract = """
        apiVersion: v3.1.0
        kind: DataContract
        id: orders
        version: 1.0.0
        status: draft
        tags: [&unused a]
        schema:
          - name: orders
            properties: [{name: email, tags: [pii], classification: public}]

        """
    private static let watched = [
        "documentation/purpose-present", "documentation/usage-present", "privacy/pii-classified", "yaml/anchor-unused",
    ]

    /// Severity of each of these rules under some layers; `-`: it says nothing.
    private static func severities(_ configuration: String) throws -> String {
        let configuration = try Configuration(name: "c.yaml", raw: Array("version: 1\n\(configuration)\n".utf8))
        let found = checked(name: "a.odcs.yaml", raw: Array(contract.utf8), configuration).findings
        return watched.map { rule in found.first { $0.rule == rule }?.severity.rawValue ?? "-" }
            .joined(separator: " ")
    }

    @Test(arguments: [
        ("", "warning - error -"),
        ("layers: [{name: a, packs: [core]}]", "- - error -"),
        ("layers: [{name: a, packs: [recommended]}]", "warning - error -"),
        ("layers: [{name: a, packs: [strict]}]", "error warning error warning"),
        ("layers: [{name: a}]", "- - - -"),
        // A pack by its name is all of its rules, at their own severities.
        ("layers: [{name: a, packs: [documentation]}]", "warning warning - -"),
        ("layers: [{name: a, packs: [yaml]}]", "- - - warning"),
        ("layers: [{name: a, packs: [core, documentation]}]", "warning warning error -"),
        // What is brought twice weighs the graver of both, whichever comes first.
        ("layers: [{name: a, packs: [recommended]}, {name: b, packs: [strict]}]", "error warning error warning"),
        ("layers: [{name: a, packs: [recommended, strict]}]", "error warning error warning"),
        ("layers: [{name: a, packs: [strict]}, {name: b, packs: [recommended]}]", "error warning error warning"),
        (
            "layers: [{name: a, packs: [recommended]}, {name: b, match: {domains: [x]}, packs: [strict]}]",
            "warning - error -"
        ),
        // What somebody has decided stays.
        (
            "layers: [{name: a, packs: [recommended], adjust: {documentation/*: {severity: info}}}, "
                + "{name: b, packs: [strict]}]", "info warning error warning"
        ),
        (
            "layers: [{name: a, packs: [recommended], adjust: {documentation/purpose-present: {severity: off}}}, "
                + "{name: b, packs: [strict]}]", "- warning error warning"
        ),
        (
            "layers: [{name: a, packs: [recommended], adjust: {documentation/purpose-present: {lock: sealed}}}, "
                + "{name: b, packs: [strict]}]", "warning warning error warning"
        ),
        // A rule by its name, whatever its tier.
        ("rules: {documentation/usage-present: info, yaml/anchor-unused: error}", "warning info error error"),
        ("rules: {documentation/usage-present: off}", "warning - error -"),
        ("layers: [{name: a, adjust: {documentation/usage-present: {severity: warning}}}]", "- warning - -"),
        // Those of a pack that some layer has brought.
        ("rules: {documentation/*: error}", "error - error -"),
        ("rules: {yaml/*: error}", "warning - error -"),
    ]) func whatASetBrings(_ configuration: String, _ expected: String) throws {
        #expect(try Self.severities(configuration) == expected)
    }

    @Test func everyRuleIsOfATierAndNoHigherThanItAllows() {
        for rule in StandardPacks.rules {
            let tier = rule.descriptor.tier
            #expect(tier != nil, "\(rule.id)")
            #expect(
                rule.descriptor.severity == .warning || (tier == .core && rule.descriptor.severity == .error),
                "\(rule.id)")
        }
        #expect(
            RuleCatalogue.native.filter { $0.tier == .strict }.map(\.id).sorted() == [
                "mesh/agreement-without-reading", "mesh/need-unstated", "product/orphan-contract",
                "standard/prose-conflict", "yaml/anchor-unused", "yaml/merge-key",
            ])
    }

    @Test func aRuleThatDoesNotExistIsStillUnknown() {
        #expect(throws: (any Error).self) {
            try Configuration(name: "c.yaml", raw: Array("version: 1\nrules: {privacy/pii-clasified: off}\n".utf8))
        }
    }
}
