package import Diagnostics

/// The rules about how units fit together. They are asked once all units are linked.
package enum MeshRules {
    package static let all: [RuleDescriptor] = [
        danglingDependency, cycle, pointToPoint, fresherThanUpstream, retentionBeyondUpstream, classificationLost,
        tagLost,
        definitionConflict, samePhysicalObject, dependsOnDeprecated, dependsOnDraft, versionSkew, agreementMissing,
        agreementInactive, agreementWithoutReading, agreementReassessmentDue, portContractExists, portVersionExists,
        orphanContract, contractOneProduct, archetypeByGraph, retiredInUse, needUnmet, needUnstated,
    ]

    package static let pack = "mesh"

    /// Answer to whether a rule is one of these, by its id.
    package static func contains(_ id: String) -> Bool { ids.contains(id) }

    private static let ids = Set(all.map(\.id))

    private static let dependencies = "https://bitol-io.github.io/open-data-product-standard/"
    private static let book = "Z. Dehghani, Data Mesh, chapter 2"

    static let danglingDependency = RuleDescriptor(
        "mesh/dangling-dependency", .error, "What a unit depends on exists, in the version that it names.",
        why: "A promise that rests on a contract which is nowhere is kept by nobody.", reference: dependencies)
    static let cycle = RuleDescriptor(
        "mesh/cycle", .error, "Products and contracts do not depend on themselves.",
        why:
            "In a ring of products nobody can say what comes first: a mistake goes round, and nothing can be built anew."
    )
    static let pointToPoint = RuleDescriptor(
        "mesh/point-to-point", .warning, "What is read across domains is offered by an active output port.",
        why:
            "Data that no product offers has no owner who answers for it: its producer changes it without knowing who reads it.",
        reference: dependencies)
    static let fresherThanUpstream = RuleDescriptor(
        "mesh/fresher-than-upstream", .warning, "No contract promises fresher data than what it is made from.",
        why: "Data cannot be younger than its sources: the promise will be broken.")
    static let retentionBeyondUpstream = RuleDescriptor(
        "mesh/retention-beyond-upstream", .warning,
        "Personal and restricted data is kept no longer than where it comes from.",
        why: "What has to be deleted at its source must be deleted wherever it was copied to.",
        reference: "https://eur-lex.europa.eu/eli/reg/2016/679/oj")
    static let classificationLost = RuleDescriptor(
        "mesh/classification-lost", .error, "A property is classified as strictly as what it is made from.",
        why: "A copy under a weaker classification is the way around the protection of the original.")
    static let tagLost = RuleDescriptor(
        "mesh/tag-lost", .error, "A property keeps the tags of what it is made from that say it is about persons.",
        why: "Whoever looks for personal data finds the original, and not the copy.")
    static let definitionConflict = RuleDescriptor(
        "mesh/definition-conflict", .warning, "Properties of one definition agree in type, unit, format and values.",
        why: "One word for two things is how reports come to different numbers.")
    static let samePhysicalObject = RuleDescriptor(
        "mesh/same-physical-object", .warning, "No two contracts describe one table.",
        why: "Readers of one contract learn nothing of what the other one allows to change.")
    static let dependsOnDeprecated = RuleDescriptor(
        "mesh/depends-on-deprecated", .warning, "No active product reads a contract whose end is near or past.",
        why: "It will stop working on the day on which the contract does.", reference: dependencies)
    static let dependsOnDraft = RuleDescriptor(
        "mesh/depends-on-draft", .warning, "No active product reads a draft.",
        why: "A draft promises nothing yet.", reference: dependencies)
    static let versionSkew = RuleDescriptor(
        "mesh/version-skew", .warning, "A product reads a contract in one version, and in its newest major.",
        why: "Two versions of one contract mean two things by one name; an old major is what gets turned off next.")
    static let agreementMissing = RuleDescriptor(
        "mesh/agreement-missing", .warning, "Whoever reads data of another domain has an agreement.",
        why: "Without one the provider does not know who uses the data, or what for.")
    static let agreementInactive = RuleDescriptor(
        "mesh/agreement-inactive", .error, "Whoever has an agreement reads only while it is in force.",
        why: "Access that was not granted, or has ended, is no access.")
    static let agreementWithoutReading = RuleDescriptor(
        "mesh/agreement-without-reading", .info, "Whoever has an agreement reads what it is about.",
        why: "Access that nobody uses is a door that stays open.", tier: .strict)
    static let agreementReassessmentDue = RuleDescriptor(
        "mesh/agreement-reassessment-due", .warning, "Agreements are looked at again when they are due.",
        why: "A purpose that has gone is no reason to go on using data.")
    static let portContractExists = RuleDescriptor(
        "product/port-contract-exists", .error, "The contract of a port exists.",
        why: "A port without its contract promises nothing.", reference: dependencies)
    static let portVersionExists = RuleDescriptor(
        "product/port-version-exists", .error, "The contract of a port exists in the version that the port names.",
        why: "Another version is another promise.", reference: dependencies)
    static let orphanContract = RuleDescriptor(
        "product/orphan-contract", .info, "Every contract is offered by a product.",
        why: "Data that belongs to no product has nobody who develops it.", reference: book, tier: .strict)
    static let contractOneProduct = RuleDescriptor(
        "product/contract-one-product", .warning, "A contract is offered by one product.",
        why: "Of two products that make one promise, neither answers for it.", reference: dependencies)
    static let archetypeByGraph = RuleDescriptor(
        "product/archetype-by-graph", .warning, "A product is of the archetype that its dependencies show.",
        why: "Other rules, and people, expect of a product what its archetype says.", reference: book)
    static let retiredInUse = RuleDescriptor(
        "lifecycle/retired-in-use", .warning, "Nobody reads a retired contract.",
        why: "Its readers get nothing, or data that nobody answers for.")
    static let needUnmet = RuleDescriptor(
        "mesh/need-unmet", .error, "A contract promises what its consumers need.",
        why: "A consumer that relies on what nobody promised breaks on the day on which it is no longer so.",
        reference: "https://martinfowler.com/articles/consumerDrivenContracts.html")
    static let needUnstated = RuleDescriptor(
        "mesh/need-unstated", .info, "Whoever reads data of another domain says what it needs of it.",
        why: "Of readers whose needs nobody knows every change may break some.",
        reference: "https://martinfowler.com/articles/consumerDrivenContracts.html", tier: .strict)
}
