internal import CEL

/// A quick look at a string that rules out most of them for a rule about strings: a contract has hundreds, and nearly none
/// concerns such a rule.
enum TextProbe: Sendable {
    /// The rule has to be asked.
    case always
    /// The string begins so.
    case prefix([UInt8])
    /// It stands behind this key.
    case key([UInt8])
    /// It could hold a secret.
    case secret

    /// - Parameters:
    ///   - condition: of the rule; nil: it has none, and the clauses alone decide.
    init(condition: CheckedExpression?, clauses: [CheckedExpression]) {
        if let condition {
            self = Self.probe(condition, condition.expression.root) ?? .always
            return
        }
        let isAboutSecrets =
            !clauses.isEmpty && clauses.allSatisfy { $0.expression.text == "!filled(secret(text))" }
        self = isAboutSecrets ? .secret : .always
    }

    private static func probe(_ checked: CheckedExpression, _ id: ExprID) -> TextProbe? {
        let expression = checked.expression
        guard case .call(let function, let receiver, let arguments) = expression[id].kind else { return nil }
        let operands = (receiver.map { [$0] } ?? []) + arguments
        switch function {
        case "_&&_": return operands.lazy.compactMap { probe(checked, $0) }.first
        case "_==_":
            guard let word = operands.lazy.compactMap({ literal($0, expression) }).first else { return nil }
            return operands.contains { expression.text(of: $0) == "text.key" } ? .key(word) : nil
        case "startsWith":
            guard operands.count == 2, expression.text(of: operands[0]) == "text.value" else { return nil }
            return literal(operands[1], expression).map { .prefix($0) }
        default: return nil
        }
    }

    private static func literal(_ id: ExprID, _ expression: Expression) -> [UInt8]? {
        if case .literal(.string(let text)) = expression[id].kind { Array(text.utf8) } else { nil }
    }
}
