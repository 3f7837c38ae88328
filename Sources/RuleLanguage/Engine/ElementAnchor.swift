internal import ContractModel
internal import YAMLTree

/// Where a finding about an element points that has no value to point at.
enum ElementAnchor {
    /// The value of its name (or `id`, `property`, `server`, …), else its first key.
    static func node(of element: ElementID, _ memory: DocumentMemory) -> NodeID {
        let node = memory.node(of: element)
        for key in names {
            let index = memory.fieldIndex(key.fieldNumber, of: element)
            guard index >= 0 else { continue }
            let value = memory.field(index).node
            if !memory[value].type.isDisjoint(with: .scalar) { return value }
        }
        let first = memory[node].firstChild
        return first < 0 ? node : first
    }

    private static let names: [Key] = [
        .name, .id, .property, .server, .role, .username, .channel, .metric, .to, .physicalName,
    ]
}
