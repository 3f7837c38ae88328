internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Foreign keys: the relationships of ODCS, the `references` of DCS. Resolves both ends and has the rules judge them.
struct Relationships {
    private let resolver: ReferenceResolver
    private let document: ContractDocument
    private let tree: YAMLTree
    private var keys: DeclaredKeys
    private let types: DeclaredTypes
    private(set) var external: [ExternalReference] = []

    private var facts: SchemaFacts { resolver.facts }

    init(_ resolver: ReferenceResolver) {
        self.resolver = resolver
        document = resolver.facts.document
        tree = resolver.facts.tree
        keys = DeclaredKeys(resolver)
        types = DeclaredTypes(resolver: resolver)
    }

    mutating func check(_ found: inout IssueList) {
        for place in facts.relationships {
            resolver.memory.forEachElement(in: place.node) { relationship($0, of: place.element, &found) }
        }
        for place in facts.references {
            foreignKey(place.node, from: [place.element], of: place.element, &found)
        }
        for place in facts.definitionReferences { definition(place, &found) }
        for place in facts.modelKeys { modelKey(place, &found) }
    }

    /// A relationship of an object says where it starts, that of a property starts there.
    ///
    /// An object's relationship may start at another object: the standard has them "between any properties" (RFC 13:
    /// "in the same or another schema").
    private mutating func relationship(_ id: ElementID, of owner: ElementID, _ found: inout IssueList) {
        guard let to = document.element(id).node(.to) else { return }
        guard resolver.memory.kind(of: owner) == .object else {
            return foreignKey(to, from: [owner], of: id, &found)
        }
        guard let from = document.element(id).node(.from) else { return foreignKey(to, from: nil, of: id, &found) }
        let sources = parts(from).map { resolve($0, .source, of: id, &found) }
        foreignKey(to, from: sources.contains(nil) ? nil : sources.compactMap { $0 }, of: id, &found)
        let counts = (tree.childCount(of: from), tree.childCount(of: to))
        if tree[from].isList, tree[to].isList, counts.0 != counts.1,
            !(facts.isPartial && document.element(id).isIncomplete)
        {
            let longer = counts.0 > counts.1 ? from : to
            let surplus = tree.items(of: longer).dropFirst(min(counts.0, counts.1)).first { _ in true }
            Dangling.reportLengths(
                from: from, counts.0, to: to, counts.1, surplus: surplus ?? longer, of: id, &found)
        }
    }

    /// The scalars of a reference or of a list of them.
    private func parts(_ node: NodeID) -> [NodeID] {
        if !tree[node].isList { return tree[node].isMapping ? [] : [node] }
        return tree.items(of: node).filter { tree[$0].isText }
    }

    /// - Parameters:
    ///   - to: the reference, or the list of them.
    ///   - sources: the properties it starts from; nil: not known.
    private mutating func foreignKey(
        _ to: NodeID, from sources: [ElementID]?, of element: ElementID, _ found: inout IssueList
    ) {
        let parts = parts(to)
        var targets: [ElementID] = []
        for (index, part) in parts.enumerated() {
            guard let target = resolve(part, .foreignKey, of: element, &found),
                resolver.memory.kind(of: target) == .property
            else {
                continue
            }
            targets.append(target)
            if let sources, sources.count == parts.count {
                TypeMismatch.check(from: sources[index], to: target, at: part, of: element, types, &found)
            }
        }
        if !targets.isEmpty, targets.count == parts.count, !facts.isPartial {
            NotAKey.check(targets, at: to, of: element, &keys, &found)
        }
    }

    /// - Returns: what a reference leads to, if that is one element of this document.
    private mutating func resolve(
        _ node: NodeID, _ use: ExternalReference.Use, of element: ElementID, _ found: inout IssueList
    ) -> ElementID? {
        let reference = ReferenceText(tree, node)
        if case .external(let file, let path) = reference.form {
            external.append(
                ExternalReference(
                    use: use, file: reference.text(file), path: reference.text(path), range: tree.rangeOfUse(of: node),
                    node: node,
                    element: element))
            return nil
        }
        switch resolver.resolve(reference) {
        case .found(let target): return target
        case .ambiguous(let first, let second, let isByName):
            Ambiguous.report(reference, first, second, isByName, at: node, of: element, document, &found)
        case .missing(let missing):
            // What is missing may have been meant to come.
            if !facts.isPartial { Dangling.report(reference, missing, at: node, of: element, resolver, &found) }
        case .unjudged: break
        }
        return nil
    }

    // MARK: DCS

    private mutating func definition(_ place: SchemaFacts.Place, _ found: inout IssueList) {
        let definitions = DefinitionReferences(resolver)
        switch definitions.target(of: place.node) {
        case .missing: if !facts.isPartial { definitions.report(place.node, of: place.element, &found) }
        case .external(let file, let path):
            external.append(
                ExternalReference(
                    use: .definition, file: file, path: path, range: tree.rangeOfUse(of: place.node), node: place.node,
                    element: place.element))
        case .found, .unjudged: break
        }
    }

    /// The fields that a model names as its primary key.
    private mutating func modelKey(_ place: SchemaFacts.Place, _ found: inout IssueList) {
        guard document.standard == .dcs, !facts.isPartial else { return }
        // The model admits to fields that the contract does not name.
        if document.element(place.element).truth(.additionalFields) == true { return }
        for part in parts(place.node) {
            let reference = ReferenceText(tree, part)
            guard case .bare = reference.form else { continue }
            if case .missing(let missing) = resolver.member(reference, of: place.element) {
                Dangling.report(reference, missing, at: part, of: place.element, resolver, &found)
            }
        }
    }
}
