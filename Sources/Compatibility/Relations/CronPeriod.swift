internal import Basics

/// How often something happens by a cron expression or a word, as runs a year: enough to tell rarer from oftener.
struct CronPeriod {
    let runs: Double

    /// - Returns: nil for what is neither five (or six, with seconds) fields of cron nor a word such as `daily`.
    init?(_ text: String) {
        if let span = TimeSpan.period(text) {
            runs = span.months > 0 ? 12 / span.months : span.seconds > 0 ? 365.25 * 86400 / span.seconds : .infinity
            return
        }
        guard text.utf8.count <= 200 else { return nil }
        var fields = text.split(separator: " ").map(String.init)
        if fields.count == 6 || fields.count == 7 {
            fields = Array(fields.dropFirst().prefix(5))
        }
        guard fields.count == 5, let minutes = Self.share(fields[0], of: 60), let hours = Self.share(fields[1], of: 24),
            let days = Self.share(fields[2], of: 31), let months = Self.share(fields[3], of: 12),
            let weekdays = Self.share(fields[4], of: 7)
        else { return nil }
        // A day of the month is one of 30.4 on average, so that the first of each comes twelve times a year.
        let monthDays = days < 1 ? min(1, days * 31 * 12 / 365.25) : 1
        // Cron runs on the days of the month or of the week when both are limited.
        let dayShare = days < 1 && weekdays < 1 ? min(1, monthDays + weekdays) : monthDays * weekdays
        runs = minutes * 60 * hours * 24 * dayShare * months * 365.25
    }

    /// Whether a text is an expression that says at which hours as well, and no word.
    static func isExpression(_ text: String) -> Bool { TimeSpan.period(text) == nil && CronPeriod(text) != nil }

    /// The time between two runs, on average.
    var span: TimeSpan {
        // Nothing near: twelve is the first of each month, 26 every other week.
        runs < 12.5 ? TimeSpan(months: 12 / runs) : TimeSpan(seconds: (365.25 * 86400 / runs).rounded())
    }

    /// 1: this is rarer than the other, -1: oftener.
    func order(_ other: CronPeriod) -> Int {
        // The shares are approximate: near ones are one.
        if abs(runs - other.runs) <= 1e-6 * max(runs, other.runs) { return 0 }
        return runs < other.runs ? 1 : -1
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
                guard (1...2).contains(ends.count), let first = number(ends[0]) else { return nil }
                values = halves.count == 2 ? Double(count - min(first, count)) : 1
                if ends.count == 2 {
                    guard let last = number(ends[1]), last >= first else { return nil }
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

    private static func number(_ text: Substring) -> Int? {
        if let number = Int(text), (0...60).contains(number) { return number }
        let names = [
            "sun", "mon", "tue", "wed", "thu", "fri", "sat",
        ]
        let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        let name = text.lowercased()
        return names.firstIndex(of: name) ?? months.firstIndex(of: name).map { $0 + 1 }
    }
}
