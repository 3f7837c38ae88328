/// Turns an expression into the instructions of a program: operands first, the root last. As deep as the expression, which
/// the parser bounds.
struct Compiler {
    let expression: Expression
    /// Result of the checker; nil for an expression that was not checked: then the environment tells what names mean.
    let checked: CheckedExpression?
    let environment: Environment?

    var code: [Instruction] = []
    /// The most slots that are in use at once.
    private(set) var slots = 0
    /// 1 + the highest index of a variable.
    var variables = 0
    var faults: [Fault] = []
    /// Of the instructions that fail.
    var messages: [String] = []
    var patterns: [ConstantPattern] = []
    var sites: [UnsafeMutablePointer<CallSite>] = []
    /// Memory of the constants.
    let constants = Evaluation()
    /// Variables of the macros around, innermost last, with their slots.
    var scope: [(name: String, slot: Int)] = []
    /// The next free slot.
    var depth = 0 { didSet { slots = max(slots, depth) } }

    init(_ expression: Expression, checked: CheckedExpression?, environment: Environment?) {
        self.expression = expression
        self.checked = checked
        self.environment = environment
    }

    mutating func compileRoot() { compile(expression.root) }

    /// - Returns: the number of the instruction.
    @discardableResult
    mutating func compile(_ id: ExprID) -> Int {
        let node = expression[id]
        if let resolved = resolve(id) { return emit(resolved) }
        switch node.kind {
        case .literal(let literal): return constant(value(literal), id)
        case .identifier(let name): return emit(failing(.undeclared, "undeclared reference to '\(name)'", id))
        case .select(let operand, let field, let isOptional): return select(id, operand, field, isOptional)
        case .has(let operand, let field): return has(id, operand, field)
        case .call(let function, let receiver, let arguments): return call(id, function, receiver, arguments)
        case .list(let elements, let optional): return list(id, elements, optional)
        case .map(let entries): return map(id, entries)
        case .structure(let name, _): return emit(failing(.undeclared, "no such type: \(name)", id))
        case .comprehension(let comprehension): return macro(id, comprehension)
        case .bind(let name, let value, let body):
            return bound(.bind, id, operand: value, name: name, body: body, flag: false)
        case .optionalMap(let operand, let name, let body, let isFlat):
            return bound(.optionalMap, id, operand: operand, name: name, body: body, flag: isFlat)
        }
    }

    /// - Returns: its number.
    @discardableResult
    mutating func emit(_ instruction: Instruction) -> Int {
        code.append(instruction)
        return code.count - 1
    }

    /// An instruction with operands that were emitted before.
    mutating func emit(
        _ opcode: Instruction.Opcode, _ id: ExprID, _ operands: [Int], _ fill: (inout Instruction) -> Void = { _ in }
    ) -> Int {
        var instruction = Instruction(opcode: opcode, node: id)
        let distances = operands.map(distance)
        if distances.count > 0 { instruction.first = distances[0] }
        if distances.count > 1 { instruction.second = distances[1] }
        if distances.count > 2 { instruction.third = distances[2] }
        fill(&instruction)
        return emit(instruction)
    }

    /// From the next instruction to one before it.
    func distance(_ operand: Int) -> Int32 { Int32(operand - code.count) }

    mutating func failing(_ kind: EvaluationError.Kind, _ message: String, _ id: ExprID) -> Instruction {
        messages.append(message)
        return Instruction(
            opcode: .failure, node: id, number: Int32(truncatingIfNeeded: messages.count - 1),
            value: .error(kind, node: id))
    }

    mutating func constant(_ value: Value, _ id: ExprID) -> Int {
        emit(Instruction(opcode: .constant, node: id, value: value))
    }

    /// The value of an instruction that is a constant without error.
    func constant(at number: Int) -> Value? {
        let instruction = code[number]
        return instruction.opcode == .constant ? instruction.value : nil
    }

    private func value(_ literal: Literal) -> Value {
        switch literal {
        case .null: .null
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .uint(let value): .uint(value)
        case .double(let value): .double(value)
        case .string(let text): constants.string(text)
        case .bytes(let bytes): bytes.withUnsafeBufferPointer(constants.bytes(copying:))
        }
    }
}
