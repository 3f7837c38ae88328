import CEL
import Testing

/// Expressions that would take long or build much end at the same step each time.
@Suite struct BudgetTests {
    /// 100 elements.
    static let hundred = "[\((0..<100).map(String.init).joined(separator: ","))]"

    /// `body` with x0 doubled n times to x(n).
    static func doubled(_ start: String, _ times: Int, _ body: String) -> String {
        var text = body
        for number in (0..<times).reversed() {
            text = "cel.bind(x\(number + 1), x\(number) + x\(number), \(text))"
        }
        return "cel.bind(x0, \(start), \(text))"
    }

    @Test(
        "over the budget",
        arguments: [
            "\(hundred).all(a, \(hundred).all(b, \(hundred).all(c, \(hundred).all(d, a + b + c + d >= 0))))",
            doubled("'abcdefgh'", 40, "x40.size() > 0 || true"),
            doubled("[1, 2]", 40, "true || x40 == x39"),
            "cel.bind(a, [1, 1], cel.bind(b, [a, a], cel.bind(c, [b, b, b, b, b, b, b, b], "
                + "cel.bind(d, [c, c, c, c, c, c, c, c], cel.bind(e, [d, d, d, d, d, d, d, d], cel.bind(f, [e, e, e, e, e, e, e, e], "
                + "cel.bind(g, [f, f, f, f, f, f, f, f], cel.bind(h, [g, g, g, g, g, g, g, g], "
                + "cel.bind(i, [h, h, h, h, h, h, h, h], cel.bind(j, [i, i, i, i, i, i, i, i], j == j)))))))))) || true",
            "\(hundred).map(a, \(hundred).map(b, \(hundred).map(c, \(hundred).map(d, 'x')))).size() > 0",
            // A hundred repeats of all letters there are compile for a tenth of a second.
            "'x'.matches('^\\\\pL{1,100}' + '(x1)?$') || true",
            "\(hundred).all(a, \(hundred).all(b, \(hundred).all(c, 'x'.matches(string(a) + '(x{0,500}){500}' + string(c)) || true)))",
        ])
    func over(_ text: String) {
        let found = outcome(text, .checked, .people(), Evaluation(steps: 100_000, bytes: 1 << 20)).datum
        #expect(found == .error(.overBudget, EvaluationError.Kind.overBudget.message))
    }

    @Test("the same steps are enough whatever was evaluated before, and one less is not")
    func deterministic() throws {
        let text = "\(Self.hundred).map(x, 'a'.matches('a' + string(x % 3))).size() == 100"
        func isEnough(_ steps: Int) -> Bool {
            outcome(text, .checked, .people(), Evaluation(steps: steps)).datum == true
        }
        var low = 0
        var high = 1_000_000
        while high - low > 1 {
            let middle = (low + high) / 2
            if isEnough(middle) { high = middle } else { low = middle }
        }
        let evaluation = Evaluation(steps: high)
        for _ in 0..<3 { #expect(outcome(text, .checked, .people(), evaluation).datum == true) }
        let tooFew = Evaluation(steps: high - 1)
        for _ in 0..<3 {
            #expect(
                outcome(text, .checked, .people(), tooFew).datum
                    == .error(.overBudget, EvaluationError.Kind.overBudget.message))
        }
    }

    @Test("each evaluation has its own budget, and memory is as good as new after a reset")
    func renewed() throws {
        let evaluation = Evaluation(steps: 1_000, bytes: 100_000)
        let program = try #require(program("\(Self.hundred).map(x, string(x) + '!')[99]").0)
        for _ in 0..<100 {
            let value = evaluation.evaluate(program)
            #expect(evaluation.datum(value) == "99!")
            evaluation.reset()
        }
    }

    @Test("values stay where they are until the reset")
    func stable() throws {
        let evaluation = Evaluation()
        let program = try #require(program("\(Self.hundred).map(x, string(x))").0)
        let values = (0..<200).map { _ in evaluation.evaluate(program) }
        let expected = Datum.list((0..<100).map { .string("\($0)") })
        #expect(values.allSatisfy { evaluation.datum($0) == expected })
    }
}
