internal import CEL
internal import ContractModel

/// Way a field of the contract model is read, packed into the number that expressions carry: the key in the low 16 bits,
/// the form above it, the type of the objects above that.
struct FieldForm {
    enum Kind: UInt8 {
        case string, bool, int, double
        /// A list of scalars; a lone scalar counts as a list of one.
        case scalars
        case objects, object
        /// Anything YAML can say.
        case dyn
        /// Of the element itself, not of one of its fields: see `DerivedField`.
        case derived
        /// A parameter of the rule: the key is its index.
        case param
        /// Of the change at hand: the key is the number of the `ChangeField`.
        case change

        /// Of a field's number, without the call that a search for a raw value is.
        @inline(__always)
        init(number: UInt8) {
            self = number <= Kind.change.rawValue ? unsafeBitCast(number, to: Kind.self) : .dyn
        }
    }

    var kind: Kind
    /// Of `derived` the number of the `DerivedField`.
    var key: UInt16
    /// Of `objects` and `object`: the number of their type.
    var type: UInt8

    @inline(__always)
    init(kind: Kind, key: UInt16, type: UInt8 = 0) {
        self.kind = kind
        self.key = key
        self.type = type
    }

    @inline(__always)
    init(_ number: Int) {
        key = UInt16(truncatingIfNeeded: number)
        kind = Kind(number: UInt8(truncatingIfNeeded: number >> 16))
        type = UInt8(truncatingIfNeeded: number >> 24)
    }

    var number: Int { Int(key) | Int(kind.rawValue) << 16 | Int(type) << 24 }
}

/// Fact that an element tells and none of its keys does.
enum DerivedField: UInt16, CaseIterable {
    /// The path of names, as reports call the element.
    case path
    /// "ODCS", "DCS" or "ODPS".
    case standard
    /// The name of the file.
    case file
    /// The team, which older contracts write as a bare list of members.
    case team
    /// The texts of `description`, which DCS spreads over the document.
    case description
    /// The logical type in ODCS's words, whatever the standard's.
    case logicalType
    /// Of a string in the document: itself, and the key that it stands behind.
    case text, textKey
    /// Of a physical type.
    case family, length, precision, scale, zoned
}
