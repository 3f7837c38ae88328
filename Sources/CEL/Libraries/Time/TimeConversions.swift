/// `timestamp`, `duration`, and `int` and `string` of them.
enum TimeConversions {
    static let functions = [
        Function(
            "timestamp",
            [
                Overload("timestamp_to_timestamp", [.timestamp], .timestamp) { arguments, _ in arguments[0] },
                Overload("string_to_timestamp", [.string], .timestamp) { arguments, evaluation in
                    do throws(TimestampText.Fault) {
                        return .timestamp(try TimestampText.parse(arguments[0].utf8))
                    } catch {
                        let text = evaluation.quoted(arguments[0])
                        return switch error {
                        case .malformed:
                            evaluation.error("\(text) is no timestamp; write it as in \"2009-02-13T23:31:30Z\"")
                        case .outOfRange: evaluation.error(.overflow, "\(text) \(outOfRange)")
                        }
                    }
                },
                Overload("int64_to_timestamp", [.int], .timestamp) { arguments, evaluation in
                    Instant(seconds: arguments[0].asInt).map(Value.timestamp)
                        ?? evaluation.error(.overflow, "\(arguments[0].asInt) s since 1970 \(outOfRange)")
                },
            ]),
        Function(
            "duration",
            [
                Overload("duration_to_duration", [.duration], .duration) { arguments, _ in arguments[0] },
                Overload("string_to_duration", [.string], .duration) { arguments, evaluation in
                    do throws(DurationText.Fault) {
                        return .duration(try DurationText.parse(arguments[0].utf8))
                    } catch {
                        let text = evaluation.quoted(arguments[0])
                        return switch error {
                        case .malformed:
                            evaluation.error("\(text) is no duration; write it as in \"1h30m\" or \"0.5s\"")
                        case .outOfRange: evaluation.error(.overflow, "\(text) is out of the range of durations")
                        }
                    }
                },
            ]),
        Function(
            "int",
            [Overload("timestamp_to_int64", [.timestamp], .int) { arguments, _ in .int(arguments[0].seconds) }]),
        Function(
            "string",
            [
                Overload("timestamp_to_string", [.timestamp], .string) { arguments, evaluation in
                    evaluation.timeText(arguments[0])
                },
                Overload("duration_to_string", [.duration], .string) { arguments, evaluation in
                    evaluation.timeText(arguments[0])
                },
            ]),
    ]

    private static let outOfRange = "is out of the range of timestamps, the years 1 to 9999"
}
