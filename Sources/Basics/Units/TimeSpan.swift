/// A length of time, as far as the calendar lets it be known: months have 28 to 31 days, years 365 or 366.
package struct TimeSpan: Hashable, Sendable {
    /// Whole months; a year is twelve.
    package var months: Double
    /// The rest, in seconds; a day has 86,400, a week seven days.
    package var seconds: Double

    package init(months: Double = 0, seconds: Double = 0) {
        self.months = months
        self.seconds = seconds
    }

    /// Less than, equal to or greater than 0 as this is shorter than, as long as or longer than another; nil where it
    /// depends on the months: 1 month and 30 days.
    package func order(_ other: TimeSpan) -> Int? {
        if months == other.months {
            return seconds == other.seconds ? 0 : seconds < other.seconds ? -1 : 1
        }
        if seconds == other.seconds { return months < other.months ? -1 : 1 }
        if longest < other.shortest { return -1 }
        if shortest > other.longest { return 1 }
        return nil
    }

    private var shortest: Double { Self.days(of: months, Self.fewest, leapYears: { max(0, ($0 / 4) - 1) }) + seconds }
    private var longest: Double { Self.days(of: months, Self.most, leapYears: { ($0 + 3) / 4 }) + seconds }

    /// The fewest and the most days that so many months in a row have.
    private static let fewest: [Double] = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334]
    private static let most: [Double] = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337]

    /// In seconds; parts of a month in proportion.
    private static func days(of months: Double, _ table: [Double], leapYears: (Int) -> Int) -> Double {
        guard months.isFinite, months >= 0, months < 1_000_000 else { return months * 30 * 86400 }
        let whole = Int(months)
        let years = whole / 12
        let rest = table[whole % 12] + (months - Double(whole)) * 31
        return (Double(years * 365 + leapYears(years)) + rest) * 86400
    }

    // MARK: Reading

    /// One unit of time by its name; nil for what is none, or is two (`m`: minutes or months).
    package static func unit(_ name: String) -> TimeSpan? {
        units[name.lowercased()]
    }

    private static let units: [String: TimeSpan] = {
        let seconds: KeyValuePairs<Double, String> = [
            0.001: "ms millisecond milliseconds millis msec", 1: "s sec secs second seconds",
            60: "min mins minute minutes", 3600: "h hr hrs hour hours", 86400: "d day days",
            604_800: "w wk wks week weeks",
        ]
        let months: KeyValuePairs<Double, String> = [
            1: "mo mon mons mth mths month months", 3: "q quarter quarters", 12: "y yr yrs year years",
        ]
        var units: [String: TimeSpan] = [:]
        for (length, names) in seconds {
            for name in names.split(separator: " ") { units[String(name)] = TimeSpan(seconds: length) }
        }
        for (length, names) in months {
            for name in names.split(separator: " ") { units[String(name)] = TimeSpan(months: length) }
        }
        return units
    }()

    /// Words for how often something happens, as the time between.
    package static func period(_ word: String) -> TimeSpan? {
        switch word.lowercased() {
        case "hourly", "@hourly": TimeSpan(seconds: 3600)
        case "daily", "@daily", "@midnight": TimeSpan(seconds: 86400)
        case "weekly", "@weekly": TimeSpan(seconds: 604_800)
        case "monthly", "@monthly": TimeSpan(months: 1)
        case "quarterly": TimeSpan(months: 3)
        case "yearly", "annually", "@yearly", "@annually": TimeSpan(months: 12)
        case "continuous", "continuously", "real-time", "realtime", "streaming": TimeSpan()
        default: nil
        }
    }

    package static func * (span: TimeSpan, count: Double) -> TimeSpan {
        TimeSpan(months: span.months * count, seconds: span.seconds * count)
    }

    /// ISO 8601-1:2019, 5.5.2: `P1Y2M3W4DT5H6M7.5S`.
    package init?(iso text: String) {
        guard text.utf8.count <= 64, text.first == "P" || text.first == "p", text.utf8.count > 2 else { return nil }
        self.init()
        var isTime = false
        var isTimeSaid = false
        var number = ""
        for character in text.dropFirst().uppercased() {
            switch character {
            case "T" where !isTime && number.isEmpty: isTime = true
            case "0"..."9", ".": number.append(character)
            case ",": number.append(".")
            default:
                guard let count = Double(number), count.isFinite else { return nil }
                switch (character, isTime) {
                case ("Y", false): months += 12 * count
                case ("M", false): months += count
                case ("W", false): seconds += 604_800 * count
                case ("D", false): seconds += 86400 * count
                case ("H", true): seconds += 3600 * count
                case ("M", true): seconds += 60 * count
                case ("S", true): seconds += count
                default: return nil
                }
                number = ""
                isTimeSaid = isTimeSaid || isTime
            }
        }
        if !number.isEmpty || isTime != isTimeSaid { return nil }
    }
}
