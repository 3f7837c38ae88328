#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The order of values (language definition, "Ordering Operators"): numbers of unlike types by what they are worth.
enum Comparison {
    /// - Returns: negative, 0 or positive; nil when the two have no order: unlike types, or NaN.
    static func compare(_ a: Value, _ b: Value) -> Int? {
        switch (a.tag, b.tag) {
        case (.int, .int): order(a.asInt, b.asInt)
        case (.uint, .uint): order(a.asUInt, b.asUInt)
        case (.double, .double): order(a.asDouble, b.asDouble)
        case (.int, .uint): a.asInt < 0 ? -1 : order(UInt64(a.asInt), b.asUInt)
        case (.uint, .int): b.asInt < 0 ? 1 : order(a.asUInt, UInt64(b.asInt))
        case (.int, .double): order(a.asInt, b.asDouble)
        case (.double, .int): order(b.asInt, a.asDouble).map { -$0 }
        case (.uint, .double): order(a.asUInt, b.asDouble)
        case (.double, .uint): order(b.asUInt, a.asDouble).map { -$0 }
        case (.string, .string), (.bytes, .bytes): order(a.utf8, b.utf8)
        case (.bool, .bool): order(a.bits, b.bits)
        case (.timestamp, .timestamp), (.duration, .duration):
            a.seconds == b.seconds ? order(a.extra, b.extra) : order(a.seconds, b.seconds)
        default: nil
        }
    }

    @inline(__always)
    private static func order<T: Comparable>(_ a: T, _ b: T) -> Int? {
        if a < b { return -1 }
        if a == b { return 0 }
        return a > b ? 1 : nil
    }

    /// By what the two are worth exactly, never by what the integer is rounded to: an order that lists can be sorted by.
    private static func order<T: FixedWidthInteger>(_ a: T, _ b: Double) -> Int? {
        if b.isNaN { return nil }
        let rounded = Double(a)
        // Rounding keeps the order of what differs after it.
        if rounded != b { return rounded < b ? -1 : 1 }
        // Not exact: 2^63 or 2^64, which the integer was rounded up to.
        return T(exactly: b).flatMap { order(a, $0) } ?? -1
    }

    /// The order that operators see: an integer and a double as doubles. The conformance cases want 9223372036854775807 not
    /// to be less than 9223372036854775808.0.
    static func operatorOrder(_ a: Value, _ b: Value) -> Int? {
        guard a.tag != b.tag, a.tag == .double || b.tag == .double, a.isNumber, b.isNumber else { return compare(a, b) }
        return order(double(a), double(b))
    }

    private static func double(_ number: Value) -> Double {
        switch number.tag {
        case .int: Double(number.asInt)
        case .uint: Double(number.asUInt)
        default: number.asDouble
        }
    }

    /// True when two numbers are worth the same exactly: keys of a map.
    static func isSameNumber(_ a: Value, _ b: Value) -> Bool {
        switch (a.tag, b.tag) {
        case (.int, .uint), (.uint, .int): a.bits == b.bits && a.asInt >= 0
        case (.int, .double): Int64(exactly: b.asDouble) == a.asInt
        case (.double, .int): Int64(exactly: a.asDouble) == b.asInt
        case (.uint, .double): UInt64(exactly: b.asDouble) == a.asUInt
        case (.double, .uint): UInt64(exactly: a.asDouble) == b.asUInt
        case (.double, .double): a.asDouble == b.asDouble
        case (.int, .int), (.uint, .uint): a.bits == b.bits
        default: false
        }
    }

    /// By bytes, which for UTF-8 is by scalars.
    static func order(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Int {
        let common = min(a.count, b.count)
        if common > 0, let left = a.baseAddress, let right = b.baseAddress {
            let result = memcmp(left, right, common)
            if result != 0 { return result < 0 ? -1 : 1 }
        }
        return a.count < b.count ? -1 : a.count == b.count ? 0 : 1
    }
}
