package import Basics
package import ContractModel
package import Diagnostics
internal import YAMLTree

extension Day {
    /// Issue about a text that is no day.
    package static func fault(_ value: Value, _ rule: RuleDescriptor) -> Issue {
        Issue(rule, "`\(value.text.shortened)` is no day", at: value.range, help: "write it as 2026-01-31")
    }
}
