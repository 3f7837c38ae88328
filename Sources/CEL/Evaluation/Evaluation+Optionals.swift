/// Optional types: what evaluates only the operands it needs.
extension Evaluation {
    @inline(never)
    func optionalMap(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        let operand = run(at.first, frame)
        switch operand.tag {
        case .optionalNone: return operand
        case .optionalSome:
            frame[Int(at.pointee.number)] = operand.held
            let body = run(at.second, frame)
            if let failure = failure(body, at.second) { return failure }
            guard at.pointee.flag else { return optional(body) }
            return body.isOptional ? body : noOverload(at.second, "optFlatMap", body)
        default:
            return failure(operand, at.first) ?? noOverload(at, at.pointee.flag ? "optFlatMap" : "optMap", operand)
        }
    }

    /// `a.or(b)` and `a.orValue(b)`: `b` is evaluated only when `a` is none.
    @inline(never)
    func orElse(_ at: UnsafePointer<Instruction>, _ frame: UnsafeMutablePointer<Value>) -> Value {
        let isValue = at.pointee.opcode == .orValue
        let operand = run(at.first, frame)
        switch operand.tag {
        case .optionalSome: return isValue ? operand.held : operand
        case .optionalNone:
            let other = run(at.second, frame)
            if let failure = failure(other, at.second) { return failure }
            return isValue || other.isOptional ? other : noOverload(at, "or", operand, other)
        default: return failure(operand, at.first) ?? noOverload(at, isValue ? "orValue" : "or", operand)
        }
    }
}
