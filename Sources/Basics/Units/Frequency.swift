/// Frequency of something, by a cron expression, a word or a count, as runs a year: enough to tell rarer from oftener.
package struct Frequency {
    private let runs: Double

    /// - Returns: nil for what is neither five (or six, with seconds) fields of cron nor a word such as `daily`.
    package init?(_ text: String) {
        var text = text
        if let span = text.withUTF8({ TimeUnits.period($0) }) {
            runs =
                span.months > 0
                ? 12 / span.months : 365.25 * TimeUnits.day / span.nanoseconds
        } else if Quantity.wordsForContinuous.contains(text.lowercased()) {
            runs = .infinity
        } else if let runs = Self.runs(cron: text) {
            self.runs = runs
        } else {
            return nil
        }
    }

    /// True when a text is an expression that says at which hours as well, and no word.
    package static func isExpression(_ text: String) -> Bool { runs(cron: text) != nil }

    /// The time between two runs, on average.
    package var span: TimeSpan {
        // Nothing near: twelve is the first of each month, 26 every other week.
        runs < 12.5
            ? TimeSpan(months: 12 / runs)
            : TimeSpan(nanoseconds: (365.25 * 86400 / runs).rounded() * TimeUnits.second)
    }

    /// 1: this is rarer than the other, -1: oftener.
    package func order(_ other: Frequency) -> Int {
        // The shares are approximate: near ones are one.
        if abs(runs - other.runs) <= 1e-6 * max(runs, other.runs) { return 0 }
        return runs < other.runs ? 1 : -1
    }

    // MARK: Counts

    /// Time between two of what comes `4 times per day`; nil for anything else.
    static func period(_ value: String, unit: String) -> TimeSpan? {
        let words = "\(value) \(unit)".lowercased().split { $0 == " " || $0 == "/" }
        guard let first = words.first, words.count > 1, let count = number(first), let last = unitOfRate(words) else {
            return nil
        }
        let isRate =
            words.dropFirst().dropLast().contains { $0 == "per" || $0 == "a" || $0 == "every" }
            || (unit.isEmpty ? value : unit).contains("/")
        return isRate ? TimeSpan(months: last.months / count, nanoseconds: last.nanoseconds / count) : nil
    }

    private static func number(_ text: Substring) -> Double? {
        var text = text
        let read = text.withUTF8 { bytes in
            DecimalNumber.read(bytes).flatMap { $0.length == bytes.count ? $0.number.value : nil }
        }
        return read.flatMap { $0 > 0 ? $0 : nil }
    }

    /// True when a unit is one of a count: `per day`, `times a week`, `/h`.
    static func isUnit(_ unit: String) -> Bool {
        guard unit.utf8.count <= 40 else { return false }
        let words = unit.lowercased().split { $0 == " " || $0 == "/" }
        return unitOfRate(words) != nil && (unit.contains("/") || words.contains { $0 == "per" || $0 == "a" })
            && words.dropLast().allSatisfy { ["per", "a", "time", "times"].contains($0) }
    }

    private static func unitOfRate(_ words: [Substring]) -> TimeSpan? {
        guard var last = words.last else { return nil }
        return last.withUTF8 { TimeUnits.unit($0) }
    }

    // MARK: Cron

    private static func runs(cron text: String) -> Double? {
        guard text.utf8.count <= 200 else { return nil }
        var fields = text.split(separator: " ").map(String.init)
        if fields.count == 6 || fields.count == 7 {
            fields = Array(fields.dropFirst().prefix(5))
        }
        guard fields.count == 5, let minutes = share(fields[0], of: 60), let hours = share(fields[1], of: 24),
            let days = share(fields[2], of: 31), let months = share(fields[3], of: 12),
            let weekdays = share(fields[4], of: 7)
        else { return nil }
        // A day of the month is one of 30.4 on average, so that the first of each comes twelve times a year.
        let monthDays = days < 1 ? min(1, days * 31 * 12 / 365.25) : 1
        // Cron runs on the days of the month or of the week when both are limited.
        let dayShare = days < 1 && weekdays < 1 ? min(1, monthDays + weekdays) : monthDays * weekdays
        return minutes * 60 * hours * 24 * dayShare * months * 365.25
    }

    /// The share of its values that a field takes: `*`, `?`, `5`, `1,2`, `1-5`, `*/15`, `MON-FRI`.
    private static func share(_ field: String, of count: Int) -> Double? {
        var taken = 0.0
        for part in field.split(separator: ",", omittingEmptySubsequences: false) {
            let halves = part.split(separator: "/", omittingEmptySubsequences: false)
            guard let span = halves.first, halves.count <= 2 else { return nil }
            var values: Double
            if span == "*" || span == "?" {
                values = Double(count)
            } else {
                let ends = span.split(separator: "-", omittingEmptySubsequences: false)
                guard (1...2).contains(ends.count), let first = place(ends[0]) else { return nil }
                values = halves.count == 2 ? Double(count - min(first, count)) : 1
                if ends.count == 2 {
                    guard let last = place(ends[1]), last >= first else { return nil }
                    values = Double(last - first + 1)
                }
            }
            if halves.count == 2 {
                guard let step = Int(halves[1]), step > 0 else { return nil }
                values = (values / Double(step)).rounded(.up)
            }
            taken += values
        }
        return min(1, taken / Double(count))
    }

    private static func place(_ text: Substring) -> Int? {
        if let number = Int(text), (0...60).contains(number) { return number }
        let weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let name = text.lowercased()
        return weekdays.firstIndex(of: name) ?? months.firstIndex(of: name).map { $0 + 1 }
    }
}
