internal import ColumnTypes
internal import ContractModel
internal import YAMLTree

/// The values of a property's enumeration: ODCS 3.2 `enum` with its `value`s, DCS `enum` with texts.
struct AllowedValues {
    let nodes: [NodeID]
    private let list: NodeID
    private let texts: Set<String>
    private let numbers: Set<Double>

    /// - Returns: nil without an enumeration, or with one that is not whole.
    init?(_ property: TypedProperty) {
        let tree = property.tree
        guard let list = property.element.node(.enum), tree[list].isList, !tree[list].isIncomplete else { return nil }
        self.list = list
        let elements = property.element.elements(.enum)
        nodes =
            elements.isEmpty
            ? tree.items(of: list).filter { !tree[$0].type.isDisjoint(with: .scalar) }
            : elements.compactMap { $0.value(.value)?.node }
        guard !nodes.isEmpty else { return nil }
        texts = Set(nodes.map(tree.text(of:)))
        numbers = Set(nodes.compactMap(tree.spelledNumber(of:)))
    }

    /// What is wrong with a scalar; nil when it is one of the values.
    func fault(of node: NodeID, _ property: TypedProperty) -> ValueFault? {
        let tree = property.tree
        if texts.contains(tree.text(of: node)) { return nil }
        // 1 and 1.0 are one number, unless the values are texts.
        if property.logical != .string, let number = tree.spelledNumber(of: node), numbers.contains(number) {
            return nil
        }
        return ValueFault(
            node: node, message: "is none of the values that `enum` allows", related: (list, "the values allowed"))
    }
}
