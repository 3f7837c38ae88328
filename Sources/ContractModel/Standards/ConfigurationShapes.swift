internal import YAMLTree

/// The form of `.contractlint.yaml`, judged by the same tables and the same code as contracts.
package enum ConfigurationShapes {
    package static let table = ShapeTable(
        .configuration, [root, layer, match, adjustment, addition, compatibility, standard, limits])

    private static let root = Shape(
        "Configuration", "the configuration", as: .other,
        rows: [
            Row(.version, .integer, required: .all, "Version of this file's form: 1"),
            Row(.include, globs, "The files that a walk over folders reads; without it every .yaml and .yml"),
            Row(.exclude, globs, "The files and folders that a walk leaves out, as in .gitignore"),
            Row(.failOn, .text("error", "warning", "info", "never"), "The least severity that fails a run"),
            Row(
                .rules, .map(of: .text("off", "info", "warning", "error")),
                "Severities by rule: its id, or pack/* for all rules of a pack"),
            Row(
                .layers, .list(of: .shape("Layer"), atLeast: 1),
                "Who governs what, the highest first; without it every contract has the recommended rules"),
            Row(.waivers, .list(of: .text), "Files of waivers: files, folders or globs"),
            Row(.longestWaiver, .integer(atLeast: 1), "Days from today that a waiver may last at most"),
            Row(.baseline, .text, "File of the findings that are known and do not count"),
            Row(.compatibility, .shape("Compatibility"), "What counts as a breaking change"),
            Row(.standard, .shape("StandardSection"), "What is allowed beyond the standards"),
            Row(.limits, .shape("Limits"), "How much of a file is read"),
        ],
        mistakes: [
            "ignore": "Write exclude", "severity": "Write rules, with a severity for each rule id",
            "fail-on": "Write failOn",
            "fail_on": "Write failOn", "waiver": "Write waivers, a list", "baselines": "Write baseline, one file",
        ])

    private static let layer = Shape(
        "Layer", "a layer", as: .other,
        rows: [
            Row(.name, .text, required: .all, "Name of the layer, such as organisation or sales"),
            Row(.under, .text, "Name of a layer above that it belongs to"),
            Row(.match, .shape("Match"), "The contracts that it governs; without it all"),
            Row(
                .packs, .list(of: .text),
                "Rule packs: recommended, strict, the name of a standard pack, or files as globs"),
            Row(
                .adjust, .map(of: .shape("Adjustment")),
                "What it changes of rules: by their ids, or pack/* for all rules of a pack"),
        ],
        mistakes: ["pack": "Write packs, a list", "rules": "Write packs, or adjust", "scope": "Write match"])

    private static let match = Shape(
        "Match", "a match", as: .other,
        rows: [
            Row(.domains, globs, "Domains of the contracts, as globs"),
            Row(.tenants, globs, "Tenants of the contracts, as globs"),
            Row(.statuses, globs, "States of the contracts"),
            Row(.tags, globs, "Tags of the contracts: one of them is enough"),
            Row(.paths, globs, "Files of the contracts, as in .gitignore"),
        ],
        mistakes: ["domain": "Write domains, a list", "path": "Write paths, a list"])

    private static let adjustment = Shape(
        "Adjustment", "an adjustment", as: .other,
        rows: [
            Row(.severity, .text("off", "info", "warning", "error"), "Severity of the rule"),
            Row(
                .enforcement, .text("advisory", "waivable", "mandatory"),
                "Whether findings fail a run and can be waived"),
            Row(.lock, .text("open", "tighten", "sealed"), "What a lower layer may change"),
            Row(.effectiveFrom, .text, "The day from which it is in force, as 2026-01-31; until then it warns at most"),
            Row(.params, .map(of: .anything), "Values of its parameters"),
            Row(.scope, .shape("Match"), "The contracts that the rule is about"),
            Row(
                .require, .map(of: expression | .shape("Addition"), atLeast: 1),
                "Clauses that it adds, by name: what must hold as well, as CEL"),
        ],
        mistakes: [
            "level": "Write severity", "parameters": "Write params", "clauses": "Write require",
            "from": "Write effectiveFrom", "where": "Write scope: the expressions of a rule stay as they are",
        ])

    private static let addition = Shape(
        "Addition", "an added clause", as: .other,
        rows: [
            Row(.require, expression, required: .all, "What must hold, as CEL"),
            Row(.message, .text, "What a finding says"),
        ])

    /// YAML reads `true` as a boolean; as an expression it is one too.
    private static let expression: Kind = .text | .boolean

    private static let compatibility = Shape(
        "Compatibility", "the section `compatibility`", as: .other,
        rows: [
            Row(
                .profile,
                .text(
                    "consumer", "producer", "full", "consumer+transitive", "producer+transitive", "full+transitive",
                    "consumer+transitive-all", "producer+transitive-all", "full+transitive-all"),
                "Who must be able to go on: those who read, those who write, or both; with every released version"),
            Row(.strict, .boolean, "Whether what is risky counts as breaking"),
            Row(
                .readerProfile, .text("late-bound", "early-bound"),
                "When readers fix the types they read: when they run, or when they are compiled"),
            Row(.notice, .integer(atLeast: 0), "Days that readers are promised between a notice and what it is about"),
            Row(.classifications, globs, "Classifications, the least strict first"),
            Row(
                .majorAllows, .boolean,
                "Whether a change that breaks passes, as a warning, once the version has risen by a major"),
            Row(.deprecatedProperty, .text, "Custom property that marks what is deprecated, before ODCS 3.2"),
        ],
        mistakes: ["noticeWindow": "Write notice", "readers": "Write readerProfile"])

    private static let standard = Shape(
        "StandardSection", "the section `standard`", as: .other,
        rows: [
            Row(
                .extensionKeys, globs,
                "Keys of your own that contracts may have beside those of their standard, as globs such as x-*")
        ],
        mistakes: ["extensions": "Write extensionKeys, a list", "allowedKeys": "Write extensionKeys, a list"])

    private static let limits = Shape(
        "Limits", "limits", as: .other,
        rows: [
            Row(.flowNesting, count, "Brackets and braces inside each other"),
            Row(.blockNesting, count, "Collections inside each other"),
            Row(.aliasNodes, count, "Values that aliases may repeat in a file"),
            Row(.fileBytes, count, "Bytes of a file"),
            Row(.nodes, count, "Values, keys and collections of a file"),
        ])

    private static let globs: Kind = .list(of: .text)
    private static let count: Kind = .integer(atLeast: 1)
}
