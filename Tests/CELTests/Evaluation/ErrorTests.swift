import CEL
import Testing

private let propagating: [(text: String, kind: EvaluationError.Kind)] = [
    ("1 / 0 > 1 || false", .divisionByZero), ("false || 1 / 0 > 1", .divisionByZero),
    ("1 / 0 > 1 && true", .divisionByZero), ("[0, 2].exists(x, 1 / x == 1)", .divisionByZero),
    ("[1, 0].all(x, 1 / x == 1)", .divisionByZero), ("[1, 0].exists_one(x, 1 / x == 1)", .divisionByZero),
    ("[0].filter(x, 1 / x == 1) == []", .divisionByZero), ("[1 / 0].size() == 1", .divisionByZero),
    ("bob.age > 3", .unknown), ("bob.age > 3 || false", .unknown), ("bob.age in [1]", .unknown),
    ("bob.age == 1", .unknown), ("1 / 0 > 1 && bob.age > 3", .unknown), ("[bob.age].size() == 1", .unknown),
    ("[ada, bob].all(x, x.age > 3)", .unknown), ("has(bob.age) && bob.age > 3", .unknown),
    ("'a' == string(bob.age)", .unknown),
]

private let absorbing: [(text: String, result: Bool)] = [
    ("1 / 0 > 1 || true", true), ("true || 1 / 0 > 1", true), ("1 / 0 > 1 && false", false),
    ("false && 1 / 0 > 1", false), ("[0, 1].exists(x, 1 / x == 1)", true), ("[0, 2].all(x, 1 / x == 1)", false),
    ("true ? true : 1 / 0 > 1", true), ("bob.age > 3 || true", true), ("cel.bind(x, 1 / 0, true)", true),
    ("optional.of(true).orValue(1 / 0 > 1)", true),
]

private let uncheckedFailing: [(String, EvaluationError.Kind, String, String)] = [
    ("nobody", .undeclared, "undeclared reference to 'nobody'", "nobody"),
    ("1 + nothing(2)", .undeclared, "undeclared reference to 'nothing'", "nothing(2)"),
    ("'a' + 1", .noSuchOverload, "no such overload: +(string, int)", "'a' + 1"),
    ("math.abs('a')", .noSuchOverload, "no such overload: math.abs(string)", "math.abs('a')"),
    ("['a', 1].join()", .invalidArgument, "join: element 1 of the list is no string", "['a', 1].join()"),
    ("ada.nme", .noSuchField, "no such field: nme", "ada.nme"),
    ("!1", .noSuchOverload, "no such overload: !(int)", "!1"),
]

private let failing: [(String, EvaluationError.Kind, String, String)] = [
    ("1 + 2 / 0", .divisionByZero, "division by zero", "2 / 0"),
    ("1 % 0 == 1", .divisionByZero, "division by zero", "1 % 0"),
    ("2u / 0u", .divisionByZero, "division by zero", "2u / 0u"),
    ("0 + (9223372036854775807 + 1)", .overflow, "the result is out of range", "9223372036854775807 + 1"),
    ("0u - 1u", .overflow, "the result is out of range", "0u - 1u"),
    ("-(-9223372036854775808)", .overflow, "the result is out of range", "-(-9223372036854775808)"),
    ("-9223372036854775808 / -1", .overflow, "the result is out of range", "-9223372036854775808 / -1"),
    ("[1, 2][size('ab')]", .outOfRange, "the list has no element 2", "[1, 2][size('ab')]"),
    ("[1][-1]", .outOfRange, "the list has no element -1", "[1][-1]"),
    ("{'a': 1}.b + 1", .noSuchKey, "no such key: b", "{'a': 1}.b"),
    ("{1: 'a'}[2]", .noSuchKey, "no such key", "{1: 'a'}[2]"),
    ("{'a': 1, 'a': 2}.size()", .duplicateKey, "the map has a key twice", "'a'"),
    ("true ? dyn(1) + 'a' : 'b'", .noSuchOverload, "no such overload: +(int, string)", "dyn(1) + 'a'"),
    (
        "dyn(1).startsWith('a')", .noSuchOverload, "no such overload: startsWith(int, string)",
        "dyn(1).startsWith('a')"
    ),
    ("dyn(1) && true", .noSuchOverload, "no such overload: &&(int, bool)", "dyn(1) && true"),
    ("dyn('a') ? 1 : 2", .noSuchOverload, "no such overload: ?:(string)", "dyn('a') ? 1 : 2"),
    ("dyn(1).all(x, x)", .noSuchOverload, "no such overload: a macro(int)", "dyn(1)"),
    ("['a'].all(x, dyn(x))", .noSuchOverload, "no such overload: a condition(string)", "dyn(x)"),
    ("int('1x') + 1", .invalidArgument, "'1x' is not an int", "int('1x')"),
    (
        "'a'.matches('a' + '(')", .invalidArgument, "the pattern does not compile: missing ): a(",
        "'a'.matches('a' + '(')"
    ),
    (
        "optional.none().value()", .invalidArgument, "an optional that is none has no value",
        "optional.none().value()"
    ),
    ("string(b'\\xff')", .invalidArgument, "the bytes are not UTF-8", "string(b'\\xff')"),
    ("[3, 2, 0].map(x, 6 / x)[0]", .divisionByZero, "division by zero", "6 / x"),
    ("[?dyn(1)]", .noSuchOverload, "what is written with `?` must be an optional", "dyn(1)"),
]

/// What an expression that has no value says, and where.
@Suite struct ErrorTests {
    @Test("an error knows its kind, its message and the part of the expression", arguments: failing)
    func places(_ text: String, _ kind: EvaluationError.Kind, _ message: String, _ place: String) {
        let found = outcome(text)
        #expect(found.datum == .error(kind, message))
        #expect(found.place == place)
    }

    @Test("without a check names and overloads fail when they are reached", arguments: uncheckedFailing)
    func unchecked(_ text: String, _ kind: EvaluationError.Kind, _ message: String, _ place: String) {
        let found = outcome(text, .unchecked)
        #expect(found.datum == .error(kind, message))
        #expect(found.place == place)
    }

    @Test("what decides alone absorbs errors, on either side", arguments: Mode.allCases, absorbing)
    func absorbed(_ mode: Mode, _ example: (text: String, result: Bool)) {
        #expect(outcome(example.text, mode).datum == .bool(example.result))
    }

    @Test("what does not decide lets them through", arguments: Mode.allCases, propagating)
    func propagated(_ mode: Mode, _ example: (text: String, kind: EvaluationError.Kind)) {
        #expect(kind(example.text, mode) == example.kind)
    }
}
