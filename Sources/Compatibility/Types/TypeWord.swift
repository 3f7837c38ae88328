/// What a type's name means, before its arguments are known.
enum TypeWord: Sendable {
    case int(signed: Bool, bits: Int)
    /// With the precision and scale of the bare name.
    case decimal(precision: Int?, scale: Int?)
    /// Arguments do not change it.
    case float(bits: Int)
    /// `FLOAT(p)`: up to `single` bits a number of 24 bits, beyond one of 53. Bare: `bits`.
    case floatByPrecision(bits: Int, single: Int)
    /// With the length of the bare name, and that of `(MAX)`.
    case char(length: Int?, fixed: Bool, most: Int? = nil)
    case bytes(length: Int?, fixed: Bool)
    /// One bit when bare; a string of bits, which is no type of ours, with a greater length.
    case bit(PhysicalType)
    case bool, date, uuid, json
    case time(precision: Int, isZoned: Bool)
    case timestamp(TimestampZone, precision: Int)
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
        case .float(let bits): return .float(bits: bits)
        case .floatByPrecision(let bits, let single):
            guard let precision = numbers.first, numbers.count == 1 else { return .float(bits: bits) }
            return .float(bits: precision <= single ? 24 : 53)
        case .decimal(let precision, let scale):
            guard let arguments else { return .decimal(precision: precision, scale: scale) }
            return Self.decimal(arguments)
        case .char(let length, let fixed, let most):
            guard let arguments else { return .char(length: length, fixed: fixed) }
            if arguments.isMax { return .char(length: most, fixed: fixed) }
            // The values of an ENUM stand where others have a length.
            guard let given = numbers.first else {
                return arguments.hasTexts ? .char(length: length, fixed: fixed) : nil
            }
            return given > 0 && numbers.count == 1 ? .char(length: given, fixed: fixed) : nil
        case .bytes(let length, let fixed):
            guard let arguments else { return .bytes(length: length, fixed: fixed) }
            if arguments.isMax { return .bytes(length: nil, fixed: fixed) }
            guard let given = numbers.first, given > 0 else { return nil }
            return .bytes(length: given, fixed: fixed)
        case .bit(let type): return numbers.isEmpty || numbers == [1] ? type : nil
        case .bool: return .bool
        case .date: return .date
        case .uuid: return .uuid
        case .json: return .json
        case .time(let precision, let isZoned): return .time(precision: numbers.first ?? precision, isZoned: isZoned)
        case .timestamp(let zone, let precision): return .timestamp(zone, precision: numbers.first ?? precision)
        case .array, .map, .struct, .wrapper, .raw: return nil
        }
    }

    private static func decimal(_ arguments: TypeArguments) -> PhysicalType? {
        // Oracle: NUMBER(*, s) has the greatest precision.
        let precision = arguments.isStarred ? 38 : arguments.numbers.first
        let scale = arguments.isStarred ? arguments.numbers.first : arguments.numbers.dropFirst().first
        guard let precision, (1...1000).contains(precision), (-1000...1000).contains(scale ?? 0) else { return nil }
        return .decimal(precision: precision, scale: scale ?? 0)
    }
}

/// What stands in the parentheses behind a type's name.
struct TypeArguments {
    var numbers: [Int] = []
    var isMax = false
    /// A `*` in place of the first number.
    var isStarred = false
    /// Quoted texts: the values of an `ENUM`.
    var hasTexts = false
}

/// Short forms for the tables.
extension TypeWord {
    static func signed(_ bits: Int) -> TypeWord { .int(signed: true, bits: bits) }
    static func unsigned(_ bits: Int) -> TypeWord { .int(signed: false, bits: bits) }
    static let text = TypeWord.char(length: nil, fixed: false)
    static func text(_ length: Int?, most: Int? = nil) -> TypeWord { .char(length: length, fixed: false, most: most) }
    static func padded(_ length: Int?) -> TypeWord { .char(length: length, fixed: true) }
    static let binary = TypeWord.bytes(length: nil, fixed: false)
    static func binary(_ length: Int?) -> TypeWord { .bytes(length: length, fixed: false) }
    static func fixed(_ length: Int?) -> TypeWord { .bytes(length: length, fixed: true) }
    static let anyDecimal = TypeWord.decimal(precision: nil, scale: nil)
    static func decimal(_ precision: Int, _ scale: Int) -> TypeWord { .decimal(precision: precision, scale: scale) }
    static func time(_ precision: Int) -> TypeWord { .time(precision: precision, isZoned: false) }
}

/// The names of types, by dialect. A name of several words has one blank between them; all are in lower case.
enum TypeWords {}
