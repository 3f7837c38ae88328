#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// CEL's equality (language definition, "Equality"): never an error, values of unlike types are unequal, numbers are compared
/// by what they are worth, NaN equals nothing.
enum Equality {
    /// Of the types that can be keys of a map, and doubles, which can be looked up.
    @inline(__always)
    static func isSameKey(_ a: Value, _ b: Value) -> Bool {
        if a.tag == b.tag {
            switch a.tag {
            case .string: return isSameText(a, b)
            case .bool, .int, .uint: return a.bits == b.bits
            default: return false
            }
        }
        return Comparison.isSameNumber(a, b)
    }

    @inline(__always)
    static func isSameText(_ a: Value, _ b: Value) -> Bool {
        guard a.extra == b.extra else { return false }
        guard a.bits != b.bits, a.extra > 0 else { return true }
        guard let left = a.utf8.baseAddress, let right = b.utf8.baseAddress else { return false }
        return memcmp(left, right, Int(a.extra)) == 0
    }
}

extension Evaluation {
    /// True when two values are equal in CEL's sense. An absent value equals nothing.
    ///
    /// Counts a step for each element compared; over the budget the result means nothing, and the evaluation ends with
    /// `overBudget`.
    package func isEqual(_ a: Value, _ b: Value) -> Bool {
        switch (a.tag, b.tag) {
        case (.string, .string), (.bytes, .bytes), (.type, .type):
            if a.extra > 256, a.extra == b.extra { charge(steps: Int(a.extra) / 64) }
            return Equality.isSameText(a, b)
        case (.bool, .bool), (.int, .int), (.uint, .uint): return a.bits == b.bits
        case (.double, .double): return a.asDouble == b.asDouble
        case (.int, .uint), (.uint, .int), (.int, .double), (.double, .int), (.uint, .double), (.double, .uint):
            return Comparison.isSameNumber(a, b)
        case (.null, .null), (.optionalNone, .optionalNone): return true
        case (.timestamp, .timestamp), (.duration, .duration): return a.bits == b.bits && a.extra == b.extra
        case (.list, .list), (.hostList, .list), (.list, .hostList), (.hostList, .hostList): return areListsEqual(a, b)
        case (.map, .map), (.hostMap, .map), (.map, .hostMap), (.hostMap, .hostMap): return areMapsEqual(a, b)
        case (.optionalSome, .optionalSome): return charge(steps: 1) && isEqual(a.held, b.held)
        case (.object, .object), (.opaque, .opaque): return host.isEqual(a, b)
        default: return false
        }
    }

    private func areListsEqual(_ a: Value, _ b: Value) -> Bool {
        let count = count(of: a)
        guard count == self.count(of: b) else { return false }
        var left = ElementCursor()
        var right = ElementCursor()
        while let x = next(in: a, &left), let y = next(in: b, &right) {
            guard charge(steps: 1), isEqual(x, y) else { return false }
        }
        return true
    }

    private func areMapsEqual(_ a: Value, _ b: Value) -> Bool {
        guard count(of: a) == count(of: b) else { return false }
        var cursor = ElementCursor()
        while let key = next(in: a, &cursor) {
            guard charge(steps: 1), let left = value(of: key, in: a), let right = value(of: key, in: b),
                isEqual(left, right)
            else { return false }
        }
        return true
    }
}
