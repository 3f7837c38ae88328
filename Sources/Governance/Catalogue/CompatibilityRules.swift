package import Compatibility
package import Diagnostics

/// The rules that judge what changed between two versions: one for each kind of change, and one for the version number.
package enum CompatibilityRules {
    package static let all: [RuleDescriptor] = [versionBump] + ChangeKind.all.map { descriptor(of: $0) }

    package static let pack = "compatibility"

    /// The kinds of changes by their ids, as rules about changes name them.
    package static let kinds: [String] = ChangeKind.all.map(\.id)

    /// True: a check of single files asks the rule, as it is about no change.
    package static func isOther(_ rule: String) -> Bool { !rule.hasPrefix(pack + "/") }

    package static let versionBump = RuleDescriptor(
        "compatibility/version-bump", .error, "The version rises at least as much as the changes demand.",
        why: "Readers see from the version whether they have to do something before they move to it.",
        reference: "https://semver.org/spec/v2.0.0.html")

    private static let byKind = Dictionary(
        ChangeKind.all.map { ($0, descriptor(of: $0)) }, uniquingKeysWith: { first, _ in first })

    /// One object for each kind, which all its findings share.
    package static func rule(of kind: ChangeKind) -> RuleDescriptor { byKind[kind] ?? descriptor(of: kind) }

    private static func descriptor(of kind: ChangeKind) -> RuleDescriptor {
        let words = kind.id.split(separator: "-").joined(separator: " ")
        let verdicts =
            kind.consumer == kind.producer
            ? "\(kind.consumer.rawValue)"
            : "\(kind.consumer.rawValue) for those who read, \(kind.producer.rawValue) for those who write"
        let escalation = kind.escalation.map {
            "; \($0.consumer.rawValue) when \($0.circumstance)"
        }
        return RuleDescriptor(
            "\(pack)/\(kind.id)", severity(of: kind.consumer),
            "\(capitalised(kind.subject)): \(words). \(capitalised(verdicts + (escalation ?? ""))).",
            why: capitalised(kind.reason) + ".")
    }

    /// Severity of a verdict where no configuration says otherwise.
    package static func severity(of verdict: Verdict) -> Severity {
        switch verdict {
        case .breaking: .error
        case .risky: .warning
        case .compatible, .informational: .info
        }
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
