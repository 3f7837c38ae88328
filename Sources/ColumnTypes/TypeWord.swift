/// Meaning of a type's name, before its arguments are known.
enum TypeWord: Sendable {
    case int(signed: Bool, bits: Int)
    /// `INT(8, true)`: so many bits, signed or not (Parquet).
    case intByBits
    /// With the precision and scale of the bare name.
    case decimal(precision: Int?, scale: Int?)
    /// Arguments do not change it.
    case float(bits: Int)
    /// `FLOAT(p)`: up to `single` bits a number of 24 bits, beyond one of 53. Bare: `bits`.
    case floatByPrecision(bits: Int, single: Int)
    /// `MONEY`: a whole number of so many bits with its point.
    case fixedPoint(bits: Int, scale: Int)
    /// `DECFLOAT(p)`: so many digits.
    case decfloat(digits: Int)
    /// `DECIMAL(p)`: a floating number of so many digits, bare of `digits`; `DECIMAL(p, s)` has its point in one place.
    case floatingDecimal(digits: Int)
    /// `FLOAT(p)`: so many binary digits, kept as decimal ones.
    case decfloatByBits(Int)
    /// `Decimal64(s)`: so many digits, of which the argument stands behind the point.
    case decimalByScale(precision: Int)
    /// With the length of the bare name, and that of `(MAX)`.
    case char(length: Int?, fixed: Bool, most: Int? = nil, unit: TextUnit = .characters)
    /// Text whose length, when one is given, has no effect.
    case textOfAnyLength
    case bytes(length: Int?, fixed: Bool)
    /// One bit when bare; a string of bits, which is no type of ours, with a greater length.
    case bit(PhysicalType)
    case bits(length: Int?, fixed: Bool)
    case bool, uuid, json
    case date(TimeReach)
    case time(precision: Int, isZoned: Bool)
    case timestamp(TimestampZone, precision: Int, reach: TimeReach = .any)
    /// A timestamp counted in units of its last digit, in 64 bits.
    case instant(TimestampZone, precision: Int, reach: TimeReach = .any)
    /// A type that looks like another and is not it.
    case kin(String, of: PhysicalType)
    /// The type whose only value is null.
    case void
    case array, map, `struct`
    /// `Nullable(T)`: the type inside.
    case wrapper
    /// A name of this dialect that means no type of ours, whatever others take it for.
    case raw

    /// The type of a name with its arguments; nil when they make no sense.
    ///
    /// - Parameter arguments: nil: the bare name.
    func type(_ arguments: TypeArguments?) -> PhysicalType? {
        let numbers = arguments?.numbers ?? []
        guard numbers.count <= 2 else { return nil }
        switch self {
        case .int(let signed, let bits): return .int(signed: signed, bits: bits)
        case .intByBits: return .int(signed: arguments?.truth ?? true, bits: numbers.first ?? 32)
        case .float(let bits): return .float(bits: bits)
        case .floatByPrecision(let bits, let single):
            guard let precision = numbers.first else { return .float(bits: bits) }
            // MySQL's FLOAT(7, 4) rounds to decimal digits.
            return numbers.count == 1 ? .float(bits: precision <= single ? 24 : 53) : nil
        case .fixedPoint(let bits, let scale): return arguments == nil ? .fixedPoint(bits: bits, scale: scale) : nil
        case .decfloat(let digits): return .decfloat(digits: numbers.first ?? digits)
        case .floatingDecimal(let digits):
            guard numbers.count == 2, let arguments else { return .decfloat(digits: numbers.first ?? digits) }
            return Self.decimal(arguments)
        case .decfloatByBits(let bits):
            return .decfloat(digits: Int((Double(min(numbers.first ?? bits, 126)) * 0.301_03).rounded(.up)))
        case .decimalByScale(let precision): return numbers.first.map { .decimal(precision: precision, scale: $0) }
        case .decimal(let precision, let scale):
            guard let arguments else { return .decimal(precision: precision, scale: scale) }
            return Self.decimal(arguments)
        case .char(let length, let fixed, let most, let unit):
            guard let arguments else { return .char(length: length, fixed: fixed, unit: unit) }
            if arguments.isMax { return .char(length: most, fixed: fixed, unit: unit) }
            // The values of an ENUM stand where others have a length.
            guard let given = numbers.first else {
                return arguments.texts.isEmpty ? nil : .enumeration(arguments.texts)
            }
            guard given > 0, numbers.count == 1 else { return nil }
            return .char(length: given, fixed: fixed, unit: unit == .bytes ? arguments.unit ?? unit : unit)
        case .textOfAnyLength: return .char(length: nil, fixed: false)
        case .bytes(let length, let fixed):
            guard let arguments else { return .bytes(length: length, fixed: fixed) }
            if arguments.isMax { return .bytes(length: nil, fixed: fixed) }
            guard let given = numbers.first, given > 0 else { return nil }
            return .bytes(length: given, fixed: fixed)
        case .bit(let type): return numbers.isEmpty || numbers == [1] ? type : nil
        case .bits(let length, let fixed):
            guard let arguments else { return .bits(length: length, fixed: fixed) }
            guard let given = numbers.first, given > 0, !arguments.isMax else { return nil }
            return .bits(length: given, fixed: fixed)
        case .bool: return .bool
        case .date(let reach): return .date(reach)
        case .kin(let name, let base): return .kin(name, of: base)
        case .void: return .raw(PhysicalType.void)
        case .uuid: return .uuid
        case .json: return .json
        case .time(let precision, let isZoned):
            return .time(precision: numbers.first ?? precision, isZoned: arguments?.truth ?? isZoned)
        case .timestamp(let zone, let precision, let reach):
            return .timestamp(
                arguments?.truth.map { $0 ? .ltz : .ntz } ?? zone, precision: numbers.first ?? precision, reach: reach)
        case .instant(let zone, let precision, let reach):
            let word = TypeWord.timestamp(zone, precision: precision, reach: reach)
            guard case .timestamp(let zone, 9..., _) = word.type(arguments) else { return word.type(arguments) }
            let nanoseconds = TimeReach.nanoseconds
            return .timestamp(
                zone, precision: 9,
                reach: TimeReach(max(reach.first, nanoseconds.first), min(reach.last, nanoseconds.last)))
        case .array, .map, .struct, .wrapper, .raw: return nil
        }
    }

    private static func decimal(_ arguments: TypeArguments) -> PhysicalType? {
        if arguments.isStarred, arguments.numbers.isEmpty { return .decimal(precision: nil, scale: nil) }
        // Oracle: NUMBER(*, s) has the greatest precision.
        let precision = arguments.isStarred ? 38 : arguments.numbers.first
        let scale = arguments.isStarred ? arguments.numbers.first : arguments.numbers.dropFirst().first
        guard let precision, (1...1000).contains(precision), (-1000...1000).contains(scale ?? 0) else { return nil }
        return .decimal(precision: precision, scale: scale ?? 0)
    }
}

/// Arguments in the parentheses behind a type's name.
struct TypeArguments {
    var numbers: [Int] = []
    var isMax = false
    /// A `*` in place of the first number.
    var isStarred = false
    /// Quoted texts: the values of an `ENUM`.
    var texts: [String] = []
    /// Unit that the length counts, where that is said: `10 CHAR`.
    var unit: TextUnit?
    /// Parquet: whether a number has a sign, whether a time is in UTC.
    var truth: Bool?

    /// Takes a word that Parquet writes in the brackets of a logical type: `TIMESTAMP(MILLIS, true)`.
    mutating func take(parquet word: String) -> Bool {
        switch word {
        case "true", "false": truth = word == "true"
        case "millis": numbers.append(3)
        case "micros": numbers.append(6)
        case "nanos": numbers.append(9)
        default: return false
        }
        return true
    }
}

/// Short forms for the tables.
extension TypeWord {
    static func signed(_ bits: Int) -> TypeWord { .int(signed: true, bits: bits) }
    static func unsigned(_ bits: Int) -> TypeWord { .int(signed: false, bits: bits) }
    static let text = TypeWord.char(length: nil, fixed: false)
    static func text(_ length: Int?, most: Int? = nil) -> TypeWord { .char(length: length, fixed: false, most: most) }
    static func national(_ length: Int?, fixed: Bool = false) -> TypeWord {
        .char(length: length, fixed: fixed, unit: .national)
    }
    static func inBytes(_ length: Int?, fixed: Bool = false) -> TypeWord {
        .char(length: length, fixed: fixed, unit: .bytes)
    }
    static func padded(_ length: Int?) -> TypeWord { .char(length: length, fixed: true) }
    static let binary = TypeWord.bytes(length: nil, fixed: false)
    static func binary(_ length: Int?) -> TypeWord { .bytes(length: length, fixed: false) }
    static func fixed(_ length: Int?) -> TypeWord { .bytes(length: length, fixed: true) }
    static let anyDecimal = TypeWord.decimal(precision: nil, scale: nil)
    static func decimal(_ precision: Int, _ scale: Int) -> TypeWord { .decimal(precision: precision, scale: scale) }
    static let date = TypeWord.date(.any)
    static func time(_ precision: Int) -> TypeWord { .time(precision: precision, isZoned: false) }
}

/// The names of types, by dialect. A name of several words has one blank between them; all are in lower case.
enum TypeWords {}
