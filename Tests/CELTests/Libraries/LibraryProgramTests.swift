import CEL
import Testing

@Suite("the extensions in whole expressions")
struct LibraryProgramTests {
    /// A list of three texts that only this host can read.
    private final class Letters: Host {
        private let texts: [StaticString] = ["letter b", "letter a", "letter b"]

        func field(_ number: Int, of object: Value) -> Value { .absent }
        func count(of collection: Value) -> Int { texts.count }
        func next(in collection: Value, _ cursor: inout UInt64) -> Value? {
            guard cursor < UInt64(texts.count) else { return nil }
            defer { cursor += 1 }
            return .string(texts[Int(cursor)])
        }
        func value(of key: UnsafeBufferPointer<UInt8>, in map: Value) -> Value? { nil }
        func isEqual(_ a: Value, _ b: Value) -> Bool { false }
        func typeName(of object: Value) -> StaticString { "letters" }
    }

    private static let environment = {
        var environment = Environment(libraries: Library.all)
        environment.declare("letters", .list(.string))
        environment.declare("anything", .dyn)
        return environment
    }()

    private func check(_ text: String) throws -> CheckedExpression {
        let (expression, faults) = Parser.parse(text)
        #expect(faults == [])
        return Checker.check(try #require(expression), Self.environment)
    }

    private func evaluate(_ text: String) throws -> Datum {
        let checked = try check(text)
        #expect(checked.faults == [])
        let host = Letters()
        let evaluation = Evaluation(host: host)
        let program = Program(checked)
        let variables = [Value(.hostList), evaluation.string("x")]
        return withExtendedLifetime((host, program)) {
            variables.withUnsafeBufferPointer {
                evaluation.datum(evaluation.evaluate(program, $0.baseAddress))
            }
        }
    }

    @Test(
        "what does not fit is found by the checker",
        arguments: [
            ("math.greatest()", "`math.greatest` takes at least 1 argument, not 0"),
            ("math.greatest('a')", "there is no `math.greatest(string)`"),
            ("math.least(1, 'a')", "there is no `math.least(int, string)`"),
            ("math.least(['a'])", "there is no `math.least(list(string))`"),
            ("[1, 2].flatten()", "`flatten` is a function of a list(list(T)), not a list(int)"),
            ("[1, 2].join()", "`join` is a function of a list(string), not a list(int)"),
            ("[[1]].sort()", "there is no `list(list(int)).sort()`"),
            ("timestamp('') + timestamp('')", "`+` cannot take a timestamp and a timestamp"),
        ])
    func faults(text: String, message: String) throws {
        let found = try check(text).faults.map(\.message)
        #expect(found == [message])
    }

    @Test(
        "types that are known stay known",
        arguments: [
            ("math.greatest(1, 2, 3, 4)", CELType.int), ("math.least([1.0])", .double), ("math.greatest(1, 2u)", .dyn),
            ("math.greatest(1, 2u, 3.0, 4)", .dyn), ("[[1]].flatten()", .list(.int)),
            ("letters.first()", .optional(.string)),
            ("timestamp(0) - timestamp(0)", .duration), ("[3, 1].sort()", .list(.int)),
        ])
    func types(text: String, type: CELType) throws {
        #expect(try check(text).type == type)
    }

    @Test(
        "lists of a host's are read like others",
        arguments: [
            ("letters.join('+')", "letter b+letter a+letter b"), ("letters.slice(1, 3)", ["letter a", "letter b"]),
            ("letters.slice(1, 1)", []), ("letters.first()", .some("letter b")), ("letters.last()", .some("letter b")),
            ("letters.reverse()", ["letter b", "letter a", "letter b"]),
            ("letters.sort()", ["letter a", "letter b", "letter b"]), ("letters.distinct()", ["letter b", "letter a"]),
            ("[letters].flatten()", ["letter b", "letter a", "letter b"]),
            ("sets.equivalent(letters, ['letter a', 'letter b'])", true),
            ("sets.intersects(letters, ['letter a'])", true),
            ("sets.contains(letters, ['letter c'])", false), ("[letters, letters].distinct() == [letters]", true),
            ("'%s'.format([letters])", "[letter b, letter a, letter b]"),
            ("'%s %s'.format(letters)", "letter b letter a"),
        ] as [(String, Datum)])
    func hostLists(text: String, value: Datum) throws {
        let found = try evaluate(text)
        #expect(found == value)
    }

    @Test(
        "values of any type",
        arguments: [
            ("[1, [2, [3]]].flatten()", [1, 2, [3]]), ("math.greatest([5.4, 10, 3u])", 10),
            ("math.greatest(dyn(1), 2, 3u, 4.0)", 4.0), ("math.least(dyn([3, 1.5]))", 1.5),
            ("[dyn('b'), 'a'].sort()", ["a", "b"]), ("[dyn('b'), 'a'].join()", "ba"),
            ("math.greatest(1, anything)", .error(.noSuchOverload, "no such overload: math.greatest(int, string)")),
            ("math.greatest(1, 2, anything)", .error(.noSuchOverload, "math.greatest takes numbers, not string")),
            ("[dyn('b'), 1].join()", .invalid("join: element 1 of the list is no string")),
            ("[3, 1, 2].sortBy(x, -x)", [3, 2, 1]),
            ("[1.0, 0.0].sortBy(x, x / 0.0)", .invalid("sort: NaN has no order")),
            ("dyn(timestamp(60)) - dyn(duration('1m')) == timestamp(0)", true),
            ("timestamp('2024-02-29T12:00:00Z').getDayOfYear('Europe/Berlin')", 59),
        ] as [(String, Datum)])
    func values(text: String, value: Datum) throws {
        let found = try evaluate(text)
        #expect(found == value)
    }
}
