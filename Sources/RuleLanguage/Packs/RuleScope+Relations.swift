internal import Basics

extension RuleScope {
    /// True when no contract is in both, for sure. A contract has one domain, one tenant and one status.
    package func isDisjoint(with other: RuleScope) -> Bool {
        guard others.isEmpty, other.others.isEmpty else { return false }
        return domains.isDisjoint(with: other.domains) || tenants.isDisjoint(with: other.tenants)
            || statuses.isDisjoint(with: other.statuses)
    }

    /// True when whatever is in another scope is in this one, for sure.
    package func covers(_ other: RuleScope) -> Bool {
        ([other.alone] + other.others).allSatisfy { part in ([alone] + others).contains { $0.coversAlone(part) } }
    }

    private func coversAlone(_ other: RuleScope) -> Bool {
        domains.covers(other.domains) && tenants.covers(other.tenants) && statuses.covers(other.statuses)
            && tags.covers(other.tags)
            && (paths.isEmpty
                || folder == other.folder && !other.paths.isEmpty
                    && Set(paths.map(\.text)).isSuperset(of: other.paths.map(\.text)))
    }

    /// Scope of what is in either.
    package func union(_ other: RuleScope) -> RuleScope {
        if covers(other) { return self }
        if other.covers(self) { return other }
        var both = self
        both.others += [other.alone] + other.others
        return both
    }

    private var alone: RuleScope {
        var alone = self
        alone.others = []
        return alone
    }

    /// Patterns that it asks for, by the keys that packs write them with.
    package var lists: [(key: String, patterns: [String])] {
        [
            ("domains", domains.texts), ("tenants", tenants.texts), ("statuses", statuses.texts),
            ("tags", tags.texts), ("paths", paths.map(\.text)),
        ].filter { !$0.patterns.isEmpty }
    }

    /// As people write it.
    package var text: String {
        ([alone] + others).map { scope in
            scope.isEverything
                ? "all contracts"
                : scope.lists.map { "\($0.key) \($0.patterns.joined(separator: ", "))" }.joined(separator: "; ")
        }.joined(separator: " or ")
    }
}
