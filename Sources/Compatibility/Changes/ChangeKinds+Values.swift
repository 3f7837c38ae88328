internal import Diagnostics

/// Limits: which values of a type are allowed.
extension ChangeKind {
    static let values = [
        boundsTightened, boundsLoosened, boundsMoved, boundsUnclear,
        multipleOfTightened, multipleOfLoosened, multipleOfChanged,
        patternAdded, patternRemoved, patternChanged,
        formatNarrowed, formatWidened, formatAdded, formatRemoved, formatChanged, timezoneChanged,
        defaultTimezoneChanged, enumValueAdded, enumValueRemoved, enumIntroduced, enumDropped,
        madeRequired, madeOptional, madeUnique, madeNonUnique, itemsMadeUnique, itemsMadeNonUnique, vectorChanged,
    ]

    private static func stricter(_ id: String, _ subject: String, opposite: String) -> ChangeKind {
        ChangeKind(
            id, subject, .compatible, producer: .breaking, .narrows, .minor, opposites: [opposite],
            why: "every value that may come was allowed before; old data may hold others")
    }

    private static func looser(_ id: String, _ subject: String, opposite: String, remedy: String) -> ChangeKind {
        ChangeKind(
            id, subject, .breaking, producer: .compatible, .widens, .major, opposites: [opposite],
            why: "values may come that readers were promised never to see", remedy: remedy)
    }

    private static func other(_ id: String, _ subject: String, remedy: String) -> ChangeKind {
        ChangeKind(
            id, subject, .breaking, .disjoint, .major,
            why: "values may come that readers were promised never to see, and old data may hold others",
            remedy: remedy)
    }

    private static let keepLimit = "keep the limit, or announce the new one in a major version"

    static let boundsTightened = stricter(
        "bounds-tightened", "limits of lengths, numbers, times and counts", opposite: "bounds-loosened")
    static let boundsLoosened = looser(
        "bounds-loosened", "limits of lengths, numbers, times and counts", opposite: "bounds-tightened",
        remedy: keepLimit)
    static let boundsMoved = other("bounds-moved", "limits of lengths, numbers, times and counts", remedy: keepLimit)
    static let boundsUnclear = ChangeKind(
        "bounds-unclear", "limits that cannot be compared", .risky, .unknown, .minor,
        why: "whether values may come that were not allowed before cannot be told",
        remedy: "write both limits in one form")
    static let multipleOfTightened = stricter(
        "multiple-of-tightened", "steps of numbers", opposite: "multiple-of-loosened")
    static let multipleOfLoosened = looser(
        "multiple-of-loosened", "steps of numbers", opposite: "multiple-of-tightened", remedy: keepLimit)
    static let multipleOfChanged = other("multiple-of-changed", "steps of numbers", remedy: keepLimit)

    static let patternAdded = stricter("pattern-added", "patterns of texts", opposite: "pattern-removed")
    static let patternRemoved = looser(
        "pattern-removed", "patterns of texts", opposite: "pattern-added", remedy: "keep the pattern")
    static let patternChanged = ChangeKind(
        "pattern-changed", "patterns of texts", .risky, .unknown, .minor,
        why: "which texts the one finds and the other does not cannot be told",
        remedy: "check that all texts of the new pattern match the old one")
    static let formatNarrowed = stricter("format-narrowed", "formats of numbers", opposite: "format-widened")
    static let formatWidened = looser(
        "format-widened", "formats of numbers", opposite: "format-narrowed", remedy: keepLimit)
    static let formatAdded = stricter("format-added", "formats", opposite: "format-removed")
    static let formatRemoved = looser("format-removed", "formats", opposite: "format-added", remedy: "keep the format")
    static let formatChanged = other("format-changed", "formats", remedy: "add a property with the new format")
    static let timezoneChanged = other(
        "timezone-changed", "whether times carry a zone", remedy: "add a property with the other form")
    static let defaultTimezoneChanged = other(
        "default-timezone-changed", "the zone of times that carry none",
        remedy: "keep the zone, or write it at the values")

    static let enumValueAdded = ChangeKind(
        "enum-value-added", "values that are allowed", .risky, producer: .compatible, .widens, .minor,
        opposites: ["enum-value-removed"], escalation: forEarlyReaders,
        why: "readers that decide by the value do not know the new one",
        remedy: "tell readers to expect values they do not know")
    static let enumValueRemoved = ChangeKind(
        "enum-value-removed", "values that are allowed", .compatible, producer: .risky, .narrows, .minor,
        opposites: ["enum-value-added"], escalation: forEarlyProducers,
        why: "every value that may come was allowed before")
    static let enumIntroduced = ChangeKind(
        "enum-introduced", "properties whose values are now listed", .compatible, producer: .breaking, .narrows,
        .minor, opposites: ["enum-dropped"], why: "every value that may come was allowed before")
    static let enumDropped = ChangeKind(
        "enum-dropped", "properties whose values are no longer listed", .breaking, producer: .compatible, .widens,
        .major, opposites: ["enum-introduced"], why: "readers that decide by the value may meet any other",
        remedy: "keep the list, and add values to it")

    static let madeRequired = stricter("property-made-required", "required", opposite: "property-made-optional")
    static let madeOptional = looser(
        "property-made-optional", "required", opposite: "property-made-required",
        remedy: "keep it required, with a value that stands for none")
    static let madeUnique = stricter("property-made-unique", "unique", opposite: "property-made-non-unique")
    static let madeNonUnique = looser(
        "property-made-non-unique", "unique", opposite: "property-made-unique",
        remedy: "keep it unique, or tell readers what identifies a record now")
    static let itemsMadeUnique = stricter("items-made-unique", "uniqueItems", opposite: "items-made-non-unique")
    static let itemsMadeNonUnique = looser(
        "items-made-non-unique", "uniqueItems", opposite: "items-made-unique", remedy: "keep the items unique")
    static let vectorChanged = other(
        "vector-changed", "dimensions and embeddings of vectors", remedy: "add a property for the new vectors")

    // MARK: Keys

    static let keys = [
        primaryKeyAdded, primaryKeyDropped, primaryKeyChanged, primaryKeyReordered, partitioningChanged,
        relationshipAdded, relationshipRemoved, relationshipRetargeted,
    ]

    static let primaryKeyAdded = stricter("primary-key-added", "primary keys", opposite: "primary-key-dropped")
    static let primaryKeyDropped = looser(
        "primary-key-dropped", "primary keys", opposite: "primary-key-added",
        remedy: "keep the key, or tell readers what identifies a record now")
    static let primaryKeyChanged = ChangeKind(
        "primary-key-changed", "primary keys", .breaking, .overlaps, .major,
        why: "records are told apart by something else: joins and merges give other results",
        remedy: "keep the old key unique until readers have moved to the new one")
    static let primaryKeyReordered = ChangeKind(
        "primary-key-reordered", "the order within primary keys", .informational, .equal, .patch,
        why: "the same properties identify a record")
    static let partitioningChanged = ChangeKind(
        "partitioning-changed", "partitioning", .risky, .minor,
        escalation: Escalation(
            consumer: .breaking, producer: .breaking, bump: .major, circumstance: "paths of files hold the partitions"),
        why: "queries that relied on the partitions get slow, and paths that hold them change",
        remedy: "write both layouts until readers have moved")
    static let relationshipAdded = ChangeKind(
        "relationship-added", "foreign keys", .compatible, producer: .risky, .narrows, .minor,
        opposites: ["relationship-removed"], why: "what was open is promised now")
    static let relationshipRemoved = ChangeKind(
        "relationship-removed", "foreign keys", .risky, producer: .compatible, .widens, .minor,
        opposites: ["relationship-added"], why: "joins may no longer find a partner for each record",
        remedy: "keep the relationship, or tell readers that it no longer holds")
    static let relationshipRetargeted = ChangeKind(
        "relationship-retargeted", "what foreign keys refer to", .breaking, .disjoint, .major,
        why: "joins by the old target find other records or none", remedy: "add a property for the new target")
}
