package import Diagnostics

/// What holds for the documents that the same layers match.
///
/// Made once; read by all threads.
package final class EffectivePolicy: Sendable {
    /// The rules from packs, each with the severity and the provenance that it has here.
    package let rules: RuleSet
    /// The rules written in Swift that some layer has touched, by id.
    private let natives: [String: Native]

    /// What layers have made of a rule that is written in Swift.
    struct Native: Sendable {
        /// Nil: the rule is off.
        var descriptor: RuleDescriptor?
        /// What a layer gave it for every case, whatever the single case weighs by itself; nil: none did.
        var severity: Severity?
        /// The least that a case weighs.
        var least: Severity?
        /// The most that a case weighs, as long as the rule is not in force.
        var most: Severity?
        /// Said of each case.
        var note: String?
    }

    init(rules: RuleSet, natives: [String: Native] = [:]) {
        self.rules = rules
        self.natives = natives
    }

    /// An issue with the rule as it holds here; nil: the rule is off.
    package func effective(_ issue: Issue) -> Issue? {
        guard !natives.isEmpty, let native = natives[issue.rule.id] else { return issue }
        guard let descriptor = native.descriptor else { return nil }
        var issue = issue
        issue.rule = descriptor
        issue.severity = native.severity ?? issue.severity
        if let least = native.least { issue.severity = max(issue.severity, least) }
        if let most = native.most, issue.severity > most {
            issue.severity = most
            issue.help = [issue.help, native.note].compactMap { $0 }.joined(separator: "; ")
        }
        return issue
    }

    /// A rule written in Swift as it holds here, with the severity of its findings; nil: it is off.
    package func effective(_ rule: RuleDescriptor) -> RuleDescriptor? {
        effective(Issue(rule, "", at: SourceRange(0, 0))).map { $0.rule.with($0.severity) }
    }
}
