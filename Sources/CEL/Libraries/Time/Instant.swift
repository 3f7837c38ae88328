/// A moment, in UTC without leap seconds.
struct Instant: Equatable {
    /// Since 1970-01-01T00:00:00Z.
    var seconds: Int64
    /// 0..<1e9
    var nanos: Int32

    /// 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z: what can be written in RFC 3339, and with it the range that the
    /// language definition ("Overflow") gives timestamps.
    static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

    /// Nil outside the range.
    init?(seconds: Int64, nanos: Int32 = 0) {
        guard Self.range.contains(seconds) else { return nil }
        self.seconds = seconds
        self.nanos = nanos
    }

    /// Nil when the result is out of range.
    func adding(_ span: Span, sign: Int64 = 1) -> Instant? {
        // Both are far from the ends of Int64: a span has at most 9.3e9 seconds.
        let nanos = Int64(self.nanos) + sign * (span.nanoseconds % Span.nanosPerSecond)
        let carried = floorDivide(nanos, Span.nanosPerSecond)
        return Instant(
            seconds: seconds + sign * (span.nanoseconds / Span.nanosPerSecond) + carried,
            nanos: Int32(nanos - carried * Span.nanosPerSecond))
    }

    /// Nil when the result is no duration.
    func since(_ other: Instant) -> Span? {
        let (whole, isTooLong) = (seconds - other.seconds).multipliedReportingOverflow(by: Span.nanosPerSecond)
        let (nanoseconds, overflows) = whole.addingReportingOverflow(Int64(nanos) - Int64(other.nanos))
        return isTooLong || overflows ? nil : Span(nanoseconds: nanoseconds)
    }
}

/// A duration. Its nanoseconds fit in an Int64 (language definition, "Overflow"): about ±292 years.
struct Span: Equatable {
    var nanoseconds: Int64

    static let nanosPerSecond: Int64 = 1_000_000_000

    init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

    /// Nil out of range.
    ///
    /// - Parameter nanos: 0..<1e9, added also to negative seconds.
    init?(seconds: Int64, nanos: Int32) {
        // Down from the next second towards zero: else the very smallest duration would overflow on the way.
        let towardsZero = seconds < 0 ? seconds + 1 : seconds
        let rest = seconds < 0 ? Int64(nanos) - Self.nanosPerSecond : Int64(nanos)
        let (whole, isTooLong) = towardsZero.multipliedReportingOverflow(by: Self.nanosPerSecond)
        let (sum, overflows) = whole.addingReportingOverflow(rest)
        guard !isTooLong, !overflows else { return nil }
        nanoseconds = sum
    }

    /// Rounded down.
    var seconds: Int64 { floorDivide(nanoseconds, Self.nanosPerSecond) }
    /// 0..<1e9: what is left above `seconds`.
    var nanos: Int32 {
        // Not by way of `seconds`, which rounded down can be too much for nanoseconds.
        let rest = Int32(nanoseconds % Self.nanosPerSecond)
        return rest < 0 ? rest + Int32(Self.nanosPerSecond) : rest
    }

    func adding(_ other: Span) -> Span? {
        let (sum, overflows) = nanoseconds.addingReportingOverflow(other.nanoseconds)
        return overflows ? nil : Span(nanoseconds: sum)
    }

    func subtracting(_ other: Span) -> Span? {
        let (difference, overflows) = nanoseconds.subtractingReportingOverflow(other.nanoseconds)
        return overflows ? nil : Span(nanoseconds: difference)
    }
}

/// Divides and rounds down.
///
/// - Parameter divisor: positive.
@inline(__always)
func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
}
