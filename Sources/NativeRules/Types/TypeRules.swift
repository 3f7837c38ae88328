internal import ColumnTypes
package import ContractModel
package import Diagnostics
package import YAMLTree

/// The rules about the types of properties: `schema/type-disagreement`, `schema/options-disagreement` and
/// `schema/example-violates-type`.
///
/// Asked once for each property, in one walk over a document. A property without options and examples costs one look into
/// the cache.
package enum TypeRules {
    package static let descriptors = [
        TypeDisagreement.descriptor, OptionsDisagreement.descriptor, ExampleViolatesType.descriptor,
    ]

    /// Checks one property whose fields were read already.
    ///
    /// - Parameters:
    ///   - number: of the verdict on its types.
    ///   - context: asked for only where there is more to check than the verdict.
    @inline(__always)
    static func check(
        _ id: ElementID, _ fields: TypeFields, _ number: Int, isDCS: Bool, context: @autoclosure () -> TypeContext,
        cache: inout TypeCache, into found: inout IssueList
    ) {
        if cache.disagrees(number) || fields.hasMore || isDCS {
            checkClosely(id, fields, context(), &cache, into: &found)
        }
    }

    @inline(never)
    private static func checkClosely(
        _ id: ElementID, _ fields: TypeFields, _ context: TypeContext, _ cache: inout TypeCache,
        into found: inout IssueList
    ) {
        guard descriptors.contains(where: found.hasRoom) else { return }
        let typed = TypedProperty(ElementRef(document: context.document, id: id), fields, context, &cache)
        var issues: [ElementIssue] = []
        TypeDisagreement.check(typed, &cache, into: &issues)
        if fields.hasMore || context.isDCS {
            OptionsDisagreement.check(typed, &cache, into: &issues)
            ExampleViolatesType.check(typed, fields.examples, &cache, into: &issues)
        }
        for issue in issues { found.add(issue.issue, at: issue.node, of: issue.element) }
    }

    /// The number of the verdict on a property's types in the document's own dialects.
    @inline(__always)
    static func verdict(_ fields: TypeFields, _ context: TypeContext, _ cache: inout TypeCache) -> Int {
        withText(fields.logical, context.tree) { logical in
            withText(fields.physical, context.tree) { physical in
                cache.verdict(logical: logical, physical: physical, key: context.ownKey, context)
            }
        }
    }

    /// The text of a node; nothing for a node that is none.
    @inline(__always)
    private static func withText<Result>(
        _ node: NodeID, _ tree: YAMLTree, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        guard node >= 0, tree[node].isText else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        return tree.withText(of: node, body)
    }
}

/// The values of the fields that the rules about types begin with; -1: the property has none.
package struct TypeFields {
    package var logical: NodeID = -1
    package var physical: NodeID = -1
    package var options: NodeID = -1
    package var examples: NodeID = -1
    package var enumeration: NodeID = -1

    package init() {}

    package init(_ element: ElementRef) {
        logical = element.node(.logicalType) ?? -1
        physical = element.node(.physicalType) ?? -1
        options = element.node(.logicalTypeOptions) ?? -1
        examples = element.node(.examples) ?? -1
        enumeration = element.node(.enum) ?? -1
    }

    /// Takes the value of a field, if it is one of these: for a walk that reads all fields of a property in one pass.
    @inline(__always)
    package mutating func take(_ key: Key, _ node: NodeID) {
        switch key {
        case .logicalType: if logical < 0 { logical = node }
        case .physicalType: if physical < 0 { physical = node }
        case .logicalTypeOptions: if options < 0 { options = node }
        case .examples: if examples < 0 { examples = node }
        case .enum: if enumeration < 0 { enumeration = node }
        default: break
        }
    }

    /// True when there is more than two types.
    @inline(__always)
    var hasMore: Bool { options >= 0 || examples >= 0 || enumeration >= 0 }
}
