internal import ContractModel
internal import YAMLTree

/// What the rules about sets of properties need of one: read in one pass over its fields.
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

/// What a contract says to a question of yes or no.
enum Claim {
    case yes, no, absent
    /// Something else, which the standard's own rules report.
    case unclear

    init(_ tree: YAMLTree, _ node: NodeID) {
        self = Truth.of(tree, node).map { $0 ? .yes : .no } ?? .unclear
    }
}
