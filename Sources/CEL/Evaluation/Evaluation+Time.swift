extension Evaluation {
    /// `a + b` of timestamps and durations; nil when there is no such overload.
    func timeSum(_ a: Value, _ b: Value) -> Value? {
        switch (a.tag, b.tag) {
        case (.timestamp, .duration): return move(a, by: b, sign: 1)
        case (.duration, .timestamp): return move(b, by: a, sign: 1)
        case (.duration, .duration):
            guard let left = a.span, let right = b.span, let sum = left.adding(right) else {
                return error(.overflow, "the sum is out of the range of durations")
            }
            return .duration(sum)
        default: return nil
        }
    }

    /// `a - b` of timestamps and durations; nil when there is no such overload.
    func timeDifference(_ a: Value, _ b: Value) -> Value? {
        switch (a.tag, b.tag) {
        case (.timestamp, .duration): return move(a, by: b, sign: -1)
        case (.timestamp, .timestamp):
            guard let left = a.instant, let right = b.instant, let span = left.since(right) else {
                return error(.overflow, "the difference is out of the range of durations")
            }
            return .duration(span)
        case (.duration, .duration):
            guard let left = a.span, let right = b.span, let difference = left.subtracting(right) else {
                return error(.overflow, "the difference is out of the range of durations")
            }
            return .duration(difference)
        default: return nil
        }
    }

    private func move(_ timestamp: Value, by span: Value, sign: Int64) -> Value {
        guard let instant = timestamp.instant, let span = span.span, let moved = instant.adding(span, sign: sign) else {
            return error(.overflow, "the result is out of the range of timestamps, the years 1 to 9999")
        }
        return .timestamp(moved)
    }
}
