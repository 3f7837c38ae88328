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
    /// Whatever the rule finds fault with is found by the function with this overload, which has a clue to it.
    case clue(String)

    /// - Parameters:
    ///   - condition: of the rule; nil: it has none, and the clauses alone decide.
    init(condition: CheckedExpression?, clauses: [CheckedExpression]) {
        if let condition {
            self = Self.probe(condition, condition.expression.root) ?? .always
            return
        }
        let clues = clauses.map(Self.clue)
        self =
            clues.first.flatMap { first in clues.allSatisfy { $0 == first } ? first : nil }.map { .clue($0) } ?? .always
    }

    /// Of a clause that demands that a function finds nothing in the string: the function's overload; nil: it may be false for
    /// other reasons.
    private static func clue(_ clause: CheckedExpression) -> String? {
        guard case .call("!_", nil, let negated) = clause.expression[clause.expression.root].kind,
            clause.provesPresence(negated[0]),
            case .call(_, nil, let found) = clause.expression[negated[0]].kind,
            case .function(_, let overloads, _) = clause.references[Int(found[0])], overloads.count == 1,
            GovernanceLibrary.clues[overloads[0].id] != nil,
            case .call(_, nil, let texts) = clause.expression[found[0]].kind,
            clause.expression.text(of: texts[0]) == Selection.text.rawValue
        else { return nil }
        return overloads[0].id
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
