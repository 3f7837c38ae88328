/// The type of a column where it is stored, whatever its vendor calls it.
///
/// Type of a column: what dialects spell differently is one value here (`INT4` and `INTEGER` in Postgres, `INT` and `NUMBER(38,0)` in
/// Snowflake), so that two types can be compared by what they hold.
package indirect enum PhysicalType: Hashable, Sendable {
    /// A whole number of so many bits.
    case int(signed: Bool, bits: Int)
    /// Nil as precision: any number of digits. Nil as scale: any number of them behind the point.
    case decimal(precision: Int?, scale: Int?)
    /// A whole number of so many bits, of which so many decimal digits stand behind the point: SQL Server's `MONEY`.
    case fixedPoint(bits: Int, scale: Int)
    /// A decimal number of so many digits with an exponent: `DECFLOAT`, and Oracle's `FLOAT`.
    case decfloat(digits: Int)
    /// A binary fraction of so many significant bits: 11, 24 or 53; `someFloat` where nothing says how many.
    case float(bits: Int)
    /// Text. Nil as length: without a limit that matters. Fixed: padded with blanks to its length.
    case char(length: Int?, fixed: Bool, unit: TextUnit = .characters)
    /// One of these texts, in this order: `ENUM('new', 'paid')`.
    case enumeration([String])
    case bytes(length: Int?, fixed: Bool)
    /// A string of bits. Nil as length: of any.
    case bits(length: Int?, fixed: Bool)
    case bool
    case date(TimeReach = .any)
    /// A time of day, to so many digits of a second.
    case time(precision: Int, isZoned: Bool)
    case timestamp(TimestampZone, precision: Int, reach: TimeReach = .any)
    case uuid
    /// A document without a shape that the column declares: JSON, `VARIANT`, `SUPER`.
    case json
    /// A type that looks like another and is not it, by its name: Postgres's `jsonb` is like `json`, its `citext` like a text.
    case kin(String, of: PhysicalType)
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

/// Unit that the length of a text counts, and its letters.
package enum TextUnit: Hashable, Sendable {
    case characters
    /// Bytes, where a dialect counts characters elsewhere: Oracle's `10 BYTE`, MySQL's `TEXT`.
    case bytes
    /// Letters of all languages, where a dialect has texts of one code page beside them: `NVARCHAR`.
    case national

    /// The most that a text of a length in this unit takes in another; nil where letters may be lost.
    func length(_ length: Int, in other: TextUnit) -> Int? {
        switch (self, other) {
        case (.national, .characters), (.national, .bytes): nil
        // UTF-8 takes up to four bytes for a character.
        case (.characters, .bytes): length.multipliedReportingOverflow(by: 4).overflow ? nil : length * 4
        default: length
        }
    }
}

extension PhysicalType {
    /// Bits of `FLOAT` where no system says whether it has 24 or 53: more than the one, less than the other.
    package static let someFloat = 32

    /// Family of the type, in one word: what the rule language calls `family`.
    package var family: String {
        switch self {
        case .int: "int"
        case .decimal, .fixedPoint: "decimal"
        case .float, .decfloat: "float"
        case .char, .enumeration: "char"
        case .bytes: "bytes"
        case .bits: "bits"
        case .bool: "bool"
        case .date: "date"
        case .time: "time"
        case .timestamp: "timestamp"
        case .uuid: "uuid"
        case .json: "json"
        case .kin(_, let base): base.family
        case .array: "array"
        case .map: "map"
        case .struct: "struct"
        case .raw: "raw"
        }
    }

    /// The families there are.
    package static let families = [
        "int", "decimal", "float", "char", "bytes", "bits", "bool", "date", "time", "timestamp", "uuid", "json",
        "array", "map",
        "struct", "raw",
    ]

    /// The most characters of a text, the most bytes of a binary.
    package var length: Int? {
        switch self {
        case .char(let length, _, _), .bytes(let length, _), .bits(let length, _): length
        case .kin(_, let base): base.length
        default: nil
        }
    }

    /// The digits of a decimal; the digits of a second of a time.
    package var precision: Int? {
        switch self {
        case .decimal(let precision, _): precision
        case .fixedPoint(let bits, _): Self.digits(of: bits - 1)
        case .decfloat(let digits): digits
        case .time(let precision, _), .timestamp(_, let precision, _): precision
        case .kin(_, let base): base.precision
        default: nil
        }
    }

    package var scale: Int? {
        switch self {
        case .decimal(_, let scale): scale
        case .fixedPoint(_, let scale): scale
        case .kin(_, let base): base.scale
        default: nil
        }
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
        case .fixedPoint(let bits, let scale):
            let end = (Self.power(2, bits - 1) / Self.power(10, scale)).rounded(.down)
            return -end...end
        case .kin(_, let base): return base.wholeNumbers
        default: return nil
        }
    }

    /// The decimal digits of the greatest number of so many bits.
    static func digits(of bits: Int) -> Int { Int(Double(min(bits, 4096)) * 0.301_029_995_663_981_2) + 1 }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        exponent <= 0 ? 1 : (0..<min(exponent, 1100)).reduce(1) { product, _ in product * base }
    }
}
