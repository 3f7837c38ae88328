internal import Basics
internal import CEL
internal import ContractModel

/// Demands a guard wherever an absent value would turn into a pass or an error.
///
/// With an absent scalar `==` and `in` are false, which is safe until something negates it; everything else has no value
/// at all. `filled(x)`, `has(x)` and optional syntax are guards, and `&&`, `||` and `?:` carry what they know to what is
/// evaluated after them.
struct Guards {
    private let checked: CheckedExpression
    /// True when the result decides something: that of a clause does, that of a message does not.
    private let isValue: Bool
    /// Variables that may be absent.
    private let optional: Set<String>
    private var expression: Expression { checked.expression }
    private(set) var faults: [Fault] = []

    /// Subexpressions that are known to be present, in canonical text.
    typealias Facts = Set<String>

    /// - Parameters:
    ///   - given: what is known before: what `where` guards is known to `require`, `message` and `at`.
    ///   - isValue: whether the result itself must be present: that of a clause, not that of a message.
    ///   - optional: variables that may be absent.
    static func faults(
        in checked: CheckedExpression, given: Facts = [], isValue: Bool = true, optional: Set<String> = []
    ) -> [Fault] {
        var guards = Guards(checked: checked, isValue: isValue, optional: optional)
        let result = guards.visit(checked.expression.root, given)
        if isValue, let absent = result.absent { guards.demand(absent, "as a result") }
        return guards.faults
    }

    /// Subexpressions known to be present where an expression is true.
    static func facts(of checked: CheckedExpression, given: Facts = []) -> Facts {
        Guards(checked: checked, isValue: true, optional: []).facts(checked.expression.root, whenTrue: true).union(
            given)
    }

    private init(checked: CheckedExpression, isValue: Bool, optional: Set<String>) {
        self.optional = optional
        self.checked = checked
        self.isValue = isValue
    }

    /// Results that evaluating a subexpression may come to.
    private struct Result {
        /// It may have no value: the subexpression to guard, which is itself or a branch of it.
        var absent: ExprID?
        /// It may be false because something is absent: the subexpression to guard. Negating it would be a pass.
        var falseByAbsence: ExprID?
    }

    // MARK: What is demanded

    private mutating func visit(_ id: ExprID, _ facts: Facts) -> Result {
        switch expression[id].kind {
        case .literal, .structure: return Result()
        case .identifier: return Result(absent: canBeAbsent(id, facts) ? id : nil)
        case .select(let operand, _, let isOptional):
            _ = visit(operand, facts)
            if isOptional { return Result() }
            return Result(absent: canBeAbsent(id, facts) ? id : nil)
        case .has(let operand, _):
            _ = visit(operand, facts)
            return Result()
        case .call(let function, let receiver, let arguments):
            return call(id, function, (receiver.map { [$0] } ?? []) + arguments, facts)
        case .list(let elements, _):
            for element in elements { present(element, facts, "in a list", "a list") }
            return Result()
        case .map(let entries):
            for entry in entries {
                present(entry.key, facts, "as a key", "a key")
                present(entry.value, facts, "in a map", "a map")
            }
            return Result()
        case .comprehension(let comprehension):
            present(comprehension.range, facts, "to go over", "a loop")
            let inner = facts.filter { fact in !comprehension.variables.contains { Self.speaks(fact, of: $0) } }
            var known = inner
            if let filter = comprehension.filter {
                leavesOut(visit(filter, inner))
                known = inner.union(self.facts(filter, whenTrue: true))
            }
            let body = visit(comprehension.body, known)
            if let absent = body.absent { demand(absent, "here") }
            switch comprehension.macro {
            case .all, .exists: return Result(falseByAbsence: body.falseByAbsence)
            case .existsOne:
                // One that is absent may be the one too many.
                if let absent = body.falseByAbsence { demandGuard(absent, "a count of matches") }
                return Result()
            case .filter:
                leavesOut(body)
                return Result()
            case .map, .transformList, .transformMap, .transformMapEntry, .sortBy:
                if let absent = body.falseByAbsence { demandGuard(absent, "a list") }
                return Result()
            }
        case .bind(let name, let value, let body):
            let bound = visit(value, facts)
            if let absent = bound.absent { demand(absent, "under a name") }
            if let absent = bound.falseByAbsence { demandGuard(absent, "a name for it") }
            return visit(body, facts.filter { !Self.speaks($0, of: name) })
        case .optionalMap(let operand, let name, let body, _):
            _ = visit(operand, facts)
            present(body, facts.filter { !Self.speaks($0, of: name) }, "in an optional", "an optional")
            return Result()
        }
    }

    private mutating func call(_ id: ExprID, _ function: String, _ operands: [ExprID], _ facts: Facts) -> Result {
        switch function {
        case "_&&_":
            let a = visit(operands[0], facts)
            let b = visit(operands[1], facts.union(self.facts(operands[0], whenTrue: true)))
            if let absent = a.absent { demand(absent, "as a condition") }
            if let absent = b.absent { demand(absent, "as a condition") }
            return Result(falseByAbsence: a.falseByAbsence ?? b.falseByAbsence)
        case "_||_":
            let a = visit(operands[0], facts)
            let b = visit(operands[1], facts.union(self.facts(operands[0], whenTrue: false)))
            if let absent = a.absent { demand(absent, "as a condition") }
            if let absent = b.absent { demand(absent, "as a condition") }
            return Result(falseByAbsence: a.falseByAbsence ?? b.falseByAbsence)
        case "!_":
            let operand = visit(operands[0], facts)
            if let absent = operand.absent { demand(absent, "as a condition") }
            if let absent = operand.falseByAbsence { demandGuard(absent, "`!`") }
            return Result()
        case "_?_:_":
            let condition = visit(operands[0], facts)
            if let absent = condition.absent { demand(absent, "as a condition") }
            if let absent = condition.falseByAbsence { demandGuard(absent, "the other branch of `?:`") }
            let a = visit(operands[1], facts.union(self.facts(operands[0], whenTrue: true)))
            let b = visit(operands[2], facts.union(self.facts(operands[0], whenTrue: false)))
            return Result(
                absent: a.absent ?? b.absent, falseByAbsence: a.falseByAbsence ?? b.falseByAbsence)
        case "_==_", "@in":
            let results = operands.map { visit($0, facts) }
            if let nested = results.lazy.compactMap(\.falseByAbsence).first { demandGuard(nested, "a comparison") }
            return Result(falseByAbsence: results.lazy.compactMap(\.absent).first)
        case "_!=_":
            for operand in operands {
                let result = visit(operand, facts)
                if let absent = result.absent { demandGuard(absent, "`!=`") }
                if let nested = result.falseByAbsence { demandGuard(nested, "a comparison") }
            }
            return Result()
        case "_[_]":
            for operand in operands { present(operand, facts, "here", "an index") }
            return Result()
        default: break
        }
        let accepts = acceptsAbsent(id)
        for operand in operands {
            let result = visit(operand, facts)
            if let absent = result.absent, !accepts { demand(absent, "for `\(Self.spelling(function))`") }
            if let nested = result.falseByAbsence, !accepts { demandGuard(nested, "`\(Self.spelling(function))`") }
        }
        return Result(absent: canBeAbsent(id, facts) ? id : nil)
    }

    /// Check of what becomes a part of something else: who reads it there no longer sees that it came of absence.
    private mutating func present(_ id: ExprID, _ facts: Facts, _ use: String, _ holder: String) {
        let result = visit(id, facts)
        if let absent = result.absent { demand(absent, use) }
        if let absent = result.falseByAbsence { demandGuard(absent, holder) }
    }

    /// A condition that chooses what a list keeps: that the rest is empty, or short, may then be a pass.
    private mutating func leavesOut(_ condition: Result) {
        if let absent = condition.absent { demand(absent, "as a condition") }
        // What a message counts decides nothing.
        if isValue, let absent = condition.falseByAbsence { demandGuard(absent, "leaving it out") }
    }

    private mutating func demand(_ id: ExprID, _ use: String) {
        let text = expression.text(of: id)
        faults.append(
            Fault(
                "`\(text)` may be absent, and then has no value \(use)", at: expression[id].range,
                help: "guard it: `filled(\(text)) && …`\(comparison(id, text))"))
    }

    private mutating func demandGuard(_ id: ExprID, _ cause: String) {
        let text = expression.text(of: id)
        faults.append(
            Fault(
                "where `\(text)` is absent its comparison is false, and \(cause) would make a pass of that",
                at: expression[id].range, help: "guard it: `filled(\(text)) && …`"))
    }

    /// A boolean is asked for by a comparison.
    private func comparison(_ id: ExprID, _ text: String) -> String {
        checked.types[Int(id)] == .bool ? ", or write `\(text) == true`" : ""
    }

    // MARK: What can be absent

    private func canBeAbsent(_ id: ExprID, _ facts: Facts) -> Bool {
        switch expression[id].kind {
        case .identifier(let name): return optional.contains(name) && !isKnown(id, facts)
        case .select(let operand, _, let isOptional):
            if isOptional || isKnown(id, facts) { return false }
            if case .optional = checked.types[Int(operand)] { return false }
            switch checked.references[Int(id)] {
            case .field(let field):
                if Self.isList(field.type) { return false }
                if field.isOptional { return true }
                // A required field of an object that is not there.
                return canBeAbsent(operand, facts)
            case .variable, .type: return false
            default: return canBeAbsent(operand, facts)
            }
        case .call(_, _, let arguments):
            guard case .function(_, let overloads, _) = checked.references[Int(id)], !isKnown(id, facts) else {
                return false
            }
            return overloads.contains { overload in
                switch overload.promises.absence {
                case .never: false
                case .possible: true
                case .byArguments: !arguments.allSatisfy(isLiteral) || isAbsent(id)
                }
            }
        default: return false
        }
    }

    private func isLiteral(_ id: ExprID) -> Bool {
        if case .literal = expression[id].kind { true } else { false }
    }

    /// True when a call of literals gives nothing.
    private func isAbsent(_ call: ExprID) -> Bool {
        var part = checked
        part.expression.root = call
        return Evaluation().evaluate(Program(part)).tag == .absent
    }

    private static func isList(_ type: CELType) -> Bool {
        if case .list = type { true } else { false }
    }

    private func acceptsAbsent(_ id: ExprID) -> Bool {
        guard case .function(_, let overloads, _) = checked.references[Int(id)] else { return false }
        return !overloads.isEmpty && overloads.allSatisfy(\.acceptsAbsent)
    }

    // MARK: What is known

    private func isKnown(_ id: ExprID, _ facts: Facts) -> Bool { facts.contains(expression.text(of: id)) }

    /// Subexpressions known to be present where an expression is true, or false.
    private func facts(_ id: ExprID, whenTrue: Bool) -> Facts {
        switch expression[id].kind {
        case .has(let operand, let field):
            return whenTrue ? present(operand).union(["\(expression.text(of: operand)).\(field)"]) : []
        case .call(let function, let receiver, let arguments):
            let operands = (receiver.map { [$0] } ?? []) + arguments
            switch (function, whenTrue) {
            case ("_&&_", true), ("_||_", false):
                return facts(operands[0], whenTrue: whenTrue).union(facts(operands[1], whenTrue: whenTrue))
            case ("!_", _): return facts(operands[0], whenTrue: !whenTrue)
            // An absent operand makes these false; but an absent list is equal to an empty one.
            case ("_==_", true):
                return operands.filter { !Self.isList(checked.types[Int($0)]) }
                    .reduce(into: []) { $0.formUnion(present($1)) }
            case ("@in", true): return present(operands[0]).union(present(operands[1]))
            case (_, true) where checked.provesPresence(id): return present(operands[0])
            default: return []
            }
        default: return []
        }
    }

    /// A value that is present, and the objects it is reached through.
    private func present(_ id: ExprID) -> Facts {
        switch expression[id].kind {
        case .select(let operand, _, false): return present(operand).union([expression.text(of: id)])
        case .call, .identifier: return [expression.text(of: id)]
        default: return []
        }
    }

    /// True when a fact is about a variable of this name: the name stands in it as a word. Where it is a field's name or
    /// part of a string, a guard is asked for once too often.
    private static func speaks(_ fact: String, of variable: String) -> Bool {
        fact.utf8.split { !($0 == UInt8(ascii: "_") || isLetterOrDigit($0)) }.contains {
            $0.elementsEqual(variable.utf8)
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }

    /// An operator as it is written.
    private static func spelling(_ function: String) -> String {
        function.hasPrefix("_") || function.hasPrefix("-") ? String(function.filter { $0 != "_" }) : function
    }
}

extension CheckedExpression {
    /// True for a call that is true only where its first operand is there.
    func provesPresence(_ id: ExprID) -> Bool {
        guard case .function(_, let overloads, _) = references[Int(id)] else { return false }
        return !overloads.isEmpty && overloads.allSatisfy(\.promises.provesPresence)
    }
}
