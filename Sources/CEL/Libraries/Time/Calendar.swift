/// A day of the proleptic Gregorian calendar, the one that RFC 3339 writes.
struct CalendarDay: Equatable {
    var year: Int64
    /// 1...12
    var month: Int
    /// 1...31
    var day: Int

    /// Days before each month in a year that is not a leap year.
    private static let daysBeforeMonth: [Int] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

    static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func length(ofMonth month: Int, year: Int64) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    init(year: Int64, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// - Parameter days: since 1970-01-01; within ±10^14, which every timestamp is.
    init(daysSince1970 days: Int64) {
        // Years begin in March here, so that the leap day is the last of its year; 400 years are one era.
        let shifted = days + Self.daysToEra
        let era = floorDivide(shifted, Self.daysPerEra)
        let dayOfEra = shifted - era * Self.daysPerEra
        // A leap day every 1,461 days, none at the end of 36,524, again one at the end of 146,097.
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = Int(dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100))
        // Months from March on have 153 days in each five.
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSince1970: Int64 {
        let years = year - 1
        // Days from 0001-01-01 to the first of January, less those to 1970-01-01.
        let before = years * 365 + floorDivide(years, 4) - floorDivide(years, 100) + floorDivide(years, 400) - 719_162
        return before + Int64(dayOfYear)
    }

    /// 0 for the first of January.
    var dayOfYear: Int {
        Self.daysBeforeMonth[month - 1] + (month > 2 && Self.isLeap(year) ? 1 : 0) + day - 1
    }

    /// Days from 0000-03-01 to 1970-01-01.
    private static let daysToEra: Int64 = 719_468
    private static let daysPerEra: Int64 = 146_097
}

/// 0 for Sunday.
func dayOfWeek(daysSince1970 days: Int64) -> Int64 {
    // The first of January 1970 was a Thursday.
    let day = (days + 4) % 7
    return day < 0 ? day + 7 : day
}

/// Divides and rounds down.
///
/// - Parameter divisor: positive.
@inline(__always)
func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
}
