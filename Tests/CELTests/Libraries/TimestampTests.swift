import CEL
import Testing

@Suite("timestamps")
struct TimestampTests {
    @Test(
        "what is no timestamp is an error that shows it",
        arguments: [
            "", "2009", "2009-02-13", "2009-02-13T23:31:30", "2009-02-13 23:31:30Z", "2009-2-13T23:31:30Z",
            "2009-13-01T00:00:00Z", "2009-00-01T00:00:00Z", "2009-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
            "2009-04-31T00:00:00Z", "2009-02-00T00:00:00Z", "2009-02-13T24:00:00Z", "2009-02-13T23:60:00Z",
            "2009-02-13T23:59:60Z", "2009-02-13T23:31:30.Z", "2009-02-13T23:31:30,5Z", "2009-02-13T23:31:30+0100",
            "2009-02-13T23:31:30+24:00", "2009-02-13T23:31:30+01:60", "2009-02-13T23:31:30ZZ", " 2009-02-13T23:31:30Z",
            "-009-02-13T23:31:30Z", "२००९-02-13T23:31:30Z",
        ])
    func malformed(text: String) {
        #expect(
            call("timestamp", .string(text))
                == .invalid("\"\(text)\" is no timestamp; write it as in \"2009-02-13T23:31:30Z\""))
    }

    @Test(
        "a timestamp before the year 1 or after 9999 is out of range",
        arguments: [
            "0000-12-31T23:59:59Z", "0001-01-01T00:59:59+01:00", "9999-12-31T23:00:00-01:00", "10000-01-01T00:00:00Z",
        ])
    func outOfRange(text: String) {
        #expect(
            call("timestamp", .string(text))
                == .error(.overflow, "\"\(text)\" is out of the range of timestamps, the years 1 to 9999"))
    }

    @Test(
        "RFC 3339 is read",
        arguments: [
            ("1970-01-01T00:00:00Z", 0, 0),
            ("1970-01-01t00:00:00z", 0, 0),
            ("1969-12-31T23:59:59.5Z", -1, 500_000_000),
            ("2009-02-13T23:31:30Z", 1_234_567_890, 0),
            ("2009-02-14T01:01:30+01:30", 1_234_567_890, 0),
            ("2009-02-13T15:31:30-08:00", 1_234_567_890, 0),
            ("2000-02-29T00:00:00Z", 951_782_400, 0),
            ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
            ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
            ("1970-01-01T00:00:00.000000001Z", 0, 1),
            // Beyond nanoseconds digits are cut off, not rounded.
            ("1970-01-01T00:00:00.1234567899999Z", 0, 123_456_789),
        ] as [(String, Int64, Int32)])
    func reading(text: String, seconds: Int64, nanos: Int32) {
        #expect(call("timestamp", .string(text)) == .timestamp(seconds, nanos))
    }

    @Test(
        "RFC 3339 is written in UTC, the fraction without zeros at its end",
        arguments: [
            (0, 0, "1970-01-01T00:00:00Z"), (-1, 500_000_000, "1969-12-31T23:59:59.5Z"),
            (1_234_567_890, 1, "2009-02-13T23:31:30.000000001Z"), (951_868_799, 0, "2000-02-29T23:59:59Z"),
            (-62_135_596_800, 0, "0001-01-01T00:00:00Z"),
            (253_402_300_799, 999_999_999, "9999-12-31T23:59:59.999999999Z"),
        ] as [(Int64, Int32, String)])
    func writing(seconds: Int64, nanos: Int32, text: String) {
        #expect(call("string", .timestamp(seconds, nanos)) == .string(text))
    }

    @Test("every day of 800 years is written as the day after the one before")
    func calendar() throws {
        var (year, month, day) = (1600, 1, 1)
        var seconds: Int64 = -11_676_096_000
        while year < 2400 {
            let text =
                "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)T00:00:00Z"
            try #require(call("string", .timestamp(seconds, 0)) == .string(text))
            try #require(call("timestamp", .string(text)) == .timestamp(seconds, 0))
            seconds += 86_400
            day += 1
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    }

    @Test("whole seconds since 1970")
    func seconds() {
        #expect(call("timestamp", 253_402_300_799) == .timestamp(253_402_300_799, 0))
        #expect(call("timestamp", -62_135_596_800) == .timestamp(-62_135_596_800, 0))
        let range = "out of the range of timestamps, the years 1 to 9999"
        #expect(call("timestamp", 253_402_300_800) == .error(.overflow, "253402300800 s since 1970 is \(range)"))
        #expect(call("timestamp", .int(.min)) == .error(.overflow, "-9223372036854775808 s since 1970 is \(range)"))
        #expect(call("int", .timestamp(-1, 999_999_999)) == -1)
        #expect(call("timestamp", .timestamp(5, 7)) == .timestamp(5, 7))
    }

    @Test("timestamps and durations are added and subtracted; past the ends is an error")
    func arithmetic() {
        let first = Datum.timestamp(-62_135_596_800, 0)
        let last = Datum.timestamp(253_402_300_799, 999_999_999)
        let out = Datum.error(.overflow, "the result is out of the range of timestamps, the years 1 to 9999")
        #expect(call("_+_", last, .duration(0, 1)) == out)
        #expect(call("_-_", last, .duration(-1, 999_999_999)) == out)
        #expect(call("_-_", first, .duration(0, 1)) == out)
        #expect(call("_+_", .duration(-1, 999_999_999), first) == out)
        #expect(call("_+_", .timestamp(.max, 0), .duration(1, 0)) == out)
        #expect(call("_+_", .timestamp(0, 0), .duration(.min, 0)) == out)
        let long = Datum.error(.overflow, "the difference is out of the range of durations")
        #expect(call("_-_", last, first) == long)
        #expect(call("_-_", first, last) == long)

        #expect(call("_+_", .timestamp(10, 600_000_000), .duration(2, 500_000_000)) == .timestamp(13, 100_000_000))
        #expect(call("_+_", .timestamp(10, 100_000_000), .duration(-1, 500_000_000)) == .timestamp(9, 600_000_000))
        #expect(call("_+_", .duration(5, 0), .timestamp(-10, 0)) == .timestamp(-5, 0))
        #expect(call("_-_", .timestamp(10, 100_000_000), .duration(2, 500_000_000)) == .timestamp(7, 600_000_000))
        #expect(call("_-_", .timestamp(10, 0), .timestamp(12, 1)) == .duration(-3, 999_999_999))
        #expect(call("_-_", .timestamp(9_223_372_036, 0), .timestamp(0, 0)) == .duration(9_223_372_036, 0))
    }
}
