import CEL
import Testing

@Suite("format")
struct FormatTests {
    @Test(
        "a text that is not well formed, or values that do not fit, are errors",
        arguments: [
            ("%", [1], "nothing stands after the last %"),
            ("%.2", [1], "the last clause has no letter"),
            ("%.", [1], "no number stands after the point of a precision"),
            ("%.f", [1.0], "no number stands after the point of a precision"),
            ("%.1001f", [1.0], "a precision is greater than 1000"),
            ("%.99999999999999999999999f", [1.0], "a precision is greater than 1000"),
            ("%a", [1], "there is no clause %a; use one of %s, %d, %f, %e, %b, %o, %x, %X"),
            ("%é", [1], "there is no clause %é; use one of %s, %d, %f, %e, %b, %o, %x, %X"),
            ("%E", [0.5], "there is no clause %E; use one of %s, %d, %f, %e, %b, %o, %x, %X"),
            ("%s", [], "there are more clauses than the 0 values given"),
            ("%d %d", [1], "there are more clauses than the 1 values given"),
            ("%d", ["1"], "%d takes numbers, not string"), ("%d", [.null], "%d takes numbers, not null"),
            ("%f", [.null], "%f takes numbers, not null"), ("%e", [true], "%e takes numbers, not bool"),
            ("%b", [1.0], "%b takes integers and bools, not double"), ("%o", ["x"], "%o takes integers, not string"),
            ("%o", [true], "%o takes integers, not bool"),
            ("%x", [0.5], "%x takes integers, strings and bytes, not double"),
            ("%X", [.null], "%X takes integers, strings and bytes, not null"),
            ("%s", [.some(1)], "%s takes any value but objects and optionals, not optional"),
            ("%s", [[.none]], "%s takes any value but objects and optionals, not optional"),
        ] as [(String, [Datum], String)])
    func faults(format: String, values: [Datum], message: String) {
        #expect(call("format", .string(format), .list(values)) == .invalid("format: \(message)"))
    }

    @Test("lists too deep in each other are an error")
    func depth() {
        var list: Datum = 1
        for _ in 0..<98 { list = [list] }
        #expect(
            call("format", "%s", [list])
                == .string(String(repeating: "[", count: 98) + "1" + String(repeating: "]", count: 98)))
        for _ in 0..<3 { list = [list] }
        #expect(call("format", "%s", [list]) == .invalid("format: lists and maps stand too deep in each other"))
    }

    @Test(
        "clauses",
        arguments: [
            ("no clause", [], "no clause"), ("", [1], ""), ("%%%s%%", ["é"], "%é%"),
            ("%s%s", ["a", "b", "left"], "ab"),
            ("%.3s", ["abcdef"], "abcdef"),
            ("%d %d", [-12, .uint(.max)], "-12 18446744073709551615"), ("%d", [.int(.min)], "-9223372036854775808"),
            ("%d %d %d", [1.5, 1e21, -0.001], "1.5 1000000000000000000000 -0.001"),
            ("%b %b %b %b", [5, -5, true, false], "101 -101 1 0"), ("%b", [.uint(64)], "1000000"),
            ("%o %o", [11, .uint(65535)], "13 177777"),
            ("%x %X %x %X", [30, 30, -30, .uint(6000)], "1e 1E -1e 1770"),
            ("%x %X", ["né", .bytes([0, 0xAB])], "6ec3a9 00AB"),
        ] as [(String, [Datum], String)])
    func clauses(format: String, values: [Datum], text: String) {
        #expect(call("format", .string(format), .list(values)) == .string(text))
    }

    @Test(
        "%s shows any value",
        arguments: [
            (.null, "null"), (true, "true"), (-1, "-1"), (.uint(1), "1"), (1.0, "1"), (3.14, "3.14"), (-0.5, "-0.5"),
            (1e300, "1" + String(repeating: "0", count: 300)),
            (.double(.leastNonzeroMagnitude), "0." + String(repeating: "0", count: 323) + "5"),
            (.double(.nan), "NaN"), (.double(.infinity), "Infinity"), (.double(-.infinity), "-Infinity"),
            (.bytes(Array("xyz".utf8)), "xyz"), (.type("int"), "int"),
            (.timestamp(1_675_467_080, 0), "2023-02-03T23:31:20Z"),
            (.duration(6347, 0), "6347s"), ([], "[]"), ([1, ["a", .null]], "[1, [a, null]]"), (.map([:]), "{}"),
            (.map(["b": 1, "a": [2], "ab": 3]), "{a: [2], ab: 3, b: 1}"),
            (.map([10: true, 9: false]), "{10: true, 9: false}"),
        ] as [(Datum, String)])
    func strings(value: Datum, text: String) {
        #expect(call("format", "%s", [value]) == .string(text))
    }

    @Test(
        "fixed point and scientific notation are rounded exactly, halves to even",
        arguments: [
            ("%f", 2, "2.000000"), ("%f", .uint(.max), "18446744073709551615.000000"), ("%.0f", 2.5, "2"),
            ("%.0f", 1.5, "2"),
            ("%.0f", 0.5, "0"), ("%.0f", 0.500000001, "1"), ("%.0f", 9.5, "10"), ("%.0f", 99.6, "100"),
            ("%.1f", 0.25, "0.2"),
            ("%.1f", 0.35, "0.3"), ("%.2f", 1.005, "1.00"), ("%.3f", 123.4994, "123.499"), ("%.5f", -1.2, "-1.20000"),
            ("%.2f", 0.001, "0.00"), ("%.2f", -0.001, "-0.00"), ("%.3f", 0.0009, "0.001"), ("%.3f", 0.0, "0.000"),
            ("%.20f", 0.1, "0.10000000000000000555"), ("%.1f", 1e22, "10000000000000000000000.0"),
            ("%.0f", 1e23, "99999999999999991611392"), ("%f", .double(.nan), "NaN"),
            ("%f", .double(-.infinity), "-Infinity"),
            ("%e", 1052.032911275, "1.052033e+03"), ("%e", .uint(3), "3.000000e+00"), ("%e", 0.0, "0.000000e+00"),
            ("%.0e", 2.5, "2e+00"), ("%.0e", 9.6, "1e+01"), ("%.2e", 0.00099999, "1.00e-03"),
            ("%.1e", .double(-.leastNonzeroMagnitude), "-4.9e-324"),
            ("%.3e", 1.7976931348623157e308, "1.798e+308"), ("%e", .double(.infinity), "Infinity"),
            ("%.1e", .int(.min), "-9.2e+18"),
            (
                "%.60f", 1e-50,
                "0.000000000000000000000000000000000000000000000000010000000000"
            ),
        ] as [(String, Datum, String)])
    func numbers(format: String, value: Datum, text: String) {
        #expect(call("format", .string(format), [value]) == .string(text))
    }

    @Test("the smallest double has all its digits")
    func smallest() {
        guard case .string(let text) = call("format", "%.1000f", [.double(.leastNonzeroMagnitude)]) else {
            Issue.record("no text")
            return
        }
        #expect(
            text.hasPrefix("0." + String(repeating: "0", count: 323) + "4940656458412465441765687928682213723650598"))
        #expect(text.utf8.count == 1002)
    }
}
