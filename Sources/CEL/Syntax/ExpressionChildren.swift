extension Expression {
    /// The nodes that a node is made of, in the order in which they are written.
    package func children(of id: ExprID) -> [ExprID] {
        var children: [ExprID] = []
        self[id].kind.forEachChild { children.append($0) }
        return children
    }
}

extension ExprNode.Kind {
    /// The children in the order in which they are written.
    package func forEachChild(_ body: (ExprID) -> Void) {
        switch self {
        case .literal, .identifier: break
        case .select(let operand, _, _), .has(let operand, _): body(operand)
        case .call(_, let receiver, let arguments):
            if let receiver { body(receiver) }
            arguments.forEach(body)
        case .list(let elements, _): elements.forEach(body)
        case .map(let entries):
            for entry in entries {
                body(entry.key)
                body(entry.value)
            }
        case .structure(_, let fields): for field in fields { body(field.value) }
        case .comprehension(let macro):
            body(macro.range)
            if let filter = macro.filter { body(filter) }
            body(macro.body)
        case .bind(_, let value, let result):
            body(value)
            body(result)
        case .optionalMap(let operand, _, let result, _):
            body(operand)
            body(result)
        }
    }

    /// The same with other children.
    package func mapChildren(_ transform: (ExprID) -> ExprID) -> Self {
        switch self {
        case .literal, .identifier: self
        case .select(let operand, let field, let isOptional):
            .select(operand: transform(operand), field: field, isOptional: isOptional)
        case .has(let operand, let field): .has(operand: transform(operand), field: field)
        case .call(let function, let receiver, let arguments):
            .call(function: function, receiver: receiver.map(transform), arguments: arguments.map(transform))
        case .list(let elements, let optional): .list(elements: elements.map(transform), optional: optional)
        case .map(let entries):
            .map(
                entries: entries.map {
                    .init(key: transform($0.key), value: transform($0.value), isOptional: $0.isOptional)
                })
        case .structure(let name, let fields):
            .structure(
                name: name,
                fields: fields.map { .init(name: $0.name, value: transform($0.value), isOptional: $0.isOptional) })
        case .comprehension(let macro):
            .comprehension(
                Comprehension(
                    macro: macro.macro, range: transform(macro.range), variables: macro.variables,
                    filter: macro.filter.map(transform), body: transform(macro.body)))
        case .bind(let name, let value, let body): .bind(name: name, value: transform(value), body: transform(body))
        case .optionalMap(let operand, let name, let body, let isFlat):
            .optionalMap(operand: transform(operand), name: name, body: transform(body), isFlat: isFlat)
        }
    }
}
