import Basics
import Compatibility
import Testing

@testable import Governance

@Suite struct UnitTests {
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
        #expect(bytes(value) { value in bytes(unit) { SLAUnits.seconds(value: value, unit: $0) } } == seconds)
    }

    @Test(arguments: [
        ("4", ""), ("soon", ""), ("", "h"), ("", ""), ("h", "h"), ("4", "moons"), ("25h", "d"), ("P", ""), ("PT", ""),
        ("P1", ""),
        ("P1YT", ""), ("P1D1Y", ""), ("PT1D", ""), ("P1H", ""), ("P1D", "d"), ("P-1D", ""), ("daily", "d"),
        ("99.9%", ""),
        ("4h5", ""), ("1234567890123456789", "h"), ("p4", ""), ("PT1H1H", ""), ("99", "percent"),
    ])
    func isNoLength(_ value: String, _ unit: String) {
        #expect(bytes(value) { value in bytes(unit) { SLAUnits.seconds(value: value, unit: $0) } } == nil)
    }

    @Test(arguments: [
        ("h", true), ("percent", true), ("%", true), ("Years", true), ("yr", true), ("moons", false), ("", false),
        ("hours per day", false), ("a unit much longer than any that is known", false), ("rows", false),
    ])
    func knowsUnits(_ unit: String, _ expected: Bool) {
        #expect(bytes(unit, SLAUnits.isKnown) == expected)
    }

    @Test(arguments: [
        ("EUR", true), ("SEK", true), ("USD", true), ("XCG", true), ("eur", false), ("EU", false), ("EURO", false),
        ("", false),
        ("DEM", false), ("XXX", false), ("$", false), ("AB", false), ("BGN", false),
    ])
    func knowsCurrencies(_ code: String, _ expected: Bool) {
        #expect(bytes(code, Currencies.isCode) == expected)
    }

    @Test(arguments: [
        ("1.0.0", true), ("0.0.0", true), ("10.20.30", true), ("1.2.3-rc.1", true), ("1.2.3-rc.1+build.05", true),
        ("1.2.3+001", true), ("1.0.0-alpha-beta", true), ("1.0.0--", true), ("99999999999999999999.0.0", true),
        ("v1.0.0", false), ("v1", false), ("1", false), ("1.0", false), ("1.0.0.0", false), ("01.0.0", false),
        ("1.0.0-01", false),
        ("1.0.0-", false), ("1.0.0+", false), ("1.0.0-a..b", false), ("1.0.0 ", false), ("", false), ("a.b.c", false),
        ("1..0", false),
        ("2024-06-01", false), ("-1.0.0", false), ("1.0.0-é", false),
    ])
    func readsVersions(_ version: String, _ expected: Bool) {
        #expect(bytes(version, SemanticVersion.isValid) == expected)
    }

    @Test(arguments: [
        ("order", true), ("SELECT", true), ("Group", true), ("user", true), ("order_id", false), ("date", false),
        ("value", false),
        ("status", false), ("", false), ("a_name_that_is_longer_than_any_word", false),
    ])
    func knowsReservedWords(_ name: String, _ expected: Bool) {
        #expect(bytes(name, ReservedWords.contains) == expected)
    }
}
