/// `+` and `-` with timestamps and durations. The evaluator's instructions call these as well.
enum TimeArithmetic {
    static let functions = [
        Function(
            "_+_",
            [
                Overload("add_timestamp_duration", [.timestamp, .duration], .timestamp) {
                    $1.orNone(sum($0[0], $0[1], $1))
                },
                Overload("add_duration_timestamp", [.duration, .timestamp], .timestamp) {
                    $1.orNone(sum($0[0], $0[1], $1))
                },
                Overload("add_duration_duration", [.duration, .duration], .duration) {
                    $1.orNone(sum($0[0], $0[1], $1))
                },
            ]),
        Function(
            "_-_",
            [
                Overload("subtract_timestamp_timestamp", [.timestamp, .timestamp], .duration) {
                    $1.orNone(difference($0[0], $0[1], $1))
                },
                Overload("subtract_timestamp_duration", [.timestamp, .duration], .timestamp) {
                    $1.orNone(difference($0[0], $0[1], $1))
                },
                Overload("subtract_duration_duration", [.duration, .duration], .duration) {
                    $1.orNone(difference($0[0], $0[1], $1))
                },
            ]),
    ]

    /// - Returns: nil when there is no such overload.
    static func sum(_ a: Value, _ b: Value, _ evaluation: Evaluation) -> Value? {
        switch (a.tag, b.tag) {
        case (.timestamp, .duration): return move(a, by: b, sign: 1, evaluation)
        case (.duration, .timestamp): return move(b, by: a, sign: 1, evaluation)
        case (.duration, .duration):
            guard let left = a.span, let right = b.span, let sum = left.adding(right) else {
                return evaluation.error(.overflow, "the sum is out of the range of durations")
            }
            return .duration(sum)
        default: return nil
        }
    }

    /// - Returns: nil when there is no such overload.
    static func difference(_ a: Value, _ b: Value, _ evaluation: Evaluation) -> Value? {
        switch (a.tag, b.tag) {
        case (.timestamp, .duration): return move(a, by: b, sign: -1, evaluation)
        case (.timestamp, .timestamp):
            guard let left = a.instant, let right = b.instant, let span = left.since(right) else {
                return evaluation.error(.overflow, "the difference is out of the range of durations")
            }
            return .duration(span)
        case (.duration, .duration):
            guard let left = a.span, let right = b.span, let difference = left.subtracting(right) else {
                return evaluation.error(.overflow, "the difference is out of the range of durations")
            }
            return .duration(difference)
        default: return nil
        }
    }

    private static func move(_ timestamp: Value, by span: Value, sign: Int64, _ evaluation: Evaluation) -> Value {
        guard let instant = timestamp.instant, let span = span.span, let moved = instant.adding(span, sign: sign) else {
            return evaluation.error(.overflow, "the result is out of the range of timestamps, the years 1 to 9999")
        }
        return .timestamp(moved)
    }
}

extension Evaluation {
    fileprivate func orNone(_ value: Value?) -> Value { value ?? error(.noSuchOverload) }
}
