internal import Diagnostics

/// Kinds of change in what is said about properties and objects beside their values.
extension ChangeKind {
    static let governance = [
        criticalSet, criticalCleared, classificationRaised, classificationLowered, classificationChanged,
        piiTagRemoved, piiTagAdded, encryptedNameAdded, encryptedNameRemoved, encryptedNameChanged, transformChanged,
        transformDescriptionChanged, deprecationAnnounced, deprecationWithdrawn, descriptionChanged, tagsChanged,
        examplesChanged, businessNameChanged, definitionsChanged, customPropertiesChanged, detailChanged,
    ]

    private static func note(_ id: String, _ subject: String) -> ChangeKind {
        ChangeKind(id, subject, .informational, .patch, why: "it changes no data")
    }

    static let criticalSet = ChangeKind(
        "critical-data-element-set", "criticalDataElement", .informational, .patch,
        opposites: ["critical-data-element-cleared"], why: "the business now depends on it")
    static let criticalCleared = ChangeKind(
        "critical-data-element-cleared", "criticalDataElement", .risky, .minor,
        opposites: ["critical-data-element-set"], why: "those who look after critical data may stop to look after it",
        remedy: "ask those who depend on it")
    static let classificationRaised = ChangeKind(
        "classification-raised", "classification", .risky, .minor, opposites: ["classification-lowered"],
        why: "readers may lose their access, or need a new permission",
        remedy: "see to it that readers have the permission first")
    static let classificationLowered = ChangeKind(
        "classification-lowered", "classification", .risky, .minor, opposites: ["classification-raised"],
        why: "data that was protected may be seen by more people", remedy: "have it approved by who answers for privacy"
    )
    static let classificationChanged = ChangeKind(
        "classification-changed", "classifications without a rank", .risky, .minor,
        why: "who may see the data may change, and which is stricter is not known",
        remedy: "rank the classifications in the configuration")
    static let piiTagRemoved = ChangeKind(
        "pii-tag-removed", "tags that mark personal data", .risky, .minor, opposites: ["pii-tag-added"],
        why: "what protects personal data goes by the tag", remedy: "have it approved by who answers for privacy")
    static let piiTagAdded = ChangeKind(
        "pii-tag-added", "tags that mark personal data", .informational, .patch, opposites: ["pii-tag-removed"],
        why: "it changes no data, but what must be done to protect it")
    static let encryptedNameAdded = ChangeKind(
        "encrypted-name-added", "encryptedName", .informational, .patch, opposites: ["encrypted-name-removed"],
        why: "it changes no data")
    static let encryptedNameRemoved = ChangeKind(
        "encrypted-name-removed", "encryptedName", .breaking, .major, opposites: ["encrypted-name-added"],
        why: "whoever reads the encrypted values does not find them",
        remedy: "keep encryptedName until readers have moved")
    static let encryptedNameChanged = ChangeKind(
        "encrypted-name-changed", "encryptedName", .breaking, .major,
        why: "whoever reads the encrypted values does not find them",
        remedy: "keep the old column until readers have moved to the new one")
    static let transformChanged = ChangeKind(
        "transform-changed", "how values are made, and from what", .risky, .minor,
        why: "the values may mean something else though their type is the same",
        remedy: "tell readers what the values are made from now")
    static let transformDescriptionChanged = note("transform-description-changed", "how values are made, in words")
    static let deprecationAnnounced = ChangeKind(
        "deprecation-announced", "deprecated", .informational, .patch, opposites: ["deprecation-withdrawn"],
        why: "it is still there, and will go")
    static let deprecationWithdrawn = ChangeKind(
        "deprecation-withdrawn", "deprecated", .informational, .patch, opposites: ["deprecation-announced"],
        why: "it stays")
    static let descriptionChanged = note("description-changed", "descriptions")
    static let tagsChanged = note("tags-changed", "tags")
    static let examplesChanged = note("examples-changed", "examples")
    static let businessNameChanged = note("business-name-changed", "business names and synonyms")
    static let definitionsChanged = note("definitions-changed", "links to definitions")
    static let customPropertiesChanged = note("custom-properties-changed", "custom properties")
    static let detailChanged = note("detail-changed", "whatever else the standard knows")

    // MARK: Quality

    static let quality = [
        qualityAdded, qualityRemoved, qualityTightened, qualityLoosened, qualityMoved, qualityEdited,
        qualitySeverityLowered, qualitySeverityRaised, qualitySeverityChanged, qualityRarer, qualityMoreFrequent,
        qualityScheduleChanged,
    ]

    static let qualityAdded = ChangeKind(
        "quality-added", "quality rules", .compatible, producer: .breaking, .narrows, .minor,
        opposites: ["quality-removed"], why: "the data promises more; old data may not keep it")
    static let qualityRemoved = ChangeKind(
        "quality-removed", "quality rules", .breaking, producer: .compatible, .widens, .major,
        opposites: ["quality-added"], why: "data may come that readers were promised never to see",
        remedy: "keep the rule, or announce its end in a major version")
    static let qualityTightened = ChangeKind(
        "quality-tightened", "what quality rules allow", .compatible, producer: .breaking, .narrows, .minor,
        opposites: ["quality-loosened"], why: "the data promises more; old data may not keep it")
    static let qualityLoosened = ChangeKind(
        "quality-loosened", "what quality rules allow", .breaking, producer: .compatible, .widens, .major,
        opposites: ["quality-tightened"], why: "data may come that readers were promised never to see",
        remedy: "keep the threshold, or announce the new one in a major version")
    static let qualityMoved = ChangeKind(
        "quality-moved", "what quality rules allow", .breaking, .disjoint, .major,
        why: "data may come that readers were promised never to see, and old data may not keep the new promise",
        remedy: "keep the threshold, or announce the new one in a major version")
    static let qualityEdited = ChangeKind(
        "quality-edited", "queries, metrics and units of quality rules", .risky, .unknown, .minor,
        why: "whether the rule promises as much as before cannot be told",
        remedy: "add the new rule, and remove the old one in a later version")
    static let qualitySeverityLowered = ChangeKind(
        "quality-severity-lowered", "the severity of quality rules", .risky, .minor,
        opposites: ["quality-severity-raised"], why: "a breach of the rule may no longer stop the data",
        remedy: "tell readers what happens when the rule does not hold")
    static let qualitySeverityRaised = ChangeKind(
        "quality-severity-raised", "the severity of quality rules", .informational, .patch,
        opposites: ["quality-severity-lowered"], why: "a breach of the rule weighs more")
    static let qualitySeverityChanged = ChangeKind(
        "quality-severity-changed", "severities of quality rules without a rank", .risky, .minor,
        why: "whether a breach of the rule weighs less cannot be told")
    static let qualityRarer = ChangeKind(
        "quality-rarer", "how often quality rules are checked", .risky, .minor, opposites: ["quality-more-frequent"],
        why: "a breach of the rule is found later", remedy: "tell readers how long a breach may go unseen")
    static let qualityMoreFrequent = ChangeKind(
        "quality-more-frequent", "how often quality rules are checked", .informational, .patch,
        opposites: ["quality-rarer"], why: "a breach of the rule is found earlier")
    static let qualityScheduleChanged = ChangeKind(
        "quality-schedule-changed", "schedules of quality rules that cannot be compared", .risky, .minor,
        why: "whether the rule is checked as often as before cannot be told")
}
