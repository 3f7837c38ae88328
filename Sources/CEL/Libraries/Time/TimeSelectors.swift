internal import Basics

/// `getFullYear`, `getMonth`, … of timestamps, in UTC or a time zone; `getHours`, … of durations.
enum TimeSelectors {
    /// A timestamp as clocks and calendars show it.
    private struct LocalTime {
        let day: Day
        let secondOfDay: Int64
        let nanos: Int32

        init(_ value: Value, offset: Int) {
            // Wrapping: a host's timestamp may be anything.
            let seconds = value.seconds &+ Int64(offset)
            day = Day(ofSecond: Int(seconds))
            secondOfDay = seconds &- Int64(day.number &* Day.seconds)
            nanos = value.nanos
        }
    }

    private typealias Selector = @Sendable (LocalTime) -> Int64

    static let functions = [
        function("getFullYear", "year") { Int64($0.day.date.year) },
        function("getMonth", "month") { Int64($0.day.date.month - 1) },
        function("getDate", "day_of_month_1_based") { Int64($0.day.date.day) },
        function("getDayOfMonth", "day_of_month") { Int64($0.day.date.day - 1) },
        function("getDayOfWeek", "day_of_week") { Int64($0.day.weekday) },
        function("getDayOfYear", "day_of_year") { Int64($0.day.ofYear) },
        function("getHours", "hours", durationUnit: 3_600_000_000_000) { $0.secondOfDay / 3600 },
        function("getMinutes", "minutes", durationUnit: 60_000_000_000) { $0.secondOfDay / 60 % 60 },
        function("getSeconds", "seconds", durationUnit: 1_000_000_000) { $0.secondOfDay % 60 },
        // Of durations too these are only what is left beyond the seconds.
        function("getMilliseconds", "milliseconds", durationUnit: 1_000_000, durationModulus: 1000) {
            Int64($0.nanos) / 1_000_000
        },
    ]

    /// - Parameters:
    ///   - durationUnit: what durations are counted in, in nanoseconds; nil for a function that they do not have.
    ///   - durationModulus: what their count is taken modulo; 0 for nothing.
    private static func function(
        _ name: String, _ part: String, durationUnit: Int64? = nil, durationModulus: Int64 = 0,
        _ select: @escaping Selector
    ) -> Function {
        var overloads = [
            Overload("timestamp_to_\(part)", isMember: true, [.timestamp], .int) { arguments, evaluation in
                guard arguments[0].instant != nil else {
                    return evaluation.error(.overflow, "the timestamp is out of range")
                }
                return .int(select(LocalTime(arguments[0], offset: 0)))
            },
            Overload("timestamp_to_\(part)_with_tz", isMember: true, [.timestamp, .string], .int) {
                arguments, evaluation in
                guard arguments[0].instant != nil else {
                    return evaluation.error(.overflow, "the timestamp is out of range")
                }
                guard let offset = ZoneArgument.offset(arguments[1].utf8, at: arguments[0].seconds) else {
                    return evaluation.error("the time zone \(evaluation.quoted(arguments[1])) is not known here")
                }
                return .int(select(LocalTime(arguments[0], offset: offset)))
            },
        ]
        if let durationUnit {
            overloads.append(
                Overload("duration_to_\(part)", isMember: true, [.duration], .int) { arguments, evaluation in
                    guard let span = arguments[0].span else {
                        return evaluation.error(.overflow, "the duration is out of range")
                    }
                    let count = span.nanoseconds / durationUnit
                    return .int(durationModulus == 0 ? count : count % durationModulus)
                })
        }
        return Function(name, overloads)
    }
}
