package import Diagnostics
package import RuleLanguage

/// Rules and severities for the documents that the same layers match.
///
/// Made once; read by all threads.
package final class EffectivePolicy: Sendable {
    package let id: ID
    /// The rules from packs, each with the severity and the provenance that it has here.
    package let rules: RuleSet
    /// Rules that cannot be asked as the layers together have it: no layer alone is to blame, and none is passed over.
    package let failures: [String]
    /// The rules written in Swift that some layer has touched, by id.
    private let natives: [String: Native]

    /// State of a rule that is written in Swift, as layers have made it.
    struct Native: Sendable {
        /// Nil: the rule is off.
        let descriptor: RuleDescriptor?
        /// Severity that a layer gave it for every case, whatever the single case weighs by itself; nil: none did.
        let severity: Severity?
        /// The least that a case weighs.
        let least: Severity?
        /// The most that a case weighs as long as the rule is not in force, and what is then said of it.
        let restraint: (most: Severity, note: String)?

        init(_ own: RuleDescriptor, _ state: RuleState, today: Int) {
            descriptor = state.severity.map { own.with($0, provenance: state.provenance(over: own.provenance)) }
            severity = state.given
            least = state.least
            restraint = state.restraint(today: today)
        }
    }

    /// Identity as a value: two policies of one id hold the same, so that what was found by one can be kept for the other.
    package struct ID: Hashable, Sendable {
        let policy: Policy.ID
        /// Of each layer, whether it matches; empty: all of them do.
        let layers: [Bool]
        /// In days since 1970-01-01.
        let today: Int
    }

    init(_ id: ID, rules: RuleSet, natives: [String: Native], failures: [String]) {
        self.id = id
        self.rules = rules
        self.natives = natives
        self.failures = failures
    }

    /// An issue with the rule as it holds here; nil: the rule is off.
    package func effective(_ issue: Issue) -> Issue? {
        guard !natives.isEmpty, let native = natives[issue.rule.id] else { return issue }
        guard let descriptor = native.descriptor else { return nil }
        var issue = issue
        issue.rule = descriptor
        issue.severity = native.severity ?? issue.severity
        if let least = native.least { issue.severity = max(issue.severity, least) }
        if let restraint = native.restraint, issue.severity > restraint.most {
            issue.severity = restraint.most
            issue.help = [issue.help, restraint.note].compactMap { $0 }.joined(separator: "; ")
        }
        return issue
    }

    /// A rule written in Swift as it holds here, with the severity of its findings; nil: it is off.
    package func effective(_ rule: RuleDescriptor) -> RuleDescriptor? {
        if natives[rule.id] == nil { return rule }
        return effective(Issue(rule, "", at: SourceRange(0, 0))).map { $0.rule.with($0.severity) }
    }

    /// A rule of any kind as it holds here; nil: it does not.
    func known(_ rule: RuleDescriptor) -> RuleDescriptor? {
        natives[rule.id] != nil || RuleCatalogue.native(rule.id) != nil
            ? effective(rule) : rules.rules.first { $0.id == rule.id }?.descriptor
    }
}
