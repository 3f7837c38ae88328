package import ContractModel

extension PhysicalType {
    /// Reads a type as a dialect writes it. Any text gives a type: what is not understood is `raw`.
    package init(_ text: UnsafeBufferPointer<UInt8>, dialect: Dialect) {
        guard text.count <= TypeParser.longest else {
            self = .raw(String(decoding: text, as: UTF8.self))
            return
        }
        var parser = TypeParser(text, dialect)
        self = parser.whole()
    }

    package init(_ text: String, dialect: Dialect = .generic) {
        var text = text
        self = text.withUTF8 { PhysicalType($0, dialect: dialect) }
    }
}

/// Reads the types that SQL dialects, Hive, Avro, Iceberg and their kin write: words, `(arguments)`, `<types>`, `[]`,
/// `unsigned`, `with time zone`.
///
/// Every token is looked at a bounded number of times, and types nest to a bounded depth, so no text takes long or
/// overflows the stack.
struct TypeParser {
    /// Beyond this many bytes nothing is understood.
    static let longest = 1 << 16
    /// Types nested deeper than this are not understood.
    static let deepest = 32
    /// Pairs of brackets behind a type, and words.
    private static let mostBrackets = 6
    private static let mostSuffixes = 6
    /// The most words of one name: `national character large object`.
    private static let mostWords = 4

    let text: UnsafeBufferPointer<UInt8>
    let dialect: Dialect
    let tokens: [TypeToken]
    var at = 0

    init(_ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect) {
        self.text = text
        self.dialect = dialect
        tokens = TypeToken.tokens(of: text)
    }

    mutating func whole() -> PhysicalType {
        let type = type(depth: 0)
        return at == tokens.count ? type : raw(from: 0, to: tokens.count)
    }

    /// A type and what belongs to it; `raw` up to the next comma or closing bracket when it is not understood.
    mutating func type(depth: Int) -> PhysicalType {
        let start = at
        if depth < Self.deepest, let type = known(depth), isAtEnd { return type }
        at = start
        skip()
        return raw(from: start, to: at)
    }

    private mutating func known(_ depth: Int) -> PhysicalType? {
        let isUnsigned = takeWord("unsigned")
        guard let word = name() ?? (isUnsigned ? .int(signed: false, bits: 32) : nil) else { return nil }
        var type: PhysicalType?
        switch word {
        case .array, .map, .struct, .wrapper: type = nested(word, depth + 1)
        case .raw: return nil
        default:
            guard peek(UInt8(ascii: "(")) else {
                type = word.type(nil)
                break
            }
            type = arguments().flatMap(word.type)
        }
        if isUnsigned { type = type.flatMap(\.unsigned) }
        var suffixes = 0
        while let known = type, let next = suffixed(known) {
            suffixes += 1
            type = suffixes <= Self.mostSuffixes ? next : nil
        }
        return type.flatMap { arrays(of: $0) }
    }

    /// The longest name that stands here, and what it means.
    private mutating func name() -> TypeWord? {
        var words = ""
        var found: (word: TypeWord, count: Int)?
        for count in 1...Self.mostWords {
            guard at + count <= tokens.count, tokens[at + count - 1].kind == .word else { break }
            words += (words.isEmpty ? "" : " ") + lowercased(at + count - 1)
            if let word = dialect.meaning(of: words) { found = (word, count) }
        }
        guard let found else { return nil }
        at += found.count
        return found.word
    }

    /// Reads one thing that may follow a type; nil when there is none, the type itself when it changes nothing.
    private mutating func suffixed(_ type: PhysicalType) -> PhysicalType? {
        guard at < tokens.count, tokens[at].kind == .word else { return nil }
        let start = at
        switch lowercased(at) {
        case "unsigned", "zerofill":
            // MySQL: what is filled with zeros has no sign.
            guard let unsigned = type.unsigned else { return nil }
            at += 1
            return unsigned
        case "signed", "null":
            at += 1
            return type
        case "not":
            at += 1
            if takeWord("null") { return type }
        case "with", "without":
            let isWithout = takeWord("without")
            if !isWithout { at += 1 }
            let isLocal = !isWithout && takeWord("local")
            if takeWord("time"), takeWord("zone"),
                let zoned = type.zoned(isWithout ? .ntz : isLocal ? .ltz : .tz, dialect)
            {
                return zoned
            }
        case "collate", "charset", "comment":
            at += 1
            if takeAny() { return type }
        case "character":
            at += 1
            if takeWord("set"), takeAny() { return type }
        case "array":
            at += 1
            return .array(type)
        default: break
        }
        at = start
        return nil
    }

    /// `[]`, `[3]`, several of them. In Iceberg `fixed[16]` is a length.
    private mutating func arrays(of type: PhysicalType) -> PhysicalType? {
        var type = type
        var count = 0
        while take(UInt8(ascii: "[")) {
            count += 1
            var bound: Int?
            if at < tokens.count, tokens[at].kind == .number {
                bound = number(at)
                at += 1
            }
            guard take(UInt8(ascii: "]")), count <= Self.mostBrackets else { return nil }
            if let bound, case .bytes(nil, fixed: true) = type {
                type = .bytes(length: bound, fixed: true)
            } else {
                type = .array(type)
            }
        }
        return type
    }

    // MARK: Tokens

    /// True when a type may end here.
    private var isAtEnd: Bool {
        guard at < tokens.count, case .mark(let mark) = tokens[at].kind else { return at == tokens.count }
        return mark == UInt8(ascii: ",") || Self.isClosing(mark)
    }

    /// Passes over what belongs together, up to the next comma or closing bracket of the same level.
    private mutating func skip() {
        var level = 0
        while at < tokens.count {
            if case .mark(let mark) = tokens[at].kind {
                if level == 0, mark == UInt8(ascii: ",") || Self.isClosing(mark) { return }
                if Self.isOpening(mark) { level += 1 } else if Self.isClosing(mark) { level -= 1 }
            }
            at += 1
        }
    }

    private static func isOpening(_ mark: UInt8) -> Bool {
        mark == UInt8(ascii: "(") || mark == UInt8(ascii: "<") || mark == UInt8(ascii: "[")
    }

    private static func isClosing(_ mark: UInt8) -> Bool {
        mark == UInt8(ascii: ")") || mark == UInt8(ascii: ">") || mark == UInt8(ascii: "]")
    }

    func peek(_ mark: UInt8) -> Bool { at < tokens.count && tokens[at].kind == .mark(mark) }

    mutating func take(_ mark: UInt8) -> Bool {
        guard peek(mark) else { return false }
        at += 1
        return true
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard at < tokens.count, tokens[at].kind == .word, lowercased(at) == word else { return false }
        at += 1
        return true
    }

    /// A word, a name or a text, whichever.
    private mutating func takeAny() -> Bool {
        guard at < tokens.count, tokens[at].kind == .word || tokens[at].kind == .name || tokens[at].kind == .text else {
            return false
        }
        at += 1
        return true
    }

    func lowercased(_ index: Int) -> String { string(index).lowercased() }

    func string(_ index: Int) -> String {
        String(decoding: UnsafeBufferPointer(rebasing: text[tokens[index].start..<tokens[index].end]), as: UTF8.self)
    }

    /// Nil for a number of more than ten digits: no type has one.
    func number(_ index: Int) -> Int? {
        tokens[index].end - tokens[index].start <= 11 ? Int(string(index)) : nil
    }

    private func isMark(_ index: Int) -> Bool { if case .mark = tokens[index].kind { true } else { false } }

    private func isClosed(_ index: Int) -> Bool {
        if case .mark(let mark) = tokens[index].kind { Self.isClosing(mark) } else { false }
    }

    /// Blanks beside commas and brackets say nothing.
    private func raw(from start: Int, to end: Int) -> PhysicalType {
        guard start < end else { return .raw("") }
        var normalised = ""
        for index in start..<end {
            if index > start, !isMark(index), !isMark(index - 1) || isClosed(index - 1) { normalised += " " }
            normalised += lowercased(index)
        }
        return .raw(normalised)
    }
}

extension PhysicalType {
    /// Nil: what is no whole number has no such form here.
    fileprivate var unsigned: PhysicalType? {
        if case .int(_, let bits) = self { .int(signed: false, bits: bits) } else { nil }
    }

    /// The type with a time zone spelt out; nil when it has no time.
    fileprivate func zoned(_ zone: TimestampZone, _ dialect: Dialect) -> PhysicalType? {
        switch self {
        case .time(let precision, _): return .time(precision: precision, isZoned: zone != .ntz)
        case .timestamp(_, let precision, let reach):
            // These keep the instant alone, and say so of the very words.
            let keepsInstant = [.postgres, .redshift, .duckdb, .vertica].contains(dialect)
            return .timestamp(zone == .tz && keepsInstant ? .ltz : zone, precision: precision, reach: reach)
        default: return nil
        }
    }
}
