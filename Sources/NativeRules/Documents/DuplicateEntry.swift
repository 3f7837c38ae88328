internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Entries of a list that go by one name: two servers `prod`, two service levels about the same, a tag that is there twice.
enum DuplicateEntry {
    static let rule = RuleDescriptor(
        "reference/duplicate-entry", .warning, "No two entries of a list go by one name.",
        why:
            "Tools take one or the other; and when the contract changes, nobody can tell which of the two became what.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/")

    static func check(_ document: ContractDocument, _ memory: DocumentMemory, _ found: inout IssueList) {
        var first: [Entry: NodeID] = [:]
        // Of two the later one is the duplicate, in whatever order they were decoded.
        let named = (0..<ElementID(memory.elementCount)).filter { isNamed[memory.kind(of: $0).number] }
            .sorted { memory.node(of: $0) < memory.node(of: $1) }
        for id in named {
            let kind = memory.kind(of: id)
            let list = memory[memory.node(of: id)].parent
            guard list >= 0, memory[list].isList, memory[list].count > 1 else { continue }
            let element = document.element(id)
            guard let key = NaturalKey(of: element), kind != .member || !element.has(.dateOut) else { continue }
            let entry = Entry(list: list, text: ExactText(key.text))
            if let earlier = first[entry] {
                report(key.node, kind, of: id, after: earlier, &found)
            } else {
                first[entry] = key.node
            }
        }
        for tags in memory.nodes(filling: .tags) where memory[tags].isList && memory[tags].count > 1 {
            repeated(in: tags, document, memory, &found)
        }
    }

    private struct Entry: Hashable {
        var list: NodeID
        var text: ExactText
    }

    private static let isNamed = ElementKind.allCases.map { NaturalKey.fields(of: $0) != nil }

    private static func repeated(
        in list: NodeID, _ document: ContractDocument, _ memory: DocumentMemory, _ found: inout IssueList
    ) {
        var first: [ExactText: NodeID] = [:]
        for item in found.tree.items(of: list) where memory[item].isText {
            let text = ExactText(found.tree.text(of: item))
            guard let earlier = first[text] else {
                first[text] = item
                continue
            }
            guard found.hasRoom(for: rule) else { return }
            let mapping = memory[list].parent
            let tag = found.quoted(item)
            found.add(
                Issue(
                    rule, "the tag \(tag) is listed twice", at: found.tree.rangeOfUse(of: item),
                    help: "remove one of the two",
                    related: [(found.tree.rangeOfUse(of: earlier), "the first \(tag)")],
                    subject: found.tree.text(of: item)),
                at: item, of: mapping < 0 ? -1 : memory.elementID(at: mapping))
        }
    }

    private static func report(
        _ node: NodeID, _ kind: ElementKind, of element: ElementID, after earlier: NodeID, _ found: inout IssueList
    ) {
        guard found.hasRoom(for: rule) else { return }
        let tree = found.tree
        let name = tree[node].isList ? "with these references" : found.quoted(node)
        // Whoever reads by name reads from either of two places.
        let isGrave = kind == .server || kind == .inputPort || kind == .outputPort
        found.add(
            Issue(
                rule, "there is \(noun(kind)) \(name) already", at: tree.rangeOfUse(of: node),
                severity: isGrave ? .error : nil, help: help(kind),
                related: [(tree.rangeOfUse(of: earlier), "the first")],
                subject: tree[node].isList ? "list" : tree.text(of: node)),
            at: node, of: element)
    }

    private static func noun(_ kind: ElementKind) -> String {
        switch kind {
        case .server: "a server"
        case .sla: "a service level"
        case .role: "a role"
        case .member: "a member"
        case .support: "a support channel"
        case .customProperty: "a custom property"
        case .quality: "a quality rule"
        case .relationship: "a relationship to"
        case .definition: "a link to"
        case .synonym: "a synonym"
        case .enumValue: "an allowed value"
        case .inputPort: "an input port"
        case .outputPort: "an output port"
        case .inputContract: "an input contract"
        default: "an entry"
        }
    }

    private static func help(_ kind: ElementKind) -> String {
        switch kind {
        case .sla: "keep one of the two, or say under `element` what each is about"
        case .member: "keep one entry a person; of somebody who came back the first has a `dateOut`"
        case .server, .role, .support, .quality, .inputPort, .outputPort: "rename one of the two, or remove it"
        default: "remove one of the two"
        }
    }
}
