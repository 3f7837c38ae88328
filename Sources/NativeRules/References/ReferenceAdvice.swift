internal import Basics
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Fault of a reference that leads to nothing, what to do about it, and where the nearest is that exists.
struct ReferenceAdvice {
    let problem: String
    private(set) var help: String?
    private(set) var related: [(range: SourceRange, message: String)] = []

    init(
        _ reference: ReferenceText, _ missing: ReferenceResolver.Missing, _ resolver: ReferenceResolver,
        _ found: inout IssueList
    ) {
        let facts = resolver.facts
        problem = Self.problem(reference, missing, facts)
        switch missing.problem {
        case .outsideSchema, .noProperty:
            help = "write `object.property`, or `schema/<id of the object>/properties/<id of the property>`"
        case .noSuchPart:
            relate(to: missing.holder, facts)
        case .noEntry:
            let members = Members(of: missing.holder, resolver)
            guard found.affords(comparisons: members.elements.count) else { return }
            if adviseOtherForm(reference, missing, members, facts) { return }
            advise(reference, missing, members, facts, found)
        }
    }

    /// A name alone, which may be that of an object or of a property.
    init(bare reference: ReferenceText, _ facts: SchemaFacts, _ found: inout IssueList) {
        problem = "the schema has no object or property of that name"
        let tree = facts.tree
        guard found.affords(comparisons: facts.objects.count + facts.properties.count) else { return }
        let names = facts.objects.map { facts.memory.node(.name, of: $0) }.filter { $0 >= 0 }
        let near = found.nearest(
            to: reference.text, among: names + facts.properties.lazy.map(\.name).filter { $0 >= 0 })
        if let near {
            help = "did you mean \(Wording.quoted(near.text))?"
            related = [(tree.rangeOfUse(of: near.node), "\(Wording.quoted(near.text)) is here")]
        } else if names.count <= Self.mostListed {
            help = "the schema has \(Wording.list(names.map { tree.text(of: $0).shortened }, "and"))"
        }
    }

    /// Text that people may want to copy: shown whole, unless it is longer than anybody would write.
    private static func whole(_ text: String) -> String {
        text.unicodeScalars.count <= 400 ? "`\(text)`" : Wording.quoted(text)
    }

    /// More names than this help nobody.
    private static let mostListed = 8

    private static func problem(
        _ reference: ReferenceText, _ missing: ReferenceResolver.Missing, _ facts: SchemaFacts
    ) -> String {
        let part = Wording.quoted(reference.text(missing.part))
        let holder = missing.holder.flatMap { facts.document.path(of: $0) }.map(Wording.quoted) ?? "the schema"
        switch missing.problem {
        case .noEntry where missing.isByID:
            return missing.holder == nil
                ? "no object has the id \(part)" : "no property of \(holder) has the id \(part)"
        case .noEntry:
            return missing.holder == nil ? "there is no object \(part)" : "\(holder) has no property \(part)"
        case .noSuchPart: return "\(holder) has no \(part)"
        case .outsideSchema: return "a path to a property starts with `schema/`"
        case .noProperty: return "\(part) of \(holder) is no property"
        }
    }

    /// A name where an id is needed, or the other way round.
    ///
    /// - Returns: whether that is what is wrong.
    private mutating func adviseOtherForm(
        _ reference: ReferenceText, _ missing: ReferenceResolver.Missing, _ members: Members, _ facts: SchemaFacts
    ) -> Bool {
        let own: Key = missing.isByID ? .id : .name
        let word = reference.text(missing.part)
        for other in missing.isByID ? [Key.name, .physicalName] : [.id, .physicalName] {
            guard let (element, node) = members.first(other, word) else { continue }
            let article = other == .id ? "an" : "a"
            related = [(facts.tree.rangeOfUse(of: node), "\(Wording.quoted(word)) is \(article) `\(other.rawValue)`")]
            if let right = facts.document.element(element).text(own) {
                let corrected = reference.replacing(missing.part, with: right)
                help = "a reference of this form goes by `\(own.rawValue)`: write \(Self.whole(corrected))"
            } else {
                help = "a path goes by ids: give it an `id`, or write the short form `object.property` with names"
            }
            return true
        }
        return false
    }

    private mutating func advise(
        _ reference: ReferenceText, _ missing: ReferenceResolver.Missing, _ members: Members, _ facts: SchemaFacts,
        _ found: IssueList
    ) {
        let tree = facts.tree
        let candidates = members.nodes(missing.isByID ? .id : .name)
        if let near = found.nearest(to: reference.text(missing.part), among: candidates) {
            help = "did you mean \(Self.whole(reference.replacing(missing.part, with: near.text)))?"
            related = [(tree.rangeOfUse(of: near.node), "\(Wording.quoted(near.text)) is here")]
            return
        }
        relate(to: missing.holder, facts)
        if candidates.isEmpty {
            help =
                missing.isByID ? "give the target an `id`, or write the short form `object.property` with names" : nil
        } else if candidates.count <= Self.mostListed {
            let holder = missing.holder.flatMap { facts.document.path(of: $0) }.map(Wording.quoted) ?? "the schema"
            help = "\(holder) has \(Wording.list(candidates.map { tree.text(of: $0).shortened }, "and"))"
        }
    }

    /// Shows what was found before the reference led nowhere.
    private mutating func relate(to holder: ElementID?, _ facts: SchemaFacts) {
        guard let holder, let path = facts.document.path(of: holder) else { return }
        let node = facts.document.element(holder).nameNode
        related = [(facts.tree.rangeOfUse(of: node), "\(Wording.quoted(path)) is here")]
    }
}

/// The objects of the schema, or the properties of an element.
private struct Members {
    private(set) var elements: [ElementID] = []
    private let resolver: ReferenceResolver

    init(of holder: ElementID?, _ resolver: ReferenceResolver) {
        self.resolver = resolver
        for container in resolver.containers(of: holder) {
            resolver.memory.forEachElement(in: container) { elements.append($0) }
        }
    }

    func nodes(_ key: Key) -> [NodeID] {
        elements.map { resolver.memory.node(key, of: $0) }.filter { $0 >= 0 }
    }

    func first(_ key: Key, _ word: String) -> (ElementID, NodeID)? {
        for element in elements {
            let node = resolver.memory.node(key, of: element)
            if node >= 0, resolver.memory.text(of: node).elementsEqual(word.utf8) { return (element, node) }
        }
        return nil
    }
}

extension ElementRef {
    /// Node that says what it is called; the element itself when it has no name.
    var nameNode: NodeID { node(.name) ?? node(.id) ?? node }
}
