/// The units of time and the words that mean a length of it: the one table of them.
///
/// ODCS 3.1, "Service-level agreement", has d, day, days and y, yr, years, and for the rest "the ISO standard"; these are
/// the usual symbols (ISO 80000-3), words and short forms.
enum TimeUnits {
    /// One unit by its name; nil for what is none.
    ///
    /// In ISO 8601 and in many tools `M` is a month and `m` a minute: a capital alone means the month, and a small letter
    /// the minute, whatever is promised.
    static func unit(_ name: UnsafeBufferPointer<UInt8>) -> TimeSpan? {
        if name.count == 1, name[0] == UInt8(ascii: "M") { return TimeSpan(months: 1) }
        return name.withLowercase { units[$0] } ?? nil
    }

    /// The time between two of what is `daily` or `@hourly`.
    static func period(_ word: UnsafeBufferPointer<UInt8>) -> TimeSpan? { word.withLowercase { periods[$0] } ?? nil }

    static let second = 1e9
    static let minute = 60 * second
    static let hour = 60 * minute
    static let day = 24 * hour
    static let week = 7 * day

    private static let units = table(
        nanoseconds: [
            1: "ns nanosecond nanoseconds nanos", 1e3: "us µs μs microsecond microseconds micros",
            1e6: "ms millisecond milliseconds millis msec", second: "s sec secs second seconds",
            minute: "m min mins minute minutes", hour: "h hr hrs hour hours", day: "d day days",
            week: "w wk wks week weeks",
        ],
        months: [
            1: "mo mon mons mth mths month months", 3: "q quarter quarters", 12: "y yr yrs year years",
        ])

    private static let periods = table(
        nanoseconds: [
            hour: "hourly @hourly", day: "daily @daily @midnight", week: "weekly @weekly",
            2 * week: "biweekly fortnightly",
        ],
        months: [1: "monthly @monthly", 3: "quarterly", 12: "yearly annually annual @yearly @annually"])

    private static func table(
        nanoseconds: KeyValuePairs<Double, String>, months: KeyValuePairs<Double, String>
    ) -> WordTable<TimeSpan> {
        func words(_ names: String, _ span: TimeSpan) -> [(String, TimeSpan)] {
            names.split(separator: " ").map { (String($0), span) }
        }
        return WordTable(
            nanoseconds.flatMap { words($0.value, TimeSpan(nanoseconds: $0.key)) }
                + months.flatMap { words($0.value, TimeSpan(months: $0.key)) })
    }
}
