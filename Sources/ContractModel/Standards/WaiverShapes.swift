internal import YAMLTree

/// The form of files of waivers, judged by the same tables and the same code as contracts.
package enum WaiverShapes {
    package static let table = ShapeTable(.waivers, [file, waiver])

    private static let file = Shape(
        "Waivers", "a file of waivers", as: .other,
        rows: [
            Row(.apiVersion, .text("contractlint/v1"), required: .all, "Version of this file's form: contractlint/v1"),
            Row(.kind, .text("Waivers"), required: .all, "What the document is: Waivers"),
            Row(.waivers, .list(of: .shape("Waiver")), required: .all, "The waivers"),
        ],
        mistakes: ["waiver": "Write waivers, a list", "exceptions": "Write waivers"])

    private static let waiver = Shape(
        "Waiver", "a waiver", as: .other,
        rows: [
            Row(.rule, words, required: .all, "The rule that is waived, or rules as a glob such as privacy/*"),
            Row(.contract, words | .integer, required: .all, "The id of the contract or product, or ids as a glob"),
            Row(.element, words, "The element, or elements as a glob; without it the whole contract"),
            Row(
                .version, words | .integer | .number,
                "For rules on changes: the version of the contract that brings the change"),
            Row(.from, value, "For rules on changes: the value before, as the report shows it"),
            Row(.to, value, "For rules on changes: the value afterwards, as the report shows it"),
            Row(.reason, words, required: .all, "Why the rule need not hold here for now"),
            Row(.ticket, words | .integer, "Where the work is tracked that will mend it"),
            Row(.requestedBy, words, required: .all, "Who asked for the waiver"),
            Row(.approvedBy, words, required: .all, "Who agreed to it: another person"),
            Row(.expires, .text(matching: day), required: .all, "The last day that it counts, as 2026-12-31"),
        ],
        mistakes: [
            "rules": "Write rule, and a glob for several", "contracts": "Write contract, and a glob for several",
            "id": "Write contract", "property": "Write element", "elements": "Write element, and a glob for several",
            "line": "Write element: a waiver is about an element, never about a line", "why": "Write reason",
            "justification": "Write reason", "until": "Write expires", "expiry": "Write expires",
            "expiresOn": "Write expires", "owner": "Write requestedBy", "approver": "Write approvedBy",
            "issue": "Write ticket",
        ])

    private static let words: Kind = .text(matching: StandardPattern("\\S", "text that says something"))
    private static let value: Kind = .text | .number | .boolean
    private static let day = StandardPattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a day such as 2026-12-31")
}
