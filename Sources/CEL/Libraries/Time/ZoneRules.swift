internal import Basics

/// The rules of a time zone for the years after its last listed change: the POSIX `TZ` text at the end of a TZif file,
/// `EST5EDT,M3.2.0,M11.1.0` (RFC 9636, section 3.3.2).
struct ZoneRules: Equatable, Sendable {
    /// Seconds east of UTC.
    var standard: Int
    var summer: Summer?

    struct Summer: Equatable, Sendable {
        /// Seconds east of UTC.
        var offset: Int
        var start: Change
        var end: Change
    }

    struct Change: Equatable, Sendable {
        var day: YearDay
        /// Seconds after local midnight; −167 to 167 hours.
        var time: Int
    }

    enum YearDay: Equatable, Sendable {
        /// `J60`: 1...365, the 29th of February never counted.
        case julian(Int)
        /// `59`: 0...365, the 29th of February counted.
        case zeroBased(Int)
        /// `M3.2.0`: the second Sunday of March; week 5 is the last.
        case weekday(month: Int, week: Int, weekday: Int)

        /// Days since 1970.
        func days(inYear year: Int) -> Int {
            let january = Day(year: year, month: 1, day: 1).number
            switch self {
            case .julian(let day):
                return january + day - 1 + (day >= 60 && Day.isLeap(year) ? 1 : 0)
            case .zeroBased(let day):
                return january + day
            case .weekday(let month, let week, let weekday):
                let first = Day(year: year, month: month, day: 1)
                var day = (weekday - first.weekday + 7) % 7 + (week - 1) * 7
                if day >= Day.length(ofMonth: month, year: year) { day -= 7 }
                return first.number + day
            }
        }
    }

    func offset(at seconds: Int64) -> Int {
        guard let summer else { return standard }
        let seconds = Int(seconds)
        let year = Day(ofSecond: seconds + standard).date.year
        let start = summer.start.day.days(inYear: year) * Day.seconds + summer.start.time - standard
        let end = summer.end.day.days(inYear: year) * Day.seconds + summer.end.time - summer.offset
        let isSummer = start < end ? (start..<end).contains(seconds) : !(end..<start).contains(seconds)
        return isSummer ? summer.offset : standard
    }

    /// Nil when the text is not well formed.
    init?(_ text: some Collection<UInt8>) {
        var reader = Reader(Array(text))
        guard reader.skipName(), let west = reader.time(maximumHours: 24) else { return nil }
        standard = -west
        summer = nil
        guard !reader.isAtEnd else { return }
        guard reader.skipName() else { return nil }
        var offset = standard + 3600
        if !reader.isAt(",") {
            guard let west = reader.time(maximumHours: 24) else { return nil }
            offset = -west
        }
        guard let start = reader.change(), let end = reader.change(), reader.isAtEnd else { return nil }
        summer = Summer(offset: offset, start: start, end: end)
    }

    private struct Reader {
        private let text: [UInt8]
        private var position = 0

        init(_ text: [UInt8]) { self.text = text }

        var isAtEnd: Bool { position == text.count }

        func isAt(_ character: Unicode.Scalar) -> Bool {
            position < text.count && text[position] == UInt8(ascii: character)
        }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard isAt(character) else { return false }
            position += 1
            return true
        }

        /// `EST` or `<+0330>`.
        mutating func skipName() -> Bool {
            let start = position
            if skip("<") {
                while position < text.count, !isAt(">") { position += 1 }
                return skip(">")
            }
            while position < text.count, (0x41...0x5A).contains(text[position] & 0xDF) { position += 1 }
            return position > start
        }

        mutating func number(maximum: Int) -> Int? {
            let start = position
            var number = 0
            while position < text.count, let digit = decimalDigit(text[position]) {
                number = number * 10 + digit
                guard number <= maximum else { return nil }
                position += 1
            }
            return position > start ? number : nil
        }

        /// `[+-]hh[:mm[:ss]]`, in seconds.
        mutating func time(maximumHours: Int) -> Int? {
            let isNegative = skip("-")
            if !isNegative { _ = skip("+") }
            guard let hours = number(maximum: maximumHours) else { return nil }
            var seconds = hours * 3600
            if skip(":") {
                guard let minutes = number(maximum: 59) else { return nil }
                seconds += minutes * 60
                if skip(":") {
                    guard let rest = number(maximum: 59) else { return nil }
                    seconds += rest
                }
            }
            return isNegative ? -seconds : seconds
        }

        /// `,M3.2.0/2`
        mutating func change() -> Change? {
            guard skip(","), let day = day() else { return nil }
            guard skip("/") else { return Change(day: day, time: 2 * 3600) }
            guard let time = time(maximumHours: 167) else { return nil }
            return Change(day: day, time: time)
        }

        private mutating func day() -> YearDay? {
            if skip("J") {
                guard let day = number(maximum: 365), day > 0 else { return nil }
                return .julian(day)
            }
            guard skip("M") else { return number(maximum: 365).map(YearDay.zeroBased) }
            guard let month = number(maximum: 12), month > 0, skip("."),
                let week = number(maximum: 5), week > 0, skip("."),
                let weekday = number(maximum: 6)
            else { return nil }
            return .weekday(month: month, week: week, weekday: weekday)
        }
    }
}
