/// One of the operands of `a && b && …` at the top of a program: where it is false the whole is, whatever the others give.
package struct Conjunct: Sendable {
    /// Number of its instruction, from which it can be evaluated alone.
    package let root: Int
    /// A bit for each variable that it reads; those from the 64th on share the last bit.
    package let variables: UInt64
    /// Number of its instructions.
    package let size: Int
    /// Functions of libraries and hosts, and loops: the rest needs no host but for fields.
    package let isPlain: Bool
}

extension Program {
    /// The conditions that must all be true, from left to right; of an expression that is no `&&` itself alone.
    package var conjuncts: [Conjunct] {
        var found: [Conjunct] = []
        // Operands stand before their operation, so that each takes a run of instructions.
        var pending = [0..<code.count]
        while let part = pending.popLast() {
            let root = part.upperBound - 1
            guard root >= 0 else { continue }
            let instruction = code[root]
            if instruction.opcode == .and {
                let left = root + Int(instruction.first)
                pending += [left + 1..<root, part.lowerBound..<left + 1]
            } else {
                found.append(conjunct(part))
            }
        }
        return found
    }

    private func conjunct(_ part: Range<Int>) -> Conjunct {
        var variables: UInt64 = 0
        var isPlain = true
        for instruction in code[part] {
            switch instruction.opcode {
            case .variable: variables |= Self.bit(instruction.number)
            case .variableField: variables |= Self.bit(instruction.cost)
            case .call, .all, .exists, .existsOne, .mapped, .filter, .transformMap, .transformMapEntry, .sortBy:
                isPlain = false
            default: break
            }
        }
        return Conjunct(root: part.upperBound - 1, variables: variables, size: part.count, isPlain: isPlain)
    }

    private static func bit(_ variable: Int32) -> UInt64 { 1 << UInt64(min(variable, 63)) }
}
