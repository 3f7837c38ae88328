internal import ContractModel
internal import YAMLTree

/// Facts that the rules about sets of properties need of one: read in one pass over its fields.
struct PropertyOutline {
    var element: ElementID
    /// The list or mapping that holds it; for items and the types of a map the property itself.
    var scope: NodeID
    var name: NodeID = -1
    var physicalName: NodeID = -1
    var primaryKey = Claim.absent
    var primaryKeyPosition: NodeID = -1
    var partitioned = Claim.absent
    var partitionKeyPosition: NodeID = -1

    init(_ element: ElementID, in scope: NodeID) {
        self.element = element
        self.scope = scope
    }
}
