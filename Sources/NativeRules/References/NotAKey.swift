internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Foreign keys to what is no key: neither primary nor unique.
///
/// Several properties are a key when one of them is unique, or when the whole primary key is among them. A single part
/// of a composite primary key is none.
enum NotAKey {
    static let rule = RuleDescriptor(
        "reference/not-a-key", .warning, "A foreign key refers to a primary key or to a unique property.",
        why: "Where the target repeats its values, a join multiplies rows, and databases refuse the foreign key.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/references/")

    /// More names than this help nobody.
    private static let mostNamed = 5

    /// - Parameters:
    ///   - targets: the properties that one foreign key refers to.
    ///   - node: the reference, or the list of them.
    static func check(
        _ targets: [ElementID], at node: NodeID, of element: ElementID, _ keys: inout DeclaredKeys,
        _ found: inout IssueList
    ) {
        let document = keys.resolver.facts.document
        if targets.contains(where: { keys.isUnique($0) }) { return }
        let among = Set(targets)
        var parts: [ElementID] = []
        for holder in Set(targets.map { keys.holder(of: $0) }).sorted() {
            let key = keys.primaryKey(in: holder)
            if !key.isEmpty, key.allSatisfy(among.contains) { return }
            if parts.isEmpty, key.contains(where: among.contains) { parts = key }
        }
        guard found.hasRoom(for: rule) else { return }
        let tree = found.tree
        let names = targets.prefix(mostNamed).map { document.path(of: $0)?.shortened ?? "?" }
        let listed = Wording.list(names, "and") + (targets.count > mostNamed ? " and others" : "")
        let isOne = targets.count == 1
        let problem: String
        let help: String
        let unique = document.keyNames.text(
            .unique, of: .property, value: "true", about: isOne ? targets.first.map(document.element) : nil)
        if parts.isEmpty {
            problem = "\(listed) \(isOne ? "is" : "are together") neither the primary key nor unique"
            let subject = isOne ? "the target" : "one of them"
            help = "refer to the key of the object, or mark \(subject) with `\(unique)` if it is"
        } else {
            let rest = parts.lazy.filter { !among.contains($0) }.prefix(mostNamed).map {
                document.path(of: $0)?.shortened ?? "?"
            }
            let verb = isOne ? "is" : "are"
            problem =
                "\(listed) \(verb) only part of a primary key: without \(Wording.list(Array(rest), "and")) values repeat"
            help = """
                refer to all parts, as lists in `from` and `to` at the object, or mark the target with `\(unique)` \
                if it is
                """
        }
        found.add(
            Issue(
                rule, problem, at: tree.rangeOfUse(of: node), help: help,
                related: zip(names, targets).map { name, target in
                    (tree.rangeOfUse(of: document.element(target).nameNode), "\(Wording.quoted(name)) is here")
                },
                subject: names.joined(separator: ", ")),
            at: node, of: element)
    }
}

/// Properties that are keys.
struct DeclaredKeys {
    let resolver: ReferenceResolver
    private let memory: DocumentMemory
    /// By the element that holds the properties.
    private var primaryKeys: [ElementID: [ElementID]] = [:]

    init(_ resolver: ReferenceResolver) {
        self.resolver = resolver
        memory = resolver.memory
    }

    private func claims(_ key: Key, _ property: ElementID) -> Bool {
        let node = memory.node(key, of: property)
        if node < 0 { return false }
        let claim = Claim(resolver.facts.tree, node)
        return claim == .yes || claim == .unclear
    }

    func isUnique(_ property: ElementID) -> Bool { claims(.unique, property) }

    /// The element that holds a property.
    func holder(of property: ElementID) -> ElementID { memory.parent(of: property) }

    /// The parts of the primary key among the properties of an element.
    mutating func primaryKey(in holder: ElementID) -> [ElementID] {
        if holder < 0 { return [] }
        if let known = primaryKeys[holder] { return known }
        var parts: [ElementID] = []
        let document = resolver.facts.document
        // DCS may name the parts at the model instead.
        let key = ModelKey(of: document.element(holder))
        for container in resolver.containers(of: holder) {
            memory.forEachElement(in: container) { candidate in
                guard memory.parent(of: candidate) == holder else { return }
                if key?.contains(document.element(candidate)) ?? false || claims(.primaryKey, candidate) {
                    parts.append(candidate)
                }
            }
        }
        primaryKeys[holder] = parts
        return parts
    }
}
