/// A date, a time of day or both, as ISO 8601 writes it.
package struct DateTime: Hashable, Sendable {
    package enum Kind: Sendable { case date, time, timestamp }
    package enum Zone: Hashable, Sendable {
        case none
        /// Seconds ahead of UTC.
        case offset(Int)
        /// By a name: no offset without tables.
        case named
    }

    package var kind: Kind
    /// Since 1970-01-01T00:00 by the same clock, or since midnight.
    package var seconds: Int
    package var nanoseconds: Int
    package var zone: Zone

    /// - Returns: nil for text that is no ISO 8601 date or time, or names one that does not exist.
    ///
    /// Taken as well: a blank for the `T`, one before the zone, `UTC` and names of zones (`Europe/Berlin`), dates of
    /// reduced precision (`2024-01`, `2024`).
    package init?(_ text: UnsafeBufferPointer<UInt8>) {
        var reader = DateTimeReader(text)
        guard let read = reader.read() else { return nil }
        self = read
    }

    package init(kind: Kind, seconds: Int, nanoseconds: Int = 0, zone: Zone = .none) {
        self.kind = kind
        self.seconds = seconds
        self.nanoseconds = nanoseconds
        self.zone = zone
    }

    /// A day of the calendar (`2026-03-01`), with a time of it at will, or a time of day: what deadlines and bounds are
    /// compared by. Nil for what stands for several days, such as weeks and years, and where a zone has but a name.
    package init?(instant text: String) {
        var text = text
        let read = text.withUTF8 { bytes in
            DateTime(bytes).flatMap {
                $0.kind == .time || (bytes.count > 9 && bytes[7] == UInt8(ascii: "-")) ? $0 : nil
            }
        }
        guard let read, read.zone != .named else { return nil }
        self = read
    }

    /// True when it has an offset: a clock's reading and an instant cannot be put in order.
    package var isZoned: Bool { zone != .none }

    /// The number of the day since 1970-01-01, in UTC where it has an offset.
    package var day: Int { Day(ofSecond: seconds - offset).number }

    /// In seconds: by the clock that wrote it or, with an offset, in UTC.
    package var instant: Double { Double(seconds - offset) + Double(nanoseconds) * 1e-9 }

    private var offset: Int { if case .offset(let offset) = zone { offset } else { 0 } }

    /// Less than, equal to or greater than 0 as this comes before, with or after another; nil where that cannot be told:
    /// a date and a time, a time with an offset and one without.
    package func order(_ other: DateTime) -> Int? {
        guard (kind == .time) == (other.kind == .time), isZoned == other.isZoned, zone != .named, other.zone != .named
        else { return nil }
        let (a, b) = (seconds - offset, other.seconds - other.offset)
        if a != b { return a < b ? -1 : 1 }
        return nanoseconds == other.nanoseconds ? 0 : nanoseconds < other.nanoseconds ? -1 : 1
    }
}

/// Reads ISO 8601 from left to right, once.
private struct DateTimeReader {
    private let text: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    mutating func read() -> DateTime? {
        guard text.count <= 64 else { return nil }
        if next(is: "T") || (text.count > 2 && text[2] == UInt8(ascii: ":")) {
            guard var time = timeOfDay() else { return nil }
            return zone(of: &time) ? time : nil
        }
        guard let days = date() else { return nil }
        if at == text.count { return DateTime(kind: .date, seconds: days * Day.seconds) }
        guard isFull, next(is: "T") || next(is: " "), var time = timeOfDay() else { return nil }
        time.kind = .timestamp
        time.seconds += days * Day.seconds
        return zone(of: &time) ? time : nil
    }

    /// True when the date names a day, so that a time may follow.
    private var isFull = false

    private mutating func date() -> Int? {
        guard let year = digits(4) else { return nil }
        if at == text.count { return Day(year: year, month: 1, day: 1).number }
        let isExtended = next(is: "-")
        if next(is: "W") {
            guard let week = digits(2), (1...53).contains(week) else { return nil }
            let start = Day(year: year, month: 1, day: 4)
            let monday = start.number - (start.weekday + 6) % 7 + (week - 1) * 7
            guard at < text.count, !isExtended || next(is: "-"), let day = digits(1), (1...7).contains(day) else {
                return at == text.count ? monday : nil
            }
            isFull = true
            return monday + day - 1
        }
        let count = digitCount
        if count == 3 {
            guard let day = digits(3), (1...(Day.isLeap(year) ? 366 : 365)).contains(day) else { return nil }
            isFull = true
            return Day(year: year, month: 1, day: 1).number + day - 1
        }
        guard isExtended ? count == 2 : count == 4, let month = digits(2), (1...12).contains(month) else { return nil }
        if isExtended {
            if at == text.count { return Day(year: year, month: month, day: 1).number }
            guard next(is: "-") else { return nil }
        }
        guard let day = digits(2), (1...Day.length(ofMonth: month, year: year)).contains(day) else { return nil }
        isFull = true
        return Day(year: year, month: month, day: day).number
    }

    private mutating func timeOfDay() -> DateTime? {
        guard let hour = digits(2), hour <= 24 else { return nil }
        var time = DateTime(kind: .time, seconds: hour * 3600)
        let isExtended = next(is: ":")
        if isExtended || digitCount >= 2 {
            guard let minute = digits(2), minute < 60 else { return nil }
            time.seconds += minute * 60
            if isExtended ? next(is: ":") : digitCount >= 2 {
                // A leap second is second 60.
                guard let second = digits(2), second <= 60 else { return nil }
                time.seconds += second
                if next(is: ".") || next(is: ",") {
                    guard let fraction = fraction() else { return nil }
                    time.nanoseconds = fraction
                }
            }
        }
        return hour < 24 || (time.seconds == 86400 && time.nanoseconds == 0) ? time : nil
    }

    private mutating func fraction() -> Int? {
        var nanoseconds = 0
        var count = 0
        while let digit = digits(1) {
            if count < 9 { nanoseconds = nanoseconds * 10 + digit }
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in min(count, 9)..<9 { nanoseconds *= 10 }
        return nanoseconds
    }

    /// Reads a zone, if there is one, to the end of the text.
    private mutating func zone(of time: inout DateTime) -> Bool {
        if at == text.count { return true }
        _ = next(is: " ")
        guard at < text.count else { return false }
        if next(is: "Z") {
            time.zone = .offset(0)
        } else if text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") {
            let sign = text[at] == UInt8(ascii: "-") ? -1 : 1
            at += 1
            guard let hours = digits(2), hours <= 18 else { return false }
            let hasColon = next(is: ":")
            let minutes = hasColon || digitCount == 2 ? digits(2) : 0
            guard let minutes, minutes < 60 else { return false }
            time.zone = .offset(sign * (hours * 3600 + minutes * 60))
        } else {
            guard isNamedZone else { return false }
            let name = String(decoding: UnsafeBufferPointer(rebasing: text[at...]), as: UTF8.self)
            time.zone = name == "UTC" || name == "GMT" ? .offset(0) : .named
            return true
        }
        // Java adds the name: `+01:00[Europe/Paris]`.
        return at == text.count || (text[at] == UInt8(ascii: "[") && text[text.count - 1] == UInt8(ascii: "]"))
    }

    private var isNamedZone: Bool {
        let name = text[at...]
        return name.count > 2
            && name.allSatisfy { byte in
                byte.isLetter || byte.isDigit
                    || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: "+")
            }
    }

    // MARK: Characters

    private mutating func next(is character: Unicode.Scalar) -> Bool {
        guard at < text.count, text[at] == UInt8(ascii: character) || text[at] == UInt8(ascii: character) | 0x20 else {
            return false
        }
        at += 1
        return true
    }

    private var digitCount: Int {
        var end = at
        while end < text.count, text[end].isDigit { end += 1 }
        return end - at
    }

    private mutating func digits(_ count: Int) -> Int? {
        guard at + count <= text.count else { return nil }
        var value = 0
        for index in at..<at + count {
            guard text[index].isDigit else { return nil }
            value = value * 10 + Int(text[index] - 0x30)
        }
        at += count
        return value
    }
}
