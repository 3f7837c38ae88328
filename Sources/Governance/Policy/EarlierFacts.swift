internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
package import YAMLTree

/// Facts that contracts told of themselves in an earlier version: domain, tenant, status, tags, and where they stood.
///
/// By these layers and rules find the contracts they are about. What held for a contract holds on in the change that makes it
/// say something else: nobody leaves a layer along with breaking its rules.
package struct EarlierFacts: Sendable {
    private var byID: [String: [DocumentFacts]] = [:]
    private var byFile: [String: [DocumentFacts]] = [:]

    package init() {}

    /// - Parameters:
    ///   - name: of the file, as the working folder has it.
    ///   - raw: its earlier text.
    package init(name: String, raw: [UInt8], _ limits: YAMLLimits) {
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: limits)
        for part in tree.documents {
            guard let document = ContractDocument(tree, part) else { continue }
            let facts = DocumentFacts(document)
            if let id = document.id { byID[id, default: []].append(facts) }
            byFile[name, default: []].append(facts)
        }
    }

    package mutating func merge(_ other: EarlierFacts) {
        byID.merge(other.byID) { $0 + $1 }
        byFile.merge(other.byFile) { $0 + $1 }
    }

    /// Of the contract with its id, and where it has another one now, of those that its file held.
    func facts(of document: ContractDocument) -> [DocumentFacts] {
        document.id.flatMap { byID[$0] } ?? byFile[document.tree.source.name] ?? []
    }
}
