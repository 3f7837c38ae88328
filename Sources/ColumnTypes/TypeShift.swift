package import ContractModel
package import Diagnostics

/// Effect on values when one physical type takes the place of another: the sum over all parts of nested types.
package struct TypeShift: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Values may come that the old type has no room for; each old one is kept as it was.
    package static let widens = TypeShift(rawValue: 1)
    /// Values that the old type had room for come no more.
    package static let narrows = TypeShift(rawValue: 2)
    /// A struct has fields that it did not have.
    package static let extends = TypeShift(rawValue: 4)
    /// A struct lacks fields that it had.
    package static let reduces = TypeShift(rawValue: 8)
    /// Values are lost, rounded or read as something else.
    package static let reinterprets = TypeShift(rawValue: 16)
    /// At least one of the two is not understood, or it is open what becomes of the values.
    package static let unclear = TypeShift(rawValue: 32)
    /// Dates become timestamps: which hour and zone is meant is open, unless the format says it.
    package static let addsTime = TypeShift(rawValue: 64)
    /// Timestamps become dates.
    package static let losesTime = TypeShift(rawValue: 128)

    package var relation: Relation {
        if contains(.reinterprets) { return .disjoint }
        if contains(.unclear) { return .unknown }
        let isWider = contains(.widens) || contains(.reduces)
        let isNarrower = contains(.narrows) || contains(.extends) || contains(.losesTime)
        if isWider { return isNarrower ? .overlaps : .widens }
        return isNarrower ? .narrows : .equal
    }
}

extension PhysicalType {
    /// Effect on values of this type when `new` takes its place.
    ///
    /// Types nest to a bounded depth (see `TypeParser.deepest`).
    package func shift(to new: PhysicalType, _ dialect: Dialect) -> TypeShift {
        // MySQL's BOOLEAN is another word for TINYINT(1).
        if dialect == .mysql || dialect == .mariadb, self == .bool || new == .bool, self != new {
            let number = PhysicalType.int(signed: true, bits: 8)
            return (self == .bool ? number : self).shift(to: new == .bool ? number : new, dialect)
        }
        if self == new { return [] }
        switch (self, new) {
        // Nothing but nulls: what any type holds.
        case (.raw(Self.void), _): return .widens
        case (_, .raw(Self.void)): return .narrows
        case (.raw, _), (_, .raw): return .unclear
        case (.array(let own), .array(let other)): return Self.shift(own, other, dialect)
        case (.map(let ownKey, let own), .map(let otherKey, let other)):
            return Self.shift(ownKey, otherKey, dialect).union(Self.shift(own, other, dialect))
        case (.struct(let own), .struct(let other)): return Self.shift(own, other, dialect)
        case (.enumeration(let own), .enumeration(let other)): return Self.shift(own, other)
        case (.timestamp(.ltz, _, _), .timestamp(.tz, _, _)), (.timestamp(.tz, _, _), .timestamp(.ltz, _, _)):
            // The same instants; whether the offset is promised is another question.
            return .unclear
        default:
            if Promotions.isOpen(self, new, dialect) { return .unclear }
            let isWider = Promotions.widens(self, to: new, dialect)
            let isNarrower = Promotions.widens(new, to: self, dialect)
            switch (self, new) {
            // Iceberg and Delta promote dates, and say what becomes of them (see `Promotions`).
            case (.date, .timestamp) where isWider && dialect != .iceberg && dialect != .spark:
                return [.widens, .addsTime]
            case (.timestamp, .date) where isNarrower: return .losesTime
            default: break
            }
            if isWider { return isNarrower ? [] : .widens }
            return isNarrower ? .narrows : kinShift(to: new, dialect) ?? .reinterprets
        }
    }

    /// The text of the type whose only value is null.
    static let void = "void"

    /// Effect where one of the two only looks like another type: it may hold the same values; what the other has nothing in common with, it has neither.
    private func kinShift(to new: PhysicalType, _ dialect: Dialect) -> TypeShift? {
        let shift: TypeShift
        switch (self, new) {
        case (.kin(_, let own), .kin(_, let other)): shift = own.shift(to: other, dialect)
        case (.kin(_, let own), _): shift = own.shift(to: new, dialect)
        case (_, .kin(_, let other)): shift = self.shift(to: other, dialect)
        default: return nil
        }
        // What Protocol Buffers write otherwise is read otherwise.
        return shift.relation == .disjoint || dialect == .protobuf ? .reinterprets : .unclear
    }

    /// Values listed in another order sort in another order.
    private static func shift(_ own: [String], _ new: [String]) -> TypeShift {
        let (values, newValues) = (Set(own), Set(new))
        let common = (own.filter(newValues.contains), new.filter(values.contains))
        if common.0.isEmpty || common.0 != common.1 { return common.0.isEmpty ? .reinterprets : .unclear }
        var shift: TypeShift = []
        if newValues.count > common.0.count { shift.insert(.widens) }
        if values.count > common.0.count { shift.insert(.narrows) }
        return shift
    }

    /// Nil is any type.
    private static func shift(_ own: PhysicalType?, _ new: PhysicalType?, _ dialect: Dialect) -> TypeShift {
        guard let own else { return new == nil ? [] : .narrows }
        return new.map { own.shift(to: $0, dialect) } ?? .widens
    }

    /// Fields by name in any case, without names by place.
    private static func shift(_ own: [StructField], _ new: [StructField], _ dialect: Dialect) -> TypeShift {
        if own.isEmpty { return .narrows }
        if new.isEmpty { return .widens }
        var places: [String: Int] = [:]
        for (index, field) in new.enumerated() {
            let key = field.name?.lowercased() ?? "#\(index)"
            if places[key] == nil { places[key] = index }
        }
        var shift: TypeShift = []
        var matched = Set<Int>()
        for (index, field) in own.enumerated() {
            if let place = places[field.name?.lowercased() ?? "#\(index)"], matched.insert(place).inserted {
                shift.formUnion(field.type.shift(to: new[place].type, dialect))
            } else {
                shift.insert(.reduces)
            }
        }
        if matched.count < new.count { shift.insert(.extends) }
        return shift
    }
}
