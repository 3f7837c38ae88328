internal import YAMLTree

/// The form of rule packs, judged by the same tables and the same code as contracts.
package enum RulePackShapes {
    package static let table = ShapeTable(.rulePack, [pack, rule, scope, examples])

    private static let pack = Shape(
        "RulePack", "a rule pack", as: .other,
        rows: [
            Row(.apiVersion, .text("contractlint/v1"), required: .all, "Version of this file's form: contractlint/v1"),
            Row(.kind, .text("RulePack"), required: .all, "What the document is: RulePack"),
            Row(.id, .text(matching: packID), required: .all, "The pack's name: the first part of its rules' ids"),
            Row(.version, .text, required: .all, "Version of the pack, as 2.3.0"),
            Row(.owner, .text, "Who answers for the rules"),
            Row(.description, .text, "What the rules are for"),
            Row(.includes, .list(of: .text), "Packs that it brings along: standard packs, or files beside it"),
            Row(.rules, .list(of: .shape("Rule"), atLeast: 1), required: .all, "The rules"),
        ],
        mistakes: ["name": "Write id", "rule": "Write rules, a list", "include": "Write includes, a list"])

    private static let rule = Shape(
        "Rule", "a rule", as: .other,
        rows: [
            Row(.id, .text(matching: ruleID), required: .all, "The rule's name within its pack"),
            Row(.summary, .text, "What the rule demands, in one sentence"),
            Row(.severity, .text("error", "warning", "info", "off"), required: .all, "How grave a finding is"),
            Row(
                .tier, .text("core", "recommended", "strict"),
                "Of the rules that come with contractlint: the smallest set that has it"),
            Row(
                .enforcement, .text("advisory", "waivable", "mandatory"),
                "Whether findings fail a run and can be waived"),
            Row(.lock, .text("open", "tighten", "sealed"), "What a lower layer may change"),
            Row(.effectiveFrom, .text, "The day from which it is in force, as 2026-01-31; until then it warns at most"),
            Row(.scope, .shape("Scope"), "The contracts that the rule is about"),
            Row(.select, .text, required: .all, "What the rule looks at, one by one: property, object, contract, …"),
            Row(.let, .map(of: expression, atLeast: 1), "Names for expressions that the others speak of, as CEL"),
            Row(.where, expression, "Which of them the rule is about, as CEL"),
            Row(.params, .map(of: .anything), "Numbers, words and lists that an organisation may tune"),
            Row(.require, expression | .map(of: expression, atLeast: 1), required: .all, "What must hold, as CEL"),
            Row(
                .at, .text | texts,
                "The value that a finding points at, as property.classification; of several the first there is"
            ),
            Row(.message, .text | .map(of: .text, atLeast: 1), required: .all, "What a finding says"),
            Row(
                .remedy, .text | .map(of: .text, atLeast: 1),
                "What to do about it: for every standard, or by standard, as ODCS, ODCS 3.0, DCS, ODPS"),
            Row(
                .topic, .text,
                "The noun for what is missing where the rule fails, such as owner; reports name several at once"
            ),
            Row(.rationale, .text, "Why it matters"),
            Row(.references, .list(of: .text), "Laws, standards and pages that demand it"),
            Row(.examples, .shape("Examples"), "What fails and what passes: tests and documentation of the rule"),
        ],
        mistakes: [
            "assert": "Write require", "check": "Write require", "condition": "Write where", "if": "Write where",
            "when": "Write where", "filter": "Write where", "must": "Write require", "given": "Write select",
            "then": "Write require", "level": "Write severity", "description": "Write summary, or rationale",
            "help": "Write remedy", "why": "Write rationale", "name": "Write id", "parameters": "Write params",
            "example": "Write examples, with fail and pass",
            "fix": "No edits exist yet that a rule could name: say what to do in remedy",
        ])

    private static let scope = Shape(
        "Scope", "a scope", as: .other,
        rows: [
            Row(.domains, texts, "Domains of the contracts, as globs"),
            Row(.tenants, texts, "Tenants of the contracts, as globs"),
            Row(.statuses, texts, "States of the contracts: draft, active, deprecated, retired, …"),
            Row(.tags, texts, "Tags of the contracts: one of them is enough"),
            Row(.paths, texts, "Files of the contracts, as in .gitignore"),
        ],
        mistakes: [
            "domain": "Write domains, a list", "status": "Write statuses, a list", "path": "Write paths, a list",
        ])

    private static let examples = Shape(
        "Examples", "examples", as: .other,
        rows: [
            Row(.fail, .list(of: .mapping), "Fragments of contracts that break the rule"),
            Row(.pass, .list(of: .mapping), "Fragments of contracts that obey it"),
        ])

    private static let texts = Kind.list(of: .text, atLeast: 1)
    /// YAML reads `true` as a boolean; as an expression it is one too.
    private static let expression: Kind = .text | .boolean

    private static let packID = StandardPattern(
        "^[a-z0-9]+([-.][a-z0-9]+)*$", "lower-case words with hyphens between, such as acme-privacy")
    private static let ruleID = StandardPattern(
        "^[a-z0-9]+(-[a-z0-9]+)*$", "lower-case words with hyphens between, such as pii-classified")
}
