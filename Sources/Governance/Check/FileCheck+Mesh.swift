internal import ContractModel
internal import Diagnostics
package import Mesh
internal import NativeRules
internal import RuleLanguage
internal import YAMLTree

extension FileCheck {
    /// Findings about how the units of a file fit into the mesh. The file is read once more: of a mesh nothing is kept but
    /// interfaces, and few files have any.
    ///
    /// - Parameters:
    ///   - found: those of its units.
    ///   - name: the file's name in reports.
    ///   - raw: its bytes.
    package func findings(
        _ found: [MeshFinding], in mesh: Mesh, name: String, raw: [UInt8], _ jurisdiction: Jurisdiction
    ) -> FileResult {
        var result: FileResult?
        var own: FileExceptions?
        for (index, configuration) in jurisdiction.configurations.enumerated() {
            let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts, limits: configuration.limits)
            if index == 0 { own = exceptions.ofFile(name, tree, jurisdiction) }
            let judged = findings(found, in: mesh, tree, configuration, own)
            result = result.map { $0.merged(with: judged) } ?? judged
        }
        return result ?? FileResult()
    }

    private func findings(
        _ found: [MeshFinding], in mesh: Mesh, _ tree: YAMLTree, _ configuration: Configuration, _ own: FileExceptions?
    ) -> FileResult {
        var writer = FindingWriter(own)
        let byDocument = Dictionary(grouping: found) { mesh.units[$0.unit].offset }
        for part in tree.documents {
            guard let findings = byDocument[part.range.start], let document = ContractDocument(tree, part) else {
                continue
            }
            let facts = earlier?.facts(of: document) ?? []
            let policy = configuration.policy.effective(for: document, earlier: facts, today: today)
            let nodes = NodeFinder(document, findings.map(\.spot.range))
            for finding in findings {
                let rule = RuleCatalogue.native(finding.rule.id) ?? finding.rule
                let issue = Issue(
                    rule, finding.message, at: finding.spot.range, severity: finding.severity, help: finding.help,
                    subject: finding.subject)
                writer.write(
                    issue, under: policy, contract: CheckedDocument.id(of: document), clause: finding.clause,
                    element: { finding.element },
                    spot: { listed in
                        FindingWriter.Spot(
                            place: tree.place(of: listed.range, withExcerpt: withExcerpts),
                            route: nodes.route(to: listed.range),
                            related: finding.related.map { RelatedPlace($0.place, $0.message) }, secrets: tree.secrets)
                    })
            }
        }
        return writer.result
    }

    /// Values of a document by where they stand.
    private struct NodeFinder {
        private var nodes: [SourceRange: NodeID] = [:]
        private let tree: YAMLTree

        init(_ document: ContractDocument, _ ranges: [SourceRange]) {
            tree = document.tree
            let wanted = Set(ranges)
            for node in document.nodes where !tree[node].flags.contains(.aliased) {
                let range = tree.range(of: node)
                if wanted.contains(range), nodes[range] == nil { nodes[range] = node }
            }
        }

        func route(to range: SourceRange) -> String? { nodes[range].flatMap { tree.route(to: $0) } }
    }
}

extension Unit.Reference {
    init(_ reference: ExternalReference, in document: ContractDocument) {
        self.init(
            file: reference.file, path: reference.path, element: document.path(of: reference.element),
            spot: Spot(reference.range, document.tree.place(of: reference.range, withExcerpt: false)), isJudged: false)
    }
}

extension Policy {
    /// True when some rule about the mesh may be in force for some contract.
    package var mayAskAboutMesh: Bool {
        let own = everywhere
        return layers.contains { !$0.match.isEverything } || MeshRules.all.contains { own.effective($0) != nil }
    }
}
