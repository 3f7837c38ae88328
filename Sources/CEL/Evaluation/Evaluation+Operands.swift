/// Errors for operands that an operation cannot take.
extension Evaluation {
    /// Error for what the compiler found to be impossible.
    @inline(never)
    func failure(_ at: UnsafePointer<Instruction>) -> Value {
        let message = state.pointee.program?.takeUnretainedValue().messages[Int(at.pointee.number)]
        return error(at.pointee.value.errorKind, message).located(at.node)
    }

    /// An operand that is an error passes through; one that is absent is an error.
    @inline(never)
    func failure(_ operand: Value, _ at: UnsafePointer<Instruction>) -> Value? {
        switch operand.tag {
        case .error: operand.located(at.node)
        case .unknown: operand
        case .absent: .error(.absent, node: at.node)
        default: nil
        }
    }

    /// Of two operands: what is unknown goes before what is wrong.
    @inline(never)
    func failure(_ left: Value, _ right: Value, _ at: UnsafePointer<Instruction>) -> Value? {
        if right.tag == .unknown, left.tag != .unknown { return right }
        return failure(left, at.first) ?? failure(right, at.second)
    }

    @inline(never)
    func noOverload(
        _ at: UnsafePointer<Instruction>, _ name: StaticString, _ operand: Value, _ other: Value? = nil
    ) -> Value {
        noOverload(at.node, name.description, other.map { [operand, $0] } ?? [operand])
    }

    @inline(never)
    func noOverload(_ node: ExprID, _ name: String, _ operands: [Value]) -> Value {
        let types = operands.map { text(of: typeName(of: $0)) }.joined(separator: ", ")
        return error(.noSuchOverload, "no such overload: \(name)(\(types))").located(node)
    }

    /// The value of `type(x)`.
    package func typeName(of value: Value) -> Value {
        switch value.tag {
        case .null: .type("null_type")
        case .bool: .type("bool")
        case .int: .type("int")
        case .uint: .type("uint")
        case .double: .type("double")
        case .string: .type("string")
        case .bytes: .type("bytes")
        case .timestamp: .type("google.protobuf.Timestamp")
        case .duration: .type("google.protobuf.Duration")
        case .list, .hostList: .type("list")
        case .map, .hostMap: .type("map")
        case .optionalNone, .optionalSome: .type("optional_type")
        case .type: .type("type")
        case .object, .opaque: .type(host.typeName(of: value))
        case .absent: .type("absent")
        case .unknown: .type("unknown")
        case .error: .type("error")
        }
    }
}
