package import ContractModel
package import Diagnostics
internal import YAMLTree

/// The rules that a contract agrees with itself: names, keys and references of one document. They are written in Swift
/// for good, because they compare every part with every other, which a rule language could only do in the square of
/// their number.
package enum NativeRules {
    /// Every rule of this kind, `interoperability/id-unique` included, which looks across documents (`ContractIDs`).
    package static let descriptors: [RuleDescriptor] =
        [
            Dangling.rule, Ambiguous.rule, TypeMismatch.rule, NotAKey.rule, DuplicateID.rule, SLAElementUnknown.rule,
            EncryptedNameUnknown.rule, DuplicateProperty.rule, DuplicateObject.rule, PrimaryKeyPositions.rule,
            PartitionPositions.rule, DuplicateEntry.rule, ArgumentSensible.rule, ScheduleSensible.rule,
        ] + TypeRules.descriptors + [IDUnique.rule]

    /// Rules that compare the entries of one list with each other.
    package static let comparingNeighbours = Set(
        [
            DuplicateID.rule, DuplicateEntry.rule, DuplicateProperty.rule, DuplicateObject.rule,
            PrimaryKeyPositions.rule, PartitionPositions.rule,
        ].map(\.id))

    /// Judges one document: a walk over its schema, then what refers from one part of it to another.
    ///
    /// - Parameter types: of the calling thread; best kept from one document to the next.
    /// - Returns: the references that lead to other files, which stay unjudged here.
    @discardableResult
    package static func check(
        _ document: ContractDocument, types: inout TypeCache, into issues: inout [ElementIssue]
    ) -> [ExternalReference] {
        withUnsafeMutablePointer(to: &types) { check(document, $0, &issues) }
    }

    private static func check(
        _ document: ContractDocument, _ types: UnsafeMutablePointer<TypeCache>, _ issues: inout [ElementIssue]
    ) -> [ExternalReference] {
        guard let root = document.rootElement else { return [] }
        return DocumentMemory.with(document) { memory in
            var walk = SchemaWalk(document, memory, types)
            walk.run(root.id)
            var found = walk.found
            let ids = DuplicateID.check(memory, &found)
            DuplicateEntry.check(document, memory, &found)
            QualityWalk.check(document, memory, &found)
            let external =
                walk.facts.hasReferences ? judgeReferences(ReferenceResolver(walk.facts, ids: ids), &found) : []
            issues += found.issues
            return external
        }
    }

    private static func judgeReferences(
        _ resolver: ReferenceResolver, _ found: inout IssueList
    ) -> [ExternalReference] {
        var relationships = Relationships(resolver)
        relationships.check(&found)
        let names = NameSearch(resolver)
        var levels = SLAElementUnknown(names)
        levels.check(&found)
        EncryptedNameUnknown.check(names, &found)
        return relationships.external + levels.external
    }
}
