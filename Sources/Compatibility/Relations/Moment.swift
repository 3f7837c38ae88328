/// A day, or a time on a day, as ISO 8601 writes it: what bounds and deadlines are compared by.
package struct Moment: Hashable, Sendable {
    /// Since 1970-01-01T00:00, by the clock that wrote it or, with an offset, in UTC.
    package var seconds: Double
    /// Whether it has an offset: a clock's reading and an instant cannot be put in order.
    package var isZoned: Bool
    package var hasTime: Bool

    /// The number of the day since 1970-01-01.
    package var day: Int { Int((seconds / 86400).rounded(.down)) }

    /// A day.
    package init(day: Int) {
        seconds = Double(day) * 86400
        isZoned = false
        hasTime = false
    }

    /// - Returns: nil for anything but `2026-03-01`, `2026-03-01T10:30`, with seconds, fraction and offset at will.
    package init?(_ text: String) {
        var text = text
        let read = text.withUTF8 { bytes in bytes.count <= 40 ? MomentReader(bytes).read() : nil }
        guard let read else { return nil }
        self = read
    }

    fileprivate init(seconds: Double, isZoned: Bool, hasTime: Bool) {
        self.seconds = seconds
        self.isZoned = isZoned
        self.hasTime = hasTime
    }
}

private struct MomentReader {
    let text: UnsafeBufferPointer<UInt8>
    var at = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    consuming func read() -> Moment? {
        guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2),
            (1...12).contains(month), (1...Self.length(of: month, year)).contains(day)
        else { return nil }
        let date = Double(Self.days(year, month, day)) * 86400
        if at == text.count { return Moment(seconds: date, isZoned: false, hasTime: false) }
        guard take("T") || take("t") || take(" "), let hour = digits(2), hour <= 24, take(":"), let minute = digits(2),
            minute < 60
        else { return nil }
        var time = Double(hour * 3600 + minute * 60)
        if take(":") {
            guard let second = digits(2), second <= 60 else { return nil }
            time += Double(second)
            if take(".") {
                var unit = 0.1
                while let digit = digits(1) {
                    time += Double(digit) * unit
                    unit /= 10
                }
            }
        }
        _ = take(" ")
        if at == text.count { return Moment(seconds: date + time, isZoned: false, hasTime: true) }
        if take("Z") || take("z") { return end(date + time) }
        let isBehind = take("-")
        guard isBehind || take("+"), let hours = digits(2), hours <= 18 else { return nil }
        _ = take(":")
        let minutes = at < text.count ? digits(2) : 0
        guard let minutes, minutes < 60 else { return nil }
        let offset = Double(hours * 3600 + minutes * 60)
        return end(date + time + (isBehind ? offset : -offset))
    }

    private func end(_ seconds: Double) -> Moment? {
        at == text.count ? Moment(seconds: seconds, isZoned: true, hasTime: true) : nil
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
        guard at < text.count, text[at] == UInt8(ascii: mark) else { return false }
        at += 1
        return true
    }

    private mutating func digits(_ count: Int) -> Int? {
        guard at + count <= text.count else { return nil }
        var value = 0
        for index in at..<at + count {
            guard (0x30...0x39).contains(text[index]) else { return nil }
            value = value * 10 + Int(text[index] - 0x30)
        }
        at += count
        return value
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar; the year starts in March, so that the leap day is its
    /// last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
