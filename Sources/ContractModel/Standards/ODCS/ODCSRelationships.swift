/// Foreign keys (3.1).
extension ODCS {
    static let relationships: [Shape] = [
        Shape(
            "ObjectRelationship", "a relationship of a schema object", as: .relationship,
            rows: relationshipRows + references(.from, "Where it starts: this object's properties"),
            constraints: [.sameForm(.from, .to)], mistakes: relationshipMistakes),
        Shape(
            "PropertyRelationship", "a relationship of a property", as: .relationship, rows: relationshipRows,
            mistakes: relationshipMistakes.merging(
                ["from": "Leave from out: a relationship of a property starts at that property"],
                uniquingKeysWith: { $1 })),
    ]

    private static let relationshipRows: [Row] =
        references(.to, "What it refers to: properties of this or another contract") + [
            Row(.type, .text("foreignKey"), v31, "Kind of the relationship: foreignKey"),
            Row(.id, .text(inProse: stableID32), v32, "Identifier of the relationship"),
            // The examples of the prose use it.
            Row(
                .description, .text, .none, prose: ProseConflict(.rejectedBySchema, v31), "What the relationship means"),
            customProperties(v31),
        ]

    private static func references(_ key: Key, _ doc: String) -> [Row] {
        let earlier: Kind = .text(matching: shorthand31, qualified31)
        let later: Kind = .text(matching: shorthand32, qualified32)
        return [
            Row(key, earlier | .list(of: earlier, atLeast: 1), .between("3.1.0", "3.1.0"), required: v31, doc),
            Row(key, later | .list(of: later, atLeast: 1), v32, required: v32, doc),
        ]
    }

    private static let relationshipMistakes: [String: String] = [
        "target": "Write to", "references": "Write to", "name": "Say the name under customProperties",
        "fromProperties": "Write from, with references such as orders.customer_id",
        "toProperties": "Write to, with references such as customers.id",
        "toSchema": "Write to, with references such as customers.id",
    ]

    private static let word = "[A-Za-z_][A-Za-z0-9_]*"

    private static let shorthand31 = StandardPattern(#"^\#(word)\.\#(word)$"#, "a reference such as orders.customer_id")
    private static let shorthand32 = StandardPattern(
        #"^[A-Za-z_][A-Za-z0-9_\-]*(\.[A-Za-z_][A-Za-z0-9_\-]*)+$"#, "a reference such as orders.customer_id")

    private static let qualified31 = StandardPattern(
        qualified(file: #"\.yaml#"#, identifier: "[A-Za-z0-9_-]"), qualifiedMeaning)
    private static let qualified32 = StandardPattern(
        qualified(file: #"\.ya?ml#"#, identifier: identifier32), qualifiedMeaning)
    private static let qualifiedMeaning = "a path of ids such as schema/orders/properties/customer_id"

    private static func qualified(file: String, identifier: String) -> String {
        let step = "\(word)/\(identifier)+"
        return #"^(?:(?:https?://)?[A-Za-z0-9._\-/]+\#(file))?/?\#(step)(?:/\#(step))*$"#
    }
}
