internal import Basics
internal import ContractModel
internal import Diagnostics
internal import RuleLanguage
internal import YAMLTree

/// Facts that contracts told of themselves in an earlier version: domain, tenant, status, tags, and where they stood.
///
/// By these layers and rules find the contracts they are about. What held for a contract holds on in the change that makes it
/// say something else, or stand somewhere else: nobody leaves a layer along with breaking its rules.
package struct EarlierFacts: Sendable {
    /// By id as people read it: nobody is another contract for a space at its end.
    private var byID: [String: [Entry]] = [:]
    private var byFile: [String: [Entry]] = [:]
    /// Names of the files that are as they were.
    private var unchanged: Set<String> = []

    /// A contract as it was.
    private struct Entry {
        var facts: DocumentFacts
        /// The configuration of the folder that it stood in.
        var configuration: Configuration
    }

    package init() {}

    var isEmpty: Bool { byFile.isEmpty }

    /// - Parameters:
    ///   - name: of the file, as the working folder has it.
    ///   - raw: its earlier text.
    ///   - configuration: of its folder in the earlier version, by which it is read.
    package init(name: String, raw: [UInt8], _ configuration: Configuration) {
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits)
        for part in tree.documents {
            guard let document = ContractDocument(tree, part) else { continue }
            let entry = Entry(facts: DocumentFacts(document), configuration: configuration)
            if let id = document.id { byID[FoldedName(id).text, default: []].append(entry) }
            byFile[name, default: []].append(entry)
        }
    }

    package mutating func merge(_ other: EarlierFacts) {
        byID.merge(other.byID) { $0 + $1 }
        byFile.merge(other.byFile) { $0 + $1 }
    }

    /// Notes which files hold what they held: what is said of these is what was said before.
    package mutating func note(unchanged files: some Sequence<String>) { unchanged.formUnion(files) }

    /// Of the contract with its id, in the same file before any other; and where it has another id now, of those that its file
    /// held.
    private func entries(of document: ContractDocument) -> [Entry] {
        let file = document.tree.source.name
        if unchanged.contains(file) { return [] }
        guard let known = document.id.flatMap({ byID[FoldedName($0).text] }) else { return byFile[file] ?? [] }
        let own = known.filter { $0.facts.file == file }
        return own.isEmpty ? known : own
    }

    func facts(of document: ContractDocument) -> [DocumentFacts] { entries(of: document).map(\.facts) }

    /// The configurations that governed a document where it stood, each once.
    func configurations(of document: ContractDocument) -> [Configuration] {
        var seen: Set<Configuration.ID> = []
        return entries(of: document).map(\.configuration).filter { seen.insert($0.id).inserted }
    }
}
