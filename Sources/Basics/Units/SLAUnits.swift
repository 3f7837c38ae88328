/// Units of service levels, and lengths of time as people write them.
///
/// ODCS 3.1, “Service-level agreement”, has d, day, days and y, yr, years; the rest are the usual symbols (ISO 80000-3)
/// and words. A month is 30 days and a year 365: calendar units have no exact length, and promises are compared, not
/// dated.
package enum SLAUnits {
    /// Whether a unit is one of time, or percent.
    package static func isKnown(_ unit: UnsafeBufferPointer<UInt8>) -> Bool {
        let unit = trimmed(unit)
        return seconds(of: unit) != nil || lowercase(unit) { shares.contains($0) } == true
    }

    /// The seconds of one unit of time; nil when it is none.
    package static func seconds(of unit: UnsafeBufferPointer<UInt8>) -> Double? {
        let unit = trimmed(unit)
        // In ISO 8601 and in many tools `M` is a month and `m` a minute: the capital alone means the month.
        if unit.count == 1, unit[0] == UInt8(ascii: "M") { return month }
        return lowercase(unit) { units[$0] } ?? nil
    }

    /// A length of time in seconds: a number with its unit beside it or behind it (`25h`, `1 year`), an ISO 8601
    /// duration (`P1Y`, `PT4H`), or a word that means one (`daily`). Nil: it is none.
    ///
    /// - Parameter unit: empty where there is none.
    package static func seconds(value: UnsafeBufferPointer<UInt8>, unit: UnsafeBufferPointer<UInt8>) -> Double? {
        let value = trimmed(value)
        let unit = trimmed(unit)
        guard !value.isEmpty else { return nil }
        if value[0].lowered == UInt8(ascii: "p") { return unit.isEmpty ? isoDuration(value) : nil }
        guard let (number, length) = number(value) else {
            return unit.isEmpty ? lowercase(value) { words[$0] } ?? nil : nil
        }
        let rest = trimmed(UnsafeBufferPointer(rebasing: value[length...]))
        // With a unit of its own the value needs no other, but may repeat it.
        guard rest.isEmpty || unit.isEmpty || seconds(of: rest) == seconds(of: unit) else { return nil }
        return seconds(of: rest.isEmpty ? unit : rest).map { number * $0 }
    }

    // MARK: Tables

    private static let day = 86400.0
    private static let month = 30 * day
    private static let year = 365 * day

    private static let shares = WordTable("% percent percentage pct")

    private static let units = WordTable<Double>([
        ("ns", 1e-9), ("nanosecond", 1e-9), ("nanoseconds", 1e-9), ("us", 1e-6), ("µs", 1e-6), ("microsecond", 1e-6),
        ("microseconds", 1e-6), ("ms", 1e-3), ("millisecond", 1e-3), ("milliseconds", 1e-3), ("s", 1), ("sec", 1),
        ("secs", 1), ("second", 1), ("seconds", 1), ("m", 60), ("min", 60), ("mins", 60), ("minute", 60),
        ("minutes", 60), ("h", 3600), ("hr", 3600), ("hrs", 3600), ("hour", 3600), ("hours", 3600), ("d", day),
        ("day", day), ("days", day), ("w", 7 * day), ("wk", 7 * day), ("week", 7 * day), ("weeks", 7 * day),
        ("mo", month), ("mon", month), ("month", month), ("months", month), ("q", 3 * month), ("quarter", 3 * month),
        ("quarters", 3 * month), ("y", year), ("yr", year), ("yrs", year), ("year", year), ("years", year),
    ])

    private static let words = WordTable<Double>([
        ("hourly", 3600), ("daily", day), ("weekly", 7 * day), ("biweekly", 14 * day), ("fortnightly", 14 * day),
        ("monthly", month), ("quarterly", 3 * month), ("yearly", year), ("annually", year), ("annual", year),
    ])

    // MARK: Reading

    /// `P1Y2M10DT2H30M`, ISO 8601-1:2019, 5.5.2.2 and 5.5.2.4. A fraction may stand anywhere; the order of the units is
    /// kept.
    private static func isoDuration(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        var at = 1
        var total = 0.0
        var isTime = false
        var rank = 0
        var hasPart = false
        while at < text.count {
            if text[at].lowered == UInt8(ascii: "t") {
                guard !isTime, at + 1 < text.count else { return nil }
                isTime = true
                rank = 4
                at += 1
                continue
            }
            guard let (number, length) = number(UnsafeBufferPointer(rebasing: text[at...])), text[at].isDigit else {
                return nil
            }
            at += length
            guard at < text.count, let (seconds, next) = designator(text[at].lowered, isTime), next > rank else {
                return nil
            }
            total += number * seconds
            rank = next
            hasPart = true
            at += 1
        }
        return hasPart ? total : nil
    }

    /// The seconds of a designator, and its place in the order of all.
    private static func designator(_ letter: UInt8, _ isTime: Bool) -> (seconds: Double, rank: Int)? {
        switch (letter, isTime) {
        case (UInt8(ascii: "y"), false): (year, 1)
        case (UInt8(ascii: "m"), false): (month, 2)
        case (UInt8(ascii: "w"), false): (7 * day, 3)
        case (UInt8(ascii: "d"), false): (day, 4)
        case (UInt8(ascii: "h"), true): (3600, 5)
        case (UInt8(ascii: "m"), true): (60, 6)
        case (UInt8(ascii: "s"), true): (1, 7)
        default: nil
        }
    }

    /// A decimal number at the start of a text, and the bytes it takes. At most 18 digits before the point.
    private static func number(_ text: UnsafeBufferPointer<UInt8>) -> (value: Double, length: Int)? {
        var at = 0
        let isNegative = text.first == UInt8(ascii: "-")
        if isNegative { at = 1 }
        let start = at
        var value = 0.0
        while at < text.count, text[at].isDigit {
            value = value * 10 + Double(text[at] - 0x30)
            at += 1
        }
        guard at > start, at - start <= 18 else { return nil }
        if at + 1 < text.count, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ","), text[at + 1].isDigit {
            at += 1
            var scale = 1.0
            while at < text.count, text[at].isDigit {
                scale /= 10
                value += Double(text[at] - 0x30) * scale
                at += 1
            }
        }
        return (isNegative ? -value : value, at)
    }

    private static func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var start = 0
        var end = text.count
        while start < end, text[start] <= 0x20 { start += 1 }
        while start < end, text[end - 1] <= 0x20 { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[start..<end])
    }

    /// Nil when the text is longer than any word here.
    private static func lowercase<Result>(
        _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result? {
        guard text.count <= 16 else { return nil }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 16) { memory in
            for index in 0..<text.count { memory[index] = text[index].lowered }
            return body(UnsafeBufferPointer(rebasing: memory[..<text.count]))
        }
    }
}
