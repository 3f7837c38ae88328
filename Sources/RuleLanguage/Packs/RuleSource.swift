internal import ContractModel
internal import Diagnostics
internal import Patterns
package import YAMLTree

/// The direction in which a lower layer may move a parameter.
package enum Tightening: String, CaseIterable, Sendable { case min, max, subset, superset }

/// A rule as its pack writes it, before its expressions are read.
struct RuleSource {
    /// `pack/rule`.
    var id: String
    /// The value of `id` in the file.
    var idNode: NodeID
    var element: ElementRef
    var severity: Severity
    /// `severity: off`: there, but not asked until a configuration turns it on.
    var isOff: Bool
    var enforcement: Enforcement
    var lock: Lock
    /// In days since 1970-01-01.
    var effectiveFrom: Int?
    var scope: RuleScope
    var selection: Selection
    var condition: RuleText?
    var parameters: [Parameter]
    var clauses: [Clause]
    var pointer: RuleText?
    /// By clause; without a name: for all.
    var messages: [(clause: String?, text: RuleText)]
    var fix: Fix?
    var prose: RuleProse
    var examples: [RuleExample]

    struct Parameter {
        var name: String
        var node: NodeID
        var tighten: Tightening?
        /// What it says, for people.
        var meaning: String?
    }

    struct Fix {
        struct Entry {
            /// The field, or the list that the value is added to.
            var target: RuleText
            var value: NodeID
            var isAddition: Bool
        }

        var entries: [Entry]
        /// Whether it may be applied without asking.
        var isSafe: Bool
    }

    struct Clause {
        var name: String?
        var text: RuleText
    }
}

/// What a rule says to people.
package struct RuleProse: Sendable {
    package var summary = ""
    package var remedy: String?
    package var rationale: String?
    package var references: [String] = []
}

/// A fragment of a contract that breaks a rule or obeys it.
package struct RuleExample {
    package var node: NodeID
    package var isFailing: Bool
}
