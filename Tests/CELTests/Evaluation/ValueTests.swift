import CEL
import Testing

private let equal: [(text: String, result: String)] = [
    ("dyn(1) == 1.0", "true"),
    ("dyn(1u) == 1", "true"),
    ("dyn(-1) == 18446744073709551615u", "false"),
    ("dyn(1) == 'a'", "false"),
    ("dyn(null) == 0", "false"),
    ("double('NaN') == double('NaN')", "false"),
    ("double('NaN') != double('NaN')", "true"),
    ("[double('NaN')] == [double('NaN')]", "false"),
    ("0.0 == -0.0", "true"),
    ("dyn([1, 2u]) == [1.0, 2]", "true"),
    ("dyn({1: 2}) == {1u: 2.0}", "true"),
    ("{'a': 1, 'b': 2} == {'b': 2, 'a': 1}", "true"),
    ("{'a': 1} == {'b': 1}", "false"),
    ("[1] == [1, 2]", "false"),
    ("dyn(1.0) in [1, 2]", "true"),
    ("dyn(2u) in {2: 'a'}", "true"),
    ("dyn(2.5) in {2: 'a'}", "false"),
    ("dyn(9007199254740993) == 9007199254740992.0", "false"),
    ("dyn(9007199254740992.0) in {9007199254740993: 1}", "false"),
    ("b'a' == b'a'", "true"),
    ("type(1) == int", "true"),
    ("optional.of(1) == optional.of(1)", "true"),
    ("optional.none() == optional.none()", "true"),
    ("optional.of(1) == optional.none()", "false"),
    ("'é' == 'e\\u0301'", "false"),
]

private let ordered: [(text: String, result: String)] = [
    ("dyn(1) < 1.5", "true"),
    ("dyn(9223372036854775807) < 9223372036854775808.0", "false"),
    ("dyn(9223372036854775807) >= 9223372036854775808.0", "true"),
    ("dyn(-1) < 0u", "true"),
    ("dyn(1u) > -1", "true"),
    ("double('NaN') < 1.0", "false"),
    ("double('NaN') >= 1.0", "false"),
    ("dyn(1) < double('NaN')", "false"),
    ("'a' < 'ab'", "true"),
    ("'Z' < 'a'", "true"),
    ("'z' < 'é'", "true"),
    ("b'\\x01' < b'\\xff'", "true"),
    ("false < true", "true"),
    ("'' < ''", "false"),
    ("'' <= ''", "true"),
    ("dyn(18446744073709551615u) > 9223372036854775807", "true"),
    ("timestamp('2020-01-01T00:00:00Z') < timestamp('2020-01-01T00:00:00.1Z')", "true"),
    ("duration('-1.5s') < duration('-1s')", "true"),
]

private let computed: [(text: String, result: String)] = [
    ("-7 / 2", "-3"),
    ("-7 % 3", "-1"),
    ("7 % -3", "1"),
    ("1.0 / 0.0", "inf"),
    ("7u / 2u", "3u"),
    ("-9223372036854775808 + 0", "-9223372036854775808"),
    ("'a' + ''", "'a'"),
    ("b'a' + b'b'", "b[97, 98]"),
    ("[1] + []", "[1]"),
    ("timestamp('2024-02-28T23:00:00Z') + duration('2h') == timestamp('2024-02-29T01:00:00Z')", "true"),
    ("timestamp('1970-01-01T00:00:00Z') - timestamp('1970-01-01T00:00:00.5Z') == duration('-500ms')", "true"),
    ("size('aé😀')", "3"),
    ("size(b'ab')", "2"),
    ("''.size()", "0"),
    ("int(-1.9)", "-1"),
    ("uint(1.9)", "1u"),
    ("int('-42')", "-42"),
    ("uint('42')", "42u"),
    ("double('1e3')", "1000.0"),
    ("bool('True')", "true"),
    ("bool('0')", "false"),
    ("string(1.0)", "'1'"),
    ("string(0.1)", "'0.1'"),
    ("string(-0.0)", "'-0'"),
    ("string(1e21)", "'1e+21'"),
    ("string(123456789012345680000.0)", "'123456789012345680000'"),
    ("string(1.5e-7)", "'1.5e-07'"),
    ("string(0.0001)", "'0.0001'"),
    ("string(-1.25e300)", "'-1.25e+300'"),
    ("string(double('Infinity'))", "'+Inf'"),
    ("string(b'ab')", "'ab'"),
    ("bytes('é')", "b[195, 169]"),
    ("string(true)", "'true'"),
    ("string(7u)", "'7'"),
    ("type(dyn(1u))", "uint"),
    ("type(null)", "null_type"),
    ("type(type(1))", "type"),
    ("type(optional.none())", "optional_type"),
    ("'abc'.contains('')", "true"),
    ("'abc'.contains('bc')", "true"),
    ("'abc'.contains('bd')", "false"),
    ("'abc'.endsWith('abcd')", "false"),
    ("matches('foobar', 'o.a')", "true"),
    ("'foobar'.matches('^' + 'o')", "false"),
    ("[1, 2][dyn(1u)]", "2"),
    ("[1, 2][dyn(1.0)]", "2"),
]

/// What the operators and functions of the language definition give.
@Suite struct ValueTests {
    @Test("equality is about worth, across types of numbers, and never an error", arguments: Mode.allCases, equal)
    func equality(_ mode: Mode, _ example: (text: String, result: String)) {
        #expect(outcome(example.text, mode).datum.text == example.result)
    }

    @Test("order", arguments: Mode.allCases, ordered)
    func order(_ mode: Mode, _ example: (text: String, result: String)) {
        #expect(outcome(example.text, mode).datum.text == example.result)
    }

    @Test(
        "types without an order", arguments: ["dyn(null) < null", "dyn([1]) < [2]", "dyn(1) < 'a'", "dyn(int) < int"])
    func withoutOrder(_ text: String) {
        #expect(kind(text, .unchecked) == .noSuchOverload)
    }

    @Test("arithmetic and conversions", arguments: Mode.allCases, computed)
    func values(_ mode: Mode, _ example: (text: String, result: String)) {
        #expect(outcome(example.text, mode).datum.text == example.result)
    }

    @Test(
        "conversions that do not fit",
        arguments: [
            "int(9223372036854775808.0)", "int(-9223372036854775808.0)", "int(double('NaN'))", "uint(-1)", "uint(-0.5)",
            "uint(18446744073709551616.0)", "int(9223372036854775808u)",
        ])
    func outOfRange(_ text: String) {
        #expect(kind(text) == .overflow)
    }

    @Test(
        "texts that are no numbers",
        arguments: ["int('')", "int(' 1')", "uint('+1')", "double('1,5')", "bool('yes')", "bool('TrUe')"])
    func noNumbers(_ text: String) {
        #expect(kind(text) == .invalidArgument)
    }
}
