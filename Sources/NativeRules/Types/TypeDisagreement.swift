internal import ColumnTypes
internal import ContractModel
package import Diagnostics
internal import YAMLTree

/// `schema/type-disagreement`: the logical and the physical type of a property fit each other.
package enum TypeDisagreement {
    package static let descriptor = RuleDescriptor(
        "schema/type-disagreement", .warning, "The logical and the physical type of a property fit each other.",
        why:
            "Consumers read the logical type and get what the physical one stores: their queries and programs break on it."
    )

    static func check(_ property: TypedProperty, _ cache: inout TypeCache, into issues: inout [ElementIssue]) {
        guard let logical = property.logicalNode else { return }
        if let physical = property.physicalNode, property.types.disagrees {
            report(property, logical, physical, property.types, property.context.dialects[0], into: &issues)
        }
        if property.context.isDCS { checkSettings(property, logical, &cache, into: &issues) }
    }

    /// DCS names physical types under `config`, one for each system.
    private static func checkSettings(
        _ property: TypedProperty, _ logical: NodeID, _ cache: inout TypeCache, into issues: inout [ElementIssue]
    ) {
        guard let config = property.element.node(.config) else { return }
        let tree = property.tree
        for entry in tree.entries(of: config) where tree[entry.value].isText {
            let key = tree.text(of: entry.key)
            guard let dialect = Dialect.configKeys.first(where: { $0.key == key })?.dialect else { continue }
            let dialects = [dialect]
            let number = tree.withText(of: logical) { logical in
                tree.withText(of: entry.value) { physical in
                    cache.verdict(
                        logical: logical, physical: physical, key: property.context.key(dialects), property.context,
                        dialects)
                }
            }
            if cache.disagrees(number) { report(property, logical, entry.value, cache[number], dialect, into: &issues) }
        }
    }

    /// Says that two types fit in none of the dialects, unless the options explain it.
    ///
    /// - Parameter dialect: the one whose reading the message gives.
    private static func report(
        _ property: TypedProperty, _ logical: NodeID, _ physical: NodeID, _ verdict: TypeVerdict, _ dialect: Dialect,
        into issues: inout [ElementIssue]
    ) {
        guard let type = verdict.logical, let stored = verdict.physical.first else { return }
        // A format says how dates are written: as text, then.
        if case .char = stored, type == .date || type == .timestamp || type == .time, property.node(.format) != nil {
            return
        }
        let key = property.name(of: logical)
        let word = property.text(logical)
        let shown = property.text(physical)
        let better = TypeWording.logical(for: stored, property.context).rawValue
        let fitting =
            TypeWording.isRowVersion(stored, shown, dialect) ? "" : "; `\(shown)` goes with `\(key): \(better)`"
        issues.append(
            property.issue(
                descriptor,
                "`\(key)` is `\(word)`, but `\(property.name(of: physical))` is `\(shown)`, which \(TypeWording.content(stored, shown, dialect))",
                at: physical,
                help: "`\(word)` goes with types such as \(TypeWording.physical(for: type, dialect))\(fitting)",
                related: [(logical, "`\(key)` is here")], subject: "\(word) \(property.tree.text(of: physical))"))
    }
}
