/// Meanings of names: variables, variables of macros, types, fields.
extension Compiler {
    /// Reference that the checker found for a node.
    func reference(_ id: ExprID) -> CheckedExpression.Reference? {
        guard let checked, checked.references.indices.contains(Int(id)) else { return nil }
        return checked.references[Int(id)]
    }

    /// A node that stands for a variable or a type: a name, or a selection that is a qualified name.
    mutating func resolve(_ id: ExprID) -> Instruction? {
        switch reference(id) {
        case .variable(let index): return variable(index, id)
        case .type(let type): return Instruction(opcode: .constant, node: id, value: typeValue(type))
        case .field, .function: return nil
        case nil: break
        }
        if case .identifier(let name) = expression[id].kind,
            let slot = scope.last(where: { $0.name == name })?.slot
        {
            return Instruction(opcode: .local, node: id, number: Int32(slot))
        }
        guard checked == nil, let environment, let name = qualifiedName(id) else { return nil }
        for candidate in candidates(name) {
            if let known = environment.variables[candidate] { return variable(known.index, id) }
            if let type = Self.types[candidate] {
                return Instruction(opcode: .constant, node: id, value: typeValue(type))
            }
        }
        return nil
    }

    private mutating func variable(_ index: Int, _ id: ExprID) -> Instruction {
        variables = max(variables, index + 1)
        return Instruction(opcode: .variable, node: id, number: Int32(truncatingIfNeeded: index))
    }

    /// `a.b.c` written out; nil for anything else, and when `a` is a macro's variable.
    func qualifiedName(_ id: ExprID) -> String? {
        switch expression[id].kind {
        case .identifier(let name): scope.contains { $0.name == name } ? nil : name
        case .select(let operand, let field, isOptional: false): qualifiedName(operand).map { "\($0).\(field)" }
        default: nil
        }
    }

    /// The names that one can stand for in the container, the innermost first (language definition, "Name Resolution").
    func candidates(_ name: String) -> [String] {
        if name.hasPrefix(".") { return [String(name.dropFirst())] }
        var container = environment?.container ?? ""
        var candidates: [String] = []
        while !container.isEmpty {
            candidates.append("\(container).\(name)")
            container = container.lastIndex(of: ".").map { String(container[..<$0]) } ?? ""
        }
        return candidates + [name]
    }

    func typeValue(_ type: CELType) -> Value {
        let name =
            switch type {
            case .null: "null_type"
            case .list: "list"
            case .map: "map"
            case .type: "type"
            case .optional: "optional_type"
            case .timestamp: "google.protobuf.Timestamp"
            case .duration: "google.protobuf.Duration"
            case .opaque(let name, _): name
            default: type.description
            }
        var value = constants.string(name)
        value.tag = .type
        return value
    }

    /// The types that have a name as values.
    static let types: [String: CELType] = [
        "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
        "null_type": .null, "list": .list(.dyn), "map": .map(.dyn, .dyn), "type": .type(.dyn),
        "optional_type": .optional(.dyn), "google.protobuf.Timestamp": .timestamp,
        "google.protobuf.Duration": .duration,
    ]
}
