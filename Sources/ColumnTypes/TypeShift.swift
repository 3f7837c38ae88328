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
    /// At least one of the two is not understood.
    package static let unclear = TypeShift(rawValue: 32)

    package var relation: Relation {
        if contains(.reinterprets) { return .disjoint }
        if contains(.unclear) { return .unknown }
        let isWider = contains(.widens) || contains(.reduces)
        let isNarrower = contains(.narrows) || contains(.extends)
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
        if dialect == .mysql, self == .bool || new == .bool, self != new {
            let number = PhysicalType.int(signed: true, bits: 8)
            return (self == .bool ? number : self).shift(to: new == .bool ? number : new, dialect)
        }
        if self == new { return [] }
        switch (self, new) {
        case (.raw, _), (_, .raw): return .unclear
        case (.array(let own), .array(let other)): return Self.shift(own, other, dialect)
        case (.map(let ownKey, let own), .map(let otherKey, let other)):
            return Self.shift(ownKey, otherKey, dialect).union(Self.shift(own, other, dialect))
        case (.struct(let own), .struct(let other)): return Self.shift(own, other, dialect)
        case (.enumeration(let own), .enumeration(let other)):
            let (own, other) = (Set(own), Set(other))
            let isPart: (new: Bool, old: Bool) = (other.isSubset(of: own), own.isSubset(of: other))
            return isPart.new ? (isPart.old ? [] : .narrows) : isPart.old ? .widens : [.widens, .narrows]
        case (.timestamp(.ltz, _), .timestamp(.tz, _)), (.timestamp(.tz, _), .timestamp(.ltz, _)):
            // The same instants; whether the offset is promised is another question.
            return .unclear
        default:
            if Promotions.isEitherWay(self, new, dialect) { return .unclear }
            let isWider = isLossless(to: new) || Promotions.promotes(self, to: new, dialect)
            let isNarrower = new.isLossless(to: self) || Promotions.promotes(new, to: self, dialect)
            return isWider ? (isNarrower ? [] : .widens) : isNarrower ? .narrows : .reinterprets
        }
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

    // MARK: Lossless

    /// True when every value of this type is one of the other, and reads as the same.
    ///
    /// The rules are those of COMPATIBILITY, "Types": whole numbers by range; into a decimal that has the digits for
    /// them; into a binary fraction that has the bits; texts, bytes, fractions of a second by their length. Each
    /// system's own promotions (`Promotions`) are among them, but for those of Avro.
    package func isLossless(to new: PhysicalType) -> Bool {
        switch (self, new) {
        case (.int(let signed, let bits), .int(let newSigned, let newBits)):
            return signed ? newSigned && newBits >= bits : newSigned ? newBits > bits : newBits >= bits
        case (.int(let signed, let bits), .decimal(let precision, let scale)):
            guard let precision else { return true }
            return precision &- (scale ?? 0) >= Self.digits(of: signed ? bits - 1 : bits) && (scale ?? 0) >= 0
        case (.decimal(let precision?, let scale), .int(true, let bits)):
            // As many digits as all fit: one less than those of the greatest.
            return scale == 0 && precision < Self.digits(of: bits - 1)
        case (.int(let signed, let bits), .float(let fraction)):
            return (signed ? bits - 1 : bits) <= fraction && (bits <= 16 || fraction >= 53)
        case (.decimal(let precision, let scale), .decimal(let newPrecision, let newScale)):
            guard let newPrecision else { return true }
            guard let precision else { return false }
            let (scale, newScale) = (scale ?? 0, newScale ?? 0)
            return newScale >= scale && newPrecision &- newScale >= precision &- scale
        case (.float(let bits), .float(let newBits)): return newBits >= bits
        case (.char(let length, let isFixed, let isWide), .char(let newLength, let newFixed, let isNewWide)):
            return (isNewWide || !isWide) && Self.fits(length, isFixed, newLength, newFixed)
        case (.bytes(let length, let isFixed), .bytes(let newLength, let newFixed)):
            return Self.fits(length, isFixed, newLength, newFixed)
        case (.enumeration(let values), .char(let length, fixed: false, _)):
            return values.allSatisfy { $0.unicodeScalars.count <= length ?? .max }
        case (.date, .timestamp(.ntz, _)): return true
        case (.time(let precision, let isZoned), .time(let newPrecision, let newZoned)):
            return isZoned == newZoned && newPrecision >= precision
        case (.timestamp(let zone, let precision), .timestamp(let newZone, let newPrecision)):
            return zone == newZone && newPrecision >= precision
        default: return false
        }
    }

    /// Values padded to one length are not those padded to another.
    private static func fits(_ length: Int?, _ isFixed: Bool, _ newLength: Int?, _ newFixed: Bool) -> Bool {
        if newFixed { return isFixed && length == newLength }
        guard let newLength else { return true }
        return length.map { $0 <= newLength } ?? false
    }

    /// The decimal digits of the greatest number of so many bits.
    private static func digits(of bits: Int) -> Int { Int(Double(min(bits, 4096)) * 0.301_029_995_663_981_2) + 1 }
}
