internal import CEL

/// Takes a condition apart into the atoms of a quick test.
struct QuickTestReader {
    let checked: CheckedExpression
    let parameters: ParameterValues
    var atoms: [QuickTest.Atom] = []
    var texts: [UnsafeMutableBufferPointer<UInt8>] = []
    var calls: [QuickCall] = []

    /// - Returns: whether all of it could be read.
    mutating func read(_ id: ExprID, isNegated: Bool) -> Bool {
        guard case .call(let function, let receiver, let arguments) = checked.expression[id].kind else { return false }
        let operands = (receiver.map { [$0] } ?? []) + arguments
        switch function {
        case "_&&_" where !isNegated: return operands.allSatisfy { read($0, isNegated: false) }
        case "_||_" where isNegated: return operands.allSatisfy { read($0, isNegated: true) }
        case "!_": return read(operands[0], isNegated: !isNegated)
        case "filled":
            if let value = source(operands[0]) { return add(.filled, value, .null, isNegated) }
            guard case .call(_, nil, let inner) = checked.expression[operands[0]].kind else { return false }
            return add(.filledCall, call: operands[0], inner, isNegated)
        case "_==_":
            // A required field has an error in place of an absent value, and `!` of that is no yes.
            if isNegated { return false }
            for (value, constant) in [(operands[0], operands[1]), (operands[1], operands[0])] {
                if let constant = literal(constant), let field = scalar(value) {
                    return add(.equals, field, constant, false)
                }
            }
            return false
        case "@in":
            if isNegated { return false }
            if let constant = literal(operands[0]), let list = list(operands[1]) {
                return add(.contains, list, constant, false)
            }
            if let constant = parameterList(operands[1]), let field = scalar(operands[0]) {
                return add(.among, field, constant, false)
            }
            return false
        default:
            guard receiver == nil, checked.types[Int(id)] == .bool else { return false }
            return add(.call, call: id, arguments, isNegated)
        }
    }

    private mutating func add(
        _ kind: QuickTest.Atom.Kind, _ value: QuickTest.Source, _ constant: CELValue, _ isNegated: Bool
    ) -> Bool {
        atoms.append(QuickTest.Atom(kind: kind, isNegated: isNegated, value: value, constant: constant))
        return true
    }

    private mutating func add(
        _ kind: QuickTest.Atom.Kind, call id: ExprID, _ arguments: [ExprID], _ isNegated: Bool
    ) -> Bool {
        // Only functions of our own: they take what the host gives.
        guard case .function(let name, let overloads, _) = checked.references[Int(id)], overloads.count == 1,
            GovernanceLibrary.names.contains(name)
        else { return false }
        var sources: [QuickTest.Source] = []
        for id in arguments { if let source = argument(id) { sources.append(source) } }
        guard sources.count == arguments.count, let call = QuickCall(overloads[0], sources) else { return false }
        calls.append(call)
        atoms.append(
            QuickTest.Atom(
                kind: kind, isNegated: isNegated, value: .constant(.null), call: Unmanaged.passUnretained(call)))
        return true
    }

    // MARK: Values

    private mutating func argument(_ id: ExprID) -> QuickTest.Source? {
        source(id) ?? parameter(id).map { .constant($0) } ?? literal(id).map { .constant($0) }
    }

    /// A variable, or a field of one.
    private func source(_ id: ExprID) -> QuickTest.Source? {
        switch checked.expression[id].kind {
        case .identifier:
            guard case .variable(let index) = checked.references[Int(id)] else { return nil }
            return .variable(index)
        case .select(let operand, _, false):
            guard case .identifier(let name) = checked.expression[operand].kind, name != RuleTypes.params,
                case .variable(let index) = checked.references[Int(operand)],
                case .field(let field) = checked.references[Int(id)]
            else { return nil }
            return .field(field.number, of: index)
        default: return nil
        }
    }

    /// One that is compared by its text or truth: numbers compare across types, which is the evaluator's to do.
    private func scalar(_ id: ExprID) -> QuickTest.Source? {
        let type = checked.types[Int(id)]
        return type == .string || type == .bool ? source(id) : nil
    }

    private func list(_ id: ExprID) -> QuickTest.Source? {
        guard case .field(let number, _) = source(id), FieldForm(number).kind == .scalars else { return nil }
        return source(id)
    }

    private mutating func literal(_ id: ExprID) -> CELValue? {
        switch checked.expression[id].kind {
        case .literal(.bool(let truth)): return .bool(truth)
        case .literal(.string(let text)):
            var text = text
            let copy = text.withUTF8 { utf8 in
                let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: utf8.count)
                _ = copy.initialize(from: utf8)
                return copy
            }
            texts.append(copy)
            return .string(at: UnsafeBufferPointer(copy))
        default: return nil
        }
    }

    private func parameter(_ id: ExprID) -> CELValue? {
        guard case .select(let operand, let name, false) = checked.expression[id].kind,
            case .identifier(RuleTypes.params) = checked.expression[operand].kind,
            let index = parameters.types.firstIndex(where: { $0.name == name })
        else { return nil }
        return parameters.values[index]
    }

    /// A parameter that is a list of texts.
    private func parameterList(_ id: ExprID) -> CELValue? {
        checked.types[Int(id)] == .list(.string) ? parameter(id) : nil
    }
}
