internal import Diagnostics

/// A change that an exception may be about: an exception from a rule on changes counts for the change that it was written for, and
/// not for the next one in the same place.
struct ExceptedChange: Sendable {
    /// Value that it was; nil: there was none.
    var old: String?
    var new: String?
    /// Version of the contract that brings it along.
    var version: String?
    /// The comments that the earlier version had already (`Suppressions.marks`): they were written for changes before.
    var earlierComments: Set<String> = []

    /// True when a rule is about changes, so that its exceptions are used up.
    static func isJudged(by rule: RuleDescriptor) -> Bool { isJudged(byRule: rule.id) }

    static func isJudged(byRule id: String) -> Bool { !CompatibilityRules.isOther(id) }
}
