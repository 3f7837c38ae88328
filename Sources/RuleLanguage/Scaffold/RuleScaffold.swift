internal import ContractModel
package import Diagnostics
internal import YAMLTree

/// The first draft of a rule: it loads, its examples are right, and its comments lead through what to change.
package struct RuleScaffold {
    package let packID: String
    package let ruleID: String
    package let selection: Selection

    /// - Parameters:
    ///   - packID: lower-case words with hyphens between, as `acme-privacy`.
    ///   - ruleID: likewise, as `pii-classified`.
    package init(packID: String, ruleID: String, selection: Selection) {
        self.packID = packID
        self.ruleID = ruleID
        self.selection = selection
    }

    /// True when an id is one of lower-case words with hyphens between.
    package static func isID(_ text: String) -> Bool {
        guard text.utf8.count <= 100 else { return false }
        return text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
        }
    }

    /// Selections open to a rule that stands in a pack of its own.
    package static let selections = Selection.allCases

    /// A new pack that holds the rule alone.
    package var pack: String {
        """
        # A rule pack. `contractlint rules test FILE` runs the examples below; `contractlint rules impact FILE` shows what the
        # rules would find; a layer of .contractlint.yaml that names this file puts them in force.
        apiVersion: contractlint/v1
        kind: RulePack
        id: \(packID)
        version: 0.1.0
        owner: write who answers for these rules
        description: Write what these rules are for.
        rules:
        \(rule(indent: 2))
        """
    }

    /// Why a rule cannot be added to a file.
    package enum Refusal: Error {
        /// The file is no valid pack: its mistakes.
        case invalid([Report.Failure])
        /// In a sentence that goes on from the file's name.
        case reason(String)
    }

    /// The text of a pack with the rule behind those that it has: not a byte of them changes.
    package func added(to file: PackSource.File) throws(Refusal) -> String {
        let pack: RulePack
        do throws(OwnFile.Invalid) {
            pack = try RulePack(name: file.name, raw: file.raw)
        } catch {
            throw .invalid(error.faults)
        }
        guard pack.identity.id == packID else { throw .reason("is the pack `\(pack.identity.id)`, not `\(packID)`") }
        if pack.rules.contains(where: { $0.id == "\(packID)/\(ruleID)" }) {
            throw .reason("has a rule `\(ruleID)` already")
        }
        guard let text = Self.inserting({ self.rule(indent: $0) }, into: pack.tree) else {
            throw .reason("writes its rules in a form that nothing can be added to; write them as a list with dashes")
        }
        // What comes out must be what went in and one more rule, or it is not written.
        guard let grown = try? RulePack(name: file.name, raw: Array(text.utf8)),
            grown.rules.map(\.id) == pack.rules.map(\.id) + ["\(packID)/\(ruleID)"]
        else { throw .reason("cannot take one more rule: add it by hand") }
        return text
    }

    private static func inserting(_ rule: (Int) -> String, into tree: YAMLTree) -> String? {
        guard let document = tree.documents.first, let rules = tree.value(of: "rules", in: document.root),
            tree[rules].isList, !tree[rules].flags.contains(.flow), let last = Array(tree.items(of: rules)).last
        else { return nil }
        let text = tree.source.text
        let start = tree.range(of: rules).start
        let indent = start - (text[..<start].lastIndex { $0 == UInt8(ascii: "\n") }.map { $0 + 1 } ?? 0)
        // Behind the last line of the last rule; a scalar in a block may end behind its line break.
        var end = tree.range(of: last).end
        while end > start, text[end - 1] == UInt8(ascii: "\n") || text[end - 1] == UInt8(ascii: " ") { end -= 1 }
        end = text[end...].firstIndex { $0 == UInt8(ascii: "\n") } ?? text.count
        let before = String(decoding: text[..<end], as: UTF8.self)
        return before + "\n\n" + rule(indent) + String(decoding: text[min(text.count, end + 1)...], as: UTF8.self)
    }

    private func rule(indent: Int) -> String {
        let draft = RuleDraft.draft(for: selection)
        var text = """
            # The rule's name within its pack: lower-case words with hyphens.
            - id: \(ruleID)
              # error fails a run; warning and info are advice; off waits until a configuration turns it on.
              severity: warning
              # advisory, waivable (exceptions can be granted) or mandatory.
              enforcement: waivable
              # What a lower layer may change: open (anything), tighten (only stricter) or sealed (nothing).
              lock: tighten
              # Only contracts of these domains, tenants, statuses, tags or paths; without scope all.
              # scope: {domains: [sales, "crm-*"], statuses: [active]}
              # What the rule looks at, one by one: property, object, contract, sla, server, role, …
              select: \(selection.rawValue)

            """
        if let condition = draft.condition {
            text +=
                "  # Which of them it is about. Take the line away and it is about every one.\n  where: \(condition)\n"
        } else {
            text += "  # Which of them it is about, as in: where: \(draft.sampleCondition)\n"
        }
        text += """
              # What must hold of each. docs/reference/model.md lists the fields, docs/reference/functions.md the functions.
              require: \(draft.requirement)
              # Where the finding points.
              at: \(draft.pointer)
              # What is wrong, in the words of the contract. {…} holds an expression.
              message: \(draft.message)
              # What to do about it, concretely.
              remedy: \(draft.remedy)
              # Why it matters, in a sentence or two.
              rationale: Write why this matters to those who use the data.
              # Examples test the rule and document it. Each is a piece of a contract; the rest is filled in.
              examples:
                fail:
                  - \(draft.failing)
                pass:
                  - \(draft.passing)

            """
        let margin = String(repeating: " ", count: indent)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : margin + $0 }
            .joined(separator: "\n")
    }
}
