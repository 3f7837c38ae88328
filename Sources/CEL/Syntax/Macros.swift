/// Calls that the language definition ("Macros") and its extensions define by what they expand to.
extension Parser {
    /// A call as it was written.
    struct Call {
        var function: String
        var name: Range<Int>
        var receiver: Operand?
        var arguments: [Operand]
        var range: Range<Int>

        var kind: ExprNode.Kind {
            .call(function: function, receiver: receiver?.id, arguments: arguments.map(\.id))
        }
    }

    /// - Returns: nil if the call is none of a macro: a macro's name with another number of arguments is a function's.
    mutating func macro(_ call: Call) -> ExprNode.Kind? {
        guard hasMacros else { return nil }
        guard let receiver = call.receiver else { return call.function == "has" ? hasMacro(call) : nil }
        let count = call.arguments.count
        switch call.function {
        case "all": return comprehension(.all, receiver, call, variables: count == 3 ? 2 : 1, counts: 2...3)
        case "exists": return comprehension(.exists, receiver, call, variables: count == 3 ? 2 : 1, counts: 2...3)
        case "exists_one", "existsOne":
            return comprehension(.existsOne, receiver, call, variables: count == 3 ? 2 : 1, counts: 2...3)
        case "map": return comprehension(.map, receiver, call, variables: 1, counts: 2...3)
        case "filter": return comprehension(.filter, receiver, call, variables: 1, counts: 2...2)
        case "sortBy": return comprehension(.sortBy, receiver, call, variables: 1, counts: 2...2)
        case "transformList": return comprehension(.transformList, receiver, call, variables: 2, counts: 3...4)
        case "transformMap": return comprehension(.transformMap, receiver, call, variables: 2, counts: 3...4)
        case "transformMapEntry":
            return comprehension(.transformMapEntry, receiver, call, variables: 2, counts: 3...4)
        case "bind":
            guard count == 3, case .identifier("cel") = nodes[Int(receiver.id)].kind,
                let name = variable(call.arguments[0], of: call)
            else { return nil }
            return .bind(name: name, value: call.arguments[1].id, body: call.arguments[2].id)
        case "optMap", "optFlatMap":
            guard count == 2, let name = variable(call.arguments[0], of: call) else { return nil }
            return .optionalMap(
                operand: receiver.id, name: name, body: call.arguments[1].id, isFlat: call.function == "optFlatMap")
        default: return nil
        }
    }

    private mutating func hasMacro(_ call: Call) -> ExprNode.Kind? {
        guard call.arguments.count == 1 else { return nil }
        let argument = nodes[Int(call.arguments[0].id)]
        if case .select(let operand, let field, isOptional: false) = argument.kind {
            return .has(operand: operand, field: field)
        }
        let help: String =
            switch argument.kind {
            case .select: "`.?` never fails: `has(x.field)` or `x.?field.hasValue()`"
            case .call(function: "_[_]", _, _): "write `key in map`, or `has(x.field)`"
            default: "write `has(x.field)`"
            }
        faults.append(Fault("`has` takes the selection of a field", at: call.arguments[0].range, help: help))
        return nil
    }

    /// - Parameters:
    ///   - variables: how many of the arguments, from the first, are variables.
    ///   - counts: how many arguments there may be; one more than variables and body is a filter.
    private mutating func comprehension(
        _ macro: Comprehension.Macro, _ receiver: Operand, _ call: Call, variables count: Int, counts: ClosedRange<Int>
    ) -> ExprNode.Kind? {
        guard counts.contains(call.arguments.count) else { return nil }
        var variables: [String] = []
        for argument in call.arguments.prefix(count) {
            guard let name = variable(argument, of: call) else { continue }
            if variables.contains(name) {
                faults.append(Fault("`\(call.function)` has two variables `\(name)`", at: argument.range))
            }
            variables.append(name)
        }
        guard variables.count == count else { return nil }
        let rest = call.arguments.dropFirst(count)
        return .comprehension(
            Comprehension(
                macro: macro, range: receiver.id, variables: variables,
                filter: rest.count == 2 ? rest[rest.startIndex].id : nil, body: rest[rest.endIndex - 1].id))
    }

    private mutating func variable(_ argument: Operand, of call: Call) -> String? {
        guard case .identifier(let name) = nodes[Int(argument.id)].kind, name.utf8.first != UInt8(ascii: ".") else {
            faults.append(
                Fault(
                    "`\(call.function)` needs the name of a variable here", at: argument.range,
                    help: call.function == "bind" ? "`cel.bind(x, value, result)`" : "`.\(call.function)(x, …)`"))
            return nil
        }
        guard name != "__result__" else {
            faults.append(Fault("`__result__` is the result of the macro, and no variable", at: argument.range))
            return nil
        }
        return name
    }
}
