internal import Synchronization

/// Functions that the programs of an image call, and the memory of their constants: what the programs share. Texts stay
/// where they lie, in the image.
package final class ProgramImage: @unchecked Sendable {
    private let names: [(function: String, overload: String)]
    private let libraries: () -> [Library]
    private let lock = Mutex(())
    // Below the lock.
    private var overloads: [Overload?]
    private let constants = Evaluation()

    /// - Parameters:
    ///   - names: as `OverloadNames` has written them.
    ///   - libraries: where they are looked up, once a program is read that calls one.
    package init(_ names: inout ImageReader, libraries: @escaping @Sendable () -> [Library]) {
        self.names = names.list { (function: $0.string(), overload: $0.string()) }
        self.libraries = libraries
        overloads = Array(repeating: nil, count: self.names.count)
    }

    /// Reads a program as `Program.write` has written it.
    package func program(_ image: inout ImageReader) -> Program { lock.withLock { _ in read(&image) } }

    private func read(_ image: inout ImageReader) -> Program {
        let slots = image.number()
        let variables = image.number()
        let messages = image.list { $0.string() }
        var code: [Instruction] = []
        let count = image.count()
        code.reserveCapacity(count)
        var patterns: [ConstantPattern] = []
        var sites: [UnsafeMutablePointer<CallSite>] = []
        for number in 0..<count {
            var instruction = Self.instruction(&image)
            assert(instruction.areOperandsWithin(number))
            switch instruction.opcode.content {
            case .none: break
            case .value: instruction.value = value(&image)
            case .pattern:
                let pattern = ConstantPattern(image.string())
                patterns.append(pattern)
                instruction.value = pattern.value
            case .operands:
                let count = image.count()
                guard count == Int(instruction.number), let operands = allocate(Instruction.Operand.self, count)
                else { preconditionFailure("the rules in the program are damaged: a list of another length") }
                for index in 0..<count {
                    let word = image.number()
                    assert(-number..<0 ~= word >> 1)
                    let operand = Instruction.Operand(distance: Int32(word >> 1), isOptional: word & 1 != 0)
                    (operands + index).initialize(to: operand)
                }
                instruction.value = Value(.null, bits: UInt64(UInt(bitPattern: operands)))
            case .site:
                let site = site(&image, number)
                sites.append(site)
                instruction.value = Value(.null, bits: UInt64(UInt(bitPattern: site)))
            }
            code.append(instruction)
        }
        if code.isEmpty { preconditionFailure("the rules in the program are damaged: a program without instructions") }
        return Program(
            code: code, slots: slots, variables: variables, types: NoTypes(), messages: messages, faults: [],
            ranges: [], constants: constants, patterns: patterns, sites: sites)
    }

    private static func instruction(_ image: inout ImageReader) -> Instruction {
        let word = image.number()
        guard let opcode = Instruction.Opcode(rawValue: UInt8(truncatingIfNeeded: word >> 1)) else {
            preconditionFailure("the rules in the program are damaged: an unknown instruction")
        }
        return Instruction(
            opcode: opcode, flag: word & 1 != 0, node: ExprID(image.number()), first: Int32(image.number()),
            second: Int32(image.number()), third: Int32(image.number()), number: Int32(image.number()),
            cost: Int32(image.number()))
    }

    private func site(_ image: inout ImageReader, _ number: Int) -> UnsafeMutablePointer<CallSite> {
        let name = image.string()
        let arguments = image.list { Int32($0.number()) }
        assert(arguments.allSatisfy { -number..<0 ~= Int($0) })
        let candidates = image.list { image in
            let overload = overload(image.number())
            return CallSite.Candidate(overload, count: arguments.count, proven: image.bits())
        }
        return CallSite.make(name, candidates, arguments)
    }

    private func overload(_ number: Int) -> Overload {
        guard overloads.indices.contains(number) else {
            preconditionFailure("the rules in the program are damaged: a function without a name")
        }
        if let known = overloads[number] { return known }
        let name = names[number]
        for library in libraries() {
            for function in library.functions where function.name == name.function {
                guard let found = function.overloads.first(where: { $0.id == name.overload }) else { continue }
                overloads[number] = found
                return found
            }
        }
        preconditionFailure("the rules in the program are damaged: a function that is no more")
    }

    private func value(_ image: inout ImageReader) -> Value {
        guard let tag = Value.Tag(rawValue: UInt8(truncatingIfNeeded: image.number())) else {
            preconditionFailure("the rules in the program are damaged: a value of an unknown type")
        }
        switch tag {
        case .string, .bytes, .type: return Value(tag, at: image.utf8())
        case .list:
            let count = image.count()
            guard let elements = allocate(Value.self, count) else {
                preconditionFailure("the rules in the program are damaged: a list without end")
            }
            for index in 0..<count { (elements + index).initialize(to: value(&image)) }
            return .list(at: UnsafeBufferPointer(start: elements, count: count))
        case .map:
            let count = image.count()
            var map = MapBuilder(capacity: count)
            for _ in 0..<count {
                let key = value(&image)
                if map.insert(key, value(&image), constants) != nil {
                    preconditionFailure("the rules in the program are damaged: a key that is none")
                }
            }
            return map.finish(constants)
        case .error: return .error(EvaluationError.Kind(rawValue: UInt8(image.number())) ?? .other)
        default: return Value(tag, bits: image.bits(), extra: UInt32(image.number()))
        }
    }

    private func allocate<T>(_ type: T.Type, _ count: Int) -> UnsafeMutablePointer<T>? {
        constants.refill()
        return constants.allocate(type, count)
    }
}

extension Instruction {
    /// Operands lie before the instruction.
    fileprivate func areOperandsWithin(_ number: Int) -> Bool {
        [first, second, third].allSatisfy { -number...0 ~= Int($0) }
    }
}
