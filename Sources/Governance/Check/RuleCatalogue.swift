internal import ContractModel
package import Diagnostics
internal import YAMLTree

/// Every rule there is.
package enum RuleCatalogue {
    package static let all: [RuleDescriptor] = YAMLRules.all + StandardRules.all + NativeRules.descriptors

    /// The families of rules, in the order of the catalogue.
    package static let families: [String] = all.reduce(into: []) { families, rule in
        let pack = String(rule.pack)
        if !families.contains(pack) { families.append(pack) }
    }
}
