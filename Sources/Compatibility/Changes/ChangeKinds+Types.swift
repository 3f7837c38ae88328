internal import Diagnostics

/// Types: what values can be.
extension ChangeKind {
    static let types = [
        logicalTypeWidened, logicalTypeNarrowed, logicalTypeReinterpreted, logicalTypeTruncated, logicalTypeChanged,
        logicalTypeRespelled, logicalTypeUnclear, logicalTypeAdded, logicalTypeRemoved,
        physicalTypeRespelled, physicalTypeWidened, physicalTypeNarrowed, physicalTypeExtended, physicalTypeReduced,
        physicalTypeChanged, physicalTypeUnparsed, physicalTypeAdded, physicalTypeRemoved,
    ]

    /// A widening breaks whoever compiled the old type in.
    static let forEarlyReaders = Escalation(
        consumer: .breaking, producer: .compatible, bump: .major, circumstance: "readers are early-bound")
    static let forEarlyProducers = Escalation(
        consumer: .compatible, producer: .breaking, bump: .minor, circumstance: "readers are early-bound")

    /// Whoever compiled dates in can read no timestamps, and the other way round.
    private static let forEarlyDays = Escalation(
        consumer: .breaking, producer: .breaking, bump: .major, circumstance: "readers are early-bound")

    /// The verdict on physical dates that become timestamps: that on logical ones.
    static func daysToInstants(isEarly: Bool) -> Escalation {
        isEarly ? forEarlyDays : form(of: logicalTypeReinterpreted, circumstance: "dates become timestamps")
    }

    /// The verdict on physical timestamps that become dates: that on logical ones.
    static func instantsToDays(isEarly: Bool) -> Escalation {
        isEarly ? forEarlyDays : form(of: logicalTypeTruncated, circumstance: "timestamps become dates")
    }

    private static func form(of kind: ChangeKind, circumstance: String) -> Escalation {
        Escalation(consumer: kind.consumer, producer: kind.producer, bump: kind.bump, circumstance: circumstance)
    }

    private static let addColumn = "add a property of the new type beside it, fill both, and remove the old one later"

    static let logicalTypeWidened = ChangeKind(
        "logical-type-widened", "logical types", .risky, producer: .compatible, .widens, .minor,
        opposites: ["logical-type-narrowed"], escalation: forEarlyReaders,
        why: "values may come that readers of the old type have no room for",
        remedy: "tell readers to take the wider type before the first such value comes")
    static let logicalTypeNarrowed = ChangeKind(
        "logical-type-narrowed", "logical types", .compatible, producer: .risky, .narrows, .minor,
        opposites: ["logical-type-widened"], escalation: forEarlyProducers,
        why: "readers of the old type can read every new value")
    static let logicalTypeReinterpreted = ChangeKind(
        "logical-type-reinterpreted", "dates that become timestamps", .risky, producer: .breaking, .unknown, .minor,
        opposites: ["logical-type-truncated"], escalation: forEarlyDays,
        why: "a day is not an instant: which hour and zone is meant is open",
        remedy: "say in which zone, and that the time is midnight")
    static let logicalTypeTruncated = ChangeKind(
        "logical-type-truncated", "timestamps that become dates", .breaking, producer: .risky, .unknown, .major,
        opposites: ["logical-type-reinterpreted"], escalation: forEarlyDays, why: "the time of day is lost",
        remedy: addColumn)
    static let logicalTypeChanged = ChangeKind(
        "logical-type-changed", "logical types", .breaking, .disjoint, .major,
        why: "readers of the old type cannot read the new values", remedy: addColumn)
    static let logicalTypeRespelled = ChangeKind(
        "logical-type-respelled", "dates that stood for timestamps or times", .informational, .equal, .patch,
        why: "the physical type is that of a timestamp or a time, for which ODCS had no word but `date` before 3.1")
    static let logicalTypeUnclear = ChangeKind(
        "logical-type-unclear", "logical types, of which one is none of the standard's", .risky, .unknown, .minor,
        why: "whether readers can read the new values cannot be told", remedy: "use the standard's words for types")
    static let logicalTypeAdded = ChangeKind(
        "logical-type-added", "properties that now say their logical type", .compatible, producer: .risky, .narrows,
        .minor, opposites: ["logical-type-removed"], why: "what was open is promised now")
    static let logicalTypeRemoved = ChangeKind(
        "logical-type-removed", "properties that no longer say their logical type", .risky, producer: .compatible,
        .widens, .minor, opposites: ["logical-type-added"], why: "what was promised is open now",
        remedy: "keep logicalType")

    static let physicalTypeRespelled = ChangeKind(
        "physical-type-respelled", "spellings of physical types", .informational, .equal, .patch,
        why: "both spellings mean one type")
    static let physicalTypeWidened = ChangeKind(
        "physical-type-widened", "physical types", .risky, producer: .compatible, .widens, .minor,
        opposites: ["physical-type-narrowed", "physical-type-changed"], escalation: forEarlyReaders,
        why: "every old value is kept, and values may come that readers of the old type have no room for",
        remedy: "tell readers to take the wider type before the first such value comes")
    static let physicalTypeNarrowed = ChangeKind(
        "physical-type-narrowed", "physical types", .compatible, producer: .risky, .narrows, .minor,
        opposites: ["physical-type-widened"], escalation: forEarlyProducers,
        why: "readers of the old type can read every new value")
    static let physicalTypeExtended = ChangeKind(
        "physical-type-extended", "fields of physical types", .compatible, producer: .breaking, .narrows, .minor,
        opposites: ["physical-type-reduced"], why: "readers that do not know the new fields pass over them")
    static let physicalTypeReduced = ChangeKind(
        "physical-type-reduced", "fields of physical types", .breaking, producer: .compatible, .widens, .major,
        opposites: ["physical-type-extended"], why: "whoever reads the fields that went fails or gets nothing",
        remedy: "keep the fields until readers have stopped to use them")
    static let physicalTypeChanged = ChangeKind(
        "physical-type-changed", "physical types", .breaking, .disjoint, .major,
        opposites: ["physical-type-changed", "physical-type-widened"],
        why: "values are lost, rounded or read as something else", remedy: addColumn)
    static let physicalTypeUnparsed = ChangeKind(
        "physical-type-unparsed", "physical types that are not understood", .risky, .unknown, .minor,
        why: "whether readers can read the new values cannot be told", remedy: "compare the two types by hand")
    static let physicalTypeAdded = ChangeKind(
        "physical-type-added", "properties that now say their physical type", .compatible, producer: .risky, .narrows,
        .minor, opposites: ["physical-type-removed"], why: "what was open is promised now")
    static let physicalTypeRemoved = ChangeKind(
        "physical-type-removed", "properties that no longer say their physical type", .risky, producer: .compatible,
        .widens, .minor, opposites: ["physical-type-added"], why: "what was promised is open now",
        remedy: "keep physicalType")
}
