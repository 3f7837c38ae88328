internal import CEL

/// Advice on how an expression is written where something in it may be missing: both meanings, each right as it is given.
struct GuardAdvice {
    private let checked: CheckedExpression
    /// By node what it is part of; -1: nothing.
    private let parents: [ExprID]
    /// True when YAML would read what begins with `!` or a quotation mark as something else.
    private let isPlain: Bool
    private var expression: Expression { checked.expression }

    init(_ checked: CheckedExpression, isPlain: Bool) {
        self.checked = checked
        self.isPlain = isPlain
        var parents = [ExprID](repeating: -1, count: checked.expression.nodes.count)
        for index in checked.expression.nodes.indices {
            for child in checked.expression.children(of: ExprID(index)) { parents[Int(child)] = ExprID(index) }
        }
        self.parents = parents
    }

    /// The smallest condition around something that may be missing.
    func condition(around id: ExprID) -> ExprID? {
        var here = id
        while here >= 0 {
            if isCondition(here), here != id || isAsked(here) { return negation(of: here) ?? here }
            here = parents[Int(here)]
        }
        return nil
    }

    /// A condition that is written with `!` in front of it.
    private func negation(of id: ExprID) -> ExprID? {
        let parent = parents[Int(id)]
        guard parent >= 0, case .call("!_", _, _) = expression[parent].kind else { return nil }
        return parent
    }

    private func isCondition(_ id: ExprID) -> Bool { checked.types[Int(id)] == .bool }

    /// True when a value stands where a condition is expected.
    private func isAsked(_ id: ExprID) -> Bool {
        let parent = parents[Int(id)]
        guard parent >= 0 else { return isCondition(id) }
        switch expression[parent].kind {
        case .call(let function, _, let arguments):
            return ["_&&_", "_||_", "!_"].contains(function) || function == "_?_:_" && arguments.first == id
        case .comprehension(let loop): return loop.body == id || loop.filter == id
        default: return false
        }
    }

    func help(for absent: [ExprID], in condition: ExprID?) -> String {
        var seen: Set<String> = []
        let texts = absent.map { expression.text(of: $0) }.filter { seen.insert($0).inserted }
        guard let condition else {
            return "write what stands there then: \(chosen(texts))"
        }
        let isAlone = absent.count == 1 && absent[0] == condition
        let own = isAlone ? texts[0] + " == true" : written(condition)
        let without = texts.map { "!filled(\($0))" }.joined(separator: " || ") + " || " + own
        let with = texts.map { "filled(\($0))" }.joined(separator: " && ") + " && " + own
        let (counting, other) = isNegated(condition) ? (with, without) : (without, with)
        return "if it shall, write `\(fitted(counting, condition))`; if not, `\(fitted(other, condition))`"
    }

    /// True when what holds here is to make the whole expression false.
    private func isNegated(_ id: ExprID) -> Bool {
        var here = parents[Int(id)]
        var isNegated = false
        while here >= 0 {
            if case .call("!_", _, _) = expression[here].kind { isNegated.toggle() }
            here = parents[Int(here)]
        }
        return isNegated
    }

    /// Text of a condition as a part of `&&`.
    private func written(_ id: ExprID) -> String {
        let text = expression.text(of: id)
        switch expression[id].kind {
        case .call("_||_", _, _), .call("_?_:_", _, _), .call("_&&_", _, _): return "(\(text))"
        default: return text
        }
    }

    /// A text in the place of a condition.
    private func fitted(_ text: String, _ id: ExprID) -> String {
        let parent = parents[Int(id)]
        guard parent >= 0 else {
            guard isPlain, text.hasPrefix("!") else { return text }
            return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        }
        switch expression[parent].kind {
        case .call(let function, let receiver, let arguments):
            let isOperand = function.hasPrefix("_") || function.hasPrefix("!") || receiver == id
            let isBranch = function == "_?_:_" && arguments.first != id
            return isOperand && !isBranch ? "(\(text))" : text
        case .select: return "(\(text))"
        default: return text
        }
    }

    /// Of a message: the whole of it, or what stands for it.
    private func chosen(_ texts: [String]) -> String {
        let guards = texts.map { "filled(\($0))" }.joined(separator: " && ")
        let other =
            switch checked.type {
            case .int: "0"
            case .double: "0.0"
            case .string: "\"nothing\""
            case .bool: "false"
            default: "…"
            }
        return "`\(guards) ? \(expression.text) : \(other)`"
    }

    private static func withArticle(_ noun: String) -> String {
        (noun.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + noun
    }

    /// Noun of that which something would be missing of: `a property`.
    func holder(of id: ExprID) -> String {
        var here = id
        while true {
            switch expression[here].kind {
            case .select(let operand, _, _):
                if case .object(let type) = checked.types[Int(operand)], let noun = Selection(rawValue: type)?.noun {
                    return Self.withArticle(noun)
                }
                here = operand
            case .call(_, let receiver, let arguments):
                guard let next = receiver ?? arguments.first else { return "an element" }
                here = next
            case .identifier:
                guard case .object(let type) = checked.types[Int(here)], here != id else { return "an element" }
                return Self.withArticle(Selection(rawValue: type)?.noun ?? type)
            default: return "an element"
            }
        }
    }
}
