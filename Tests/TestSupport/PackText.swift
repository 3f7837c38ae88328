internal import ContractModel
internal import Diagnostics
internal import RuleLanguage

/// Rule packs for tests: one rule, with nothing wrong but what a test puts in.
package enum PackText {
    package static let head = """
        apiVersion: contractlint/v1
        kind: RulePack
        id: acme
        version: 1.0.0
        rules:

        """

    /// A pack of one rule whose condition is an expression with marks, as a block that needs no quotes.
    package static func rule(
        select: String = "property", where condition: String? = nil, require: String, params: String = "",
        message: String = "wrong"
    ) -> String {
        let fragment = select == "text" ? "contract" : select == "change" ? "old" : select
        var text = head + "  - id: rule\n    severity: error\n    select: \(select)\n"
        if let condition { text += "    where: |-\n      \(condition)\n" }
        if !params.isEmpty { text += "    params: \(params)\n" }
        text += """
                require: |-
                  \(require)
                message: "\(message)"
                remedy: Mend it.
                rationale: It matters.
                examples: {fail: [{\(fragment): {}}], pass: [{\(fragment): {}}]}

            """
        return text
    }

    /// What is wrong with a pack: `line:column message`.
    package static func faults(_ text: MarkedText) -> [(place: String, message: String)] {
        faults(text.bytes)
    }

    package static func faults(_ bytes: [UInt8]) -> [(place: String, message: String)] {
        do {
            _ = try RulePack(name: "acme.yaml", raw: bytes, changeKinds: ["property-removed", "contract-removed"])
            return []
        } catch {
            return error.faults.map { fault in
                (fault.position.map { "\($0.line):\($0.column)" } ?? "nowhere", fault.message)
            }
        }
    }
}

extension MarkedText {
    /// Where each mark starts, in order.
    package var starts: [String] {
        marks.map { mark in
            let start = position(of: range(mark).start)
            return "\(start.line):\(start.column)"
        }
    }
}
