internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Target of the `$ref` of a DCS field: a definition of the same document, or any other value in it.
struct DefinitionReferences {
    private let resolver: ReferenceResolver
    private var facts: SchemaFacts { resolver.facts }

    init(_ resolver: ReferenceResolver) { self.resolver = resolver }

    enum Target {
        case found(NodeID)
        case missing
        case external(file: String, path: String)
        case unjudged
    }

    func target(of node: NodeID) -> Target {
        let text = facts.tree.text(of: node)
        if text.contains("${") || text.contains("{{") || text.isEmpty { return .unjudged }
        guard let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) else { return .external(file: text, path: "") }
        let path = text[text.index(after: hash)...]
        if hash > text.startIndex { return .external(file: String(text[..<hash]), path: String(path)) }
        guard path.utf8.first == UInt8(ascii: "/") else { return .unjudged }
        let steps = Definitions.steps(of: path.dropFirst())
        if let definition = definition(steps) { return .found(definition) }
        return walk(steps)
    }

    /// The element that a reference leads to; nil when it leads to none in this document.
    func element(of node: NodeID) -> ElementRef? {
        guard case .found(let target) = target(of: node) else { return nil }
        return facts.document.element(at: target)
    }

    // MARK: JSON Pointers

    /// A definition by its name, which may hold `/` (since 1.1.0): found without a search.
    private func definition(_ steps: [String]) -> NodeID? {
        guard steps.count > 1, steps[0] == "definitions" else { return nil }
        var name = steps.dropFirst().joined(separator: "/")
        return name.withUTF8 { text in
            for definitions in facts.definitions {
                if let entry = facts.names.first(text, in: definitions) { return facts.memory.node(of: entry.element) }
            }
            return nil
        }
    }

    /// The most entries that one reference is looked for among: beyond, it stays unjudged.
    private static let mostEntries = 4000

    /// Any other value: each step a key, or an index of a list.
    private func walk(_ steps: [String]) -> Target {
        let tree = facts.tree
        var here = facts.document.root
        var seen = 0
        var rest = steps[...]
        steps: while !rest.isEmpty {
            seen += tree.childCount(of: here)
            if seen > Self.mostEntries { return .unjudged }
            if tree[here].isList {
                guard let index = Int(rest.removeFirst()), index >= 0,
                    let item = tree.items(of: here).dropFirst(index).first(where: { _ in true })
                else { return .missing }
                here = item
                continue
            }
            // A key may hold `/` itself.
            for count in 1...rest.count {
                if let value = tree.value(of: rest.prefix(count).joined(separator: "/"), in: here) {
                    here = value
                    rest = rest.dropFirst(count)
                    continue steps
                }
            }
            return .missing
        }
        return .found(here)
    }

    // MARK: Findings

    func report(_ node: NodeID, of field: ElementID, _ found: inout IssueList) {
        guard found.hasRoom(for: Dangling.rule) else { return }
        let tree = facts.tree
        let text = tree.text(of: node)
        let prefix = "#/definitions/"
        var names: [NodeID] = []
        for definitions in facts.definitions where found.affords(comparisons: tree.childCount(of: definitions)) {
            facts.memory.forEachElement(in: definitions) { names.append(facts.memory.node(.name, of: $0)) }
        }
        names.removeAll { $0 < 0 }
        let isDefinition = text.hasPrefix(prefix)
        let name = isDefinition ? String(text.dropFirst(prefix.count)) : text
        let near = isDefinition ? found.nearest(to: name, among: names) : nil
        let problem = isDefinition ? "there is no definition \(Wording.quoted(name))" : "the document has no such place"
        let listed =
            names.isEmpty || names.count > 8
            ? nil : "there is \(Wording.list(names.map { tree.text(of: $0).shortened }, "and"))"
        found.add(
            Issue(
                Dangling.rule, "\(Wording.quoted(text)) refers to nothing: \(problem)", at: tree.rangeOfUse(of: node),
                help: near.map { "did you mean \(Wording.quoted(prefix + $0.text))?" } ?? listed
                    ?? "describe it under `definitions`, or write the keys at the field itself",
                related: near.map { [(tree.rangeOfUse(of: $0.node), "\(Wording.quoted($0.text)) is here")] } ?? [],
                subject: text),
            at: node, of: field)
    }
}
