internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Where a finding about an element points that has no value to point at.
enum ElementAnchor {
    /// The value of its name (or `id`, `property`, `server`, …), else its first key.
    static func place(
        of element: ElementID, _ memory: DocumentMemory, _ document: ContractDocument
    ) -> (range: SourceRange, node: NodeID) {
        let tree = document.tree
        let node = memory.node(of: element)
        for key in names {
            let index = memory.fieldIndex(key.fieldNumber, of: element)
            guard index >= 0 else { continue }
            let value = memory.field(index).node
            if !memory[value].type.isDisjoint(with: .scalar) { return (tree.range(of: value), value) }
        }
        let first = memory[node].firstChild
        return first < 0 ? (tree.range(of: node), node) : (tree.range(of: first), node)
    }

    private static let names: [Key] = [
        .name, .id, .property, .server, .role, .username, .channel, .metric, .to, .physicalName,
    ]
}
