/// Fields, collections and macros.
extension Compiler {
    mutating func select(_ id: ExprID, _ operand: ExprID, _ field: String, _ isOptional: Bool) -> Int {
        let place = compile(operand)
        if case .field(let declaration) = reference(id) {
            let number = Int32(truncatingIfNeeded: declaration.number)
            if !isOptional, code[place].opcode == .variable {
                // The variable's own instruction is left out: this one stands for both.
                let variable = code.removeLast().number
                return emit(Instruction(opcode: .variableField, node: id, number: number, cost: variable))
            }
            return emit(isOptional ? .optionalField : .field, id, [place]) { $0.number = number }
        }
        let name = constants.string(field)
        return emit(isOptional ? .optionalSelect : .select, id, [place]) { $0.value = name }
    }

    mutating func has(_ id: ExprID, _ operand: ExprID, _ field: String) -> Int {
        let place = compile(operand)
        if case .field(let declaration) = reference(id) {
            return emit(.hasField, id, [place]) { $0.number = Int32(truncatingIfNeeded: declaration.number) }
        }
        let name = constants.string(field)
        return emit(.has, id, [place]) { $0.value = name }
    }

    mutating func list(_ id: ExprID, _ elements: [ExprID], _ optional: Set<Int>) -> Int {
        let start = code.count
        let places = elements.map { compile($0) }
        let values = places.compactMap { constant(at: $0) }
        if optional.isEmpty, values.count == places.count {
            let value = constants.list(values)
            if !value.isError {
                code.removeSubrange(start...)
                return constant(value, id)
            }
        }
        return collection(.list, id, places.enumerated().map { ($1, optional.contains($0)) })
    }

    mutating func map(_ id: ExprID, _ entries: [ExprNode.MapEntry]) -> Int {
        let start = code.count
        var places: [(Int, Bool)] = []
        for entry in entries {
            places.append((compile(entry.key), entry.isOptional))
            places.append((compile(entry.value), entry.isOptional))
        }
        let values = places.compactMap { constant(at: $0.0) }
        if values.count == places.count, !entries.contains(where: \.isOptional) {
            let pairs = stride(from: 0, to: values.count, by: 2).map { (key: values[$0], value: values[$0 + 1]) }
            let value = constants.map(pairs)
            if !value.isError {
                code.removeSubrange(start...)
                return constant(value, id)
            }
        }
        return collection(.map, id, places)
    }

    private mutating func collection(_ opcode: Instruction.Opcode, _ id: ExprID, _ places: [(Int, Bool)]) -> Int {
        guard let operands = constants.allocate(Instruction.Operand.self, places.count) else {
            return emit(failing(.overBudget, "the expression is too long", id))
        }
        for (index, place) in places.enumerated() {
            (operands + index).initialize(to: .init(distance: distance(place.0), isOptional: place.1))
        }
        return emit(opcode, id, []) {
            $0.number = Int32(truncatingIfNeeded: places.count)
            $0.value = Value(.null, bits: UInt64(UInt(bitPattern: operands)))
        }
    }

    mutating func macro(_ id: ExprID, _ macro: Comprehension) -> Int {
        let range = compile(macro.range)
        let base = depth
        let names = macro.variables
        depth = base + names.count
        scope += names.enumerated().map { ($1, base + $0) }
        let start = code.count
        let filter = macro.filter.map { compile($0) }
        let body = compile(macro.body)
        scope.removeLast(names.count)
        depth = base
        let cost = code.count - start + 1
        let opcode: Instruction.Opcode =
            switch macro.macro {
            case .all: .all
            case .exists: .exists
            case .existsOne: .existsOne
            case .map, .transformList: .mapped
            case .filter: .filter
            case .transformMap: .transformMap
            case .transformMapEntry: .transformMapEntry
            case .sortBy: .sortBy
            }
        return emit(opcode, id, [range, body] + (filter.map { [$0] } ?? [])) {
            $0.number = Int32(truncatingIfNeeded: base)
            $0.flag = names.count == 2
            $0.cost = Int32(truncatingIfNeeded: cost)
        }
    }

    mutating func bound(
        _ opcode: Instruction.Opcode, _ id: ExprID, operand: ExprID, name: String, body: ExprID, flag: Bool
    ) -> Int {
        let value = compile(operand)
        let slot = depth
        depth = slot + 1
        scope.append((name, slot))
        let place = compile(body)
        scope.removeLast()
        depth = slot
        return emit(opcode, id, [value, place]) {
            $0.number = Int32(truncatingIfNeeded: slot)
            $0.flag = flag
        }
    }
}
