package import ContractModel

extension PhysicalType {
    /// True when every value of this type is one of the other, and reads as the same.
    ///
    /// Whole numbers by range; into a decimal that has the digits for them; into a binary fraction that has the bits; texts,
    /// bytes, fractions of a second by their length, days by the years they can name. What systems and formats make of it
    /// beyond that, or do not, is in `Promotions`.
    package func isLossless(to new: PhysicalType, _ dialect: Dialect = .generic) -> Bool {
        switch (self, new) {
        case (.int, _), (.decimal, _), (.fixedPoint, _), (.decfloat, _), (.float, _): return isLossless(toNumber: new)
        case (.char(let length, let isFixed, let unit), .char(let newLength, let newFixed, let newUnit)):
            // MySQL, "The CHAR and VARCHAR Types": trailing blanks of CHAR are removed on retrieval.
            let isTrimmed = dialect == .mysql || dialect == .mariadb
            if unit == .national, newUnit != .national { return false }
            guard let length else { return newLength == nil && newFixed == isFixed || newLength == nil && !newFixed }
            guard let room = unit.length(length, in: newUnit) else { return false }
            return Self.fits(room, isFixed, newLength, newFixed, isTrimmed: isTrimmed)
        case (.bytes(let length, let isFixed), .bytes(let newLength, let newFixed)),
            (.bits(let length, let isFixed), .bits(let newLength, let newFixed)):
            guard let length else { return newLength == nil && !newFixed }
            return Self.fits(length, isFixed, newLength, newFixed)
        case (.enumeration(let values), .char(let length, fixed: false, _)):
            return values.allSatisfy { $0.unicodeScalars.count <= length ?? .max }
        case (.date(let reach), .date(let newReach)), (.date(let reach), .timestamp(.ntz, _, let newReach)):
            return newReach.covers(reach)
        case (.time(let precision, let isZoned), .time(let newPrecision, let newZoned)):
            return isZoned == newZoned && newPrecision >= precision
        case (.timestamp(let zone, let precision, let reach), .timestamp(let newZone, let newPrecision, let newReach)):
            let isFiner =
                newPrecision > precision || (newPrecision == precision && (!newReach.isCoarse || reach.isCoarse))
            return zone == newZone && isFiner && newReach.covers(reach)
        default: return false
        }
    }

    private func isLossless(toNumber new: PhysicalType) -> Bool {
        switch (self, new) {
        case (.int(let signed, let bits), .int(let newSigned, let newBits)):
            return signed ? newSigned && newBits >= bits : newSigned ? newBits > bits : newBits >= bits
        case (.int(let signed, let bits), .float(let fraction)):
            return (signed ? bits - 1 : bits) <= fraction && (bits <= 16 || fraction >= 53)
        case (.decimal(let precision?, let scale), .int(true, let bits)):
            // As many digits as all fit: one less than those of the greatest.
            return scale == 0 && precision < Self.digits(of: bits - 1)
        case (.float(let bits), .float(let newBits)): return newBits >= bits
        case (.decfloat(let digits), .decfloat(let newDigits)): return newDigits >= digits
        case (.decfloat, .decimal(precision: nil, scale: nil)): return true
        case (.decimal(precision: nil, let scale), .decimal(precision: nil, let newScale)):
            return newScale.map { $0 >= scale ?? .max } ?? true
        case (.fixedPoint(let bits, let scale), .fixedPoint(let newBits, let newScale)):
            return scale == newScale && newBits >= bits
        default: break
        }
        // As decimals, by their digits before the point and behind it.
        guard let (whole, fraction) = digits else { return false }
        switch new {
        case .decimal(precision: nil, let scale): return fraction <= scale ?? .max
        case .decimal(let precision?, let scale): return (scale ?? 0) >= fraction && precision &- (scale ?? 0) >= whole
        case .decfloat(let digits): return whole + fraction <= digits
        // As many digits as all fit.
        case .fixedPoint(let bits, let scale): return fraction <= scale && whole < Self.digits(of: bits - 1) &- scale
        default: return false
        }
    }

    /// Digits of the numbers before the point and behind it; nil for any number of them.
    private var digits: (whole: Int, fraction: Int)? {
        switch self {
        case .int(let signed, let bits): (Self.digits(of: signed ? bits - 1 : bits), 0)
        case .decimal(let precision?, let scale): (precision &- (scale ?? 0), scale ?? 0)
        case .fixedPoint(let bits, let scale): (Self.digits(of: bits - 1) - scale, scale)
        default: nil
        }
    }

    /// Values padded to one length are not those padded to another, unless the padding is taken off again.
    private static func fits(
        _ length: Int, _ isFixed: Bool, _ newLength: Int?, _ newFixed: Bool, isTrimmed: Bool = false
    ) -> Bool {
        if newFixed { return isFixed && (isTrimmed ? length <= newLength ?? 0 : length == newLength) }
        return length <= newLength ?? .max
    }
}
