internal import ContractModel
internal import Diagnostics
internal import Patterns
internal import YAMLTree

/// A layer of governance: who it is about, and the rules it adds.
package struct Layer: Sendable {
    package var name: String
    package var match: RuleScope
    package var rules: [Rule]
    /// By rule id: what it makes of rules that it or layers above it have added, or that come with the program.
    var adjustments: [String: Adjustment] = [:]

    struct Adjustment: Sendable {
        /// `off` is nil inside.
        var severity: Severity??
        /// The rule with its parameters replaced, ready to be asked.
        var replacement: Rule?
    }

    package init(name: String, match: RuleScope = RuleScope(), rules: [Rule]) {
        self.name = name
        self.match = match
        self.rules = rules
    }

    /// What holds where no configuration names a layer.
    package static let recommended = Layer(name: "recommended", rules: StandardPacks.rules)
}
