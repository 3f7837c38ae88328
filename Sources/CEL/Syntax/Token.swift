/// A word of the expression's text, with its bytes.
struct Token {
    enum Kind: UInt8 {
        case end
        case identifier
        /// A name of a field between back quotes: `` `content-type` ``.
        case quotedIdentifier
        case int, uint, double, string, bytes
        case `true`, `false`, null, `in`
        case dot, comma, colon, question
        case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
        case plus, minus, times, divided, remainder, not
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, and, or
    }

    var kind: Kind
    var range: Range<Int>
}

extension Token.Kind {
    /// As a message names what was expected.
    var symbol: String {
        switch self {
        case .dot: "."
        case .comma: ","
        case .colon: ":"
        case .question: "?"
        case .leftParenthesis: "("
        case .rightParenthesis: ")"
        case .leftBracket: "["
        case .rightBracket: "]"
        case .leftBrace: "{"
        case .rightBrace: "}"
        default: "\(self)"
        }
    }

    /// The binary operator it is: its function, and how strongly it binds (language definition, "Syntax").
    var binaryOperator: (function: String, precedence: Int)? {
        switch self {
        case .or: ("_||_", 1)
        case .and: ("_&&_", 2)
        case .equal: ("_==_", 3)
        case .notEqual: ("_!=_", 3)
        case .less: ("_<_", 3)
        case .lessOrEqual: ("_<=_", 3)
        case .greater: ("_>_", 3)
        case .greaterOrEqual: ("_>=_", 3)
        case .in: ("@in", 3)
        case .plus: ("_+_", 4)
        case .minus: ("_-_", 4)
        case .times: ("_*_", 5)
        case .divided: ("_/_", 5)
        case .remainder: ("_%_", 5)
        default: nil
        }
    }
}

/// Words with a meaning in the grammar, or kept for one (language definition, "Syntax").
enum Keywords {
    /// Literals and the operator `in`: never names.
    static let operators: [String: Token.Kind] = ["true": .true, "false": .false, "null": .null, "in": .in]
    /// Not names of variables and functions; they may name fields and member functions.
    static let reserved: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ]
}
