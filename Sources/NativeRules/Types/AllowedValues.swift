internal import ColumnTypes
internal import ContractModel
internal import YAMLTree

extension AllowedValues {
    /// - Returns: nil without an enumeration, or with one that is not whole.
    init?(_ property: TypedProperty) {
        self.init(PropertyView(property.element), isText: property.logical == .string)
        guard !entries.isEmpty, !property.tree[list].isIncomplete else { return nil }
    }

    /// Fault of a scalar; nil when it is one of the values.
    func fault(of node: NodeID) -> ValueFault? {
        contains(node)
            ? nil
            : ValueFault(
                node: node, message: "is none of the values that `enum` allows", related: (list, "the values allowed"))
    }
}
