import CEL
import Testing

@Suite("parts of timestamps")
struct TimeSelectorTests {
    @Test(
        "a name that is none, leads out of the folder or is not there is an error",
        arguments: [
            "", "Europe/Nowhere", "../../../etc/passwd", "Europe/../Europe/Berlin", "/etc/localtime", "Europe//Berlin",
            "Europe/", "Europe", "./UTC", "tzdata.zi", "Europe/Berlin\0", "Ünited", "+1:00", "+24:00", "01:60",
            "+01:00:00",
            "1", "+", "zone1970.tab",
        ])
    func unknownZones(name: String) {
        #expect(
            call("getHours", .timestamp(0, 0), .string(name)) == .invalid("the time zone \"\(name)\" is not known here")
        )
    }

    @Test("a long name is shown in part")
    func longName() {
        let name = String(repeating: "é", count: 61)
        #expect(
            call("getHours", .timestamp(0, 0), .string(name))
                == .invalid("the time zone \"\(name.dropLast())…\" is not known here"))
    }

    /// 1234567890 is Friday, 2009-02-13T23:31:30Z.
    @Test(
        "in UTC and at a distance from it",
        arguments: [
            ("getFullYear", 2009, 2009, 2009), ("getMonth", 1, 1, 1), ("getDate", 13, 14, 13),
            ("getDayOfMonth", 12, 13, 12), ("getDayOfWeek", 5, 6, 5), ("getDayOfYear", 43, 44, 43),
            ("getHours", 23, 1, 14), ("getMinutes", 31, 31, 1), ("getSeconds", 30, 30, 30),
            ("getMilliseconds", 123, 123, 123),
        ] as [(String, Int64, Int64, Int64)])
    func distances(name: String, utc: Int64, east: Int64, west: Int64) {
        let moment = Datum.timestamp(1_234_567_890, 123_999_999)
        #expect(call(name, moment) == .int(utc))
        for zone in ["UTC", "+00:00", "-00:00", "00:00"] { #expect(call(name, moment, .string(zone)) == .int(utc)) }
        #expect(call(name, moment, "+02:00") == .int(east))
        #expect(call(name, moment, "02:00") == .int(east))
        #expect(call(name, moment, "-09:30") == .int(west))
    }

    @Test("beside the ends of the range a time zone leads into the year 0 or 10000")
    func ends() {
        #expect(call("getFullYear", .timestamp(-62_135_596_800, 0), "-01:00") == 0)
        #expect(call("getDayOfYear", .timestamp(-62_135_596_800, 0), "-01:00") == 365)
        #expect(call("getFullYear", .timestamp(253_402_300_799, 0), "+01:00") == 10_000)
        #expect(call("getDayOfWeek", .timestamp(-62_135_596_800, 0)) == 1)
    }

    /// Hour and minute that clocks showed, by the time zone database.
    @Test(
        "named zones: past changes, daylight saving, and the rules for the years after the last listed one",
        arguments: [
            ("Australia/Sydney", 1_234_567_890, 10, 31), ("Asia/Kathmandu", 1_234_567_890, 5, 16),
            ("America/St_Johns", 1_234_490_400, 22, 30), ("US/Central", 1_234_567_890, 17, 31),
            // 2024-03-31: clocks in Berlin go from 02:00 to 03:00 at 01:00 UTC.
            ("Europe/Berlin", 1_711_846_799, 1, 59), ("Europe/Berlin", 1_711_846_800, 3, 0),
            ("Europe/Berlin", 1_729_990_799, 2, 59), ("Europe/Berlin", 1_729_990_800, 2, 0),
            // Berlin's local mean time, 53 minutes and 28 seconds, before 1893.
            ("Europe/Berlin", -3_000_000_000, 19, 33),
            // 2100-07-01 and 2100-01-01, 12:00 UTC.
            ("Europe/Berlin", 4_118_126_400, 14, 0), ("Europe/Berlin", 4_102_488_000, 13, 0),
            ("Australia/Sydney", 4_118_126_400, 22, 0), ("Australia/Sydney", 4_102_488_000, 23, 0),
            ("America/New_York", 4_118_126_400, 8, 0), ("Asia/Tokyo", 4_118_126_400, 21, 0),
            // Its summer is by law the standard time: the daylight saving of its rules is negative.
            ("Europe/Dublin", 4_118_126_400, 13, 0), ("Europe/Dublin", 4_102_488_000, 12, 0),
            ("Etc/GMT+5", 0, 19, 0),
        ] as [(String, Int64, Int64, Int64)])
    func zones(name: String, seconds: Int64, hour: Int64, minute: Int64) {
        #expect(call("getHours", .timestamp(seconds, 0), .string(name)) == .int(hour))
        #expect(call("getMinutes", .timestamp(seconds, 0), .string(name)) == .int(minute))
    }

    @Test("many threads read zones at once")
    func threads() async {
        await withTaskGroup(of: Datum.self) { group in
            for index in 0..<64 {
                let name = ["Europe/Paris", "Asia/Kolkata", "America/Lima", "Africa/Cairo"][index % 4]
                group.addTask { call("getHours", .timestamp(4_102_488_000, 0), .string(name)) }
            }
            var hours: [Datum: Int] = [:]
            for await hour in group { hours[hour, default: 0] += 1 }
            #expect(hours == [13: 16, 17: 16, 7: 16, 14: 16])
        }
    }
}
