internal import ContractModel
package import Diagnostics
internal import Mesh
internal import NativeRules
internal import RuleLanguage
internal import YAMLTree

/// Every rule that comes with the program.
package enum RuleCatalogue {
    /// Those written in Swift. All but those of the strict tier hold for every document.
    package static let native: [RuleDescriptor] =
        YAMLRules.all + StandardRules.all + NativeRules.descriptors + CompatibilityRules.all
        + GovernanceRules.all + MeshRules.all

    package static let all: [RuleDescriptor] = native + StandardPacks.rules.map(\.descriptor)

    /// Those written in Swift that hold only where a layer brings them.
    static let onDemand: [RuleDescriptor] = native.filter { $0.tier == .strict }

    private static let nativeByID = Dictionary(native.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// The rule of an id that is written in Swift; nil: there is none.
    static func native(_ id: String) -> RuleDescriptor? { nativeByID[id] }

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
