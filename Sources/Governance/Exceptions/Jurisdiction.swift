internal import Diagnostics

/// The configurations that a file is judged by: that of this version, and that of an earlier one where it says something else.
///
/// Whoever changes a contract can change its configuration along with it, so both count: what one of them finds is a finding,
/// as grave as the graver says.
package struct Jurisdiction: Sendable {
    package var own: Configuration
    /// Of the earlier version; nil: there is none, or it says the same.
    package var base: Configuration?
    /// True: the own configuration asks for the file; else only the earlier one does.
    package var isIncluded: Bool

    package init(_ own: Configuration, base: Configuration? = nil, isIncluded: Bool = true) {
        self.own = own
        self.base = base
        self.isIncluded = isIncluded
    }

    /// Identity as a value.
    package struct ID: Hashable, Sendable {
        let own: Configuration.ID
        let base: Configuration.ID?
    }

    package var id: ID { ID(own: own.id, base: base?.id) }

    /// Those that look at the file, the earlier one first.
    package var configurations: [Configuration] { (base.map { [$0] } ?? []) + (isIncluded ? [own] : []) }

    /// As grave as the graver of both says of every contract; nil: the rule is off in both.
    func severity(of rule: RuleDescriptor) -> Severity? {
        ([own] + (base.map { [$0] } ?? [])).compactMap { $0.policy.everywhere.effective(rule)?.severity }.max()
    }

    /// The least severity that fails a run, as the stricter of both has it.
    package var failOn: Configuration.FailOn {
        let own = own.failOn ?? .error
        return base.map { own.stricter($0.failOn ?? .error) } ?? own
    }
}
