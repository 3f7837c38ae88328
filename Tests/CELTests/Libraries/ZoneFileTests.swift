import Testing

@testable import CEL

@Suite("time zone files")
struct ZoneFileTests {
    /// A version 2 file with one change, from UTC+1 to UTC+2 at `change`, and rules.
    private static func file(change: Int64 = 1000, offsets: [Int32] = [3600, 7200], rules: String = "") -> [UInt8] {
        var file: [UInt8] = []
        func add<Number: FixedWidthInteger>(_ number: Number) {
            withUnsafeBytes(of: number.bigEndian) { file += $0 }
        }
        func addHeader(times: UInt32, types: UInt32) {
            file += Array("TZif2".utf8)
            file += Array(repeating: 0, count: 15)
            for count: UInt32 in [0, 0, 0, times, types, 4] { add(count) }
        }
        func addTypes(_ offsets: [Int32]) {
            for offset in offsets {
                add(offset)
                file += [0, 0]
            }
            file += Array("ABC\0".utf8)
        }
        addHeader(times: 0, types: 1)
        addTypes([0])
        addHeader(times: 1, types: UInt32(offsets.count))
        add(change)
        file.append(1)
        addTypes(offsets)
        file += Array("\n\(rules)\n".utf8)
        return file
    }

    @Test("a file cut off anywhere, or with any byte wrong, is read or refused, never a trap")
    func hostile() {
        let file = Self.file(rules: "CET-1CEST,M3.5.0,M10.5.0/3")
        for length in 0..<file.count { #expect(ZoneFile(Array(file.prefix(length))) == nil) }
        for index in file.indices {
            for byte in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var broken = file
                broken[index] = byte
                for moment in [Int64.min / 2, 0, 4_102_488_000] { _ = ZoneFile(broken)?.offset(at: moment) }
            }
        }
        var version = file
        version[0] = 0x20
        #expect(ZoneFile(version) == nil)
    }

    @Test("a distance that no time zone has, or rules that are none, are refused")
    func refused() {
        #expect(ZoneFile(Self.file(offsets: [3600, 93_600])) == nil)
        #expect(ZoneFile(Self.file(offsets: [-90_000, 0])) == nil)
        #expect(ZoneFile(Self.file(rules: "CET")) == nil)
    }

    @Test("before the first change, after it, and by the rules")
    func changes() throws {
        let zone = try #require(ZoneFile(Self.file()))
        #expect(zone.offset(at: .min / 2) == 3600)
        #expect(zone.offset(at: 999) == 3600)
        #expect(zone.offset(at: 1000) == 7200)
        #expect(zone.offset(at: .max / 2) == 7200)
        let ruled = try #require(ZoneFile(Self.file(rules: "<-03>3")))
        #expect(ruled.offset(at: 999) == 3600)
        #expect(ruled.offset(at: 1000) == -10_800)
    }

    @Test(
        "rules that are not well formed are refused",
        arguments: [
            "", "5", "EST", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,", "EST5EDT,M13.2.0,M11.1.0",
            "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,M0.2.0,M11.1.0", "EST5EDT,J0,J100",
            "EST5EDT,366,J100", "EST5EDT,M3.2.0/168,M11.1.0", "EST25", "EST5:60", "<EST5", "EST5 ",
            "EST5EDT,M3.2.0,M11.1.0,",
            "EST99999999999999999999",
        ])
    func malformedRules(text: String) {
        #expect(ZoneRules(text.utf8) == nil)
    }

    @Test(
        "days of the rules, in a leap year and the one after",
        arguments: [
            (ZoneRules.YearDay.julian(60), 60, 59), (.julian(59), 58, 58), (.julian(365), 365, 364),
            (.zeroBased(59), 59, 59), (.zeroBased(0), 0, 0),
            // The second Sunday and the last Sunday of March, the first Thursday of February.
            (.weekday(month: 3, week: 2, weekday: 0), 69, 67), (.weekday(month: 3, week: 5, weekday: 0), 90, 88),
            (.weekday(month: 2, week: 1, weekday: 4), 31, 36), (.weekday(month: 2, week: 5, weekday: 4), 59, 57),
        ] as [(ZoneRules.YearDay, Int, Int)])
    func days(day: ZoneRules.YearDay, in2024: Int, in2025: Int) {
        // 2024-01-01 and 2025-01-01.
        #expect(day.days(inYear: 2024) - 19_723 == in2024)
        #expect(day.days(inYear: 2025) - 20_089 == in2025)
    }

    @Test("summer in the south goes over the new year")
    func south() throws {
        let rules = try #require(ZoneRules("AEST-10AEDT,M10.1.0,M4.1.0/3".utf8))
        // 2024-04-06T16:00:00Z and 2024-10-05T16:00:00Z: the changes.
        #expect(
            [1_712_419_199, 1_712_419_200, 1_728_143_999, 1_728_144_000].map { rules.offset(at: $0) }
                == [39_600, 36_000, 36_000, 39_600])
    }
}
