/// The type of a column where it is stored, whatever its vendor calls it.
///
/// Type of a column: what dialects spell differently is one value here (`INT4` and `INTEGER` in Postgres, `INT` and `NUMBER(38,0)` in
/// Snowflake), so that two types can be compared by what they hold.
package indirect enum PhysicalType: Hashable, Sendable {
    /// A whole number of so many bits.
    case int(signed: Bool, bits: Int)
    /// Nil as precision: any number of digits. Nil as scale: any number of them behind the point.
    case decimal(precision: Int?, scale: Int?)
    /// A binary fraction of so many significant bits: 11, 24 or 53.
    case float(bits: Int)
    /// Text. Nil as length: without a limit that matters. Fixed: padded with blanks to its length.
    ///
    /// The length counts what the dialect counts: characters, in Redshift bytes. Wide: one of the same length holds less,
    /// where a dialect has texts of two kinds (`NVARCHAR(10)` and `VARCHAR(10)`, `10 CHAR` and `10 BYTE`).
    case char(length: Int?, fixed: Bool, isWide: Bool = false)
    /// One of these texts: `ENUM('new', 'paid')`.
    case enumeration([String])
    case bytes(length: Int?, fixed: Bool)
    case bool
    case date
    /// A time of day, to so many digits of a second.
    case time(precision: Int, isZoned: Bool)
    case timestamp(TimestampZone, precision: Int)
    case uuid
    /// A document without a shape that the column declares: JSON, `VARIANT`, `SUPER`.
    case json
    /// Nil: elements of any type.
    case array(PhysicalType?)
    case map(PhysicalType?, PhysicalType?)
    /// Without fields: the type does not list them.
    case `struct`([StructField])
    /// None of those above: the text in lower case, with one blank between words.
    case raw(String)

    package struct StructField: Hashable, Sendable {
        /// Nil: the type gives none.
        package let name: String?
        package let type: PhysicalType

        package init(_ name: String?, _ type: PhysicalType) {
            self.name = name
            self.type = type
        }
    }
}

/// Meaning of a timestamp as to its time zone.
package enum TimestampZone: Hashable, Sendable {
    /// The reading of a clock, wherever it hung.
    case ntz
    /// An instant, shown in the zone of who reads it.
    case ltz
    /// An instant together with its offset from UTC.
    case tz
}

extension PhysicalType {
    /// Family of the type, in one word: what the rule language calls `family`.
    package var family: String {
        switch self {
        case .int: "int"
        case .decimal: "decimal"
        case .float: "float"
        case .char, .enumeration: "char"
        case .bytes: "bytes"
        case .bool: "bool"
        case .date: "date"
        case .time: "time"
        case .timestamp: "timestamp"
        case .uuid: "uuid"
        case .json: "json"
        case .array: "array"
        case .map: "map"
        case .struct: "struct"
        case .raw: "raw"
        }
    }

    /// The families there are.
    package static let families = [
        "int", "decimal", "float", "char", "bytes", "bool", "date", "time", "timestamp", "uuid", "json", "array", "map",
        "struct", "raw",
    ]

    /// The most characters of a text, the most bytes of a binary.
    package var length: Int? {
        switch self {
        case .char(let length, _, _), .bytes(let length, _): length
        default: nil
        }
    }

    /// The digits of a decimal; the digits of a second of a time.
    package var precision: Int? {
        switch self {
        case .decimal(let precision, _): precision
        case .time(let precision, _), .timestamp(_, let precision): precision
        default: nil
        }
    }

    package var scale: Int? {
        if case .decimal(_, let scale) = self { scale } else { nil }
    }

    /// The least and the greatest whole number it holds; nil when it holds any, or none.
    ///
    /// As `Double`: rounding is monotone, so a number that is found beyond an end lies beyond it.
    package var wholeNumbers: ClosedRange<Double>? {
        switch self {
        case .int(let signed, let bits):
            return signed ? -Self.power(2, bits - 1)...Self.power(2, bits - 1) - 1 : 0...Self.power(2, bits) - 1
        case .decimal(let precision?, let scale):
            guard let scale else { return nil }
            let end = max(0, Self.power(10, precision - scale) - 1)
            return -end...end
        default: return nil
        }
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        exponent <= 0 ? 1 : (0..<min(exponent, 1100)).reduce(1) { product, _ in product * base }
    }
}
