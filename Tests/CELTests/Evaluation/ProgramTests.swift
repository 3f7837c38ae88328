import CEL
import Testing

private let nests: [(String, String, String)] = [
    ("[", "1", "]"), ("-", "1", ""), ("!", "true", ""), ("(1 + ", "1", ")"), ("{1: ", "1", "}"),
    ("[0].map(x, ", "1", ")"), ("(true ? ", "1", " : 2)"),
    ("", "1", " + 1"), ("", "{}", ".?a"), ("", "[[]]", ".map(x, x)"), ("", "true", " && true"),
    ("cel.bind(x, [", "1", "], x)"),
]

@Suite struct ProgramTests {
    @Test("a constant pattern that does not compile is a fault at its place")
    func patternFault() throws {
        let program = try #require(program("ada.name.matches('a(') || true").0)
        #expect(program.faults == [Fault("the pattern does not compile: missing ): a(", at: 17..<21)])
        #expect(
            [People.ada, People.bob].withUnsafeBufferPointer {
                Evaluation(host: People()).evaluate(program, $0.baseAddress)
            }.isTrue)
    }

    @Test("patterns are compiled before the program, which then takes them")
    func patternsBeforeTheProgram() throws {
        func checked(_ text: String) throws -> CheckedExpression {
            Checker.check(try #require(Parser.parse(text).expression), .people())
        }
        var wrong = try checked("ada.name.matches('a(') || matches(ada.name, ')') || ada.name.matches('[' + ada.name)")
        #expect(
            wrong.compilePatterns() == [
                Fault("the pattern does not compile: missing ): a(", at: 17..<21),
                Fault("the pattern does not compile: unexpected ): )", at: 44..<47),
            ])
        var right = try checked("ada.name.matches('^A') && !matches(bob.name, '^A')")
        #expect(right.compilePatterns() == [])
        let program = Program(right)
        #expect(program.faults == [])
        #expect(
            [People.ada, People.bob].withUnsafeBufferPointer {
                Evaluation(host: People()).evaluate(program, $0.baseAddress)
            }.isTrue)
    }

    @Test("threads share a program")
    func shared() async throws {
        let program = try #require(
            program("[3, 1, 2].map(x, string(x)).join('-').matches('^[0-9-]+$') && 'b' in ['a', 'b']").0)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let evaluation = Evaluation()
                    return (0..<500).allSatisfy { _ in
                        evaluation.reset()
                        return evaluation.evaluate(program).isTrue
                    }
                }
            }
            for await isTrue in group { #expect(isTrue) }
        }
    }

    @Test(
        "long constant lists are looked up as short ones are", arguments: Mode.allCases,
        ["'k7'", "'k31'", "'k32'", "''", "7", "ada.name", "bob.nickname"])
    func longLists(_ mode: Mode, _ element: String) {
        var keys = (0..<32).map { (number: Int) -> String in "'k\(number)'" }
        keys += ["'Ada'", "'k7'"]
        let found = outcome(
            "dyn(\(element == "bob.nickname" ? "''" : element)) in [\(keys.joined(separator: ", "))]", mode
        ).datum
        #expect(found == .bool(keys.contains(element) || element == "ada.name"))
        #expect(outcome("bob.nickname in [\(keys.joined(separator: ", "))]", mode).datum == false)
    }

    @Test("large maps find each of their keys and no other, whatever their type", arguments: [1, 8, 9, 17, 300])
    func largeMaps(_ count: Int) {
        let evaluation = Evaluation()
        var entries: [(key: Value, value: Value)] = []
        for number in 0..<count {
            entries.append((evaluation.string("key \(number)"), .int(Int64(number))))
            let key = number % 2 == 0 ? Value.int(Int64(number)) : Value.uint(UInt64(number))
            entries.append((key, .int(Int64(-number))))
        }
        let map = evaluation.map(entries)
        #expect(evaluation.count(of: map) == 2 * count)
        for number in 0..<count {
            #expect(evaluation.value(of: evaluation.string("key \(number)"), in: map)?.asInt == Int64(number))
            for key in [Value.int(Int64(number)), .uint(UInt64(number)), .double(Double(number))] {
                #expect(evaluation.value(of: key, in: map)?.asInt == Int64(-number))
            }
        }
        #expect(evaluation.value(of: .int(-1), in: map) == nil)
        #expect(evaluation.value(of: .double(0.5), in: map) == nil)
        #expect(evaluation.value(of: evaluation.string("key"), in: map) == nil)
    }

    @Test(
        "names are looked for from the container outwards",
        arguments: [("x", "a.b.x"), (".x", "x"), ("y", "a.y"), ("b.x", "a.b.x"), ("z", "z"), ("[0].map(x, x)[0]", "")])
    func containers(_ text: String, _ name: String) throws {
        var environment = Environment(libraries: Library.all)
        environment.container = "a.b"
        let names = ["x", "a.b.x", "a.y", "y", "z"]
        for name in names { environment.declare(name, .string) }
        let evaluation = Evaluation()
        let values = names.map(evaluation.string)
        for mode in Mode.allCases {
            let program = try #require(program(text, mode, environment).0)
            let value = values.withUnsafeBufferPointer { evaluation.evaluate(program, $0.baseAddress) }
            #expect(evaluation.datum(value) == (name.isEmpty ? 0 : .string(name)))
        }
    }

    @Test("nesting up to the parser's limit is compiled and evaluated")
    func deep() throws {
        for (open, inner, close) in nests {
            // The deepest that is parsed, or deep enough where depth costs nothing.
            var (depth, refused) = (1, 1_000)
            while refused - depth > 1 {
                let middle = (depth + refused) / 2
                if program(nested(open, inner, close, middle)).0 != nil { depth = middle } else { refused = middle }
            }
            #expect(depth > 20)
            let program = try #require(program(nested(open, inner, close, depth)).0)
            #expect(!Evaluation().evaluate(program).isError)
        }
    }

    private func nested(_ open: String, _ inner: String, _ close: String, _ depth: Int) -> String {
        String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
    }
}
