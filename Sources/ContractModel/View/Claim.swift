package import YAMLTree

/// Answer of a contract to a question of yes or no.
package enum Claim {
    case yes, no, absent
    /// Something else, which the standard's own rules report.
    case unclear

    package init(_ tree: YAMLTree, _ node: NodeID) {
        self = Truth.of(tree, node).map { $0 ? .yes : .no } ?? .unclear
    }
}
