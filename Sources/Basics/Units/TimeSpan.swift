/// A length of time, as far as the calendar lets it be known: months have 28 to 31 days, years 365 or 366.
package struct TimeSpan: Hashable, Sendable {
    /// Whole months; a year is twelve.
    package var months: Double
    /// The rest; a day has 24 hours, a week seven days.
    package var nanoseconds: Double

    package init(months: Double = 0, nanoseconds: Double = 0) {
        self.months = months
        self.nanoseconds = nanoseconds
    }

    /// In seconds, where a promise is computed with and not dated: twelve months count 365 days, each of the others 30.
    package var seconds: Double {
        let years = (months / 12).rounded(.towardZero)
        return (years * 365 + (months - years * 12) * 30) * 86400 + nanoseconds / 1e9
    }

    /// Less than, equal to or greater than 0 as this is shorter than, as long as or longer than another; nil where it
    /// depends on the months: 1 month and 30 days.
    package func order(_ other: TimeSpan) -> Int? {
        if months == other.months {
            return nanoseconds == other.nanoseconds ? 0 : nanoseconds < other.nanoseconds ? -1 : 1
        }
        if nanoseconds == other.nanoseconds { return months < other.months ? -1 : 1 }
        if longest < other.shortest { return -1 }
        if shortest > other.longest { return 1 }
        return nil
    }

    private var shortest: Double {
        Self.days(of: months, Self.fewest, leapYears: { max(0, ($0 / 4) - 1) }) + nanoseconds
    }
    private var longest: Double { Self.days(of: months, Self.most, leapYears: { ($0 + 3) / 4 }) + nanoseconds }

    /// The fewest and the most days that so many months in a row have.
    private static let fewest: [Double] = [0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334]
    private static let most: [Double] = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337]

    /// In nanoseconds; parts of a month in proportion.
    private static func days(of months: Double, _ table: [Double], leapYears: (Int) -> Int) -> Double {
        guard months.isFinite, months >= 0, months < 1_000_000 else { return months * 30 * TimeUnits.day }
        let whole = Int(months)
        let years = whole / 12
        let rest = table[whole % 12] + (months - Double(whole)) * 31
        return (Double(years * 365 + leapYears(years)) + rest) * TimeUnits.day
    }

    /// So many of this in a row; one of so many parts of it.
    func times(_ count: DecimalNumber) -> TimeSpan {
        TimeSpan(months: count.times(months), nanoseconds: count.times(nanoseconds))
    }
}
