internal import Patterns

/// The functions on texts that rules call most.
extension Evaluation {
    @inline(never)
    func size(_ at: UnsafePointer<Instruction>, _ operand: Value) -> Value {
        size(of: operand) ?? failure(operand, at.first) ?? noOverload(at, "size", operand)
    }

    /// Scalars of a string, bytes, elements, entries; nil for what has no size.
    func size(of value: Value) -> Value? {
        switch value.tag {
        case .string:
            if value.extra > 256 { charge(steps: Int(value.extra) / 64) }
            // Every byte but those that continue a scalar.
            var count: Int64 = 0
            for byte in value.utf8 where byte & 0xc0 != 0x80 { count &+= 1 }
            return .int(count)
        case .bytes: return .int(Int64(value.extra))
        case .list, .hostList, .map, .hostMap: return .int(Int64(count(of: value)))
        default: return nil
        }
    }

    @inline(never)
    func search(_ at: UnsafePointer<Instruction>, _ text: Value, _ part: Value) -> Value {
        guard text.tag == .string, part.tag == .string else {
            if let failure = failure(text, part, at) { return failure }
            let name: StaticString =
                at.pointee.opcode == .contains
                ? "contains" : at.pointee.opcode == .startsWith ? "startsWith" : "endsWith"
            return noOverload(at, name, text, part)
        }
        switch at.pointee.opcode {
        case .startsWith: return .bool(hasPrefix(text, part))
        case .endsWith: return .bool(hasSuffix(text, part))
        default: return .bool(contains(text, part))
        }
    }

    func hasPrefix(_ text: Value, _ part: Value) -> Bool {
        part.extra <= text.extra && Equality.isSameText(Value(.string, bits: text.bits, extra: part.extra), part)
    }

    func hasSuffix(_ text: Value, _ part: Value) -> Bool {
        guard part.extra <= text.extra else { return false }
        let start = text.bits &+ UInt64(text.extra - part.extra)
        return Equality.isSameText(Value(.string, bits: start, extra: part.extra), part)
    }

    func contains(_ text: Value, _ part: Value) -> Bool {
        guard part.extra > 0 else { return true }
        guard part.extra <= text.extra else { return false }
        charge(steps: Int(text.extra) / 16)
        return TextSearch(part.utf8).first(in: text.utf8) != nil
    }

    @inline(never)
    func matchesConstant(_ at: UnsafePointer<Instruction>, _ text: Value) -> Value {
        guard text.tag == .string, let place = UnsafeRawPointer(bitPattern: UInt(at.pointee.value.bits)) else {
            return failure(text, at.first) ?? noOverload(at, "matches", text)
        }
        charge(steps: Int(text.extra) / 16)
        return Unmanaged<ConstantPattern>.fromOpaque(place)._withUnsafeGuaranteedRef {
            .bool($0.isFound(in: text.utf8))
        }
    }

    @inline(never)
    func matches(_ at: UnsafePointer<Instruction>, _ text: Value, _ pattern: Value) -> Value {
        guard text.tag == .string, pattern.tag == .string else {
            return failure(text, pattern, at) ?? noOverload(at, "matches", text, pattern)
        }
        return matches(text, pattern).located(at.node)
    }

    /// True when a pattern known only now matches anywhere in a text; an error when it does not compile.
    func matches(_ text: Value, _ pattern: Value) -> Value {
        // The budget must not depend on what was evaluated before: whether the pattern is at hand makes no difference.
        let size = PatternSize.estimate(pattern.utf8)
        guard charge(steps: Int(text.extra) / 16 + (size + Int(pattern.extra)) * PatternCache.cost) else {
            return overBudget
        }
        do throws(Pattern.Unusable) {
            return .bool(try state.pointee.patterns.pattern(pattern.utf8).isFound(in: text.utf8))
        } catch {
            return self.error(.invalidArgument, "the pattern does not compile: \(error.reason)")
        }
    }
}

extension Evaluation {
    /// The texts of a pattern's groups where it matches first, of a pattern without groups the whole match; an empty list
    /// where it does not match.
    func captures(_ text: Value, _ pattern: Value) -> Value {
        let size = PatternSize.estimate(pattern.utf8)
        guard charge(steps: Int(text.extra) + (size + Int(pattern.extra)) * PatternCache.cost) else {
            return overBudget
        }
        do throws(Pattern.Unusable) {
            guard let groups = try state.pointee.patterns.pattern(pattern.utf8).groups(in: text.utf8) else {
                return list([])
            }
            return list(groups.map { .string(at: UnsafeBufferPointer(rebasing: text.utf8[$0])) })
        } catch {
            return self.error(.invalidArgument, "the pattern does not compile: \(error.reason)")
        }
    }
}

/// The patterns that an evaluation compiled last.
struct PatternCache {
    private var entries: [(text: [UInt8], pattern: Pattern)] = []
    private var oldest = 0
    private static let capacity = 16
    /// Bytes that a pattern may take, which also bounds the time to compile it: rules write most of theirs as constants.
    private static let memory = 1 << 20
    /// Steps that compiling takes for each byte of a pattern, and for each instruction.
    static let cost = 100

    mutating func pattern(_ text: UnsafeBufferPointer<UInt8>) throws(Pattern.Unusable) -> Pattern {
        if let known = entries.first(where: { $0.text.elementsEqual(text) }) { return known.pattern }
        let pattern = try Pattern(String(decoding: text, as: UTF8.self), memory: Self.memory)
        if entries.count < Self.capacity {
            entries.append((Array(text), pattern))
        } else {
            entries[oldest] = (Array(text), pattern)
            oldest = (oldest + 1) % Self.capacity
        }
        return pattern
    }
}
