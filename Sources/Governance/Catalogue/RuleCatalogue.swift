internal import ContractModel
package import Diagnostics
internal import NativeRules
internal import RuleLanguage
internal import YAMLTree

/// Every rule that comes with the program.
package enum RuleCatalogue {
    /// Those written in Swift, which hold for every document.
    package static let native: [RuleDescriptor] =
        YAMLRules.all + StandardRules.all + NativeRules.descriptors + CompatibilityRules.all
        + GovernanceRules.all

    package static let all: [RuleDescriptor] = native + StandardPacks.rules.map(\.descriptor)

    private static let others = byID(
        YAMLRules.all + StandardRules.all + NativeRules.descriptors + GovernanceRules.all)
    private static let compatibility = byID(CompatibilityRules.all)

    private static func byID(_ rules: [RuleDescriptor]) -> [String: RuleDescriptor] {
        Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rule of an id that is written in Swift; nil: there is none. Those about changes are many, and made when asked for.
    static func native(_ id: String) -> RuleDescriptor? {
        CompatibilityRules.isOther(id) ? others[id] : compatibility[id]
    }

    /// The rules that are written in Swift, by pack.
    static let nativePacks: [String: [String]] = native.reduce(into: [:]) { packs, rule in
        packs[String(rule.pack), default: []].append(rule.id)
    }

    /// The families of rules, in the order of the catalogue.
    package static let families: [String] = families(of: all)

    /// The families of rules, each once.
    package static func families(of rules: [RuleDescriptor]) -> [String] {
        rules.reduce(into: []) { families, rule in
            let pack = String(rule.pack)
            if !families.contains(pack) { families.append(pack) }
        }
    }
}
