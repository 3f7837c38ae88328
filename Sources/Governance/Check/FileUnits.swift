internal import ContractModel
package import Mesh
package import YAMLTree

/// Interfaces of the documents of a file that is known and not judged.
package enum FileUnits {
    package static func units(name: String, raw: [UInt8], _ limits: YAMLLimits) -> [Unit] {
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: limits)
        return tree.documents.compactMap { part in
            guard let document = ContractDocument(tree, part), var unit = UnitReader.unit(of: document) else {
                return nil
            }
            unit.isJudged = false
            return unit
        }
    }
}
