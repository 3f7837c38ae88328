import Basics
import Testing

@Suite struct DateTimeTests {
    @Test(
        arguments: [
            ("2026-01-01", "2026-01-02", -1), ("2026-01-01T00:00:00Z", "2026-01-01T01:00:00+01:00", 0),
            ("2024-02-29", "2024-03-01", -1), ("2026-01-01T00:00:00.5Z", "2026-01-01T00:00:00.25Z", 1),
        ])
    func moments(_ a: String, _ b: String, _ order: Int) throws {
        let (a, b) = (try #require(DateTime(instant: a)), try #require(DateTime(instant: b)))
        #expect(a.order(b) == order)
    }

    @Test(
        arguments: [
            "", "2026", "2026-13-01", "2026-02-29", "2026-1-1", "2026-01-01T", "2026-01-01T25:00", "2026-01-01T10:00+",
            "2026-01-01x", "2026-W10-1", "2026-060", "20260101", "2026-01-01T10:00 Europe/Berlin", "soon", "-001-01-01",
            String(repeating: "1", count: 1000),
        ])
    func whatIsNoMoment(_ text: String) { #expect(DateTime(instant: text) == nil) }

    @Test func daysAreCountedFrom1970() {
        for (text, day) in [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2026-06-01", 20605), ("2026-06-01T01:00+02", 20604),
        ] {
            #expect(DateTime(instant: text)?.day == day)
        }
    }

    /// The days of four centuries, there and back, beside the calendar of each month.
    @Test func everyDayIsTheOneAfterTheLast() {
        var expected = (year: 1799, month: 12, day: 31)
        for number in Day(year: 1799, month: 12, day: 31).number...Day(year: 2200, month: 1, day: 1).number {
            let day = Day(number: number)
            #expect(day.date == expected && Day(year: expected.year, month: expected.month, day: expected.day) == day)
            #expect(day.weekday == (number % 7 + 11) % 7)
            expected.day += 1
            if expected.day > Day.length(ofMonth: expected.month, year: expected.year) {
                expected = (expected.month == 12 ? expected.year + 1 : expected.year, expected.month % 12 + 1, 1)
            }
        }
    }

    @Test(arguments: [("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("2024-02-29", 19782), ("1970-01-01", 0)])
    func daysAreReadAndWritten(_ text: String, _ number: Int) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number).text == text)
    }

    @Test func aSecondFallsOnADay() {
        for (second, day) in [(0, 0), (-1, -1), (86_399, 0), (86_400, 1), (-86_400, -1), (-86_401, -2)] {
            #expect(Day(ofSecond: second).number == day)
        }
    }
}
