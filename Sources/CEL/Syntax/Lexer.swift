internal import Basics
internal import Diagnostics

/// Cuts the text of an expression into words. Any bytes will do: what is no word becomes a fault.
struct Lexer {
    let source: [UInt8]
    private(set) var tokens: [Token] = []
    private(set) var faults: [Fault] = []
    private var position = 0

    /// More faults than this say nothing new.
    private static let mostFaults = 20

    init(_ source: [UInt8]) {
        self.source = source
        tokens.reserveCapacity(source.count / 4 + 2)
        while skipBlanks(), faults.count < Self.mostFaults { scan() }
        tokens.append(Token(kind: .end, range: source.count..<source.count))
    }

    private func byte(_ ahead: Int = 0) -> UInt8 {
        position + ahead < source.count ? source[position + ahead] : 0
    }

    /// - Returns: false at the end.
    private mutating func skipBlanks() -> Bool {
        while position < source.count {
            switch source[position] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C: position += 1
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                while position < source.count, source[position] != UInt8(ascii: "\n") { position += 1 }
            default: return true
            }
        }
        return false
    }

    private mutating func scan() {
        let start = position
        let first = source[start]
        if first.beginsName {
            scanWord()
        } else if first.isDigit || (first == UInt8(ascii: ".") && byte(1).isDigit) {
            scanNumber()
        } else if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            scanString(from: start, isRaw: false, kind: .string)
        } else if first == UInt8(ascii: "`") {
            scanQuotedIdentifier()
        } else if let (kind, length) = symbol(first, byte(1)) {
            position += length
            tokens.append(Token(kind: kind, range: start..<position))
        } else {
            scanStray(first)
        }
    }

    private func symbol(_ first: UInt8, _ second: UInt8) -> (Token.Kind, length: Int)? {
        switch (first, second) {
        case (UInt8(ascii: "="), UInt8(ascii: "=")): (.equal, 2)
        case (UInt8(ascii: "!"), UInt8(ascii: "=")): (.notEqual, 2)
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): (.lessOrEqual, 2)
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): (.greaterOrEqual, 2)
        case (UInt8(ascii: "&"), UInt8(ascii: "&")): (.and, 2)
        case (UInt8(ascii: "|"), UInt8(ascii: "|")): (.or, 2)
        case (UInt8(ascii: "!"), _): (.not, 1)
        case (UInt8(ascii: "<"), _): (.less, 1)
        case (UInt8(ascii: ">"), _): (.greater, 1)
        case (UInt8(ascii: "."), _): (.dot, 1)
        case (UInt8(ascii: ","), _): (.comma, 1)
        case (UInt8(ascii: ":"), _): (.colon, 1)
        case (UInt8(ascii: "?"), _): (.question, 1)
        case (UInt8(ascii: "("), _): (.leftParenthesis, 1)
        case (UInt8(ascii: ")"), _): (.rightParenthesis, 1)
        case (UInt8(ascii: "["), _): (.leftBracket, 1)
        case (UInt8(ascii: "]"), _): (.rightBracket, 1)
        case (UInt8(ascii: "{"), _): (.leftBrace, 1)
        case (UInt8(ascii: "}"), _): (.rightBrace, 1)
        case (UInt8(ascii: "+"), _): (.plus, 1)
        case (UInt8(ascii: "-"), _): (.minus, 1)
        case (UInt8(ascii: "*"), _): (.times, 1)
        case (UInt8(ascii: "/"), _): (.divided, 1)
        case (UInt8(ascii: "%"), _): (.remainder, 1)
        default: nil
        }
    }

    private mutating func scanStray(_ first: UInt8) {
        let start = position
        position += 1
        while position < source.count, source[position] & 0xC0 == 0x80 { position += 1 }
        let help: String? =
            switch first {
            case UInt8(ascii: "="): "`==` compares"
            case UInt8(ascii: "&"): "`&&` is the logical and"
            case UInt8(ascii: "|"): "`||` is the logical or"
            case UInt8(ascii: ";"): "an expression is one value, without statements"
            default: nil
            }
        let stray = String(decoding: source[start..<position], as: UTF8.self)
        let name = first < 0x20 || first == 0x7F ? "the control character \(first)" : "`\(stray)`"
        faults.append(Fault("\(name) is no part of an expression", at: start..<position, help: help))
    }

    // MARK: Names

    private mutating func scanWord() {
        let start = position
        while position < source.count, source[position].beginsName || source[position].isDigit { position += 1 }
        if byte() == UInt8(ascii: "\"") || byte() == UInt8(ascii: "'"), position - start <= 2 {
            switch source[start..<position].map({ $0 | 0x20 }) {
            case [UInt8(ascii: "r")]: return scanString(from: start, isRaw: true, kind: .string)
            case [UInt8(ascii: "b")]: return scanString(from: start, isRaw: false, kind: .bytes)
            case [UInt8(ascii: "b"), UInt8(ascii: "r")]: return scanString(from: start, isRaw: true, kind: .bytes)
            default: break
            }
        }
        let kind =
            position - start > 5
            ? nil : Keywords.operators[String(decoding: source[start..<position], as: UTF8.self)]
        tokens.append(Token(kind: kind ?? .identifier, range: start..<position))
    }

    /// Letters, digits, `_`, `.`, `-`, `/` and blanks between back quotes.
    private mutating func scanQuotedIdentifier() {
        let start = position
        position += 1
        while position < source.count, source[position].isQuotable { position += 1 }
        if byte() == UInt8(ascii: "`"), position < source.count, position > start + 1 {
            position += 1
            tokens.append(Token(kind: .quotedIdentifier, range: start..<position))
        } else if position < source.count, source[position] != UInt8(ascii: "`"), !source[position].isLineEnd {
            let stray = position
            scanStray(source[stray])
            faults.removeLast()
            faults.append(
                Fault(
                    "`\(String(decoding: source[stray..<position], as: UTF8.self))` cannot stand in a quoted name",
                    at: stray..<position, help: "use an index: `[\"…\"]`"))
            while position < source.count, source[position] != UInt8(ascii: "`"), !source[position].isLineEnd {
                position += 1
            }
            if position < source.count, !source[position].isLineEnd { position += 1 }
        } else if position < source.count, source[position] == UInt8(ascii: "`") {
            position += 1
            faults.append(Fault("a quoted name is empty", at: start..<position))
        } else {
            faults.append(Fault("a quoted name is not closed", at: start..<position, help: "it ends with a back quote"))
        }
    }

    // MARK: Numbers

    private mutating func scanNumber() {
        let start = position
        var kind = Token.Kind.int
        if byte() == UInt8(ascii: "0"), byte(1) | 0x20 == UInt8(ascii: "x") {
            position += 2
            skip { $0.hexadecimalValue != nil }
            if position == start + 2 { return stop("a hexadecimal number needs a digit behind `0x`", start) }
        } else {
            skip(\.isDigit)
            if byte() == UInt8(ascii: "."), byte(1).isDigit {
                kind = .double
                position += 1
                skip(\.isDigit)
            }
            if byte() | 0x20 == UInt8(ascii: "e") {
                let sign = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-") ? 1 : 0
                if byte(1 + sign).isDigit {
                    kind = .double
                    position += 1 + sign
                    skip(\.isDigit)
                }
            }
        }
        if kind == .int, byte() | 0x20 == UInt8(ascii: "u") {
            kind = .uint
            position += 1
        }
        if byte().beginsName || byte().isDigit { return stop(nil, start) }
        tokens.append(Token(kind: kind, range: start..<position))
    }

    private mutating func skip(_ isPart: (UInt8) -> Bool) {
        while position < source.count, isPart(source[position]) { position += 1 }
    }

    private mutating func stop(_ message: String?, _ start: Int) {
        skip { $0.beginsName || $0.isDigit }
        let text = String(decoding: source[start..<position], as: UTF8.self).shortened
        faults.append(Fault(message ?? "`\(text)` is no number", at: start..<position))
    }

    // MARK: Strings

    /// From the quote at `position` to the one that closes it; `start` is where its prefix begins.
    private mutating func scanString(from start: Int, isRaw: Bool, kind: Token.Kind) {
        let quote = source[position]
        let isTriple = byte(1) == quote && byte(2) == quote
        position += isTriple ? 3 : 1
        while position < source.count {
            let next = source[position]
            if next == quote, !isTriple || (byte(1) == quote && byte(2) == quote) {
                position += isTriple ? 3 : 1
                tokens.append(Token(kind: kind, range: start..<position))
                return
            }
            if !isTriple, next.isLineEnd { break }
            position +=
                next == UInt8(ascii: "\\") && !isRaw && position + 1 < source.count && !byte(1).isLineEnd ? 2 : 1
        }
        let mark = String(repeating: Character(UnicodeScalar(quote)), count: isTriple ? 3 : 1)
        let help = position < source.count ? "a text of several lines stands between three quotes" : nil
        faults.append(Fault("a text is not closed: \(mark) is missing", at: start..<position, help: help))
    }
}

extension UInt8 {
    var isLineEnd: Bool { self == 0x0A || self == 0x0D }
    /// A letter that may begin a name; the underscore is one.
    var beginsName: Bool { isLetter || self == 0x5F }
    /// May stand in a name between back quotes.
    var isQuotable: Bool { beginsName || isDigit || self == 0x2E || self == 0x2D || self == 0x2F || self == 0x20 }
}
