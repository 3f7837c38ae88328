/// Logic and relations: what the evaluator's inner loop leaves to do when operands are not the usual ones.
extension Evaluation {
    /// `&&` and `||` when an operand is no bool: the other one can decide alone (language definition, "Logical Operators").
    @inline(never)
    func settle(_ at: UnsafePointer<Instruction>, _ left: Value, _ right: Value, decided: Bool) -> Value {
        if right.tag == .bool, right.asBool == decided { return right }
        if let failure = failure(left, right, at) { return failure }
        return noOverload(at, decided ? "||" : "&&", left, right)
    }

    @inline(never)
    func equal(_ at: UnsafePointer<Instruction>, _ left: Value, _ right: Value) -> Value {
        if left.isError || right.isError { return failure(left, right, at) ?? .false }
        return .bool(isEqual(left, right))
    }

    @inline(never)
    func unequal(_ at: UnsafePointer<Instruction>, _ left: Value, _ right: Value) -> Value {
        failure(left, right, at) ?? .bool(!isEqual(left, right))
    }

    @inline(never)
    func order(_ at: UnsafePointer<Instruction>, _ left: Value, _ right: Value) -> Value {
        let order: Int
        if left.tag == .int, right.tag == .int {
            order = left.asInt < right.asInt ? -1 : left.asInt == right.asInt ? 0 : 1
        } else if let found = Comparison.operatorOrder(left, right) {
            if left.extra > 256, left.tag == .string || left.tag == .bytes {
                charge(steps: Int(min(left.extra, right.extra)) / 64)
            }
            order = found
        } else {
            if let failure = failure(left, right, at) { return failure }
            // NaN.
            if left.isNumber, right.isNumber { return .false }
            return noOverload(at, Self.sign(of: at.pointee.opcode), left, right)
        }
        switch at.pointee.opcode {
        case .less: return .bool(order < 0)
        case .lessOrEqual: return .bool(order <= 0)
        case .greater: return .bool(order > 0)
        default: return .bool(order >= 0)
        }
    }

    private static func sign(of opcode: Instruction.Opcode) -> StaticString {
        switch opcode {
        case .less: "<"
        case .lessOrEqual: "<="
        case .greater: ">"
        default: ">="
        }
    }

    @inline(never)
    func inside(_ at: UnsafePointer<Instruction>, _ element: Value, _ collection: Value) -> Value {
        if element.isError || collection.isError { return failure(element, collection, at) ?? .false }
        if element.tag == .absent || collection.tag == .absent { return .false }
        return contains(element, in: collection).map(Value.bool) ?? noOverload(at, "in", element, collection)
    }

    /// True when a list has an element, or a map a key; nil for anything else.
    func contains(_ element: Value, in collection: Value) -> Bool? {
        switch collection.tag {
        case .list:
            if element.tag == .string {
                for other in collection.elements where other.tag == .string && Equality.isSameText(element, other) {
                    return true
                }
                charge(steps: Int(collection.extra))
                return false
            }
            return hasElement(element, collection)
        case .hostList: return hasElement(element, collection)
        case .map, .hostMap: return value(of: element, in: collection) != nil
        default: return nil
        }
    }

    private func hasElement(_ element: Value, _ list: Value) -> Bool {
        var cursor = ElementCursor()
        while let other = next(in: list, &cursor) {
            guard charge(steps: 1) else { return false }
            if other.tag == .string, element.tag == .string {
                if Equality.isSameText(element, other) { return true }
            } else if isEqual(element, other) {
                return true
            }
        }
        return false
    }

    /// In a constant list of strings.
    @inline(never)
    func insideConstant(_ at: UnsafePointer<Instruction>, _ element: Value) -> Value {
        if element.isError { return element }
        guard element.tag == .string else { return .false }
        return .bool(at.pointee.value.mapContent.find(element) != nil)
    }
}
