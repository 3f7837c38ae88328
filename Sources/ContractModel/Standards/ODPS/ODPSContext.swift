/// Context that AI agents should know about a product or an output port (since 1.1.0).
extension ODPS {
    static let context = Shape(
        "Context", "a context", as: .context,
        rows: [
            Row(.instructions, .text, "How agents should use it, in plain words"),
            Row(
                .verifiedStatements, .list(of: .shape("VerifiedStatement")),
                "Questions from the business, with the answers that were agreed on"),
            Row(.constraints, .list(of: .shape("ContextConstraint")), "What agents must not do with it"),
        ])

    static let verifiedStatement = Shape(
        "VerifiedStatement", "a verified statement", as: .statement,
        rows: [
            Row(.question, .text, required: .all, "The question"),
            Row(.answer, .text, "The agreed answer; without it the question is only a sample"),
            partID,
        ] + annotations())

    static let contextConstraint = Shape(
        "ContextConstraint", "a constraint", as: .constraint,
        rows: [
            Row(.constraint, .text, required: .all, "What must not be done"),
            partID,
        ] + annotations())
}
