/// Arithmetic (language definition, "Arithmetic"): integers that leave their range are errors, doubles follow IEEE 754.
extension Evaluation {
    @inline(never)
    func add(_ at: UnsafePointer<Instruction>, _ left: Value, _ right: Value) -> Value {
        if left.tag == .int, right.tag == .int {
            let (sum, isTooLarge) = left.asInt.addingReportingOverflow(right.asInt)
            return isTooLarge ? .error(.overflow, node: at.node) : .int(sum)
        }
        if let failure = failure(left, right, at) { return failure }
        return (sum(left, right) ?? noOverload(at, "+", left, right)).located(at.node)
    }

    @inline(never)
    func arithmetic(_ at: UnsafePointer<Instruction>, _ left: Value, _ right: Value) -> Value {
        let result: Value?
        switch at.pointee.opcode {
        case .subtract: result = difference(left, right)
        case .multiply: result = product(left, right)
        case .divide: result = quotient(left, right)
        default: result = remainder(left, right)
        }
        if let result { return result.located(at.node) }
        if let failure = failure(left, right, at) { return failure }
        return noOverload(at, Self.sign(at.pointee.opcode), left, right)
    }

    private static func sign(_ opcode: Instruction.Opcode) -> StaticString {
        switch opcode {
        case .subtract: "-"
        case .multiply: "*"
        case .divide: "/"
        default: "%"
        }
    }

    @inline(never)
    func negate(_ at: UnsafePointer<Instruction>, _ operand: Value) -> Value {
        if let failure = failure(operand, at.first) { return failure }
        return (negative(operand) ?? noOverload(at, "-", operand)).located(at.node)
    }

    /// `a + b`; nil when there is no such overload.
    func sum(_ a: Value, _ b: Value) -> Value? {
        switch (a.tag, b.tag) {
        case (.int, .int): checked(a.asInt.addingReportingOverflow(b.asInt))
        case (.uint, .uint): checked(a.asUInt.addingReportingOverflow(b.asUInt))
        case (.double, .double): .double(a.asDouble + b.asDouble)
        case (.string, .string), (.bytes, .bytes): joined(a, b)
        case (.list, .list), (.list, .hostList), (.hostList, .list), (.hostList, .hostList): appended(a, b)
        default: timeSum(a, b)
        }
    }

    func difference(_ a: Value, _ b: Value) -> Value? {
        switch (a.tag, b.tag) {
        case (.int, .int): checked(a.asInt.subtractingReportingOverflow(b.asInt))
        case (.uint, .uint): checked(a.asUInt.subtractingReportingOverflow(b.asUInt))
        case (.double, .double): .double(a.asDouble - b.asDouble)
        default: timeDifference(a, b)
        }
    }

    func product(_ a: Value, _ b: Value) -> Value? {
        switch (a.tag, b.tag) {
        case (.int, .int): checked(a.asInt.multipliedReportingOverflow(by: b.asInt))
        case (.uint, .uint): checked(a.asUInt.multipliedReportingOverflow(by: b.asUInt))
        case (.double, .double): .double(a.asDouble * b.asDouble)
        default: nil
        }
    }

    /// Integers round towards zero.
    func quotient(_ a: Value, _ b: Value) -> Value? {
        switch (a.tag, b.tag) {
        case (.int, .int), (.uint, .uint):
            if b.bits == 0 { return .error(.divisionByZero) }
            if a.tag == .uint { return .uint(a.asUInt / b.asUInt) }
            return checked(a.asInt.dividedReportingOverflow(by: b.asInt))
        case (.double, .double): return .double(a.asDouble / b.asDouble)
        default: return nil
        }
    }

    /// Has the sign of the left operand.
    func remainder(_ a: Value, _ b: Value) -> Value? {
        switch (a.tag, b.tag) {
        case (.int, .int), (.uint, .uint):
            if b.bits == 0 { return .error(.divisionByZero) }
            if a.tag == .uint { return .uint(a.asUInt % b.asUInt) }
            return checked(a.asInt.remainderReportingOverflow(dividingBy: b.asInt))
        default: return nil
        }
    }

    func negative(_ a: Value) -> Value? {
        switch a.tag {
        case .int: checked(Int64(0).subtractingReportingOverflow(a.asInt))
        case .double: .double(-a.asDouble)
        default: nil
        }
    }

    private func checked(_ result: (partialValue: Int64, overflow: Bool)) -> Value {
        result.overflow ? .error(.overflow) : .int(result.partialValue)
    }

    private func checked(_ result: (partialValue: UInt64, overflow: Bool)) -> Value {
        result.overflow ? .error(.overflow) : .uint(result.partialValue)
    }

    private func joined(_ a: Value, _ b: Value) -> Value {
        if a.extra == 0 { return b }
        if b.extra == 0 { return a }
        let count = Int(a.extra) + Int(b.extra)
        guard charge(steps: count / 64), let copy = allocate(UInt8.self, count) else { return overBudget }
        for (index, byte) in a.utf8.enumerated() { copy[index] = byte }
        for (index, byte) in b.utf8.enumerated() { copy[Int(a.extra) + index] = byte }
        return Value(a.tag, at: UnsafeBufferPointer(start: copy, count: count))
    }

    private func appended(_ a: Value, _ b: Value) -> Value {
        let (left, right) = (count(of: a), count(of: b))
        if right == 0 { return a }
        if left == 0 { return b }
        let count = left + right
        guard charge(steps: count), let copy = allocate(Value.self, count) else { return overBudget }
        var index = 0
        for list in [a, b] {
            forEachElement(of: list) {
                guard index < count else { return false }
                copy[index] = $0
                index += 1
                return true
            }
        }
        return .list(at: UnsafeBufferPointer(start: copy, count: index))
    }
}
