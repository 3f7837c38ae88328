/// Sums and differences of timestamps and durations, within the ranges that the language definition gives them.
package enum TimeArithmetic {
    /// 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z, in seconds since 1970 (language definition, "Timestamps").
    package static let timestamps: ClosedRange<Int64> = -62_135_596_800...253_402_300_799
    /// About 10,000 years either way, in seconds: protobuf's `Duration`.
    package static let durations: ClosedRange<Int64> = -315_576_000_000...315_576_000_000

    private static let second: Int64 = 1_000_000_000

    static func add(_ a: Value, _ b: Value, isTimestamp: Bool) -> Value {
        make(a.seconds &+ b.seconds, Int64(a.nanos) + Int64(b.nanos), isTimestamp)
    }

    static func subtract(_ a: Value, _ b: Value, isTimestamp: Bool) -> Value {
        make(a.seconds &- b.seconds, Int64(a.nanos) - Int64(b.nanos), isTimestamp)
    }

    /// Operands within their ranges cannot overflow 64 bits.
    private static func make(_ seconds: Int64, _ nanos: Int64, _ isTimestamp: Bool) -> Value {
        var (seconds, nanos) = (seconds, nanos)
        if nanos < 0 {
            seconds &-= 1
            nanos += second
        } else if nanos >= second {
            seconds &+= 1
            nanos -= second
        }
        if isTimestamp {
            return timestamps.contains(seconds)
                ? .timestamp(seconds: seconds, nanos: Int32(nanos)) : .error(.overflow)
        }
        let isInRange = durations.contains(seconds) && !(seconds == durations.upperBound && nanos > 0)
        return isInRange ? .duration(seconds: seconds, nanos: Int32(nanos)) : .error(.overflow)
    }
}
