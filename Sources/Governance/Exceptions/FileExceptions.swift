internal import Diagnostics

/// Exceptions of one file: waivers, and the comments in it.
///
/// Belongs to the thread that judges the file, since comments note what they were used for.
package struct FileExceptions {
    private let name: String
    private let waivers: JudgedWaivers?
    private let approvals: Approvals?
    let suppressions: Suppressions?
    /// The rules as an earlier version has them for every contract; nil: the same.
    private let earlier: EffectivePolicy?
    /// True: what is hidden is not among the findings that count.
    let hides: Bool

    /// - Parameters:
    ///   - name: of the file, as messages have it.
    ///   - approvals: of waivers that the earlier version does not have; nil: there are none.
    init(
        _ name: String, _ waivers: JudgedWaivers?, _ approvals: Approvals?, _ suppressions: Suppressions?,
        earlier: EffectivePolicy?, hides: Bool
    ) {
        self.name = name
        self.waivers = waivers
        self.approvals = approvals
        self.suppressions = suppressions
        self.earlier = earlier
        self.hides = hides
    }

    /// Exception that hides a finding; else one that was meant to and does not count; nil: nothing is about it.
    ///
    /// - Parameters:
    ///   - offset: where it stands, in bytes.
    ///   - change: what the finding is about; nil: the contract as it is.
    func exception(
        of rule: RuleDescriptor, _ offset: Int, contract: String?, element: String?, _ change: ExceptedChange? = nil
    ) -> Finding.Exception? {
        var rule = rule
        // What an earlier version has locked stays locked.
        if let earlier = earlier?.known(rule), earlier.provenance.lock > rule.provenance.lock {
            rule = rule.with(rule.severity, provenance: earlier.provenance)
        }
        let comment = suppressions?.exception(of: rule, at: offset, change)
        if let comment, !comment.isVoid { return comment }
        let waiver = waivers?.exception(of: rule, contract: contract, element: element, change) { waiver in
            approvals?.accept(waiver, of: name) ?? false
        }
        if let waiver, !waiver.isVoid { return waiver }
        return comment ?? waiver
    }
}
