internal import CEL

/// Things that guards know to be there.
extension Guards {
    func isKnown(_ id: ExprID, _ facts: Facts) -> Bool { facts.contains(expression.text(of: id)) }

    /// Subexpressions known to be present where an expression is true, or false.
    func facts(_ id: ExprID, whenTrue: Bool) -> Facts {
        switch expression[id].kind {
        case .has(let operand, let field):
            return whenTrue ? present(operand).union(["\(expression.text(of: operand)).\(field)"]) : []
        case .call(let function, let receiver, let arguments):
            let operands = (receiver.map { [$0] } ?? []) + arguments
            switch (function, whenTrue) {
            case ("_&&_", true), ("_||_", false):
                return facts(operands[0], whenTrue: whenTrue).union(facts(operands[1], whenTrue: whenTrue))
            case ("!_", _): return facts(operands[0], whenTrue: !whenTrue)
            case (_, true) where checked.provesPresence(id):
                guard let operand = operands.first else { return [] }
                let text = expression.text(of: operand)
                return present(operand).union([Self.nonzero("\(text).size()"), Self.nonzero("size(\(text))")])
            case ("_!=_", true) where isZero(operands[1]), ("_==_", false) where isZero(operands[1]),
                ("_>_", true) where isCount(operands[1]), ("_<=_", false) where isCount(operands[1]):
                return [Self.nonzero(expression.text(of: operands[0]))]
            case ("_<_", true) where isCount(operands[0]), ("_>=_", false) where isCount(operands[0]),
                ("_!=_", true) where isZero(operands[0]),
                ("_<=_", true) where isCount(operands[0]) && !isZero(operands[0]):
                return [Self.nonzero(expression.text(of: operands[1]))]
            case ("_>=_", true) where isCount(operands[1]) && !isZero(operands[1]):
                return [Self.nonzero(expression.text(of: operands[0]))]
            // An absent operand makes these false; but an absent list is equal to an empty one.
            case ("_==_", true):
                return operands.filter { !Self.isList(checked.types[Int($0)]) }
                    .reduce(into: []) { $0.formUnion(present($1)) }
            case ("@in", true): return present(operands[0]).union(present(operands[1]))
            default: return []
            }
        default: return []
        }
    }

    /// A value that is present, and the objects it is reached through.
    func present(_ id: ExprID) -> Facts {
        switch expression[id].kind {
        case .select(let operand, _, false): return present(operand).union([expression.text(of: id)])
        case .call, .identifier: return [expression.text(of: id)]
        default: return []
        }
    }

    /// True when a fact is about a variable of this name: the name stands in it as a word. Where it is a field's name or
    /// part of a string, a guard is asked for once too often.
    static func speaks(_ fact: String, of variable: String) -> Bool {
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

    /// Facts that a list's elements are known by, in the words of a loop over it: what `filter` has left.
    func elementFacts(of list: ExprID, as name: String) -> Facts {
        switch expression[list].kind {
        case .comprehension(let loop):
            guard let own = loop.variables.last else { return [] }
            switch loop.macro {
            case .filter:
                let known = facts(loop.body, whenTrue: true).union(elementFacts(of: loop.range, as: own))
                return Set(known.filter { Self.speaks($0, of: own) }.map { Self.renamed($0, own, name) })
            case .sortBy: return elementFacts(of: loop.range, as: name)
            default: return []
            }
        case .call(let function, let receiver?, _) where ["reverse", "distinct", "slice"].contains(function):
            return elementFacts(of: receiver, as: name)
        default: return []
        }
    }

    /// A fact with another name for a variable. A word that only looks like it makes a fact that says nothing.
    private static func renamed(_ fact: String, _ variable: String, _ name: String) -> String {
        var result = ""
        var word = ""
        var last: Character = " "
        func flush(_ before: Character) { result += word == variable && before != "." ? name : word }
        var before: Character = " "
        for character in fact {
            if character.isLetter || character.isNumber || character == "_" {
                if word.isEmpty { before = last }
                word.append(character)
            } else {
                flush(before)
                word = ""
                result.append(character)
            }
            last = character
        }
        flush(before)
        return result
    }

    // MARK: Divisors

    /// Fact that a number is not 0.
    private static func nonzero(_ text: String) -> String { "0 != \(text)" }

    private func isZero(_ id: ExprID) -> Bool {
        if case .literal(.int(0)) = expression[id].kind { true } else { false }
    }

    /// A number that is written down, 0 or more.
    private func isCount(_ id: ExprID) -> Bool {
        if case .literal(.int(let value)) = expression[id].kind { value >= 0 } else { false }
    }

    /// Whole numbers divided by 0 have no result.
    mutating func demandDivisor(_ id: ExprID, _ function: String, _ operands: [ExprID], _ facts: Facts) {
        guard operands.count == 2, checked.types[Int(operands[1])] == .int, checked.types[Int(id)] == .int else {
            return
        }
        let divisor = expression.text(of: operands[1])
        if case .literal(.int(let value)) = expression[operands[1]].kind {
            if value == 0 {
                faults.append(
                    Fault("a division by 0 has no result", at: expression[id].range, help: "divide by something else"))
            }
            return
        }
        // A parameter is a number that its author answers for.
        if facts.contains(Self.nonzero(divisor)) { return }
        let share =
            "`ratio(\(expression.text(of: operands[0])), \(divisor))` is the share as a fraction, 1.0 of nothing"
        faults.append(
            Fault(
                "`\(divisor)` may be 0, and a division by 0 has no result", at: expression[operands[1]].range,
                help: function == "_/_" ? share : "ask first: `\(divisor) > 0 && …`"))
    }
}
