internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Types that the two versions say by different words: the one by its physical type alone, the other by its logical type,
/// or by what ODCS had for timestamps before it had a word for them.
extension ContractComparison {
    /// Compares a logical type on one side with a physical type on the other.
    ///
    /// - Returns: whether limits and contents can be compared; nil where the two sides have a kind in common, or the two types
    ///   one meaning.
    mutating func compareAcross(_ old: PropertyView, _ new: PropertyView) -> Bool? {
        let (own, other) = (old.physicalType(self.old.dialects), new.physicalType(self.new.dialects))
        let relation: Relation
        let (first, second): (Change.Side, Change.Side)
        let message: String
        let isOfOtherShape: Bool
        if let own, other == nil, old.node(.logicalType) == nil, let logical = new.logicalType,
            let node = new.node(.logicalType)
        {
            let kinds = Self.kinds(own, old, self.old)
            relation = Self.closest(kinds) { $0.relation(to: logical) }
            isOfOtherShape = kinds.map { !$0.contains { $0.structure == logical.structure } } ?? false
            (first, second) = (old.element.side(own), new.element.side(node))
            message = "the physicalType \(old.tree.shortText(of: own)) gave way to the logicalType \(logical.rawValue)"
        } else if let other, own == nil, new.node(.logicalType) == nil, let logical = old.logicalType,
            let node = old.node(.logicalType)
        {
            let kinds = Self.kinds(other, new, self.new)
            relation = Self.closest(kinds) { logical.relation(to: $0) }
            isOfOtherShape = kinds.map { !$0.contains { $0.structure == logical.structure } } ?? false
            (first, second) = (old.element.side(node), new.element.side(other))
            message =
                "the logicalType \(logical.rawValue) gave way to the physicalType \(new.tree.shortText(of: other))"
        } else {
            return nil
        }
        let isEarly = options.readerProfile == .earlyBound
        switch relation {
        case .unknown:
            let isTruncated = new.logicalType == .date || old.logicalType == .timestamp
            list.add(
                isTruncated ? .logicalTypeTruncated : .logicalTypeReinterpreted, first, second, message,
                isEscalated: isEarly)
            return true
        case .disjoint:
            list.add(isOfOtherShape ? .propertyShapeChanged : .logicalTypeChanged, first, second, message)
            return false
        default: return nil
        }
    }

    /// The logical types that a column may have; nil: any.
    private static func kinds(_ node: NodeID, _ view: PropertyView, _ version: ContractVersion) -> Set<LogicalType>? {
        let text = view.tree.text(of: node)
        var kinds: Set<LogicalType> = []
        for dialect in version.dialects.isEmpty ? [.generic] : version.dialects {
            guard let next = PhysicalType(text, dialect: dialect).logicalTypes(dialect) else { return nil }
            kinds.formUnion(next)
        }
        // Without a word for timestamps they are dates.
        if !view.hasTimestamps, kinds.contains(.timestamp) || kinds.contains(.time) { kinds.insert(.date) }
        return kinds
    }

    private static func closest(_ kinds: Set<LogicalType>?, _ relation: (LogicalType) -> Relation) -> Relation {
        guard let kinds else { return .equal }
        let relations = Set(kinds.map(relation))
        return [.equal, .widens, .narrows, .unknown].first(where: relations.contains) ?? .disjoint
    }

    /// True when a date is called a timestamp or a time now, or the other way round, because the standard has had a word for
    /// it since 3.1, and the column was one all along.
    func isRespelled(_ old: PropertyView, _ own: LogicalType, _ new: PropertyView, _ other: LogicalType) -> Bool {
        let kind: LogicalType
        switch (old.hasTimestamps, new.hasTimestamps) {
        case (false, true) where own == .date: kind = other
        case (true, false) where other == .date: kind = own
        default: return false
        }
        guard kind == .timestamp || kind == .time else { return false }
        func isOne(_ view: PropertyView, _ version: ContractVersion) -> Bool? {
            guard let node = view.physicalType(version.dialects) else { return nil }
            let text = view.tree.text(of: node)
            let family = kind.rawValue
            let dialects = version.dialects.isEmpty ? [.generic] : version.dialects
            return dialects.allSatisfy {
                PhysicalType(text, dialect: $0).family == family || ($0 == .oracle && kind == .timestamp)
            }
        }
        let (before, after) = (isOne(old, self.old), isOne(new, self.new))
        return (before ?? after ?? false) && (after ?? before ?? false)
    }
}

extension PropertyView {
    /// True where the standard has logical types for timestamps and times: ODCS 3.1, "Logical Types"
    /// (https://bitol-io.github.io/open-data-contract-standard/v3.1.0/schema/).
    fileprivate var hasTimestamps: Bool { isDCS || element.document.version >= Version(3, 1, 0) }
}
