package import Diagnostics

/// The rules about exceptions from rules, and about ways around them. They can neither be waived nor suppressed.
package enum GovernanceRules {
    package static let pack = "governance"

    package static let all = [
        waiverExpired, waiverUnused, waiverSelfApproved, waiverTooLong, waiverMandatory, suppressionLocked,
        suppressionUnused, suppressionWithoutReason, suppressionUnknown, ruleUnknown, domainLookAlike,
    ]

    static let waiverExpired = RuleDescriptor(
        "governance/waiver-expired", .error, "A waiver that is still needed has not expired.",
        why: "It was granted until that day; whoever answers for the rule must agree to more time.")
    static let waiverUnused = RuleDescriptor(
        "governance/waiver-unused", .warning, "Every waiver hides something.",
        why: "What it was for is mended; left here, it would hide the next mistake of the kind.")
    static let waiverSelfApproved = RuleDescriptor(
        "governance/waiver-self-approved", .error, "Another person approves a waiver than the one who asks for it.",
        why: "An exception that nobody else has looked at is no agreement.")
    static let waiverTooLong = RuleDescriptor(
        "governance/waiver-too-long", .error, "No waiver lasts longer than the configuration allows.",
        why: "A waiver buys time to mend something; one that never ends changes the rule.")
    static let waiverMandatory = RuleDescriptor(
        "governance/waiver-mandatory", .error, "No waiver is for a rule that allows none.",
        why: "Whoever made the rule mandatory has ruled exceptions out.")
    static let suppressionLocked = RuleDescriptor(
        "governance/suppression-locked", .error, "Comments suppress only rules that are open and not mandatory.",
        why:
            "A comment is approved by nobody. An exception from a locked rule is a waiver, which another person approves."
    )
    static let suppressionUnused = RuleDescriptor(
        "governance/suppression-unused", .warning, "Every comment that suppresses a rule hides something.",
        why: "What it was for is mended; left here, it would hide the next mistake of the kind.")
    static let suppressionWithoutReason = RuleDescriptor(
        "governance/suppression-without-reason", .error, "A comment that suppresses a rule says why.",
        why: "Whoever reads the contract next must be able to tell whether the reason still holds.")
    static let suppressionUnknown = RuleDescriptor(
        "governance/suppression-unknown", .error, "A comment for contractlint says what contractlint understands.",
        why: "Whoever wrote it takes it for done.")
    static let ruleUnknown = RuleDescriptor(
        "governance/rule-unknown", .error, "The rules that waivers and comments name exist.",
        why: "An exception from a rule that does not exist has no effect, and hides that it has none.")

    static let domainLookAlike = RuleDescriptor(
        "governance/domain-look-alike", .warning, "No domain is nearly one that a layer is about.",
        why:
            "Layers find contracts by their domain: one that is a letter away from it, or only looks like it, is governed by none "
            + "of its rules.")

    /// Findings of these say that the rest of a file was not read: what is hidden with them is everything behind.
    fileprivate static let ofUnreadText: Set<String> = [
        "yaml/syntax", "yaml/limit", "yaml/encoding", "yaml/tab-indentation",
    ]

    /// Reason against exceptions from a rule; nil: there can be one. It completes "…, since …".
    static func reasonAgainstExceptions(from rule: RuleDescriptor) -> String? {
        if rule.pack == pack[...] { return "it judges exceptions" }
        if ofUnreadText.contains(rule.id) { return "what stands behind the mistake has not been checked" }
        return rule.provenance.enforcement == .mandatory ? "the rule is mandatory" : nil
    }
}

extension RuleDescriptor {
    /// True: what it finds says that a part of the file was not read.
    package var isOfUnreadText: Bool { GovernanceRules.ofUnreadText.contains(id) }

    /// True: a waiver or a baseline can hide what it finds.
    package var allowsExceptions: Bool { GovernanceRules.reasonAgainstExceptions(from: self) == nil }
}
