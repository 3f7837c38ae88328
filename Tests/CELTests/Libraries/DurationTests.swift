import CEL
import Testing

@Suite("durations")
struct DurationTests {
    @Test(
        "what is no duration is an error that shows it",
        arguments: [
            "", "-", "+", "1", "s", ".", ".s", "1x", "1.5", "1 s", "1s ", " 1s", "--1s", "1s-1s", "1h30", "0x1s",
            "1e3s",
            "1d", "1µ", "1mss", "1..5s", "1S", "00", "-01",
        ])
    func malformed(text: String) {
        #expect(
            call("duration", .string(text))
                == .invalid("\"\(text)\" is no duration; write it as in \"1h30m\" or \"0.5s\""))
    }

    @Test(
        "a duration of more than 292 years is out of range",
        arguments: [
            "9223372036854775808ns", "-9223372036854775809ns", "9223372036.854775808s", "2562048h", "-320000000000s",
            "18446744073709551616ns", "99999999999999999999999999999999h", "5000000000s5000000000s",
        ])
    func outOfRange(text: String) {
        #expect(
            call("duration", .string(text)) == .error(.overflow, "\"\(text)\" is out of the range of durations"))
    }

    @Test(
        "numbers with units are read",
        arguments: [
            ("0", 0, 0), ("-0", 0, 0), ("+0", 0, 0), ("0s", 0, 0), ("1h30m", 5400, 0), ("1.5s", 1, 500_000_000),
            ("-2ms", -1, 998_000_000), ("+3us", 0, 3000), ("3µs", 0, 3000), ("3μs", 0, 3000), ("7ns", 0, 7),
            ("1h1m1s1ms1us1ns", 3661, 1_001_001), ("1s1h", 3601, 0), (".5h", 1800, 0), ("1.s", 1, 0),
            ("1.5h", 5400, 0), ("0.1ns", 0, 0), ("0.0000000019s", 0, 1),
            ("0.999999999999999999999999999999h", 3599, 999_999_999),
            ("-9223372036854775808ns", -9_223_372_037, 145_224_192),
            ("9223372036854775807ns", 9_223_372_036, 854_775_807), ("1000000s", 1_000_000, 0),
        ] as [(String, Int64, Int32)])
    func reading(text: String, seconds: Int64, nanos: Int32) {
        #expect(call("duration", .string(text)) == .duration(seconds, nanos))
    }

    @Test(
        "seconds are written, the fraction without zeros at its end",
        arguments: [
            (0, 0, "0s"), (1_000_000, 0, "1000000s"), (0, 1_000_000, "0.001s"), (-1, 998_000_000, "-0.002s"),
            (-2, 500_000_000, "-1.5s"), (60, 1_000_000, "60.001s"),
            (-9_223_372_037, 145_224_192, "-9223372036.854775808s"),
            (9_223_372_036, 854_775_807, "9223372036.854775807s"),
        ] as [(Int64, Int32, String)])
    func writing(seconds: Int64, nanos: Int32, text: String) {
        #expect(call("string", .duration(seconds, nanos)) == .string(text))
    }

    @Test("a duration of a host's that is out of range is an error, not a trap")
    func hostile() {
        #expect(call("string", .duration(.min, 0)) == .error(.overflow, "the duration is out of range"))
        #expect(call("string", .timestamp(.max, 0)) == .error(.overflow, "the timestamp is out of range"))
        #expect(call("getHours", .duration(.max, 0)) == .error(.overflow, "the duration is out of range"))
        #expect(call("getFullYear", .timestamp(.min, 0)) == .error(.overflow, "the timestamp is out of range"))
    }

    @Test("durations are added and subtracted")
    func arithmetic() {
        let longest = Datum.duration(9_223_372_036, 854_775_807)
        #expect(call("_+_", longest, .duration(0, 1)) == .error(.overflow, "the sum is out of the range of durations"))
        #expect(
            call("_-_", .duration(-9_223_372_037, 145_224_192), .duration(0, 1))
                == .error(.overflow, "the difference is out of the range of durations"))
        #expect(call("_+_", .duration(0, 600_000_000), .duration(-1, 600_000_000)) == .duration(0, 200_000_000))
        #expect(call("_-_", .duration(0, 0), .duration(0, 1)) == .duration(-1, 999_999_999))
    }

    @Test(
        "hours, minutes and seconds are of the whole, cut towards zero; milliseconds are what is left",
        arguments: [
            ("getHours", 10_000, 0, 2), ("getHours", -10_000, 0, -2), ("getMinutes", 3730, 0, 62),
            ("getSeconds", 3730, 999_999_999, 3730), ("getSeconds", -2, 500_000_000, -1),
            ("getMilliseconds", 123, 321_456_789, 321), ("getMilliseconds", -1, 998_500_000, -1),
        ] as [(String, Int64, Int32, Int64)])
    func selectors(name: String, seconds: Int64, nanos: Int32, result: Int64) {
        #expect(call(name, .duration(seconds, nanos)) == .int(result))
    }
}
