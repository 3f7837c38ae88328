package import ContractModel
internal import YAMLTree

extension PropertyView {
    package var logicalType: LogicalType? {
        text(.logicalType).flatMap {
            LogicalType($0, standard: element.document.standard, version: element.document.version)
        }
    }

    /// Name of the logical or else of the physical type, to tell like types from unlike ones; nil: the property says nothing
    /// of its type.
    package func typeFamily(_ dialects: [Dialect]) -> String? {
        if let logical = logicalType { return logical.rawValue }
        return physicalType(dialects).map {
            PhysicalType(tree.text(of: $0), dialect: dialects.first ?? .generic).family
        }
    }
}
