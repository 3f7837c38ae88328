internal import Basics
package import ContractModel
internal import Diagnostics
package import YAMLTree

/// References into other files, judged with what whoever keeps the files knows of them.
package enum NeighbourReference {
    /// A file beside the one that refers to it.
    package enum Neighbour {
        case missing
        case file(YAMLTree)
        /// Nobody may look: an address, a file outside of the folder of the run, one that cannot be read.
        case unknown
    }

    /// Clause of findings that depend on other files.
    package static let clause = "elsewhere"

    /// Fault of a reference; nil: it leads somewhere, or nobody can tell.
    package static func issue(
        of reference: ExternalReference, to neighbour: Neighbour, in document: ContractDocument
    ) -> ElementIssue? {
        let problem: String
        var help: String?
        switch neighbour {
        case .unknown: return nil
        case .missing:
            problem = "there is no file \(Wording.quoted(reference.file))"
            help = "the path counts from the folder of this contract"
        case .file(let tree):
            guard let fault = fault(of: reference, in: tree) else { return nil }
            problem = fault.problem
            help = fault.help
        }
        let text = reference.file + (reference.path.isEmpty ? "" : "#\(reference.path)")
        return ElementIssue(
            Issue(
                Dangling.rule, "\(Wording.quoted(text)) refers to nothing: \(problem)", at: reference.range, help: help,
                subject: text),
            node: reference.node, element: reference.element, clause: clause)
    }

    private struct Fault {
        var problem: String
        var help: String?
    }

    private static func fault(of reference: ExternalReference, in tree: YAMLTree) -> Fault? {
        // What could not be read may hold what is looked for.
        if reference.path.isEmpty || tree.issues.contains(where: { $0.severity == .error }) { return nil }
        if reference.use == .definition { return faultOfPointer(reference, in: tree) }
        let documents = tree.documents.prefix(mostDocuments).compactMap { ContractDocument(tree, $0) }
        if documents.isEmpty { return Fault(problem: "\(Wording.quoted(reference.file)) holds no contract") }
        var first: Fault?
        for document in documents {
            guard let fault = fault(of: reference, in: document) else { return nil }
            first = first ?? fault
        }
        return first
    }

    /// A file may hold thousands of contracts.
    private static let mostDocuments = 20

    private static func fault(of reference: ExternalReference, in document: ContractDocument) -> Fault? {
        guard let root = document.rootElement else { return nil }
        return DocumentMemory.with(document) { memory in
            var types = TypeCache()
            return withUnsafeMutablePointer(to: &types) { types in
                var walk = SchemaWalk(document, memory, types)
                walk.run(root.id)
                var found = walk.found
                let resolver = ReferenceResolver(walk.facts, ids: DuplicateID.check(memory, &found))
                let text = ReferenceText(Array(reference.path.utf8))
                guard !walk.facts.isPartial, case .missing(let missing) = resolver.resolve(text) else { return nil }
                var room = IssueList(document.tree)
                let advice = ReferenceAdvice(text, missing, resolver, &room)
                return Fault(problem: "in \(Wording.quoted(reference.file)) \(advice.problem)", help: advice.help)
            }
        }
    }

    /// Any value of a file, contract or not.
    private static func faultOfPointer(_ reference: ExternalReference, in tree: YAMLTree) -> Fault? {
        guard reference.path.hasPrefix("/"), let document = tree.documents.first else { return nil }
        var here = document.root
        for step in Definitions.steps(of: reference.path.dropFirst()) {
            if tree[here].isList {
                guard let index = Int(step), index >= 0,
                    let item = tree.items(of: here).dropFirst(index).first(where: { _ in true })
                else { return Fault(problem: "that file has no such place") }
                here = item
            } else {
                guard let value = tree.value(of: step, in: here) else {
                    return Fault(problem: "\(Wording.quoted(reference.file)) has no \(Wording.quoted(step)) there")
                }
                here = value
            }
        }
        return nil
    }
}

/// Objects of a contract that another one may mean by name.
package enum NamedObjects {
    /// Form in which a contract refers to a property of another one.
    ///
    /// - Parameters:
    ///   - path: that of the file, from the folder of the contract that refers to it.
    ///   - reference: `object.property` by names.
    /// - Returns: nil where the tree has no such property.
    package static func reference(to reference: String, of tree: YAMLTree, at path: String) -> String? {
        let text = ReferenceText(Array(reference.utf8))
        for part in tree.documents.prefix(20) {
            guard let document = ContractDocument(tree, part), let root = document.rootElement else { continue }
            let names = text.text.split(separator: ".", maxSplits: 1).map(String.init)
            guard names.count == 2,
                let object = root.elements(.schema).first(where: { $0.text(.name) == names[0] }),
                let property = object.elements(.properties).first(where: { $0.text(.name) == names[1] })
            else { continue }
            guard let id = object.text(.id), let own = property.text(.id) else {
                return "\(path)#/schema/<id of \(names[0])>/properties/<id of \(names[1])>"
            }
            return "\(path)#/schema/\(id)/properties/\(own)"
        }
        return nil
    }

    /// Hashes of the names of a contract's objects.
    package static func hashes(of document: ContractDocument) -> [UInt64] {
        guard document.kind == .contract, let root = document.rootElement else { return [] }
        return root.elements(.schema).prefix(1000).compactMap { $0.text(.name).map(hash) }
    }

    package static func hash(_ name: String) -> UInt64 {
        var name = name
        return name.withUTF8 { ByteHash.of($0, seed: ByteHash.seed) }
    }
}
