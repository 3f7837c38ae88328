internal import Patterns

/// Operators and functions.
extension Compiler {
    mutating func call(_ id: ExprID, _ function: String, _ receiver: ExprID?, _ arguments: [ExprID]) -> Int {
        var name = function
        var receiver = receiver
        var overloads: [Overload]
        switch reference(id) {
        case .function(let known, let found, let isMember):
            name = known
            overloads = found
            if !isMember { receiver = nil }
        default:
            (name, overloads) = lookUp(function, receiver)
            if name != function { receiver = nil }
        }
        let operands = (receiver.map { [$0] } ?? []) + arguments
        overloads = overloads.filter { $0.takes(operands.count) && $0.isMember == (receiver != nil) }
        guard let first = overloads.first else {
            return emit(failing(.undeclared, "undeclared reference to '\(name)'", id))
        }
        if let opcode = first.opcode, overloads.allSatisfy({ $0.opcode == opcode }) {
            return operation(id, opcode, operands)
        }
        return call(id, name, operands, overloads)
    }

    /// A function by the names it can have in the container; a receiver may be part of its name.
    private func lookUp(_ function: String, _ receiver: ExprID?) -> (String, [Overload]) {
        guard let environment else { return (function, []) }
        if let receiver {
            if let prefix = qualifiedName(receiver) {
                for name in candidates("\(prefix).\(function)") {
                    if let known = environment.functions[name] { return (name, known.overloads) }
                }
            }
            return (function, environment.functions[function]?.overloads ?? [])
        }
        for name in candidates(function) {
            if let known = environment.functions[name] { return (name, known.overloads) }
        }
        return (function, [])
    }

    private mutating func operation(_ id: ExprID, _ opcode: Instruction.Opcode, _ operands: [ExprID]) -> Int {
        let places = operands.map { compile($0) }
        switch opcode {
        case .equal, .unequal:
            for (text, other) in [(1, 0), (0, 1)] {
                guard let value = constant(at: places[text]), value.tag == .string else { continue }
                let special: Instruction.Opcode = opcode == .equal ? .equalText : .unequalText
                return emit(special, id, [places[other]]) { $0.value = value }
            }
        case .inside:
            if let list = constant(at: places[1]), list.tag == .list, list.elements.allSatisfy({ $0.tag == .string }) {
                return insideTexts(id, places[0], list)
            }
        case .matches:
            if let pattern = constant(at: places[1]), pattern.tag == .string { return matches(id, places, pattern) }
        default: break
        }
        return emit(opcode, id, places)
    }

    /// A short list is gone through; a long one becomes a map.
    private mutating func insideTexts(_ id: ExprID, _ place: Int, _ list: Value) -> Int {
        var value = list
        if list.elements.count > MapContent.linear {
            var builder = MapBuilder(capacity: list.elements.count)
            // A text that comes twice is refused, which does no harm.
            for text in list.elements { _ = builder.insert(text, .null, constants) }
            value = builder.finish(constants)
        }
        return emit(.insideTexts, id, [place]) {
            $0.value = value
            $0.flag = value.tag == .map
        }
    }

    private mutating func matches(_ id: ExprID, _ places: [Int], _ pattern: Value) -> Int {
        let place = code[places[1]].node
        do throws(Pattern.Unusable) {
            let compiled =
                if let known = checked?.patterns[place] { known } else {
                    try ConstantPattern(compiling: constants.text(of: pattern))
                }
            patterns.append(compiled)
            return emit(.matchesConstant, id, [places[0]]) { $0.value = compiled.value }
        } catch {
            let fault = Fault.unusablePattern(error, at: expression[place].range)
            faults.append(fault)
            return emit(failing(.invalidArgument, fault.message, id))
        }
    }

    private mutating func call(_ id: ExprID, _ name: String, _ operands: [ExprID], _ overloads: [Overload]) -> Int {
        let base = depth
        var places: [Int] = []
        for (index, operand) in operands.enumerated() {
            // Those before it keep their slots while this one is evaluated.
            depth = base + index
            places.append(compile(operand))
        }
        // They have their slots even if the last one needed none.
        depth = base + operands.count
        depth = base
        let site = CallSite.make(name, overloads.map { candidate($0, operands) }, places.map(distance))
        sites.append(site)
        return emit(.call, id, []) {
            $0.number = Int32(truncatingIfNeeded: base)
            $0.value = Value(.null, bits: UInt64(UInt(bitPattern: site)))
        }
    }

    private func candidate(_ overload: Overload, _ operands: [ExprID]) -> CallSite.Candidate {
        var proven: UInt64 = 0
        if let checked {
            for (index, operand) in operands.enumerated().prefix(64)
            where checked.types[Int(operand)] == overload.parameters[min(index, overload.parameters.count - 1)] {
                proven |= 1 << UInt64(index)
            }
        }
        return CallSite.Candidate(overload, count: operands.count, proven: proven)
    }
}
