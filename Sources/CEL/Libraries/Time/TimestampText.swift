internal import Basics

/// Timestamps as RFC 3339 writes them: `2009-02-13T23:31:30.5+01:00`.
enum TimestampText {
    enum Fault: Error, Equatable {
        case malformed
        /// Well written, but no timestamp: before the year 1 or after 9999, taken to UTC.
        case outOfRange
    }

    /// Digits of a fraction beyond nanoseconds are cut off.
    static func parse(_ text: UnsafeBufferPointer<UInt8>) throws(Fault) -> Instant {
        var digits = DigitReader(text)
        guard let year = digits.number(4), digits.skip("-"),
            let month = digits.number(2), (1...12).contains(month), digits.skip("-"),
            let day = digits.number(2), (1...Day.length(ofMonth: month, year: year)).contains(day),
            digits.skip("T") || digits.skip("t"),
            let hour = digits.number(2), hour < 24, digits.skip(":"),
            let minute = digits.number(2), minute < 60, digits.skip(":"),
            let second = digits.number(2), second < 60
        else { throw isYearTooLong(text) ? .outOfRange : .malformed }
        var nanos: Int32 = 0
        if digits.skip(".") {
            guard let fraction = digits.fraction() else { throw .malformed }
            nanos = fraction
        }
        var offset = 0
        if !digits.skip("Z"), !digits.skip("z") {
            let isNegative = digits.skip("-")
            guard isNegative || digits.skip("+"), let hours = digits.number(2), hours < 24, digits.skip(":"),
                let minutes = digits.number(2), minutes < 60
            else { throw .malformed }
            offset = (hours * 3600 + minutes * 60) * (isNegative ? -1 : 1)
        }
        guard digits.isAtEnd else { throw .malformed }
        let days = Day(year: year, month: month, day: day).number
        let seconds = days * Day.seconds + hour * 3600 + minute * 60 + second - offset
        guard let instant = Instant(seconds: Int64(seconds), nanos: nanos) else { throw .outOfRange }
        return instant
    }

    /// Five or more digits and a hyphen: a year after 9999.
    private static func isYearTooLong(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let hyphen = text.firstIndex(where: { !(0x30...0x39).contains($0) }) else { return false }
        return hyphen > 4 && text[hyphen] == UInt8(ascii: "-")
    }

    /// In UTC, with as many digits of a fraction as are not zero.
    static func write(_ instant: Instant, into output: inout [UInt8]) {
        let day = Day(ofSecond: Int(instant.seconds))
        let second = Int(instant.seconds) - day.number * Day.seconds
        let date = day.date
        append(date.year, width: 4, to: &output)
        output.append(UInt8(ascii: "-"))
        append(date.month, width: 2, to: &output)
        output.append(UInt8(ascii: "-"))
        append(date.day, width: 2, to: &output)
        output.append(UInt8(ascii: "T"))
        append(second / 3600, width: 2, to: &output)
        output.append(UInt8(ascii: ":"))
        append(second / 60 % 60, width: 2, to: &output)
        output.append(UInt8(ascii: ":"))
        append(second % 60, width: 2, to: &output)
        appendFraction(nanos: Int(instant.nanos), to: &output)
        output.append(UInt8(ascii: "Z"))
    }

    private static func append(_ number: Int, width: Int, to output: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            output.append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }

    /// `.25` for 250,000,000 nanoseconds; nothing for none.
    static func appendFraction(nanos: Int, to output: inout [UInt8]) {
        guard nanos > 0 else { return }
        output.append(UInt8(ascii: "."))
        append(nanos, width: 9, to: &output)
        while output.last == 0x30 { output.removeLast() }
    }
}

/// Reads numbers of a fixed width from ASCII text.
struct DigitReader {
    private let text: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    var isAtEnd: Bool { position == text.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < text.count, text[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Exactly so many digits, at most 18.
    mutating func number(_ width: Int) -> Int? {
        guard text.count - position >= width else { return nil }
        var number = 0
        for offset in position..<position + width {
            guard let digit = decimalDigit(text[offset]) else { return nil }
            number = number * 10 + digit
        }
        position += width
        return number
    }

    /// One digit or more after a decimal point, as nanoseconds; further ones are cut off.
    mutating func fraction() -> Int32? {
        var nanos: Int32 = 0
        var unit: Int32 = 100_000_000
        let start = position
        while position < text.count, let digit = decimalDigit(text[position]) {
            nanos += Int32(digit) * unit
            unit /= 10
            position += 1
        }
        return position > start ? nanos : nil
    }
}

@inline(__always)
func decimalDigit(_ byte: UInt8) -> Int? {
    let digit = byte &- 0x30
    return digit < 10 ? Int(digit) : nil
}
