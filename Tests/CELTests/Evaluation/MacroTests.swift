import CEL
import Testing

private let built: [(text: String, result: String)] = [
    ("[1, 2, 3].map(x, x % 2 == 1, x * 10)", "[10, 30]"),
    ("[].map(x, x)", "[]"),
    ("{'a': 1, 'b': 2}.map(k, k)", "['a', 'b']"),
    ("[1, 2, 3].filter(x, x > 1)", "[2, 3]"),
    ("{'a': 1}.filter(k, k == 'a')", "['a']"),
    ("[1, 2, 2].exists_one(x, x == 2)", "false"),
    ("[].all(x, 1 / 0 > x)", "true"),
    ("[].exists(x, true)", "false"),
    ("[5, 6].transformList(i, x, i + x)", "[5, 7]"),
    ("[5, 6].transformList(i, x, i > 0, x)", "[6]"),
    ("{'a': 1}.transformMap(k, v, k + string(v))", "{'a': 'a1'}"),
    ("['x', 'y'].transformMap(i, v, v)", "{0: 'x', 1: 'y'}"),
    ("{'a': 'b'}.transformMapEntry(k, v, {v: k})", "{'b': 'a'}"),
    ("['cc', 'a', 'bb'].sortBy(x, x.size())", "['a', 'cc', 'bb']"),
    ("cel.bind(x, 2, x * x)", "4"),
    ("cel.bind(x, [1], cel.bind(y, x + [2], x.map(x, y.map(y, x + y))))", "[[2, 3]]"),
    ("[1, 2].map(x, [3, 4].map(y, [x].map(x, x * y + x)))", "[[[4], [5]], [[8], [10]]]"),
    ("math.greatest([1, 2].map(x, x * 2)[1], [9].map(x, [x, x].map(y, y - 6)[1])[0], 1)", "4"),
    ("optional.of(2).optMap(x, x + 1)", "some(3)"),
    ("optional.none().optMap(x, 1 / 0)", "none"),
    ("optional.of(2).optFlatMap(x, x > 1 ? optional.of('a') : optional.none())", "some('a')"),
    ("[?optional.of(1), ?optional.none(), 2]", "[1, 2]"),
    ("{?'a': optional.none(), 'b': 1}", "{'b': 1}"),
    ("optional.ofNonZeroValue('')", "none"),
    ("optional.ofNonZeroValue([0])", "some([0])"),
    ("[optional.of(1), optional.none()].unwrapOpt()", "[1]"),
    ("optional.of({'a': [7]}).a[0]", "some(7)"),
]

@Test("macros", arguments: Mode.allCases, built)
func macros(_ mode: Mode, _ example: (text: String, result: String)) {
    #expect(outcome(example.text, mode).datum.text == example.result)
}

@Test(
    "macros that cannot be built",
    arguments: [
        ("[1, 1].transformMapEntry(i, x, {x: i})", EvaluationError.Kind.duplicateKey),
        ("[dyn(1), 'a'].sortBy(x, x)", .invalidArgument), ("[[1]].sortBy(x, x)", .invalidArgument),
        ("[1.5].transformMapEntry(i, x, {dyn(x): i})", .invalidArgument),
    ])
func impossibleMacros(_ text: String, _ expected: EvaluationError.Kind) {
    #expect(kind(text, .unchecked) == expected)
}
