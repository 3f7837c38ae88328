/// Service levels.
extension ODCS {
    static let serviceLevels: [Shape] = [
        Shape(
            "ServiceLevel", "a service level", as: .sla, open: beforeV31,
            rows: stableID + [
                Row(.property, .text, required: .all, "What is promised, such as latency or retention"),
                Row(.value, .text, .through("2.2.1"), required: .all, "How much of it"),
                Row(.value, .text | .number, .between("2.2.2", "2.2.2"), required: .all, "How much of it"),
                Row(.value, .scalar, v3, required: v3, "How much of it"),
                Row(.valueExt, .text, .through("2.2.1"), "Second value, where the property needs one"),
                Row(
                    .valueExt, .text | .number, .between("2.2.2", "2.2.2"), "Second value, where the property needs one"
                ),
                Row(.valueExt, .scalar, v3, "Second value, where the property needs one"),
                Row(.unit, .text, "Unit of the value, such as d for days"),
                Row(.element, .text, v3, "Elements it is about, as object.property, with commas between"),
                Row(.column, .text, v2, as: .element, "Columns it is about, as table.column, with commas between"),
                Row(.driver, .text, "Why it matters: regulatory, analytics or operational"),
                Row(.description, .text, v31, "The promise in words"),
                Row(.scheduler, .text, v31, "What starts the check, such as cron"),
                Row(.schedule, .text, v31, "When the check runs, in the scheduler's words"),
                authoritativeDefinitions(v32), customProperties(v32),
            ],
            mistakes: ["name": "Write the name under property"])
    ]
}
