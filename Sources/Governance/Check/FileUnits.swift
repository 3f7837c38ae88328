internal import ContractModel
internal import Diagnostics
package import Mesh
package import YAMLTree

/// Interfaces of the documents of a file, read without a look at its rules.
package struct FileUnits {
    package private(set) var units: [Unit]
    /// Why there may be more than these; nil: the file was read whole, or is none of ours.
    package let fault: String?

    /// - Parameter areJudged: whether the file is one of the run, and not only known to it.
    package init(name: String, raw: [UInt8], _ limits: YAMLLimits, areJudged: Bool = false) {
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: limits)
        units = tree.documents.compactMap { part in
            guard let document = ContractDocument(tree, part), var unit = UnitReader.unit(of: document) else {
                return nil
            }
            unit.isJudged = areJudged
            return unit
        }
        let isOurs = !units.isEmpty || Recognition.looksLikeContract(name: name, text: tree.source.text)
        let broken = isOurs ? tree.issues.first { $0.severity == .error && $0.rule.isOfUnreadText } : nil
        fault = broken.map { tree.secrets.redacted("could not be read whole: \($0.message)") }
    }
}
