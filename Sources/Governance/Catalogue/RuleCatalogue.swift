internal import ContractModel
package import Diagnostics
internal import NativeRules
internal import RuleLanguage
internal import YAMLTree

/// Every rule that comes with the program.
package enum RuleCatalogue {
    /// Those written in Swift, which hold for every document.
    package static let native: [RuleDescriptor] =
        YAMLRules.all + StandardRules.all + NativeRules.descriptors + CompatibilityRules.all + GovernanceRules.all

    package static let all: [RuleDescriptor] = native + StandardPacks.rules.map(\.descriptor)

    /// Those that are about no change: the others are many, and made when somebody asks for them.
    private static let others = YAMLRules.all + StandardRules.all + NativeRules.descriptors + GovernanceRules.all

    private static let othersByID = byID(others)
    private static let otherPacks = byPack(others)
    private static let compatibility = byID(CompatibilityRules.all)

    private static func byID(_ rules: [RuleDescriptor]) -> [String: RuleDescriptor] {
        Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func byPack(_ rules: [RuleDescriptor]) -> [String: [String]] {
        rules.reduce(into: [:]) { packs, rule in packs[String(rule.pack), default: []].append(rule.id) }
    }

    /// The rule of an id that is written in Swift; nil: there is none.
    static func native(_ id: String) -> RuleDescriptor? {
        CompatibilityRules.isOther(id) ? othersByID[id] : compatibility[id]
    }

    /// The rules of a pack that are written in Swift; nil: it has none.
    static func native(ofPack pack: String) -> [String]? {
        pack == CompatibilityRules.pack ? CompatibilityRules.all.map(\.id) : otherPacks[pack]
    }

    /// The rules that are written in Swift, by pack.
    static var nativePacks: [String: [String]] { byPack(native) }

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
