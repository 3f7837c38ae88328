internal import Basics
internal import CEL
internal import ContractModel

/// Demands a guard wherever an absent value would turn into a pass or an error.
///
/// With an absent scalar `==` and `in` are false, which is safe until something negates it; everything else has no value
/// at all. `filled(x)`, `has(x)` and optional syntax are guards, and `&&`, `||` and `?:` carry what they know to what is
/// evaluated after them.
struct Guards {
    let checked: CheckedExpression
    private let advice: GuardAdvice
    /// True when the result decides something: that of a clause does, that of a message does not.
    private let isValue: Bool
    /// Variables that may be absent.
    private let optional: Set<String>
    var expression: Expression { checked.expression }
    var faults: [Fault] = []
    /// Things that are asked about, by the condition that they are asked in.
    private var asked: [(condition: ExprID?, absent: [ExprID])] = []

    /// Subexpressions that are known to be present, in canonical text.
    typealias Facts = Set<String>

    /// - Parameters:
    ///   - given: what is known before: what `where` guards is known to `require`, `message` and `at`.
    ///   - isValue: whether the result itself must be present: that of a clause, not that of a message.
    ///   - optional: variables that may be absent.
    ///   - isPlain: whether the expression stands in the pack without quotes.
    static func faults(
        in checked: CheckedExpression, given: Facts = [], isValue: Bool = true, optional: Set<String> = [],
        isPlain: Bool = false
    ) -> [Fault] {
        var guards = Guards(checked: checked, isValue: isValue, optional: optional, isPlain: isPlain)
        let result = guards.visit(checked.expression.root, given)
        if isValue, let absent = result.absent { guards.demand(absent) }
        guards.askAll()
        return guards.faults
    }

    /// Subexpressions known to be present where an expression is true.
    static func facts(of checked: CheckedExpression, given: Facts = []) -> Facts {
        Guards(checked: checked, isValue: true, optional: [], isPlain: false)
            .facts(checked.expression.root, whenTrue: true).union(given)
    }

    private init(checked: CheckedExpression, isValue: Bool, optional: Set<String>, isPlain: Bool) {
        advice = GuardAdvice(checked, isPlain: isPlain)
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
            for element in elements { present(element, facts) }
            return Result()
        case .map(let entries):
            for entry in entries {
                present(entry.key, facts)
                present(entry.value, facts)
            }
            return Result()
        case .comprehension(let loop): return comprehension(loop, facts)
        case .bind(let name, let value, let body):
            let bound = visit(value, facts)
            if let absent = bound.absent ?? bound.falseByAbsence { demand(absent) }
            return visit(body, facts.filter { !Self.speaks($0, of: name) })
        case .optionalMap(let operand, let name, let body, _):
            _ = visit(operand, facts)
            present(body, facts.filter { !Self.speaks($0, of: name) })
            return Result()
        }
    }

    private mutating func comprehension(_ loop: Comprehension, _ facts: Facts) -> Result {
        present(loop.range, facts)
        var inner = facts.filter { fact in !loop.variables.contains { Self.speaks(fact, of: $0) } }
        if let name = loop.variables.last { inner.formUnion(elementFacts(of: loop.range, as: name)) }
        var known = inner
        if let filter = loop.filter {
            leavesOut(visit(filter, inner), loop)
            known = inner.union(self.facts(filter, whenTrue: true))
        }
        let body = visit(loop.body, known)
        if let absent = body.absent { demand(absent) }
        // A comparison with what an element lacks is false of this element, and a guard beside it would change nothing.
        let outer = body.falseByAbsence.flatMap { isOf($0, loop) ? nil : $0 }
        switch loop.macro {
        case .all, .exists: return Result(falseByAbsence: outer)
        case .filter: leavesOut(body, loop)
        case .existsOne, .map, .transformList, .transformMap, .transformMapEntry, .sortBy:
            if let outer { demand(outer) }
        }
        return Result()
    }

    /// True when a loop goes over the elements that something is asked of.
    private func isOf(_ id: ExprID, _ loop: Comprehension) -> Bool {
        loop.variables.contains { Self.speaks(expression.text(of: id), of: $0) }
    }

    private mutating func call(_ id: ExprID, _ function: String, _ operands: [ExprID], _ facts: Facts) -> Result {
        switch function {
        case "_&&_":
            let a = visit(operands[0], facts)
            let b = visit(operands[1], facts.union(self.facts(operands[0], whenTrue: true)))
            if let absent = a.absent { demand(absent) }
            if let absent = b.absent { demand(absent) }
            return Result(falseByAbsence: a.falseByAbsence ?? b.falseByAbsence)
        case "_||_":
            let a = visit(operands[0], facts)
            let b = visit(operands[1], facts.union(self.facts(operands[0], whenTrue: false)))
            if let absent = a.absent { demand(absent) }
            if let absent = b.absent { demand(absent) }
            return Result(falseByAbsence: a.falseByAbsence ?? b.falseByAbsence)
        case "!_":
            let operand = visit(operands[0], facts)
            if let absent = operand.absent { demand(absent) }
            if let absent = operand.falseByAbsence { demand(absent, in: id) }
            return Result()
        case "_?_:_":
            let condition = visit(operands[0], facts)
            if let absent = condition.absent { demand(absent) }
            // What holds otherwise is written down.
            let a = visit(operands[1], facts.union(self.facts(operands[0], whenTrue: true)))
            let b = visit(operands[2], facts.union(self.facts(operands[0], whenTrue: false)))
            return Result(
                absent: a.absent ?? b.absent, falseByAbsence: a.falseByAbsence ?? b.falseByAbsence)
        case "_==_", "@in":
            let results = operands.map { visit($0, facts) }
            if let nested = results.lazy.compactMap(\.falseByAbsence).first { demand(nested) }
            return Result(falseByAbsence: results.lazy.compactMap(\.absent).first)
        case "_!=_":
            for operand in operands {
                let result = visit(operand, facts)
                if let absent = result.absent { demand(absent, in: id) }
                if let nested = result.falseByAbsence { demand(nested) }
            }
            return Result()
        case "_[_]":
            for operand in operands { present(operand, facts) }
            return Result()
        case "_/_", "_%_": demandDivisor(id, function, operands, facts)
        default: break
        }
        let accepts = acceptsAbsent(id)
        for operand in operands {
            let result = visit(operand, facts)
            if let absent = result.absent, !accepts { demand(absent) }
            if let nested = result.falseByAbsence, !accepts { demand(nested) }
        }
        return Result(absent: canBeAbsent(id, facts) ? id : nil)
    }

    /// Check of what becomes a part of something else: who reads it there no longer sees that it came of absence.
    private mutating func present(_ id: ExprID, _ facts: Facts) {
        let result = visit(id, facts)
        if let absent = result.absent { demand(absent) }
        if let absent = result.falseByAbsence { demand(absent) }
    }

    /// A condition that chooses what a list keeps: that the rest is empty, or short, may then be a pass.
    private mutating func leavesOut(_ condition: Result, _ loop: Comprehension) {
        if let absent = condition.absent { demand(absent) }
        // What a message counts decides nothing.
        if isValue, let absent = condition.falseByAbsence, !isOf(absent, loop) { demand(absent) }
    }

    /// - Parameter condition: the one whose meaning is in question; nil: the smallest around it.
    private mutating func demand(_ id: ExprID, in condition: ExprID? = nil) {
        let condition = condition ?? advice.condition(around: id)
        if let index = asked.firstIndex(where: { $0.condition == condition && condition != nil }) {
            if !asked[index].absent.contains(id) { asked[index].absent.append(id) }
        } else {
            asked.append((condition, [id]))
        }
    }

    /// Asks what is meant, once for each thing that may be missing.
    private mutating func askAll() {
        for (condition, absent) in asked {
            let help = advice.help(for: absent, in: condition)
            for id in absent {
                let text = expression.text(of: id)
                let question =
                    condition == nil
                    ? "and then has no value here" : "shall \(advice.holder(of: id)) without it count?"
                faults.append(
                    Fault(
                        "`\(text)` may be missing\(condition == nil ? ", " : ": ")\(question)",
                        at: expression[id].range,
                        help: help))
            }
        }
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

    static func isList(_ type: CELType) -> Bool {
        if case .list = type { true } else { false }
    }

    private func acceptsAbsent(_ id: ExprID) -> Bool {
        guard case .function(_, let overloads, _) = checked.references[Int(id)] else { return false }
        return !overloads.isEmpty && overloads.allSatisfy(\.acceptsAbsent)
    }
}

extension CheckedExpression {
    /// True for a call that is true only where its first operand is there.
    func provesPresence(_ id: ExprID) -> Bool {
        guard case .function(_, let overloads, _) = references[Int(id)] else { return false }
        return !overloads.isEmpty && overloads.allSatisfy(\.promises.provesPresence)
    }
}
