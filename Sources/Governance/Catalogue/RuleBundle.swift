internal import Diagnostics
internal import RuleLanguage

/// Rules that a layer brings under one name: a tier or a pack of the program, or a file.
package struct RuleBundle: Sendable {
    /// Those of packs.
    private(set) var rules: [Rule]
    /// Those written in Swift that hold only where a layer brings them.
    private(set) var natives: [RuleDescriptor]

    init(rules: [Rule] = [], natives: [RuleDescriptor] = []) {
        self.rules = rules
        self.natives = natives
    }

    /// Rules that come with the program under a name; nil: none do.
    ///
    /// Warnings of `recommended` are errors in `strict`. A pack by its name is all of its rules, at their own severities.
    init?(standard name: String) {
        if let tier = Tier(rawValue: name) {
            self.init(tier)
        } else if RuleCatalogue.families.contains(name) {
            self.init(
                rules: StandardPacks.pack(name)?.rules ?? [],
                natives: RuleCatalogue.onDemand.filter { $0.pack == name })
        } else {
            return nil
        }
    }

    init(_ tier: Tier) {
        func isHeld(_ rule: RuleDescriptor) -> Bool { rule.tier.map { $0 <= tier } ?? false }
        rules = StandardPacks.rules.filter { isHeld($0.descriptor) }.map { rule in
            guard tier == .strict, rule.descriptor.tier == .recommended else { return rule }
            var rule = rule
            rule.descriptor = rule.descriptor.with(.error)
            return rule
        }
        natives = RuleCatalogue.onDemand.filter(isHeld)
    }

    /// The names that a layer can list: the tiers, then the packs.
    package static let names: [String] = Tier.allCases.map(\.rawValue) + RuleCatalogue.families

    static func += (bundle: inout RuleBundle, other: RuleBundle) {
        bundle.rules += other.rules
        bundle.natives += other.natives
    }
}
