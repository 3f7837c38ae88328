internal import Basics
internal import ContractModel
internal import Diagnostics
internal import Governance
internal import YAMLTree

/// Facts known of a file with versions of contracts after one look: plain values, so that its tree can go.
struct VersionText: Sendable {
    struct Contract: Sendable {
        var id: String?
        /// Its number among the documents of the file.
        var index: Int
    }

    var contracts: [Contract] = []
    /// Contracts and products.
    var documents: [Report.Document] = []
    /// Why its contracts cannot be compared.
    var failure: Report.Failure?

    init() {}

    init(_ file: VersionedFile) {
        let tree = Self.tree(file)
        self.init(file, tree, Self.documents(tree))
    }

    init(_ file: VersionedFile, _ tree: YAMLTree, _ documents: [ContractDocument]) {
        if let fault = file.fault {
            failure = Report.Failure(file: file.name, message: fault)
            return
        }
        if let issue = Self.fault(of: tree),
            !documents.isEmpty || Recognition.looksLikeContract(name: tree.source.name, text: tree.source.text)
        {
            let place = tree.place(of: issue.range, withExcerpt: false)
            failure = Report.Failure(
                file: file.name, at: place.start, message: tree.secrets.redacted("cannot be compared: \(issue.message)")
            )
            return
        }
        for (index, document) in documents.enumerated() {
            self.documents.append(
                Report.Document(
                    file: file.name, kind: document.kind, id: document.id?.shortened(to: 500),
                    offset: document.range.start))
            guard document.kind == .contract, document.rootElement != nil else { continue }
            contracts.append(Contract(id: document.id, index: index))
        }
    }

    static func tree(_ file: VersionedFile) -> YAMLTree {
        YAMLTree(name: file.name, raw: file.raw, vocabulary: .contracts, limits: file.configuration.limits)
    }

    static func documents(_ tree: YAMLTree) -> [ContractDocument] {
        tree.documents.compactMap { ContractDocument(tree, $0) }
    }

    /// The same contract in another state of its file; nil: it has none there, or none that can be read.
    static func contract(
        like known: ContractDocument, in raw: [UInt8], _ base: VersionedFile, _ name: String
    ) -> ContractDocument? {
        var file = base
        file.raw = raw
        file.name = "\(name):\(base.key ?? base.name)"
        let tree = tree(file)
        if fault(of: tree) != nil { return nil }
        let contracts = documents(tree).filter { $0.kind == .contract && $0.rootElement != nil }
        return contracts.first { $0.id == known.id } ?? (contracts.count == 1 ? contracts[0] : nil)
    }

    /// Half a contract would show everything behind the fault as removed.
    static func fault(of tree: YAMLTree) -> Issue? {
        tree.issues.first { $0.severity == .error && $0.rule.id != YAMLRules.duplicateKey.id }
    }
}
