/// `+` and `-` with timestamps and durations.
enum TimeArithmetic {
    static let functions = [
        Function(
            "_+_",
            [
                Overload("add_timestamp_duration", [.timestamp, .duration], .timestamp) { arguments, evaluation in
                    move(arguments[0], by: arguments[1], sign: 1, evaluation)
                },
                Overload("add_duration_timestamp", [.duration, .timestamp], .timestamp) { arguments, evaluation in
                    move(arguments[1], by: arguments[0], sign: 1, evaluation)
                },
                Overload("add_duration_duration", [.duration, .duration], .duration) { arguments, evaluation in
                    guard let a = arguments[0].span, let b = arguments[1].span, let sum = a.adding(b) else {
                        return evaluation.error(.overflow, "the sum is out of the range of durations")
                    }
                    return .duration(sum)
                },
            ]),
        Function(
            "_-_",
            [
                Overload("subtract_timestamp_timestamp", [.timestamp, .timestamp], .duration) { arguments, evaluation in
                    guard let a = arguments[0].instant, let b = arguments[1].instant, let span = a.since(b) else {
                        return evaluation.error(.overflow, "the difference is out of the range of durations")
                    }
                    return .duration(span)
                },
                Overload("subtract_timestamp_duration", [.timestamp, .duration], .timestamp) { arguments, evaluation in
                    move(arguments[0], by: arguments[1], sign: -1, evaluation)
                },
                Overload("subtract_duration_duration", [.duration, .duration], .duration) { arguments, evaluation in
                    guard let a = arguments[0].span, let b = arguments[1].span, let difference = a.subtracting(b) else {
                        return evaluation.error(.overflow, "the difference is out of the range of durations")
                    }
                    return .duration(difference)
                },
            ]),
    ]

    private static func move(_ timestamp: Value, by span: Value, sign: Int64, _ evaluation: Evaluation) -> Value {
        guard let instant = timestamp.instant, let span = span.span, let moved = instant.adding(span, sign: sign) else {
            return evaluation.error(.overflow, "the result is out of the range of timestamps, the years 1 to 9999")
        }
        return .timestamp(moved)
    }
}
