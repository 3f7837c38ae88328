/// Keys that many parts of a contract share: links, custom properties, tags, identifiers, names that people use.
extension ODCS {
    static let common: [Shape] =
        [
            Shape(
                "CustomProperty", "a custom property", as: .customProperty, open: beforeV31,
                rows: stableID + [
                    Row(.property, .text, required: v31, "Name of the custom property"),
                    Row(.value, .mapping, v2, "Its value"),
                    Row(.value, .anything, v3, required: v31, "Its value, of any type"),
                    Row(.description, .text, v31, "What the custom property is for"),
                    Row(.vendor, .text, v32, "Who defined the custom property"),
                ],
                mistakes: ["name": "Write the name under property", "key": "Write the name under property"]),
            Shape(
                "LooseCustomProperty", "a custom property", as: .customProperty, open: v2,
                rows: [
                    Row(.property, .anything, v2, "Name of the custom property"),
                    Row(.value, .anything, v2, "Its value, of any type"),
                ]),
            Shape(
                "AuthoritativeDefinition", "an authoritative definition", as: .definition, open: beforeV31,
                rows: stableID + [
                    Row(.url, .text, required: .all, "Where the definition is found"),
                    Row(.type, .text, required: .all, "What kind of definition it is, such as businessDefinition"),
                    Row(.description, .text, v31, "What the link leads to"),
                ],
                mistakes: ["link": "Write the address under url", "href": "Write the address under url"]),
            Shape(
                "Synonym", "a synonym", as: .synonym,
                rows: [
                    Row(.id, .text(matching: stableID32), v32, "Stable identifier to refer to it by"),
                    Row(.synonym, .text, v32, required: v32, "The other name"),
                    Row(.description, .text, v32, "When the other name is used"),
                    Row(.locale, .text, v32, "Language tag of the other name, such as fr-FR"),
                    Row(.source, .text, v32, "Where the other name comes from"),
                    Row(.status, .text, v32, "Whether the other name is still in use"),
                    customProperties(v32),
                ],
                mistakes: ["name": "Write the other name under synonym"]),
        ] + contexts

    /// Guidance for AI agents (3.2).
    private static let contexts: [Shape] = [
        Shape(
            "Context", "a context", as: .context,
            rows: [
                Row(.instructions, .text, v32, "What an AI agent should know before it uses the data"),
                Row(
                    .verifiedStatements, .list(of: .shape("VerifiedStatement")), v32,
                    "Typical questions, with the answers that are right"),
                Row(.constraints, .list(of: .shape("ContextConstraint")), v32, "What an AI agent must not do"),
            ]),
        Shape(
            "VerifiedStatement", "a verified statement", as: .statement,
            rows: [
                Row(.id, .text, v32, "Stable identifier to refer to it by"),
                Row(.question, .text, v32, required: v32, "A question that people ask of the data"),
                Row(.answer, .text, v32, "The answer to expect"),
                authoritativeDefinitions(v32), tags(v32), customProperties(v32),
            ]),
        Shape(
            "ContextConstraint", "a constraint", as: .constraint,
            rows: [
                Row(.id, .text, v32, "Stable identifier to refer to it by"),
                Row(.constraint, .text, v32, required: v32, "What an AI agent must not do"),
                authoritativeDefinitions(v32), tags(v32), customProperties(v32),
            ]),
    ]

    // MARK: Rows that many shapes have

    static func tags(_ versions: Versions) -> Row {
        Row(.tags, .list(of: .text), versions, "Words to group and find it by")
    }

    static func customProperties(_ versions: Versions) -> Row {
        Row(.customProperties, .list(of: .shape("CustomProperty")), versions, "Keys and values of your own")
    }

    static func authoritativeDefinitions(_ versions: Versions) -> Row {
        Row(
            .authoritativeDefinitions, .list(of: .shape("AuthoritativeDefinition")), versions,
            "Links to where more is said about it")
    }

    static func synonyms(_ versions: Versions) -> Row {
        Row(.synonyms, .list(of: .shape("Synonym")), versions, "Other names that people use for it")
    }

    static func context(_ versions: Versions) -> Row {
        Row(.context, .text | .shape("Context"), versions, "Guidance for AI agents that use the data")
    }

    /// The optional `id` of most elements since 3.1.
    static let stableID: [Row] = [
        Row(.id, .text(matching: stableID31), .between("3.1.0", "3.1.0"), "Stable identifier to refer to it by"),
        Row(.id, .text(matching: stableID32), v32, "Stable identifier to refer to it by"),
    ]

    // MARK: Patterns

    static let stableID31 = StandardPattern("^[A-Za-z0-9_-]+$", "letters, digits, hyphens and underscores only")
    static let stableID32 = StandardPattern(
        "^\(identifier32)+$", #"text without white space and none of . # / \ @ ! % & ^"#)

    /// `[^\s.#/\\@!%&^]` with the white space of ECMA-262, where RE2's `\s` is ASCII only.
    static let identifier32 = #"[^\s\v\pZ\x{FEFF}.#/\\@!%&^]"#
}
