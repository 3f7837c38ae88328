internal import Diagnostics

/// What can hide the findings of one file.
struct FileExceptions {
    private let waivers: JudgedWaivers
    let suppressions: Suppressions?
    /// Whether what is hidden is not among the findings that count.
    let hides: Bool

    /// - Returns: nil where nothing can hide anything.
    init?(_ waivers: JudgedWaivers, _ suppressions: Suppressions?, hides: Bool) {
        if waivers.book.isEmpty, suppressions == nil { return nil }
        self.waivers = waivers
        self.suppressions = suppressions
        self.hides = hides
    }

    /// What hides a finding; else what was meant to and does not count; nil: nothing is about it.
    ///
    /// - Parameter offset: where it stands, in bytes.
    func exception(of rule: RuleDescriptor, _ offset: Int, contract: String?, element: String?) -> Finding.Exception? {
        let comment = suppressions?.exception(of: rule, at: offset)
        if let comment, !comment.isVoid { return comment }
        let waiver = waivers.exception(of: rule, contract: contract, element: element)
        if let waiver, !waiver.isVoid { return waiver }
        return comment ?? waiver
    }
}
