internal import ContractModel
package import Mesh
package import YAMLTree

/// Interfaces of the documents of a file, read without a look at its rules.
package enum FileUnits {
    /// - Parameter areJudged: whether the file is one of the run, and not only known to it.
    package static func units(name: String, raw: [UInt8], _ limits: YAMLLimits, areJudged: Bool = false) -> [Unit] {
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: limits)
        return tree.documents.compactMap { part in
            guard let document = ContractDocument(tree, part), var unit = UnitReader.unit(of: document) else {
                return nil
            }
            unit.isJudged = areJudged
            return unit
        }
    }
}
