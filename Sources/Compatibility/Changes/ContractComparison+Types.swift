internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// The logical and the physical type of a property.
extension ContractComparison {
    /// - Returns: whether limits and contents of the two can be compared: not where the types have nothing in common.
    mutating func compareTypes(_ old: PropertyView, _ new: PropertyView) -> Bool {
        let isOfDCS = old.isDCS && new.isDCS
        // One finding says that a type of one kind gave way to one of the other; DCS says more beside a physical type.
        let across = compareAcross(old, new)
        if let across, !isOfDCS { return across }
        let isComparable = across ?? compareLogicalTypes(old, new)
        if isOfDCS {
            compareConfigurations(old, new)
            return isComparable
        }
        let (own, other) = (old.physicalType(self.old.dialects), new.physicalType(self.new.dialects))
        switch (own, other) {
        case (nil, nil): break
        case (nil, let other?):
            list.add(
                .physicalTypeAdded, old.element.holder, new.element.side(other),
                Self.message("physicalType", nil, new.tree.shortText(of: other)))
        case (let own?, nil):
            list.add(
                .physicalTypeRemoved, old.element.side(own), new.element.holder,
                Self.message("physicalType", old.tree.shortText(of: own), nil))
        case (let own?, let other?): comparePhysicalTypes(old, own, new, other)
        }
        return isComparable
    }

    /// DCS names a physical type for each system, each in the system's own words.
    private mutating func compareConfigurations(_ old: PropertyView, _ new: PropertyView) {
        let (own, other) = (old.node(.config), new.node(.config))
        if isEqual(own, other) { return }
        var isTypeChanged = false
        for (dialect, key) in Dialect.configKeys {
            let before = own.flatMap { old.tree.value(of: key, in: $0) }
            let after = other.flatMap { new.tree.value(of: key, in: $0) }
            if isEqual(before, after) { continue }
            isTypeChanged = true
            let (first, second) = (old.element.side(before), new.element.side(after))
            if let before, let after {
                let shift = PhysicalType(old.tree.text(of: before), dialect: dialect)
                    .shift(to: PhysicalType(new.tree.text(of: after), dialect: dialect), dialect)
                add(shift, key, first, second)
            } else {
                list.add(
                    before == nil ? .physicalTypeAdded : .physicalTypeRemoved, first, second,
                    Self.message(key, first, second))
            }
        }
        if !isTypeChanged { addIfDifferent(.detailChanged, "config", old.element, own, new.element, other) }
    }

    private mutating func compareLogicalTypes(_ old: PropertyView, _ new: PropertyView) -> Bool {
        let (own, other) = (old.node(.logicalType), new.node(.logicalType))
        let (first, second) = (old.element.side(own), new.element.side(other))
        let message = { Self.message("logicalType", first, second) }
        guard own != nil, other != nil else {
            if own != nil { list.add(.logicalTypeRemoved, first, second, message()) }
            if other != nil { list.add(.logicalTypeAdded, first, second, message()) }
            return true
        }
        guard let before = old.logicalType, let after = new.logicalType else {
            let (a, b) = (old.text(.logicalType)?.lowercased(), new.text(.logicalType)?.lowercased())
            if a != b { list.add(.logicalTypeUnclear, first, second, message()) }
            return a == b
        }
        switch before.relation(to: after) {
        case .equal: return compareWords(old, new, first, second)
        case .widens:
            list.add(
                .logicalTypeWidened, first, second, message(), isEscalated: options.readerProfile == .earlyBound)
            return true
        case .narrows:
            list.add(
                .logicalTypeNarrowed, first, second, message(), isEscalated: options.readerProfile == .earlyBound)
            return true
        case .unknown where isRespelled(old, before, new, after), .disjoint where isRespelled(old, before, new, after):
            list.add(.logicalTypeRespelled, first, second, message())
            return true
        case .unknown:
            list.add(
                after == .timestamp ? .logicalTypeReinterpreted : .logicalTypeTruncated, first, second, message(),
                isEscalated: options.readerProfile == .earlyBound)
            return true
        default:
            let isOfOtherShape = before.structure != after.structure
            list.add(isOfOtherShape ? .propertyShapeChanged : .logicalTypeChanged, first, second, message())
            return false
        }
    }

    /// DCS has several words for one logical type, which differ by what fits them: `int` and `long`, `float` and
    /// `double` (DCS 1.2.1, "Data Types").
    private mutating func compareWords(
        _ old: PropertyView, _ new: PropertyView, _ first: Change.Side, _ second: Change.Side
    ) -> Bool {
        guard old.isDCS, new.isDCS, let own = old.text(.logicalType), let other = new.text(.logicalType), own != other,
            old.node(.config) == nil, new.node(.config) == nil
        else { return true }
        add(shift(own, other, dcs: true), "type", first, second)
        return true
    }

    // MARK: Physical types

    private mutating func comparePhysicalTypes(
        _ old: PropertyView, _ own: NodeID, _ new: PropertyView, _ other: NodeID
    ) {
        let isSame = old.tree.withText(of: own) { a in new.tree.withText(of: other) { $0.elementsEqual(a) } }
        if isSame { return }
        add(
            shift(old.tree.text(of: own), new.tree.text(of: other)), "physicalType", old.element.side(own),
            new.element.side(other))
    }

    private mutating func add(_ shift: TypeShift, _ name: String, _ first: Change.Side, _ second: Change.Side) {
        let kind: ChangeKind =
            switch shift.relation {
            case _ where shift.contains(.losesTime) && shift.relation != .unknown: .physicalTypeChanged
            case .equal: .physicalTypeRespelled
            case .unknown: .physicalTypeUnparsed
            case .disjoint, .overlaps: .physicalTypeChanged
            case .widens: shift.contains(.reduces) ? .physicalTypeReduced : .physicalTypeWidened
            case .narrows: shift.contains(.extends) ? .physicalTypeExtended : .physicalTypeNarrowed
            }
        let isEarly = options.readerProfile == .earlyBound
        var special: ChangeKind.Escalation?
        if kind == .physicalTypeWidened, shift.contains(.addsTime) {
            special = ChangeKind.daysToInstants(isEarly: isEarly)
        }
        if shift.relation == .narrows, shift.contains(.losesTime) {
            special = ChangeKind.instantsToDays(isEarly: isEarly)
        }
        var reason: String?
        if kind == .physicalTypeWidened, let own = first.value, let other = second.value {
            reason = placement(own, other).map { kind.reason + "; " + $0 }
        }
        list.add(
            kind, first, second, Self.message(name, first, second), relation: shift.relation, reason: reason,
            isEscalated: kind.escalation != nil && isEarly, special: special)
    }

    /// Handling of a lossless change by the system itself; nil where nothing is known of it.
    private func placement(_ own: String, _ other: String) -> String? {
        guard let dialect = commonDialects.first, commonDialects.count == 1 else { return nil }
        let (before, after) = (PhysicalType(own, dialect: dialect), PhysicalType(other, dialect: dialect))
        let shown = dialect == .icebergV2 ? "iceberg" : "\(dialect)"
        return switch Promotions.placement(before, after, dialect) {
        case .inPlace?: "\(shown) changes the column in place"
        case .inPlaceIf(let condition)?: "\(shown) changes the column in place \(condition)"
        case .anew?: "\(shown) has to write the column anew"
        case nil: nil
        }
    }

    /// The dialects that both versions are read in.
    var commonDialects: [Dialect] {
        old.dialects.filter(new.dialects.contains)
    }

    /// Shift from one physical type to another: with several systems the gravest.
    private mutating func shift(_ own: String, _ other: String, dcs: Bool = false) -> TypeShift {
        let key = own + "\u{0}" + other
        if let known = shifts[key] { return known }
        var shift: TypeShift?
        if dcs {
            shift = Self.dcsType(own).shift(to: Self.dcsType(other), .generic)
        } else {
            var pairs = commonDialects.map { ($0, $0) }
            if pairs.isEmpty {
                let (before, after) = (
                    old.dialects.isEmpty ? [.generic] : old.dialects, new.dialects.isEmpty ? [.generic] : new.dialects
                )
                pairs = before.flatMap { a in after.map { (a, $0) } }
            }
            for (before, after) in pairs {
                let next = PhysicalType(own, dialect: before).shift(to: PhysicalType(other, dialect: after), after)
                shift = Self.graver(shift, next)
            }
        }
        let result = shift ?? []
        shifts[key] = result
        return result
    }

    private static func graver(_ a: TypeShift?, _ b: TypeShift) -> TypeShift {
        guard let a else { return b }
        func rank(_ shift: TypeShift) -> Int {
            switch shift.relation {
            case _ where shift.contains(.losesTime): 6
            case .disjoint, .overlaps: 6
            case .widens: shift.contains(.reduces) ? 5 : 4
            case .unknown: 3
            case .narrows: shift.contains(.extends) ? 2 : 1
            case .equal: 0
            }
        }
        // What one system takes for wider and another for narrower is neither.
        if (a.relation == .widens && b.relation == .narrows) || (a.relation == .narrows && b.relation == .widens) {
            return a.union(b)
        }
        return rank(b) > rank(a) ? b : a
    }

    private static func dcsType(_ word: String) -> PhysicalType {
        switch word {
        case "float": .float(bits: 24)
        case "timestamp", "timestamp_tz": .timestamp(.ltz, precision: 6)
        case "variant": .json
        default: PhysicalType(word)
        }
    }
}
