/// The evaluator: a walk over a program's instructions from the root down. It is as deep as the expression, which the parser
/// bounds. What is rare or long stands in functions of its own, so that this one's frame stays small.
extension Evaluation {
    func run(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        switch at.pointee.opcode {
        case .constant: return at.pointee.value
        case .failure: return failure(at)
        case .variable: return state.pointee.variables[Int(at.pointee.number)]
        case .local: return frame[Int(at.pointee.number)]

        case .filled:
            let operand = run(at.first, frame)
            switch operand.tag {
            case .absent: return .false
            case .string: return .bool(isFilledText(operand))
            default: return filled(at, operand)
            }
        case .field:
            let object = run(at.first, frame)
            guard object.tag == .object else { return fieldOfOther(at, object) }
            return host.field(Int(at.pointee.number), of: object)
        case .variableField:
            let object = state.pointee.variables[Int(at.pointee.cost)]
            guard object.tag == .object else { return fieldOfOther(at, object) }
            return host.field(Int(at.pointee.number), of: object)
        case .hasField: return hasField(at, run(at.first, frame))
        case .optionalField: return optionalField(at, run(at.first, frame))
        case .select: return select(at, run(at.first, frame))
        case .has: return has(at, run(at.first, frame))
        case .optionalSelect: return optionalSelect(at, run(at.first, frame))
        case .index: return index(at, run(at.first, frame), run(at.second, frame))
        case .optionalIndex: return optionalIndex(at, run(at.first, frame), run(at.second, frame))

        case .and:
            let left = run(at.first, frame)
            if left.isFalse { return left }
            let right = run(at.second, frame)
            if left.tag == .bool && right.tag == .bool { return right }
            return settle(at, left, right, decided: false)
        case .or:
            let left = run(at.first, frame)
            if left.isTrue { return left }
            let right = run(at.second, frame)
            if left.tag == .bool && right.tag == .bool { return right }
            return settle(at, left, right, decided: true)
        case .not:
            let operand = run(at.first, frame)
            if operand.tag == .bool { return .bool(!operand.asBool) }
            return failure(operand, at.first) ?? noOverload(at, "!", operand)
        case .conditional:
            let condition = run(at.first, frame)
            if condition.tag == .bool { return run(condition.asBool ? at.second : at.third, frame) }
            return failure(condition, at.first) ?? noOverload(at, "?:", condition)

        case .equal:
            let left = run(at.first, frame)
            let right = run(at.second, frame)
            if left.tag == .int && right.tag == .int { return .bool(left.bits == right.bits) }
            return equal(at, left, right)
        case .unequal:
            let left = run(at.first, frame)
            let right = run(at.second, frame)
            if left.tag == .int && right.tag == .int { return .bool(left.bits != right.bits) }
            return unequal(at, left, right)
        case .equalText:
            let left = run(at.first, frame)
            if left.tag == .string { return .bool(Equality.isSameText(left, at.pointee.value)) }
            return left.isError ? left : .false
        case .unequalText:
            let left = run(at.first, frame)
            if left.tag == .string { return .bool(!Equality.isSameText(left, at.pointee.value)) }
            return failure(left, at.first) ?? .true
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            return order(at, run(at.first, frame), run(at.second, frame))
        case .inside:
            let element = run(at.first, frame)
            return inside(at, element, run(at.second, frame))
        case .insideTexts:
            let element = run(at.first, frame)
            guard element.tag == .string, !at.pointee.flag else { return insideConstant(at, element) }
            for text in at.pointee.value.elements where Equality.isSameText(element, text) { return .true }
            return .false

        case .add: return add(at, run(at.first, frame), run(at.second, frame))
        case .subtract, .multiply, .divide, .modulo: return arithmetic(at, run(at.first, frame), run(at.second, frame))
        case .negate: return negate(at, run(at.first, frame))

        case .size: return size(at, run(at.first, frame))
        case .startsWith, .endsWith, .contains: return search(at, run(at.first, frame), run(at.second, frame))
        case .matchesConstant: return matchesConstant(at, run(at.first, frame))
        case .matches: return matches(at, run(at.first, frame), run(at.second, frame))

        case .call: return call(at, frame)
        case .list: return list(at, frame)
        case .map: return map(at, frame)
        case .all: return all(at, frame)
        case .exists: return exists(at, frame)
        case .existsOne: return existsOne(at, frame)
        case .mapped: return mapped(at, frame)
        case .filter: return filter(at, frame)
        case .transformMap, .transformMapEntry: return transformMap(at, frame)
        case .sortBy: return sortBy(at, frame)
        case .bind:
            frame[Int(at.pointee.number)] = run(at.first, frame)
            return run(at.second, frame)
        case .optionalMap: return optionalMap(at, frame)
        case .or_, .orValue: return orElse(at, frame)
        }
    }

    /// Evaluates a program. Steps and bytes are counted anew; memory is not taken back before `reset()`.
    ///
    /// - Parameters:
    ///   - root: the instruction to begin with; nil: the last one, which is the whole expression. See `Conjunct`.
    ///   - variables: by the index that the environment gave them; must hold all that it declared before the program was
    ///     made. Nil: all are absent.
    /// - Returns: the value; `absent` when the expression is a field that its object lacks; an error or unknown value: see
    ///   `error(of:)`.
    package func evaluate(
        _ program: Program, from root: Int? = nil, _ variables: UnsafePointer<Value>? = nil
    ) -> Value {
        guard let variables else {
            let absent = [Value](repeating: .absent, count: program.variables + 1)
            return absent.withUnsafeBufferPointer { evaluate(program, from: root, $0.baseAddress) }
        }
        let root = UnsafePointer(program.code.baseAddress.unsafelyUnwrapped) + (root ?? program.code.count - 1)
        if program.slots > State.frameSize || state.pointee.isRunning { return evaluateApart(program, root, variables) }
        refill()
        state.pointee.variables = variables
        state.pointee.program = Unmanaged.passUnretained(program)
        state.pointee.isRunning = true
        let result = run(root, state.pointee.frame)
        state.pointee.isRunning = false
        return isOverBudget ? spent(result) : result
    }

    /// Evaluates a program that needs a frame of its own: a large one, or one within another.
    @inline(never)
    private func evaluateApart(
        _ program: Program, _ root: UnsafePointer<Instruction>, _ variables: UnsafePointer<Value>
    ) -> Value {
        let outer = (state.pointee.variables, state.pointee.program)
        refill()
        state.pointee.variables = variables
        state.pointee.program = Unmanaged.passUnretained(program)
        let frame = UnsafeMutablePointer<Value>.allocate(capacity: program.slots + 1)
        let result = run(root, frame)
        frame.deallocate()
        (state.pointee.variables, state.pointee.program) = outer
        return isOverBudget ? spent(result) : result
    }

    private func spent(_ result: Value) -> Value {
        .error(.overBudget, node: result.tag == .error ? result.errorNode : -1)
    }
}
