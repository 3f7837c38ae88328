package import ContractModel
package import Diagnostics
package import YAMLTree

/// The direction in which a lower layer may move a parameter.
package enum Tightening: String, CaseIterable, Sendable { case min, max, subset, superset }

/// A rule as its pack writes it, before its expressions are read.
package struct RuleSource {
    /// `pack/rule`.
    package var id: String
    /// The value of `id` in the file.
    package var idNode: NodeID
    package var element: ElementRef
    package var severity: Severity
    /// `severity: off`: there, but not asked until a configuration turns it on.
    package var isOff: Bool
    /// Nil: the rule is of a pack that does not come with the program.
    package var tier: Tier?
    package var enforcement: Enforcement
    package var lock: Lock
    /// In days since 1970-01-01.
    package var effectiveFrom: Int?
    package var scope: RuleScope
    package var selection: Selection
    /// Names for expressions, each of which may speak of those before it.
    package var lets: [Let]
    package var condition: RuleText?
    package var parameters: [Parameter]
    package var clauses: [Clause]
    /// Of several the first whose value is there counts.
    package var pointers: [RuleText]
    /// By clause; without a name: for all.
    package var messages: [(clause: String?, text: RuleText)]
    /// By standard; without one: for all.
    package var remedies: [(standard: RuleText?, text: RuleText)]
    package var prose: RuleProse
    package var examples: [RuleExample]

    package struct Parameter {
        package var name: String
        package var keyNode: NodeID
        package var node: NodeID
        package var tighten: Tightening?
        /// Meaning for people.
        package var meaning: String?
    }

    package struct Let {
        package var name: RuleText
        package var text: RuleText
    }

    package struct Clause {
        package var name: String?
        package var text: RuleText
    }
}

/// Texts of a rule for people.
package struct RuleProse: Sendable {
    package var summary = ""
    package var remedy: Advice?
    package var rationale: String?
    package var references: [String] = []
    /// Noun for that which is absent where the rule fails.
    package var topic: String?
}

/// A fragment of a contract that breaks a rule or obeys it.
package struct RuleExample {
    package var node: NodeID
    package var isFailing: Bool
}
