internal import ContractModel
internal import YAMLTree

/// Finds objects and properties by the names that people use where no form is prescribed: the name or the physical
/// name, with or without the object before it.
final class NameSearch {
    let resolver: ReferenceResolver
    private var facts: SchemaFacts { resolver.facts }
    private lazy var everywhere = makeTable()

    init(_ resolver: ReferenceResolver) { self.resolver = resolver }

    enum Answer {
        case known
        /// - Parameter missing: where a reference with several parts leads nowhere; nil: it is a name alone.
        case unknown(ReferenceResolver.Missing?)
        case external(file: Range<Int>, path: Range<Int>)
        case unjudged
    }

    func find(_ reference: ReferenceText) -> Answer {
        switch reference.form {
        case .external(let file, let path): return .external(file: file, path: path)
        case .unreadable: return .unjudged
        case .bare: return isKnown(reference) ? .known : .unknown(nil)
        case .qualified:
            // `n/a` and the like are no paths of the schema.
            guard reference.hasText(reference[0], "schema") else { return .unjudged }
            guard case .missing(let missing) = resolver.resolve(reference) else { return .known }
            return .unknown(missing)
        case .shorthand:
            guard case .missing(let missing) = resolver.resolve(reference) else { return .known }
            if isKnown(reference) || isPath(reference) { return .known }
            return .unknown(missing)
        }
    }

    /// True when anything goes by the whole text.
    private func isKnown(_ reference: ReferenceText) -> Bool {
        reference.bytes.withUnsafeBufferPointer { text in
            // Most are the name of an object: no need for a table of all names then.
            if facts.schemas.contains(where: { facts.names.first(text, in: $0) != nil }) { return true }
            return everywhere.first(text, in: Self.anywhere) != nil
        }
    }

    /// The most objects that a path without an object is looked for in.
    private static let mostObjects = 100

    /// True when it is a path by physical names, or one below an object that is not named.
    private func isPath(_ reference: ReferenceText) -> Bool {
        for holder in [nil] + facts.objects.prefix(Self.mostObjects).map(Optional.some) {
            if case .missing = resolver.shorthand(reference, by: [.name, .physicalName], in: holder) { continue }
            return true
        }
        return false
    }

    /// The scope of names that may stand anywhere.
    private static let anywhere: NodeID = -1

    private func makeTable() -> NameTable {
        var table = NameTable(facts.memory, minimumCapacity: facts.properties.count + 2 * facts.objects.count)
        for property in facts.properties {
            if property.name >= 0 { table.insert(property.name, of: property.element, in: Self.anywhere) }
            if property.physicalName >= 0 {
                table.insert(property.physicalName, of: property.element, in: Self.anywhere)
            }
        }
        for object in facts.objects {
            for name in [facts.memory.node(.name, of: object), facts.memory.node(.physicalName, of: object)]
            where name >= 0 {
                table.insert(name, of: object, in: Self.anywhere)
            }
        }
        return table
    }
}
