import CEL

extension Expression {
    /// The tree with nothing left to precedence, for comparisons: `(_+_ a (_*_ b c))`. The terms of `&&` and `||` stand side
    /// by side, however they are grouped.
    func tree(_ id: ExprID) -> String {
        switch self[id].kind {
        case .literal(let literal): return "\(literal)"
        case .identifier(let name): return name
        case .select(let operand, let field, let isOptional):
            return "(select\(isOptional ? "?" : "") \(tree(operand)) \(field))"
        case .has(let operand, let field): return "(has \(tree(operand)) \(field))"
        case .call(let function, let receiver, let arguments):
            if function == "_&&_" || function == "_||_" {
                return "(\(function) \(terms(of: function, id).map { tree($0) }.joined(separator: " ")))"
            }
            let parts = arguments.map { tree($0) }.joined(separator: " ")
            return "(\(receiver.map { tree($0) + "." } ?? "")\(function) \(parts))"
        case .list(let elements, let optional):
            return "[\(elements.map { tree($0) }.joined(separator: " ")) \(optional.sorted())]"
        case .map(let entries):
            return "{\(entries.map { "\($0.isOptional) \(tree($0.key)) \(tree($0.value))" }.joined(separator: " "))}"
        case .structure(let name, let fields):
            return "\(name){\(fields.map { "\($0.isOptional) \($0.name) \(tree($0.value))" }.joined(separator: " "))}"
        case .comprehension(let macro):
            let filter = macro.filter.map { tree($0) } ?? "-"
            return "(\(macro.macro) \(tree(macro.range)) \(macro.variables) \(filter) \(tree(macro.body)))"
        case .bind(let name, let value, let body): return "(bind \(name) \(tree(value)) \(tree(body)))"
        case .optionalMap(let operand, let name, let body, let isFlat):
            return "(optMap \(isFlat) \(tree(operand)) \(name) \(tree(body)))"
        }
    }

    private func terms(of function: String, _ id: ExprID) -> [ExprID] {
        guard case .call(function, nil, let arguments) = self[id].kind else { return [id] }
        return arguments.flatMap { terms(of: function, $0) }
    }
}
