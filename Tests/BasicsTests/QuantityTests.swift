import Basics
import TestSupport
import Testing

/// Lengths of time and other quantities, however they are spelt.
@Suite struct QuantityTests {
    @Test(
        arguments: [
            ("4", "h", 14400.0), ("1", "d", 86400), ("99", "s", 99), ("3", "y", 94608000), ("2", "months", 5184000),
            ("1", "M", 2592000), ("1", "m", 60), ("1.5", "hours", 5400), ("0,5", "h", 1800), ("0", "h", 0),
            ("-1", "h", -3600),
            ("25h", "", 90000), ("1 year", "", 31536000), ("30d", "", 2592000), ("30d", "days", 2592000),
            ("15 min", "", 900),
            ("P1Y", "", 31536000), ("PT4H", "", 14400), ("P1Y2M10DT2H30M", "", 37593000),
            ("P2W", "", 1209600), ("pt90s", "", 90), ("PT0.5H", "", 1800), ("P0D", "", 0), ("daily", "", 86400),
            ("Hourly", "", 3600), (" 4 ", " H ", 14400), ("500", "ms", 0.5), ("1", "Quarter", 7776000),
        ] as [(String, String, Double)])
    func readsALength(_ value: String, _ unit: String, _ seconds: Double) {
        #expect(bytes(value) { value in bytes(unit) { TimeSpan(value: value, unit: $0)?.seconds } } == seconds)
    }

    @Test(arguments: [
        ("4", ""), ("soon", ""), ("", "h"), ("", ""), ("h", "h"), ("4", "moons"), ("25h", "d"), ("P", ""), ("PT", ""),
        ("P1", ""),
        ("P1YT", ""), ("P1D1Y", ""), ("PT1D", ""), ("P1H", ""), ("P1D", "d"), ("P-1D", ""), ("daily", "d"),
        ("99.9%", ""),
        ("4h5", ""), ("1234567890123456789", "h"), ("p4", ""), ("PT1H1H", ""), ("99", "percent"),
    ])
    func isNoLength(_ value: String, _ unit: String) {
        #expect(bytes(value) { value in bytes(unit) { TimeSpan(value: value, unit: $0)?.seconds } } == nil)
    }

    @Test(arguments: [
        ("h", true), ("percent", true), ("%", true), ("Years", true), ("yr", true), ("M", true), ("µs", true),
        ("per day", true),
        ("times a week", true), ("/h", true), ("per moon", false), ("a", false), ("moons", false), ("", false),
        ("hours per day", false), ("a unit much longer than any that is known", false), ("rows", false),
    ])
    func knowsUnits(_ unit: String, _ expected: Bool) {
        #expect(bytes(unit, Quantity.isUnit) == expected)
    }

    @Test(
        arguments: [
            ("4", "d", "96", "h", 0), ("4 d", nil, "96h", nil, 0), ("PT4H", nil, "240 minutes", nil, 0),
            ("1", "month", "30", "d", nil), ("1", "month", "31", "d", nil), ("1", "month", "32", "d", -1),
            ("1", "month", "27", "d", 1), ("1", "y", "12", "months", 0), ("1", "y", "365", "d", nil),
            ("1", "y", "367", "d", -1),
            ("2", "y", "729", "d", 1), ("1", "w", "7", "d", 0), ("1", "q", "3", "months", 0),
            ("P1Y", nil, "1 year", nil, 0),
            ("99.9%", nil, "99.9", "percent", 0), ("99.5", nil, "99.9%", nil, -1), ("0.99", nil, "99%", nil, nil),
            ("5", "m", "5", "m", 0), ("5", "m", "6", "m", -1), ("5", "m", "5", "min", 0), ("5", "M", "5", "months", 0),
            ("100", "MB/s", "50", "mb/s", 1),
            ("daily", nil, "1", "d", 0), ("every 15 minutes", nil, "900 s", nil, 0), ("real-time", nil, "1 s", nil, -1),
            ("unlimited", nil, "100 y", nil, 1), ("gold", nil, "silver", nil, nil), ("gold", nil, "Gold", nil, 0),
            ("2026-01-01", nil, "2026-06-01", nil, -1), ("2026-01-01", nil, "5 d", nil, nil),
            ("1e400", nil, "1", nil, nil),
            ("09:00-08:00", nil, "10:00-08:00", nil, -1), ("09:00-08:00", nil, "17:00Z", nil, 0),
            ("09:00", nil, "09:00Z", nil, nil),
        ] as [(String, String?, String, String?, Int?)])
    func quantities(_ a: String, _ unit: String?, _ b: String, _ other: String?, _ order: Int?) {
        let (a, b) = (Quantity(a, unit: unit), Quantity(b, unit: other))
        #expect(a.order(b) == order)
        #expect(b.order(a) == order.map { -$0 })
    }

    @Test(arguments: ["P", "P1", "PT", "P1H", "P1YT", "1Y", "PX1Y", "P1Y1", "P.Y", String(repeating: "P", count: 100)])
    func whatIsNoPeriod(_ text: String) {
        #expect(bytes(text) { TimeSpan(iso: $0) } == nil)
    }

    /// What has the same unit by another name is the same to the last digit.
    @Test(arguments: [
        ("3", "µs", "0.003", "ms"), ("3", "μs", "3000", "ns"), ("0.29", "s", "290", "ms"), ("1", "h", "60", "min"),
        ("90", "m", "90", "min"), ("90", "m", "1.5", "h"), ("0.57", "h", "2052", "s"), ("1,5", "h", "90", "m"),
        ("1", "M", "1", "month"), ("1", "y", "12", "months"), ("PT0.003S", "", "3", "ms"),
        ("every 15 minutes", "", "15", "m"),
    ])
    func isTheSame(_ a: String, _ unit: String, _ b: String, _ other: String) {
        #expect(Quantity(a, unit: unit) == Quantity(b, unit: other))
    }

    @Test(arguments: [
        ("0.5", 0.5, 3), ("-1,25x", -1.25, 5), ("1e3", 1000, 3), ("0x1F", 31, 4), (".5", 0.5, 2), ("4h", 4, 1),
        ("+7", 7, 2), ("1e", 1, 1), ("1.", 1, 1),
    ])
    func numbers(_ text: String, _ value: Double, _ length: Int) {
        bytes(text) { text in
            let read = DecimalNumber.read(text)
            #expect(read?.number.value == value && read?.length == length)
        }
    }

    @Test(arguments: ["", "-", "x", ".", "1e999", String(repeating: "9", count: 400)])
    func whatIsNoNumber(_ text: String) { #expect(bytes(text) { DecimalNumber.read($0) } == nil) }
}
