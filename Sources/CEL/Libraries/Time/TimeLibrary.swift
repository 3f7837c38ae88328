extension Library {
    /// Timestamps and durations (language definition, "Date/Time Functions", "Overflow", and the type conversions).
    /// Their comparisons belong to the standard library.
    package static let time = Library(
        "time", TimeConversions.functions + TimeArithmetic.functions + TimeSelectors.functions)
}

extension Value {
    /// The moment of a timestamp. A host's is taken for what it is: nothing here traps on one out of range.
    var instant: Instant? { Instant(seconds: seconds, nanos: nanos) }
    var span: Span? { Span(seconds: seconds, nanos: nanos) }

    static func timestamp(_ instant: Instant) -> Value { .timestamp(seconds: instant.seconds, nanos: instant.nanos) }
    static func duration(_ span: Span) -> Value { .duration(seconds: span.seconds, nanos: span.nanos) }
}

extension Evaluation {
    /// A timestamp as RFC 3339 writes it, a duration in seconds.
    func timeText(_ value: Value) -> Value {
        var text: [UInt8] = []
        if let fault = appendTime(value, to: &text) { return fault }
        return text.withUnsafeBufferPointer(string(copying:))
    }

    /// Appends a timestamp or duration as a text.
    ///
    /// - Returns: an error when a host gave one that is out of range.
    func appendTime(_ value: Value, to text: inout [UInt8]) -> Value? {
        if value.tag == .timestamp {
            guard let instant = value.instant else { return error(.overflow, "the timestamp is out of range") }
            TimestampText.write(instant, into: &text)
        } else {
            guard let span = value.span else { return error(.overflow, "the duration is out of range") }
            DurationText.write(span, into: &text)
        }
        return nil
    }
}
