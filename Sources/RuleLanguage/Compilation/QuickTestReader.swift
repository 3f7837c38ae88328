internal import CEL
internal import Patterns

/// Takes a condition apart into the nodes of a quick test.
struct QuickTestReader {
    private let checked: CheckedExpression
    private let parameters: ParameterValues
    private(set) var nodes: [QuickTest.Node] = []
    private(set) var texts: [UnsafeMutableBufferPointer<UInt8>] = []
    private(set) var calls: [QuickCall] = []
    private(set) var patterns: [Pattern] = []
    /// Variables of loops around what is read, each with its index.
    private var loopVariables: [(name: String, index: Int)] = []
    private let firstLoopVariable: Int

    /// As far as a walk has room for variables.
    private static let mostLoops = 3
    static let mostVariables = 16

    init(checked: CheckedExpression, parameters: ParameterValues, firstLoopVariable: Int) {
        self.checked = checked
        self.parameters = parameters
        self.firstLoopVariable = firstLoopVariable
    }

    /// Whether asking can decide anything: where the first question is already the evaluator's, it hardly ever does.
    var isWorthwhile: Bool {
        var index = nodes.count - 1
        while index >= 0 {
            switch nodes[index].kind {
            case .other: return false
            case .and, .or, .not, .exists, .all: index = Int(nodes[index].left)
            default: return true
            }
        }
        return false
    }

    /// - Returns: the index of the node.
    mutating func read(_ id: ExprID) -> Int32 {
        switch checked.expression[id].kind {
        case .call(let function, let receiver, let arguments):
            return call(id, function, (receiver.map { [$0] } ?? []) + arguments, isMember: receiver != nil)
        case .comprehension(let loop): return self.loop(loop)
        default: return add(QuickTest.Node(kind: .other))
        }
    }

    private mutating func add(_ node: QuickTest.Node) -> Int32 {
        nodes.append(node)
        return Int32(nodes.count - 1)
    }

    private mutating func call(_ id: ExprID, _ function: String, _ operands: [ExprID], isMember: Bool) -> Int32 {
        switch function {
        case "_&&_", "_||_":
            let left = read(operands[0])
            let right = read(operands[1])
            return add(QuickTest.Node(kind: function == "_&&_" ? .and : .or, left: left, right: right))
        case "!_":
            let operand = read(operands[0])
            return add(QuickTest.Node(kind: .not, left: operand))
        case "filled":
            if let value = source(operands[0]) { return add(QuickTest.Node(kind: .filled, value: value)) }
            if let node = intrinsic(operands[0], isFilled: true) { return add(node) }
            if let call = ownCall(operands[0]) { return add(QuickTest.Node(kind: .filledCall, call: call)) }
        case "_==_":
            for (value, constant) in [(operands[0], operands[1]), (operands[1], operands[0])] {
                if let field = scalar(value), let constant = literal(constant) {
                    return add(QuickTest.Node(kind: .equals, value: field, constant: constant))
                }
            }
        case "@in":
            if let list = list(operands[1]), let constant = literal(operands[0]) {
                return add(QuickTest.Node(kind: .contains, value: list, constant: constant))
            }
            guard let constant = parameterList(operands[1]) else { break }
            if let field = scalar(operands[0]) {
                return add(QuickTest.Node(kind: .among, value: field, constant: constant))
            }
            if let field = lowered(operands[0]) {
                return add(QuickTest.Node(kind: .amongLowered, value: field, constant: constant))
            }
        case "startsWith", "endsWith":
            guard isMember, let value = scalar(operands[0]), let word = literal(operands[1]) else { break }
            return add(
                QuickTest.Node(kind: function == "startsWith" ? .startsWith : .endsWith, value: value, constant: word))
        case "matches":
            guard isMember, let value = scalar(operands[0]), let pattern = pattern(operands[1]) else { break }
            return add(QuickTest.Node(kind: .matches, value: value, pattern: pattern))
        case "_>_", "_>=_", "_<_", "_<=_":
            if let count = parameterCount(operands[0]),
                case .literal(.int(let bound)) = checked.expression[operands[1]].kind
            {
                let holds =
                    switch function {
                    case "_>_": count > bound
                    case "_>=_": count >= bound
                    case "_<_": count < bound
                    default: count <= bound
                    }
                return add(QuickTest.Node(kind: holds ? .always : .never))
            }
            guard let value = sized(operands[0]), case .literal(.int(let bound)) = checked.expression[operands[1]].kind
            else { break }
            let kinds: [String: QuickTest.Node.Kind] = [
                "_>_": .sizeMore, "_>=_": .sizeAtLeast, "_<_": .sizeLess, "_<=_": .sizeAtMost,
            ]
            return add(QuickTest.Node(kind: kinds[function] ?? .other, value: value, constant: .int(bound)))
        default:
            if let node = intrinsic(id, isFilled: false) { return add(node) }
            if !isMember, checked.types[Int(id)] == .bool, let call = ownCall(id) {
                return add(QuickTest.Node(kind: .call, call: call))
            }
        }
        return add(QuickTest.Node(kind: .other))
    }

    /// - Parameter isFilled: whether the call stands in `filled(…)`.
    private func intrinsic(_ id: ExprID, isFilled: Bool) -> QuickTest.Node? {
        guard case .call(_, nil, let arguments) = checked.expression[id].kind, let first = arguments.first,
            case .function(_, let overloads, _) = checked.references[Int(id)], overloads.count == 1,
            let value = source(first)
        else { return nil }
        var node = QuickTest.Node(kind: .intrinsic, value: value)
        switch (overloads[0].id, isFilled) {
        case ("isPersonal", false): node.intrinsic = .personal
        case ("personalData", true): node.intrinsic = .personalData
        case ("personalData_names", true):
            // A list of one's own is the function's to look through.
            guard let names = parameter(arguments[1]), names.extra == 0 else { return nil }
            node.intrinsic = .personalData
        case ("specialCategory", true): node.intrinsic = .special
        case ("isReservedWord_property", false): node.intrinsic = .reserved
        case ("classificationRank", true):
            // Without a value the function has none either, and that is no answer.
            guard case .field(let number, _) = value, FieldForm(number).kind == .string else { return nil }
            node.intrinsic = .ranked
        case ("case_element_style", false):
            guard let style = parameter(arguments[1]), style.tag == .string, let known = NameStyle(named: style.utf8)
            else {
                return nil
            }
            node.intrinsic = .style
            node.constant = CELValue(.uint, bits: UInt64(known.bit))
        default: return nil
        }
        return node
    }

    private mutating func loop(_ loop: Comprehension) -> Int32 {
        guard loop.macro == .exists || loop.macro == .all, loop.variables.count == 1,
            loopVariables.count < Self.mostLoops, Self.isList(checked.types[Int(loop.range)])
        else { return add(QuickTest.Node(kind: .other)) }
        var node = QuickTest.Node(kind: loop.macro == .exists ? .exists : .all)
        if let value = source(loop.range) ?? parameter(loop.range).map({ .constant($0) }) {
            node.value = value
        } else if let call = ownCall(loop.range) {
            node.call = call
        } else {
            return add(QuickTest.Node(kind: .other))
        }
        let index = firstLoopVariable + loopVariables.count
        node.variable = Int32(index)
        loopVariables.append((loop.variables[0], index))
        node.left = read(loop.body)
        loopVariables.removeLast()
        return add(node)
    }

    private static func isList(_ type: CELType) -> Bool {
        if case .list = type { true } else { false }
    }

    /// A call of one of our own functions: they take what the host gives.
    private mutating func ownCall(_ id: ExprID) -> Unmanaged<QuickCall>? {
        guard case .call(_, nil, let arguments) = checked.expression[id].kind,
            case .function(let name, let overloads, _) = checked.references[Int(id)], overloads.count == 1,
            GovernanceLibrary.names.contains(name)
        else { return nil }
        var sources: [QuickTest.Source] = []
        for argument in arguments {
            guard let source = source(argument) ?? constant(argument).map({ .constant($0) }) else { return nil }
            sources.append(source)
        }
        guard let call = QuickCall(overloads[0], sources) else { return nil }
        calls.append(call)
        return Unmanaged.passUnretained(call)
    }

    // MARK: Values

    /// A variable, a field of one, or a field of such a field.
    private func source(_ id: ExprID) -> QuickTest.Source? {
        switch checked.expression[id].kind {
        case .identifier: return variable(id).map { .variable($0) }
        case .select(let operand, _, false):
            guard case .field(let field) = checked.references[Int(id)] else { return nil }
            if let index = variable(operand) { return .field(field.number, of: index) }
            guard case .select(let root, _, false) = checked.expression[operand].kind, let index = variable(root),
                case .field(let holder) = checked.references[Int(operand)]
            else { return nil }
            return .nested(field.number, in: holder.number, of: index)
        default: return nil
        }
    }

    private func variable(_ id: ExprID) -> Int? {
        guard case .identifier(let name) = checked.expression[id].kind else { return nil }
        if let loop = loopVariables.last(where: { $0.name == name }) { return loop.index }
        guard name != RuleTypes.params, case .variable(let index) = checked.references[Int(id)] else { return nil }
        return index
    }

    /// One that is compared by its text or truth: numbers compare across types, which is the evaluator's to do.
    private func scalar(_ id: ExprID) -> QuickTest.Source? {
        let type = checked.types[Int(id)]
        return type == .string || type == .bool ? source(id) : nil
    }

    private func list(_ id: ExprID) -> QuickTest.Source? {
        switch source(id) {
        case .field(let number, let variable) where FieldForm(number).kind == .scalars: .field(number, of: variable)
        default: nil
        }
    }

    /// The text behind `x.size()` or `size(x)`.
    private func sized(_ id: ExprID) -> QuickTest.Source? {
        guard case .call("size", let receiver, let arguments) = checked.expression[id].kind,
            let operand = receiver ?? arguments.first, checked.types[Int(operand)] == .string
        else { return nil }
        return source(operand)
    }

    /// How many items the list has in `size(params.list)`.
    private func parameterCount(_ id: ExprID) -> Int64? {
        guard case .call("size", let receiver, let arguments) = checked.expression[id].kind,
            let operand = receiver ?? arguments.first, let value = parameter(operand), value.tag == .list
        else { return nil }
        return Int64(value.extra)
    }

    private mutating func pattern(_ id: ExprID) -> Unmanaged<Pattern>? {
        guard case .literal(.string(let regex)) = checked.expression[id].kind, let pattern = try? Pattern(regex) else {
            return nil
        }
        patterns.append(pattern)
        return Unmanaged.passUnretained(pattern)
    }

    /// The text behind `x.lowerAscii()`.
    private func lowered(_ id: ExprID) -> QuickTest.Source? {
        guard case .call("lowerAscii", let receiver?, _) = checked.expression[id].kind else { return nil }
        return scalar(receiver)
    }

    private mutating func constant(_ id: ExprID) -> CELValue? { parameter(id) ?? literal(id) }

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
