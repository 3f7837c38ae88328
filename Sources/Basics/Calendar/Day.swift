/// A day of the proleptic Gregorian calendar, by its number.
package struct Day: Hashable, Sendable {
    /// Since 1970-01-01; within ±10^14, which the day of every timestamp is.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// The day on which a second since 1970 falls.
    package init(ofSecond seconds: Int) {
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: Self.seconds)
        number = rest < 0 ? days - 1 : days
    }

    /// - Parameters:
    ///   - month: 1...12
    ///   - day: 1...31; one beyond the month falls in the next.
    package init(year: Int, month: Int, day: Int) {
        // Years begin in March here, so that the leap day is the last of its year; 400 years are one era. Months from
        // March on have 153 days in each five. (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms")
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let ofEra = year - era * 400
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        number = era * Self.perEra + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - Self.toEra
    }

    /// Year, month (1...12) and day of the month (1...31).
    package var date: (year: Int, month: Int, day: Int) {
        let shifted = number + Self.toEra
        let era = (shifted >= 0 ? shifted : shifted - Self.perEra + 1) / Self.perEra
        let ofEra = shifted - era * Self.perEra
        // A leap day every 1,461 days, none at the end of 36,524, again one at the end of 146,097.
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * month + 2) / 5 + 1
        return (year + era * 400 + (month < 10 ? 0 : 1), month < 10 ? month + 3 : month - 9, day)
    }

    /// 0 for the first of January.
    package var ofYear: Int { number - Day(year: date.year, month: 1, day: 1).number }

    /// 0 for Sunday.
    package var weekday: Int {
        // The first of January 1970 was a Thursday.
        let day = (number + 4) % 7
        return day < 0 ? day + 7 : day
    }

    package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Seconds of a day.
    package static let seconds = 86_400
    /// Days from 0000-03-01 to 1970-01-01.
    private static let toEra = 719_468
    private static let perEra = 146_097

    // MARK: Text

    /// Reads `2026-01-31`.
    package init?(_ text: String) {
        var text = text
        guard let day = text.withUTF8({ Day($0) }) else { return nil }
        self = day
    }

    package init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 10, let date = DateTime(text), date.kind == .date else { return nil }
        number = date.day
    }

    /// As `2026-01-31`.
    package var text: String {
        func padded(_ number: Int, _ width: Int) -> String {
            String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
        }
        let (year, month, day) = date
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }
}
