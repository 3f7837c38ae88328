internal import Basics
internal import Diagnostics

extension Parser {
    var current: Token { tokens[position] }

    /// The word `ahead` of the current one; the end's, beyond it.
    func token(_ ahead: Int) -> Token { tokens[min(position + ahead, tokens.count - 1)] }

    /// - Returns: the current word, and goes on behind it; the end is never passed.
    mutating func advance() -> Token {
        let token = tokens[position]
        if token.kind != .end { position += 1 }
        return token
    }

    mutating func take(_ kind: Token.Kind) -> Token? {
        current.kind == kind ? advance() : nil
    }

    /// - Parameter purpose: why it must stand there, for the message.
    @discardableResult
    mutating func expect(_ kind: Token.Kind, _ purpose: String) throws(Fault) -> Token {
        guard let token = take(kind) else { throw unexpected("`\(kind.symbol)` \(purpose)") }
        return token
    }

    func text(of token: Token) -> String { String(decoding: source[token.range], as: UTF8.self) }

    /// Fault of a word that is not what was expected.
    func unexpected(_ expected: String, help: String? = nil) -> Fault {
        let found = current.kind == .end ? "the expression ends" : "found `\(text(of: current).shortened)`"
        return Fault("expected \(expected), \(found)", at: current.range, help: help)
    }
}
