internal import Diagnostics

/// Objects and properties: what there is.
extension ChangeKind {
    static let objects = [
        objectAdded, objectRemoved, deprecatedObjectRemoved, objectPhysicallyRenamed, objectRenamed,
        objectTableViewChanged, objectPhysicalTypeChanged, objectPhysicalTypeAdded, objectPhysicalTypeRemoved,
        granularityChanged, identityReused, nameRecycled,
    ]

    static let objectAdded = ChangeKind(
        "object-added", "objects of the schema", .compatible, .minor,
        opposites: ["object-removed", "deprecated-object-removed"], why: "no reader uses it yet")
    static let objectRemoved = ChangeKind(
        "object-removed", "objects of the schema", .breaking, producer: .compatible, .major,
        opposites: ["object-added"], why: "whoever reads the object finds nothing",
        remedy: "mark it deprecated, give notice, and remove it in a later major version")
    static let deprecatedObjectRemoved = ChangeKind(
        "deprecated-object-removed", "objects of the schema that were deprecated for long enough", .compatible, .major,
        opposites: ["object-added"], why: "readers had notice that it would go")
    static let objectPhysicallyRenamed = ChangeKind(
        "object-physically-renamed", "physical names of objects", .breaking, .major,
        why: "queries name the object as it is stored",
        remedy: "keep the old name as a view until readers have moved to the new one")
    static let objectRenamed = ChangeKind(
        "object-renamed", "names of objects that stay the same where they are stored", .risky, .minor,
        why: "references and tools that go by the name no longer find it",
        remedy: "look for references to the old name")
    static let objectTableViewChanged = ChangeKind(
        "object-table-view-changed", "objects that are a table or a view", .risky, .minor,
        why: "a view answers as a table does, but not as fast, and not to every tool")
    static let objectPhysicalTypeChanged = ChangeKind(
        "object-physical-type-changed", "what an object is where it is stored", .breaking, .major,
        why: "what reads a table does not read a topic or a file", remedy: "offer both until readers have moved")
    static let objectPhysicalTypeAdded = ChangeKind(
        "object-physical-type-added", "objects that now say what they are where they are stored", .compatible,
        producer: .risky, .narrows, .minor, opposites: ["object-physical-type-removed"],
        why: "what was open is promised now")
    static let objectPhysicalTypeRemoved = ChangeKind(
        "object-physical-type-removed", "objects that no longer say what they are where they are stored", .risky,
        producer: .compatible, .widens, .minor, opposites: ["object-physical-type-added"],
        why: "what was promised is open now", remedy: "keep physicalType")
    static let granularityChanged = ChangeKind(
        "granularity-changed", "what one record stands for", .risky, .minor,
        why: "sums and counts over the records may mean something else",
        remedy: "tell readers what one record stands for now")
    static let identityReused = ChangeKind(
        "identity-reused", "ids of objects and properties", .breaking, .major,
        why: "whatever refers to the id now means something else", remedy: "give what is new an id of its own")
    static let nameRecycled = ChangeKind(
        "name-recycled", "names that went to something of another id and type", .breaking, .major,
        why: "whoever reads by name takes the new values for the old", remedy: "choose a name that was not used before")

    static let properties = [
        propertyAdded, requiredPropertyAdded, propertyRemoved, deprecatedPropertyRemoved, propertyPhysicallyRenamed,
        propertyMoved, propertyRenamed, propertyShapeChanged, propertiesReordered, itemTypeAdded, itemTypeRemoved,
    ]

    private static let removals = ["property-removed", "deprecated-property-removed"]
    private static let additions = ["property-added", "required-property-added"]

    static let propertyAdded = ChangeKind(
        "property-added", "optional properties", .compatible, .minor, opposites: removals,
        why: "readers that do not know it pass over it")
    static let requiredPropertyAdded = ChangeKind(
        "required-property-added", "required properties", .compatible, producer: .breaking, .minor,
        opposites: removals, why: "old data has no value for it",
        remedy: "add it as optional, fill it, and require it in a later version")
    static let propertyRemoved = ChangeKind(
        "property-removed", "properties", .breaking, producer: .compatible, .major, opposites: additions,
        why: "whoever reads the property fails or gets nothing",
        remedy: "mark it deprecated, give notice, and remove it in a later major version")
    static let deprecatedPropertyRemoved = ChangeKind(
        "deprecated-property-removed", "properties that were deprecated for long enough", .compatible, .major,
        opposites: additions, why: "readers had notice that it would go")
    static let propertyPhysicallyRenamed = ChangeKind(
        "property-physically-renamed", "physical names of properties", .breaking, .major,
        why: "queries name the column as it is stored",
        remedy: "add the column under its new name, fill both, and remove the old one in a later major version")
    static let propertyMoved = ChangeKind(
        "property-moved", "where properties are nested", .breaking, .major,
        why: "queries name the whole path to the property",
        remedy: "fill both places, and remove the old one in a later major version")
    static let propertyRenamed = ChangeKind(
        "property-renamed", "names of properties that stay the same where they are stored", .risky, .minor,
        why: "references and tools that go by the name no longer find it",
        remedy: "look for references to the old name")
    static let propertyShapeChanged = ChangeKind(
        "property-shape-changed", "whether values are single, lists, maps or have properties", .breaking, .disjoint,
        .major, why: "what reads a single value does not read a list or a record",
        remedy: "add a property of the new form beside the old one")
    static let propertiesReordered = ChangeKind(
        "properties-reordered", "the order of properties", .informational, .patch,
        escalation: Escalation(
            consumer: .risky, producer: .risky, bump: .minor, circumstance: "the data is delimited or of fixed width"),
        why: "who reads columns by their place gets others",
        remedy: "put new properties at the end, and keep the order of the others")
    static let itemTypeAdded = ChangeKind(
        "item-type-added", "arrays and maps that now say what they hold", .compatible, producer: .risky, .narrows,
        .minor, opposites: ["item-type-removed"], why: "what was open is promised now")
    static let itemTypeRemoved = ChangeKind(
        "item-type-removed", "arrays and maps that no longer say what they hold", .risky, producer: .compatible,
        .widens, .minor, opposites: ["item-type-added"], why: "what was promised is open now",
        remedy: "keep the type of what they hold")
}
