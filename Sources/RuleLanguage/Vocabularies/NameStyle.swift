internal import Basics

/// Style that a name of several words is written in.
enum NameStyle: String, CaseIterable, Sendable {
    case snake = "snake_case"
    case camel = "camelCase"
    case pascal = "PascalCase"
    case kebab = "kebab-case"
    case upperSnake = "UPPER_SNAKE_CASE"
    case mixed

    /// The style of a name. One that fits several (`total` is snake, camel and kebab case) has the first of them in the
    /// order of the cases.
    init(of name: UnsafeBufferPointer<UInt8>) {
        self = Self.allCases.first { $0 != .mixed && $0.fits(name) } ?? .mixed
    }

    /// True when a name can be one of this style. Letters beyond ASCII are of either case. No style starts with a digit
    /// or has two separators in a row; one leading underscore is allowed, as many stores set it before columns of their
    /// own.
    func fits(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        if self != .kebab, name.count > 1, name[0] == UInt8(ascii: "_") { start = 1 }
        guard start < name.count else { return false }
        let first = name[start]
        guard first.isLetter || first >= 0x80 else { return self == .mixed }
        var last: UInt8 = 0
        var capitals = 0
        for index in start..<name.count {
            let byte = name[index]
            switch self {
            case .snake, .kebab, .upperSnake:
                let separator = UInt8(ascii: self == .kebab ? "-" : "_")
                if byte == separator {
                    if last == separator || index == name.count - 1 { return false }
                } else if byte.isUpper ? self != .upperSnake : byte.isLower ? self == .upperSnake : !byte.isWord {
                    return false
                }
            case .camel, .pascal:
                guard byte.isLetter || byte.isWord else { return false }
                if index == start, byte.isUpper != (self == .pascal), byte < 0x80 { return false }
                // A row of capitals is an abbreviation as in `customerIBAN`; a whole name of them is another style.
                if byte.isUpper { capitals += 1 }
            case .mixed: return true
            }
            last = byte
        }
        return self != .pascal || capitals == 1 || capitals < name.count - start
    }
}

extension UInt8 {
    /// A digit, or part of a letter beyond ASCII.
    fileprivate var isWord: Bool { isDigit || self >= 0x80 }
}
