package import Diagnostics

/// Use of a waiver: a finding falls under it.
package struct WaiverUse: Hashable, Sendable {
    let waiver: Waiver.ID
    /// True: the rule allows no exception, so that the waiver hid nothing.
    let isRefused: Bool

    init(of waiver: Waiver, isRefused: Bool) {
        self.waiver = waiver.id
        self.isRefused = isRefused
    }

    /// - Returns: nil: it is no waiver that hides the finding, or was meant to.
    init?(_ exception: Finding.Exception?, from rule: RuleDescriptor) {
        guard let exception, exception.kind == .waiver, let place = exception.place else { return nil }
        waiver = Waiver.ID(place)
        isRefused = !rule.allowsExceptions
    }

    /// - Returns: nil: the finding falls under no waiver.
    package init?(_ finding: Finding) { self.init(finding.exception, from: finding.descriptor) }
}

/// Coverage of a run: all that it has looked at, by which it can tell that a waiver hides nothing.
package struct RunCoverage {
    /// The ids of the contracts and products that were checked.
    private let contracts: Set<String>
    /// Answers for a folder: the run covered all that a configuration in it is about.
    private let covers: (_ folder: String?) -> Bool
    /// Answers for a rule: it was asked.
    private let isAsked: (_ rule: String) -> Bool

    package init(
        contracts: Set<String>, covers: @escaping (_ folder: String?) -> Bool,
        isAsked: @escaping (_ rule: String) -> Bool
    ) {
        self.contracts = contracts
        self.covers = covers
        self.isAsked = isAsked
    }

    /// True: what a waiver hides would be known. Of a glob only a run that has seen all contracts knows it.
    func tells(_ waiver: Waiver) -> Bool {
        guard isAsked(waiver.rule) else { return false }
        return covers(waiver.folder) || (!Waiver.isGlob(waiver.contract) && contracts.contains(waiver.contract))
    }
}
