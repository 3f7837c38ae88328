internal import CEL

/// Days, moments and lengths of time as a message shows them.
enum TimeText {
    static func text(of value: CELValue) -> String {
        let seconds = Int64(bitPattern: value.bits)
        return value.tag == .duration ? length(seconds) : moment(seconds)
    }

    /// `2026-01-31`; with a time of day other than midnight `2026-01-31T12:30:00Z`.
    private static func moment(_ seconds: Int64) -> String {
        let number = Int((seconds >= 0 ? seconds : seconds - 86399) / 86400)
        let second = Int(seconds) - number * 86400
        let day = Day(number: number).description
        if second == 0 { return day }
        return "\(day)T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
    }

    /// In the largest unit that it is a whole number of: `36 h`, `3 d`.
    private static func length(_ seconds: Int64) -> String {
        for (unit, size) in [("d", 86400), ("h", 3600), ("min", 60)] as [(String, Int64)]
        where seconds != 0 && seconds % size == 0 {
            return "\(seconds / size) \(unit)"
        }
        return "\(seconds) s"
    }

    fileprivate static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Day: CustomStringConvertible {
    /// `2026-01-31`, in the proleptic Gregorian calendar.
    package var description: String {
        // Eras of 400 years that start in March, so that the leap day is the last of its year.
        let days = number + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * march + 2) / 5 + 1
        let month = march < 10 ? march + 3 : march - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let digits = String(abs(year))
        let text = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "\(year < 0 ? "-" : "")\(text)-\(TimeText.padded(month))-\(TimeText.padded(day))"
    }
}
