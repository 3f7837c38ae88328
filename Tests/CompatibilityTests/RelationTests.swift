import Basics
import Compatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing

/// The algebra of sets of values.
@Suite struct RelationTests {
    private static let five = NumberSet(from: 5, to: 5)
    private static let none = NumberSet(from: 5, to: 4)

    @Test(
        arguments: [
            (NumberSet.all, NumberSet.all, .equal), (none, none, .equal), (none, five, .widens),
            (NumberSet(from: 0), NumberSet(from: 1), .narrows),
            (NumberSet(from: 0), NumberSet(from: 0, openBelow: true), .narrows),
            (NumberSet(to: 5, openAbove: true), NumberSet(to: 5), .widens),
            (NumberSet(to: 5), NumberSet(from: 5), .overlaps),
            (NumberSet(to: 5, openAbove: true), NumberSet(from: 5), .disjoint), (five, .outside(5, 5), .disjoint),
            (NumberSet.outside(5, 5), .outside(4, 6), .narrows), (.outside(1, 2), .outside(2, 3), .overlaps),
            (NumberSet(from: 0, to: 10), NumberSet.all, .widens), (.outside(0, 1), NumberSet(from: 3, to: 4), .narrows),
        ] as [(NumberSet, NumberSet, Relation)])
    func setsOfNumbers(_ old: NumberSet, _ new: NumberSet, _ relation: Relation) {
        #expect(new.relation(to: old) == relation)
        #expect(old.relation(to: new) == relation.flipped)
    }

    @Test func wholeNumbers() {
        #expect(NumberSet(from: 0, to: 5, openBelow: true, openAbove: true).whole == NumberSet(from: 1, to: 4))
        #expect(NumberSet(from: 0.5, to: 0.7).whole == NumberSet.none)
        #expect(NumberSet.all.whole == NumberSet.all)
    }

    @Test(arguments: Relation.allCases) func turnedAroundTwiceARelationIsItself(_ relation: Relation) {
        #expect(relation.flipped.flipped == relation)
    }

    // MARK: Time

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

    // MARK: Quantities

    @Test(
        arguments: [
            ("4", "d", "96", "h", 0), ("4 d", nil, "96h", nil, 0), ("PT4H", nil, "240 minutes", nil, 0),
            ("1", "month", "30", "d", nil), ("1", "month", "31", "d", nil), ("1", "month", "32", "d", -1),
            ("1", "month", "27", "d", 1), ("1", "y", "12", "months", 0), ("1", "y", "365", "d", nil),
            ("1", "y", "367", "d", -1),
            ("2", "y", "729", "d", 1), ("1", "w", "7", "d", 0), ("1", "q", "3", "months", 0),
            ("P1Y", nil, "1 year", nil, 0),
            ("99.9%", nil, "99.9", "percent", 0), ("99.5", nil, "99.9%", nil, -1), ("0.99", nil, "99%", nil, nil),
            ("5", "m", "5", "m", 0), ("5", "m", "6", "m", -1), ("5", "m", "5", "min", nil),
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
        #expect(TimeSpan(iso: text) == nil)
    }
}
