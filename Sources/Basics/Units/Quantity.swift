/// Amount that a service level promises, with its unit made comparable: `4 d`, `96h`, `PT96H` and `value: 4, unit: days`
/// are one quantity.
package enum Quantity: Hashable, Sendable {
    case span(TimeSpan)
    /// Of a hundred.
    case percent(Double)
    /// In a unit that is not understood, in lower case; empty: none is said.
    case amount(Double, unit: String)
    case date(DateTime)
    /// Never ends.
    case unlimited
    /// Without a break between.
    case continuous
    case words(String)

    /// - Parameters:
    ///   - value: the text of the value, which may hold the unit.
    ///   - unit: the unit where it stands apart.
    ///   - isFrequency: whether a cron expression or a count says how often something comes: `0 6 * * *`,
    ///     `4 times per day`.
    package init(_ value: String, unit: String?, isFrequency: Bool = false) {
        var (value, unit) = (value, unit ?? "")
        self = value.withUTF8 { value in unit.withUTF8 { Quantity(value, unit: $0, isFrequency: isFrequency) } }
    }

    private init(
        _ value: UnsafeBufferPointer<UInt8>, unit: UnsafeBufferPointer<UInt8>, isFrequency: Bool
    ) {
        if let span = Self.span(value, unit: unit, isFrequency: isFrequency) {
            self = .span(span)
            return
        }
        let value = value.trimmed
        let text = String(decoding: value, as: UTF8.self)
        let word = text.lowercased()
        if let (number, length) = DecimalNumber.read(value), let name = Self.unit(value, behind: length, unit) {
            self = Self.shares.contains(name) ? .percent(number.value) : .amount(number.value, unit: name)
        } else if let date = DateTime(instant: text) {
            self = .date(date)
        } else if Self.wordsForUnlimited.contains(word) {
            self = .unlimited
        } else if Self.wordsForContinuous.contains(word) {
            self = .continuous
        } else {
            self = .words(word)
        }
    }

    /// The length of time that a value means, if it means one.
    package static func span(
        _ value: UnsafeBufferPointer<UInt8>, unit: UnsafeBufferPointer<UInt8>, isFrequency: @autoclosure () -> Bool
    ) -> TimeSpan? {
        if let span = TimeSpan(value: value, unit: unit) { return span }
        guard isFrequency(), value.count <= 200, unit.count <= 40 else { return nil }
        let value = String(decoding: value, as: UTF8.self)
        if Frequency.isExpression(value) { return Frequency(value)?.span }
        return Frequency.period(value, unit: String(decoding: unit, as: UTF8.self))
    }

    /// The unit behind a number, or else the one that stands apart; nil: it is no unit that stands behind the number.
    private static func unit(
        _ value: UnsafeBufferPointer<UInt8>, behind length: Int, _ unit: UnsafeBufferPointer<UInt8>
    ) -> String? {
        let rest = UnsafeBufferPointer(rebasing: value[length...]).trimmed
        guard value.count <= 64, !rest.contains(where: \.isDigit) else { return nil }
        return String(decoding: rest.isEmpty ? unit.trimmed : rest, as: UTF8.self).lowercased()
    }

    /// True when a unit is one of time, of a count in a time, or percent.
    package static func isUnit(_ unit: UnsafeBufferPointer<UInt8>) -> Bool {
        let unit = unit.trimmed
        if TimeUnits.unit(unit) != nil { return true }
        let name = String(decoding: unit, as: UTF8.self)
        return shares.contains(name.lowercased()) || Frequency.isUnit(name)
    }

    private static let shares: Set = ["%", "percent", "percentage", "pct"]
    private static let wordsForUnlimited: Set = ["unlimited", "forever", "indefinite", "infinite", "permanent"]
    static let wordsForContinuous: Set = ["continuous", "continuously", "real-time", "realtime", "streaming"]

    /// Less than, equal to or greater than 0 as this is less than, as much as or more than another; nil where they
    /// cannot be compared.
    package func order(_ other: Quantity) -> Int? {
        func order(_ a: Double, _ b: Double) -> Int { a == b ? 0 : a < b ? -1 : 1 }
        switch (self, other) {
        case (.span(let a), .span(let b)): return a.order(b)
        case (.percent(let a), .percent(let b)): return order(a, b)
        case (.amount(let a, let unit), .amount(let b, let other)): return unit == other ? order(a, b) : nil
        // A share in figures above 1 counts of a hundred: 99.9.
        case (.percent(let a), .amount(let b, "")): return b > 1 ? order(a, b) : nil
        case (.amount(let a, ""), .percent(let b)): return a > 1 ? order(a, b) : nil
        case (.date(let a), .date(let b)):
            if let known = a.order(b) { return known }
            // Days and instants that lie more than a day apart.
            guard a.kind != .time, b.kind != .time, abs(a.instant - b.instant) > 86400 else { return nil }
            return order(a.instant, b.instant)
        case (.unlimited, .unlimited), (.continuous, .continuous): return 0
        case (.unlimited, .span): return 1
        case (.span, .unlimited): return -1
        case (.continuous, .span(let span)): return TimeSpan().order(span)
        case (.span(let span), .continuous): return span.order(TimeSpan())
        case (.words(let a), .words(let b)): return a == b ? 0 : nil
        default: return nil
        }
    }
}
