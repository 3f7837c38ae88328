internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Foreign keys of another logical type than the key they refer to.
enum TypeMismatch {
    static let rule = RuleDescriptor(
        "reference/type-mismatch", .error, "A foreign key has the logical type of the key it refers to.",
        why: "A join on the two compares unlike values: it fails, or finds nothing without a word.",
        reference: "https://bitol-io.github.io/open-data-contract-standard/v3.1.0/references/")

    /// - Parameter node: the reference.
    static func check(
        from: ElementID, to: ElementID, at node: NodeID, of element: ElementID, _ types: DeclaredTypes,
        _ found: inout IssueList
    ) {
        guard let own = types.type(of: from), let other = types.type(of: to), own.family != other.family else { return }
        // An array of keys refers with each of its items.
        if own.family == "array", let items = types.itemType(of: from), items.family == other.family { return }
        guard found.hasRoom(for: rule) else { return }
        let document = types.resolver.facts.document
        let names = [from, to].map { document.path(of: $0).map(Wording.quoted) ?? "the property" }
        let tree = found.tree
        found.add(
            Issue(
                rule,
                "\(names[0]) is of type `\(own.word)`, but \(names[1]), which it refers to, of type `\(other.word)`",
                at: tree.rangeOfUse(of: node),
                help: "give both the same `\(document.standard == .dcs ? "type" : "logicalType")`",
                related: [
                    (tree.rangeOfUse(of: own.node), "\(names[0]) is `\(own.word)`"),
                    (tree.rangeOfUse(of: other.node), "\(names[1]) is `\(other.word)`"),
                ],
                subject: tree.text(of: node)),
            at: node, of: element)
    }
}

/// The logical types that properties declare, as far as the standard knows the word.
struct DeclaredTypes {
    let resolver: ReferenceResolver

    struct Declared {
        var word: String
        /// Name that is the same for all words of one type.
        var family: String
        /// Node that the type is written in.
        var node: NodeID
    }

    func type(of property: ElementID) -> Declared? {
        let document = resolver.facts.document
        let element = document.element(property)
        guard element.kind == .property else { return nil }
        // A field of DCS may take its type from a definition.
        let definition = element.node(.ref).flatMap { DefinitionReferences(resolver).element(of: $0) }
        guard let node = element.node(.logicalType) ?? definition?.node(.logicalType) else { return nil }
        let word = document.tree.text(of: node)
        // A word that is no type is an issue of its own.
        guard let family = document.standard == .dcs ? Self.families[word] : Self.types.contains(word) ? word : nil
        else {
            return nil
        }
        return Declared(word: word, family: family, node: node)
    }

    func itemType(of property: ElementID) -> Declared? {
        resolver.facts.document.element(property).elements(.items).first.flatMap { type(of: $0.id) }
    }

    private static let types: Set<String> = [
        "string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean", "map", "vector",
    ]

    /// DCS has several words for a type. Whole and exact numbers count as one: a `decimal` without scale is whole.
    private static let families: [String: String] = [
        "string": "text", "text": "text", "varchar": "text",
        "number": "number", "decimal": "number", "numeric": "number", "int": "number", "integer": "number",
        "long": "number",
        "bigint": "number", "float": "number", "double": "number",
        "timestamp": "timestamp", "timestamp_tz": "timestamp", "timestamp_ntz": "timestamp",
        "date": "date", "time": "time", "boolean": "boolean", "bytes": "bytes",
        "array": "array", "object": "object", "record": "object", "struct": "object", "map": "map",
    ]
}
