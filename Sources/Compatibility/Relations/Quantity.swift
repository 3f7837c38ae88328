package import Basics

/// How much a service level promises, with its unit made comparable: `4 d`, `96h`, `PT96H` and `value: 4, unit: days`
/// are one quantity.
package enum Quantity: Hashable, Sendable {
    case span(TimeSpan)
    /// Of a hundred.
    case percent(Double)
    /// In a unit that is not understood, in lower case; empty: none is said.
    case amount(Double, unit: String)
    case moment(DateTime)
    /// Never ends.
    case unlimited
    case words(String)

    /// - Parameters:
    ///   - value: the text of the value, which may hold the unit.
    ///   - unit: the unit where it stands apart.
    package init(_ value: String, unit: String?) {
        let text = Self.trimmed(value.lowercased())
        let unit = unit.map { Self.trimmed($0.lowercased()) } ?? ""
        if let number = Double(text), number.isFinite, text.utf8.count < 40 {
            self = Self.quantity(number, unit)
        } else if let moment = DateTime(instant: Self.trimmed(value)) {
            self = .moment(moment)
        } else if let span = TimeSpan(iso: text) ?? TimeSpan.period(text) {
            self = .span(span)
        } else if text == "unlimited" || text == "forever" || text == "indefinite" || text == "infinite" {
            self = .unlimited
        } else if let (number, word) = Self.split(text) {
            self = Self.quantity(number, word)
        } else {
            self = .words(text)
        }
    }

    private static func quantity(_ number: Double, _ unit: String) -> Quantity {
        if let span = TimeSpan.unit(unit) { return .span(span * number) }
        if unit == "%" || unit == "percent" || unit == "pct" || unit == "percentage" { return .percent(number) }
        return .amount(number, unit: unit)
    }

    /// A number and the word behind it, and nothing else: `25h`, `99.9 %`, `every 15 minutes`.
    private static func split(_ text: String) -> (Double, String)? {
        guard text.utf8.count <= 64 else { return nil }
        let body = trimmed(text.hasPrefix("every ") ? String(text.dropFirst(6)) : text)
        let digits = body.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-" || $0 == "+") }
        guard let number = Double(digits), number.isFinite else {
            return text.hasPrefix("every ") ? TimeSpan.unit(body).map { _ in (1, body) } : nil
        }
        let rest = trimmed(String(body.dropFirst(digits.count)))
        return rest.contains(where: { $0.isNumber }) ? nil : (number, rest)
    }

    private static func trimmed(_ text: String) -> String {
        guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else { return text }
        let start = text.drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

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
        case (.moment(let a), .moment(let b)):
            if let known = a.order(b) { return known }
            // Days and instants that lie more than a day apart.
            guard a.kind != .time, b.kind != .time, abs(a.instant - b.instant) > 86400 else { return nil }
            return order(a.instant, b.instant)
        case (.unlimited, .unlimited): return 0
        case (.unlimited, .span): return 1
        case (.span, .unlimited): return -1
        case (.words(let a), .words(let b)): return a == b ? 0 : nil
        default: return nil
        }
    }
}
