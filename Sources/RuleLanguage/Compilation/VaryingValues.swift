internal import CEL

/// Values whose type varies from contract to contract, where one type is taken for granted: on the first contract that writes
/// it otherwise the run would end.
struct VaryingValues {
    private let checked: CheckedExpression
    private var expression: Expression { checked.expression }
    /// Variables of loops over values that the rule's author wrote.
    private var own: Set<String> = []
    /// Values that the expression asks for their type itself.
    private var asked: Set<String> = []

    static func faults(in checked: CheckedExpression) -> [Fault] {
        let finder = VaryingValues(checked)
        return checked.expression.nodes.indices.flatMap { finder.faults(at: ExprID($0)) }
    }

    private init(_ checked: CheckedExpression) {
        self.checked = checked
        for node in checked.expression.nodes {
            switch node.kind {
            case .comprehension(let loop):
                if case .select(let operand, _, _) = checked.expression[loop.range].kind,
                    case .identifier(RuleTypes.params) = checked.expression[operand].kind
                {
                    own.formUnion(loop.variables)
                }
            case .call("type", nil, let arguments):
                if let value = arguments.first { asked.insert(checked.expression.text(of: value)) }
            default: break
            }
        }
    }

    private func varies(_ id: ExprID) -> Bool {
        guard checked.types[Int(id)] == .dyn, !asked.contains(expression.text(of: id)) else { return false }
        switch expression[id].kind {
        case .select:
            if case .field = checked.references[Int(id)] { return true }
            return false
        case .identifier(let name): return checked.references[Int(id)] == nil && !own.contains(name)
        case .call("custom", _, _): return true
        default: return false
        }
    }

    private static let numeric: Set<String> = ["_<_", "_<=_", "_>_", "_>=_", "_-_", "_*_", "_/_", "_%_", "-_", "_+_"]
    private static let textual: Set<String> = [
        "startsWith", "endsWith", "contains", "matches", "lowerAscii", "upperAscii", "trim", "replace", "split",
        "substring",
        "charAt", "captures", "glob", "meaningful", "isSemver", "isCurrency", "isSLAUnit", "case", "date", "version",
        "classificationRank", "classifiedAs", "isReservedWord", "timestamp", "duration",
    ]
    private static let converting: [String: String] = [
        "int": "integer", "double": "number", "string": "text", "bool": "truth",
    ]

    private func faults(at id: ExprID) -> [Fault] {
        guard case .call(let function, let receiver, let arguments) = expression[id].kind else { return [] }
        let operands = (receiver.map { [$0] } ?? []) + arguments
        if Self.numeric.contains(function) {
            return operands.filter(varies).map { operand in
                let other = operands.first { $0 != operand }.map { checked.types[Int($0)] } ?? .double
                return fault(operand, as: other == .int ? "integer" : other == .string ? "text" : "number", in: id)
            }
        }
        if Self.textual.contains(function), let operand = operands.first, varies(operand) {
            return [fault(operand, as: "text", in: id)]
        }
        if let reading = Self.converting[function], operands.count == 1, varies(operands[0]) {
            let text = expression.text(of: operands[0])
            return [
                Fault(
                    "`\(text)` is of another type in other contracts, and `\(function)` fails there",
                    at: expression[operands[0]].range, help: "write `\(reading)(\(text))`, which is missing then")
            ]
        }
        if function == "size", let operand = operands.first, varies(operand) {
            return [fault(operand, as: "texts", in: id)]
        }
        return []
    }

    private func fault(_ operand: ExprID, as reading: String, in id: ExprID) -> Fault {
        let text = expression.text(of: operand)
        let read = "\(reading)(\(text))"
        let whole = expression.text(of: id)
        let written =
            whole.hasPrefix(text)
            ? read + whole.dropFirst(text.count) : whole.hasSuffix(text) ? whole.dropLast(text.count) + read : nil
        let isCondition = checked.types[Int(id)] == .bool && reading != "texts"
        let help =
            if let written, isCondition {
                "write `filled(\(read)) && \(written)` where another type fails the rule, `!filled(\(read)) || \(written)` where it does not matter"
            } else {
                "write `\(read)`, which is missing where it is of another type"
            }
        return Fault(
            "`\(text)` may be a number, a text or a list: say as what it is read", at: expression[operand].range,
            help: help)
    }
}
