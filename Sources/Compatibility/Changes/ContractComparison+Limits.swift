internal import Basics
internal import ColumnTypes
internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Limits of values: bounds, steps, patterns, formats.
extension ContractComparison {
    mutating func compareLimits(_ old: PropertyView, _ new: PropertyView) {
        if !old.element.has(.logicalTypeOptions), !new.element.has(.logicalTypeOptions), !old.isDCS, !new.isDCS {
            return
        }
        compareValueBounds(old, new)
        compareCounts(old, new, .minLength, .maxLength)
        compareCounts(old, new, .minItems, .maxItems)
        compareCounts(old, new, .minProperties, .maxProperties)
        compareDigits(old, new)
        compareSteps(old, new)
        comparePatterns(old, new)
        compareFormats(old, new)
        compareZones(old, new)
        compareUniqueItems(old, new)
        compareVectors(old, new)
    }

    // MARK: Bounds

    private static let valueKeys: [Key] = [.minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum]

    private mutating func compareValueBounds(_ old: PropertyView, _ new: PropertyView) {
        guard Self.valueKeys.contains(where: { !isEqual(old.option($0), new.option($0)) }) else { return }
        let times: Set<LogicalType> = [.date, .timestamp, .time]
        let isTime = [old.logicalType, new.logicalType].contains { type in type.map(times.contains) ?? false }
        let (own, other) = (Bounds(old, isTime: isTime), Bounds(new, isTime: isTime))
        guard let own, let other, own.isComparable(to: other) else {
            addBounds(.bounds(.unknown), old, new, Self.valueKeys)
            return
        }
        let isWhole = old.logicalType == .integer && new.logicalType == .integer
        var relation =
            isWhole ? other.set.whole.relation(to: own.set.whole) : other.set.relation(to: own.set)
        if relation == .equal, let exact = exactRelation(old, new) { relation = exact }
        addBounds(.bounds(relation), old, new, Self.valueKeys, relation)
    }

    /// Relation of bounds that differ in digits alone which a binary fraction has no room for; nil where none does.
    private func exactRelation(_ old: PropertyView, _ new: PropertyView) -> Relation? {
        var (isNarrower, isWider) = (false, false)
        for key in Self.valueKeys {
            guard let own = old.option(key), let other = new.option(key), !isEqual(own, other),
                let number = old.tree.number(of: own), number == new.tree.number(of: other)
            else { continue }
            guard let before = ValueEquality.whole(old.tree, own), let after = ValueEquality.whole(new.tree, other)
            else { return .unknown }
            let isLower = key == .minimum || key == .exclusiveMinimum
            if (after > before) == isLower { isNarrower = true } else { isWider = true }
        }
        return isNarrower ? (isWider ? .overlaps : .narrows) : isWider ? .widens : nil
    }

    private mutating func compareCounts(_ old: PropertyView, _ new: PropertyView, _ least: Key, _ most: Key) {
        if isEqual(old.option(least), new.option(least)), isEqual(old.option(most), new.option(most)) { return }
        func set(_ view: PropertyView) -> NumberSet? {
            guard let lower = Self.number(view, least, absent: 0),
                let upper = Self.number(view, most, absent: .infinity)
            else { return nil }
            return NumberSet(from: max(0, lower), to: upper)
        }
        guard let own = set(old), let other = set(new) else {
            addBounds(.bounds(.unknown), old, new, [least, most])
            return
        }
        let relation = other.whole.relation(to: own.whole)
        addBounds(.bounds(relation), old, new, [least, most], relation)
    }

    /// DCS has the digits of a number beside its type.
    private mutating func compareDigits(_ old: PropertyView, _ new: PropertyView) {
        let keys: [Key] = [.precision, .scale]
        if keys.allSatisfy({ isEqual(old.option($0), new.option($0)) }) { return }
        func type(_ view: PropertyView, _ version: ContractVersion) -> PhysicalType? {
            // ODCS keeps them with the physical type.
            if !view.isDCS, let node = view.physicalType(version.dialects),
                case .decimal(let precision, let scale) = PhysicalType(
                    view.tree.text(of: node), dialect: version.dialects.first ?? .generic)
            {
                return .decimal(precision: precision, scale: scale)
            }
            guard let precision = Self.number(view, .precision, absent: .infinity),
                let scale = Self.number(view, .scale, absent: 0), precision >= 0, abs(scale) <= 1000
            else { return nil }
            if precision > 1000 { return .decimal(precision: nil, scale: nil) }
            return .decimal(precision: Int(precision), scale: Int(scale))
        }
        guard let own = type(old, self.old), let other = type(new, self.new) else {
            addBounds(.bounds(.unknown), old, new, keys)
            return
        }
        let relation = Relation(
            newIsPart: other == own || other.isLossless(to: own), oldIsPart: other == own || own.isLossless(to: other),
            isDisjoint: false)
        addBounds(.bounds(relation), old, new, keys, relation)
    }

    private static func truth(_ view: PropertyView, _ key: Key) -> Bool {
        view.option(key).flatMap { Truth.of(view.tree, $0) } ?? false
    }

    /// Nil for what is no number.
    private static func number(_ view: PropertyView, _ key: Key, absent: Double) -> Double? {
        guard let node = view.option(key) else { return absent }
        guard let number = view.tree.number(of: node) ?? Double(view.tree.text(of: node)), !number.isNaN else {
            return nil
        }
        return number
    }

    /// The values between the bounds of a property.
    private struct Bounds {
        var set = NumberSet.all
        /// For times: whether they have offsets; nil: no time of them does or does not.
        var isZoned: Bool?

        /// - Returns: nil for bounds that are not understood.
        init?(_ view: PropertyView, isTime: Bool) {
            for (inclusive, exclusive, isLower) in [
                (Key.minimum, Key.exclusiveMinimum, true), (.maximum, .exclusiveMaximum, false),
            ] {
                // ODCS 3.0 says with a boolean whether the bound itself is left out.
                let flag = view.option(exclusive).flatMap(view.tree.boolean(of:))
                for (key, isOpen) in [(inclusive, flag == true), (exclusive, true)] {
                    guard let node = view.option(key), !(key == exclusive && flag != nil) else { continue }
                    guard let value = read(view.tree, node, isTime: isTime) else { return nil }
                    set = set.intersection(
                        isLower ? NumberSet(from: value, openBelow: isOpen) : NumberSet(to: value, openAbove: isOpen))
                }
            }
        }

        /// A clock's reading and an instant cannot be put in order.
        func isComparable(to other: Bounds) -> Bool {
            isZoned == nil || other.isZoned == nil || isZoned == other.isZoned
        }

        private mutating func read(_ tree: YAMLTree, _ node: NodeID, isTime: Bool) -> Double? {
            if !isTime {
                let number = tree.number(of: node) ?? Double(tree.text(of: node))
                return number.flatMap { $0.isNaN ? nil : $0 }
            }
            let text = tree.text(of: node)
            guard let moment = DateTime(instant: text) else { return nil }
            if moment.kind != .date {
                if let isZoned, isZoned != moment.isZoned { return nil }
                isZoned = moment.isZoned
            }
            return moment.instant
        }
    }

    private mutating func addBounds(
        _ kind: ChangeKind?, _ old: PropertyView, _ new: PropertyView, _ keys: [Key], _ relation: Relation? = nil
    ) {
        guard let kind else { return }
        let changed = keys.filter { !isEqual(old.option($0), new.option($0)) }
        settle(changed.map { (old.option($0), new.option($0)) })
        let (first, second) = (side(old, changed), side(new, changed))
        let message = changed.map { key in
            Self.message(
                key.rawValue, old.option(key).map(old.tree.shortText(of:)), new.option(key).map(new.tree.shortText(of:))
            )
        }.joined(separator: ", ")
        list.add(kind, first, second, message, relation: relation)
    }

    /// Of several keys the first that is there stands for all.
    private func side(_ view: PropertyView, _ keys: [Key]) -> Change.Side {
        let there = keys.filter { view.option($0) != nil }
        guard let first = there.first, let node = view.option(first) else { return view.optionsHolder.holder }
        let texts = there.compactMap { key in
            view.option(key).map { (there.count > 1 ? "\(key.rawValue): " : "") + view.tree.shortText(of: $0) }
        }
        return Change.Side(owner: view.optionsHolder, node: node, value: texts.joined(separator: ", "))
    }

    // MARK: Steps

    private mutating func compareSteps(_ old: PropertyView, _ new: PropertyView) {
        let (own, other) = (old.option(.multipleOf), new.option(.multipleOf))
        if isEqual(own, other) { return }
        let kind: ChangeKind
        var relation: Relation?
        switch (own.flatMap(old.tree.number(of:)), other.flatMap(new.tree.number(of:))) {
        case _ where own == nil: kind = .multipleOfTightened
        case _ where other == nil: kind = .multipleOfLoosened
        case (let before?, let after?) where before > 0 && after > 0:
            if Self.isMultiple(after, of: before) {
                kind = .multipleOfTightened
            } else if Self.isMultiple(before, of: after) {
                kind = .multipleOfLoosened
            } else {
                // 0 at least is a multiple of both.
                kind = .multipleOfChanged
                relation = .overlaps
            }
        default: kind = .boundsUnclear
        }
        addBounds(kind, old, new, [.multipleOf], relation)
    }

    /// Decimal fractions are inexact in binary: 0.3 is a multiple of 0.1.
    private static func isMultiple(_ number: Double, of step: Double) -> Bool {
        let count = number / step
        return count >= 1 && count < 0x1p53 && abs(count - count.rounded()) <= 1e-9 * count
    }

    // MARK: Texts

    private mutating func comparePatterns(_ old: PropertyView, _ new: PropertyView) {
        let (own, other) = (old.option(.pattern), new.option(.pattern))
        if isEqual(own, other) { return }
        addBounds(own == nil ? .patternAdded : other == nil ? .patternRemoved : .patternChanged, old, new, [.pattern])
    }

    private mutating func compareFormats(_ old: PropertyView, _ new: PropertyView) {
        let (own, other) = (old.option(.format), new.option(.format))
        if isEqual(own, other) || isAlikeOption(.format, old, new) { return }
        guard let own, let other else {
            addBounds(own == nil ? .formatAdded : .formatRemoved, old, new, [.format])
            return
        }
        var kind = ChangeKind.formatChanged
        var relation: Relation?
        if let before = Self.format(old.tree.text(of: own)), let after = Self.format(new.tree.text(of: other)) {
            switch before.shift(to: after, .generic).relation {
            case .widens: kind = .formatWidened
            case .narrows: kind = .formatNarrowed
            case .equal: return
            // Numbers near 0 are in each.
            default: relation = .overlaps
            }
        }
        addBounds(kind, old, new, [.format], relation)
    }

    /// The numbers of a format: `i8` to `u128`, `f32`, `f64`.
    private static func format(_ name: String) -> PhysicalType? {
        guard let letter = name.first, let bits = Int(name.dropFirst()) else { return nil }
        switch letter {
        case "i" where [8, 16, 32, 64, 128].contains(bits): return .int(signed: true, bits: bits)
        case "u" where [8, 16, 32, 64, 128].contains(bits): return .int(signed: false, bits: bits)
        case "f" where bits == 32: return .float(bits: 24)
        case "f" where bits == 64: return .float(bits: 53)
        default: return nil
        }
    }

    private mutating func compareZones(_ old: PropertyView, _ new: PropertyView) {
        if Self.truth(old, .timezone) != Self.truth(new, .timezone) {
            addBounds(.timezoneChanged, old, new, [.timezone])
        }
        // ODCS 3.1: Etc/UTC where none is said.
        func zone(_ view: PropertyView) -> String {
            let name = view.option(.defaultTimezone).map(view.tree.text(of:)) ?? "UTC"
            return ["utc", "etc/utc", "z", "gmt", "etc/gmt", "zulu", "etc/zulu"].contains(name.lowercased())
                ? "UTC" : name
        }
        if zone(old) != zone(new) { addBounds(.defaultTimezoneChanged, old, new, [.defaultTimezone]) }
    }

    private mutating func compareUniqueItems(_ old: PropertyView, _ new: PropertyView) {
        let (before, after) = (Self.truth(old, .uniqueItems), Self.truth(new, .uniqueItems))
        if before != after { addBounds(after ? .itemsMadeUnique : .itemsMadeNonUnique, old, new, [.uniqueItems]) }
    }

    private mutating func compareVectors(_ old: PropertyView, _ new: PropertyView) {
        for key in [
            Key.dimensions, .elementType, .distanceMetric, .embeddingModel, .embeddingModelVersion, .normalized,
        ] where !isEqual(old.option(key), new.option(key)) && !isAlikeOption(key, old, new) {
            addBounds(.vectorChanged, old, new, [key])
        }
    }
}

extension ChangeKind {
    /// The change of bounds with a relation; nil: none.
    fileprivate static func bounds(_ relation: Relation) -> ChangeKind? {
        switch relation {
        case .equal: nil
        case .narrows: .boundsTightened
        case .widens: .boundsLoosened
        case .overlaps, .disjoint: .boundsMoved
        case .unknown: .boundsUnclear
        }
    }
}
