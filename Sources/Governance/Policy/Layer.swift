internal import Diagnostics
package import RuleLanguage

/// A layer of governance: who it is about, the rules it adds, and what it makes of those that are there.
package struct Layer: Sendable {
    package var name: String
    package var match: RuleScope
    package var rules: [Rule]
    /// Rules written in Swift that it adds: those that hold only where a layer brings them.
    var natives: [RuleDescriptor] = []
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

    /// Brings rules of the program that it names one by one, whatever set they are of.
    mutating func addNamed(_ ids: [String]) {
        for id in ids where !rules.contains(where: { $0.id == id }) {
            if var rule = StandardPacks.rule(id) {
                rule.note(layer: name)
                rules.append(rule)
            } else if let native = RuleCatalogue.native(id), native.tier == .strict {
                natives.append(native)
            }
        }
    }

    /// Layer that holds where no configuration names one.
    package static let recommended: Layer = {
        let bundle = RuleBundle(.recommended)
        var layer = Layer(name: Tier.recommended.rawValue, rules: bundle.rules)
        layer.natives = bundle.natives
        return layer
    }()
}
