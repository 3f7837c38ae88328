/// `+` and `-` with timestamps and durations.
enum TimeArithmetic {
    static let functions = [
        Function(
            "_+_", .add,
            [
                Overload("add_timestamp_duration", [.timestamp, .duration], .timestamp) {
                    $1.orNone($1.timeSum($0[0], $0[1]))
                },
                Overload("add_duration_timestamp", [.duration, .timestamp], .timestamp) {
                    $1.orNone($1.timeSum($0[0], $0[1]))
                },
                Overload("add_duration_duration", [.duration, .duration], .duration) {
                    $1.orNone($1.timeSum($0[0], $0[1]))
                },
            ]),
        Function(
            "_-_", .subtract,
            [
                Overload("subtract_timestamp_timestamp", [.timestamp, .timestamp], .duration) {
                    $1.orNone($1.timeDifference($0[0], $0[1]))
                },
                Overload("subtract_timestamp_duration", [.timestamp, .duration], .timestamp) {
                    $1.orNone($1.timeDifference($0[0], $0[1]))
                },
                Overload("subtract_duration_duration", [.duration, .duration], .duration) {
                    $1.orNone($1.timeDifference($0[0], $0[1]))
                },
            ]),
    ]
}

extension Evaluation {
    fileprivate func orNone(_ value: Value?) -> Value { value ?? error(.noSuchOverload) }
}
