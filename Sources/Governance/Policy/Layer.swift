internal import Diagnostics
package import RuleLanguage

/// A layer of governance: who it is about, the rules it adds, and what it makes of those that are there.
package struct Layer: Sendable {
    package var name: String
    package var match: RuleScope
    package var rules: [Rule]
    /// By rule id: what it makes of rules that it or layers above it have added, or that come with the program.
    var adjustments: [String: Adjustment] = [:]
    /// True: it is the section `rules` of its file.
    var isRulesSection = false
    /// The file that it is written in; nil: it holds where no file names any.
    var file: String?

    package init(name: String, match: RuleScope = RuleScope(), rules: [Rule]) {
        self.name = name
        self.match = match
        self.rules = rules
    }

    /// Layer that holds where no configuration names one.
    package static let recommended = Layer(name: "recommended", rules: StandardPacks.rules)
}
