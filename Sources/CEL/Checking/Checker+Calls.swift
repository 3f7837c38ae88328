extension Checker {
    mutating func checkCall(_ id: ExprID) -> CELType {
        guard case .call(let function, let receiver, let arguments) = expression[id].kind else { return .error }
        if receiver == nil, let type = logic(id, function, arguments) { return type }
        guard case .function(let name, let isMember) = names.meanings[Int(id)],
            let declaration = environment.functions[name]
        else {
            unknownFunction(id, function, receiver, arguments)
            return .error
        }
        let operands = (isMember ? [receiver].compactMap(\.self) : []) + arguments
        let found = operands.map { types[Int($0)] }
        var result: CELType?
        var fitting: [Overload] = []
        let isKnown = operands.allSatisfy { type($0).isConcrete }
        for overload in declaration.overloads where overload.isMember == isMember && overload.takes(found.count) {
            let signature = relation.instantiate(overload, count: found.count)
            guard relation.assign(found, to: signature.parameters) else { continue }
            fitting.append(overload)
            let next = relation.substituted(signature.result)
            // Several fit what is known: which it is, and with it the type, shows when it is evaluated.
            result = result == nil || result == next ? next : .dyn
            if isKnown { break }
        }
        guard let result else {
            if !operands.contains(where: { type($0) == .error }) {
                noOverload(Mismatch(id: id, name: name, isMember: isMember, operands: operands), declaration)
            }
            return .error
        }
        references[Int(id)] = .function(name: name, overloads: fitting, isMember: isMember)
        return result
    }

    /// `&&`, `||`, `!` and `? :`, whose operands are told apart in messages.
    private mutating func logic(_ id: ExprID, _ function: String, _ arguments: [ExprID]) -> CELType? {
        switch function {
        case "_&&_", "_||_":
            for argument in arguments {
                condition(argument, of: "what `\(function == "_&&_" ? "&&" : "||")` joins")
            }
        case "!_":
            for argument in arguments { condition(argument, of: "what `!` negates") }
        case "_?_:_" where arguments.count == 3:
            condition(arguments[0], of: "the condition before `?`")
            refer(id, function)
            return branches(arguments[1], arguments[2])
        default: return nil
        }
        refer(id, function)
        return .bool
    }

    private mutating func refer(_ id: ExprID, _ function: String) {
        guard let declaration = environment.functions[function] else { return }
        references[Int(id)] = .function(name: function, overloads: declaration.overloads, isMember: false)
    }

    private mutating func branches(_ then: ExprID, _ otherwise: ExprID) -> CELType {
        let result = relation.fresh()
        if relation.assign([types[Int(then)], types[Int(otherwise)]], to: [result, result]) {
            return relation.substituted(result)
        }
        fault(
            "the results of `? :` are \(type(then).withArticle) and \(type(otherwise).withArticle)",
            at: expression[otherwise].range, help: "both have one type; `dyn(…)` around one of them leaves it open")
        return .error
    }
}

extension CELType {
    /// True when nothing is left to be told when it is evaluated: then the first overload that fits is the one.
    fileprivate var isConcrete: Bool {
        switch self {
        case .dyn, .null, .error, .parameter: false
        case .list(let part), .optional(let part): part.isConcrete
        case .map(let key, let value): key.isConcrete && value.isConcrete
        case .opaque(_, let parts): parts.allSatisfy(\.isConcrete)
        default: true
        }
    }
}
