internal import ContractModel
package import Diagnostics
internal import YAMLTree

/// What can hide the changes that a comparison found in one file.
package struct ChangeExceptions {
    private let exceptions: FileExceptions?
    /// The rules as an earlier version has them: what it has locked stays locked.
    private let base: EffectivePolicy?

    /// - Parameters:
    ///   - raw: the file's text, for the comments in it; nil: it is gone.
    ///   - base: the configuration of the earlier version, where it differs.
    package init(
        name: String, raw: [UInt8]?, _ configuration: Configuration, base: Configuration?, _ waivers: JudgedWaivers
    ) {
        let suppressions = raw.flatMap { raw -> Suppressions? in
            guard Self.mayStand(in: raw) else { return nil }
            return Suppressions(YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits))
        }
        exceptions = FileExceptions(waivers, suppressions, hides: true)
        self.base = base?.policy.everywhere
    }

    /// Whether a file may hold comments that hide something.
    package static func mayStand(in raw: [UInt8]) -> Bool { SuppressionComment.mayStand(in: raw) }

    /// Marks a finding with what hides it, or fails to.
    package func mark(_ finding: inout Finding) {
        guard let exceptions, !finding.standsForMore else { return }
        var rule = finding.descriptor
        if let earlier = base?.effective(rule), earlier.provenance.lock > rule.provenance.lock {
            rule = rule.with(rule.severity, provenance: earlier.provenance)
        }
        finding.exception = exceptions.exception(
            of: rule, finding.offset, contract: finding.contract, element: finding.element)
    }

    /// The comments that were to hide changes of locked rules.
    package func findings() -> [Finding] {
        guard let suppressions = exceptions?.suppressions else { return [] }
        return suppressions.issues(rules: Set(suppressions.items.map(\.rule)), isAsked: { _ in false })
            .filter { $0.rule.id == GovernanceRules.suppressionLocked.id }
            .map { issue in
                Finding(
                    issue.rule, severity: issue.severity, message: issue.message,
                    place: suppressions.tree.source.place(of: issue.range), help: issue.help, subject: issue.subject,
                    offset: issue.range.start)
            }
    }
}
