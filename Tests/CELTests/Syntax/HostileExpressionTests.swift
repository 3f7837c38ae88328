import CEL
import TestSupport
import Testing

@Suite("Any text at all is an expression or has faults with places in it")
struct HostileExpressionTests {
    private static let words = [
        "a", "b.c", "property", ".", ".?", "[", "]", "[?", "(", ")", "{", "}", ",", ":", "?", "+", "-", "!", "*", "/",
        "%",
        "&&", "||", "==", "!=", "<", "<=", "in", "1", "0x1F", "2u", "1.5", "'t'", "b'\\xff'", "r\"x\"", "'''", "\"",
        "`k-l`",
        "null", "true", "has(a.b)", ".all(x, ", ".exists(k, v, ", ".map(x, ", ".transformMap(k, v, ", "cel.bind(x, ",
        ".optMap(y, ", ".sortBy(e, ", "size(", "math.greatest(", "optional.of(", "if", "__result__", " ", "\n", "// c",
        "\\", "é",
        "\u{0}", "=", "&", "a.b.C{", "x", "k", "e",
    ]

    private static let valid = [
        "property.tags.exists(t, t == 'pii') && !(property.name in ['a', \"b\"]) || x > 1 ? a.b.c : 'n'",
        "{'a': [1, 2.5, 3u], ?'b': optional.of(1)}[?'a'].optMap(v, v.size()).orValue(0) + -x * (2 - 1)",
        "cel.bind(p, property.properties.filter(q, has(q.name)), p.map(q, q.position > 1, q.name)).size() == 0",
        "any.transformMapEntry(k, v, {v: k}).`k-l`.?m[0] == b'\\xff\\303' // end",
    ]

    /// What holds of every text.
    private func check(_ text: String) {
        let (expression, faults) = Parser.parse(text)
        let count = text.utf8.count
        #expect((expression == nil) == !faults.isEmpty, "\(text)")
        for fault in faults {
            #expect(fault.range.upperBound <= count && !fault.message.isEmpty, "\(text): \(fault)")
        }
        guard let expression else { return }
        for index in expression.nodes.indices {
            let node = expression.nodes[index]
            #expect(node.range.upperBound <= count && !node.range.isEmpty, "\(text)")
            #expect(node.range.lowerBound <= node.nameRange.lowerBound, "\(text)")
            #expect(node.nameRange.upperBound <= node.range.upperBound, "\(text)")
            for child in expression.children(of: ExprID(index)) {
                let inner = expression[child].range
                #expect(Int(child) < index, "\(text)")
                #expect(
                    node.range.lowerBound <= inner.lowerBound && inner.upperBound <= node.range.upperBound, "\(text)")
            }
        }
        // Its own text is read as the same tree.
        let written = expression.text
        let again = Parser.parse(written).expression
        #expect(again.map { $0.tree($0.root) } == expression.tree(expression.root), "\(text) is written \(written)")
        let checked = Checker.check(expression, testEnvironment())
        #expect(checked.types.count == expression.nodes.count)
        for fault in checked.faults { #expect(fault.range.upperBound <= count, "\(text): \(fault)") }
    }

    @Test("words in any order")
    func wordSoup() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<4_000 {
            let length = Int.random(in: 1...24, using: &random)
            check((0..<length).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined())
        }
    }

    @Test("bytes in any order")
    func byteSoup() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            check(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test("an expression with bytes lost, doubled, changed, or cut off", arguments: valid)
    func mutations(text: String) {
        check(text)
        var random = SeededGenerator(seed: 3)
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            check(String(decoding: bytes[..<index], as: UTF8.self))
            check(String(decoding: bytes[index...], as: UTF8.self))
            var lost = bytes
            lost.remove(at: index)
            check(String(decoding: lost, as: UTF8.self))
            var changed = bytes
            changed[index] = "()[]{}.,:?'\"`!-+&|=<>a1 \n\\".utf8.randomElement(using: &random) ?? 0
            check(String(decoding: changed, as: UTF8.self))
            var doubled = bytes
            doubled.insert(contentsOf: bytes[index..<min(index + 3, bytes.count)], at: index)
            check(String(decoding: doubled, as: UTF8.self))
        }
    }

    @Test(
        "nesting is refused beyond a limit, wherever it comes from",
        arguments: [
            ("(", "a", ")"), ("[", "a", "]"), ("{1: ", "a", "}"), ("a[", "0", "]"), ("f(", "a", ")"),
            ("a.all(x, ", "x", ")"),
            ("true ? (", "a", ") : b"), ("a ? b : ", "c", ""), ("!", "a", ""), ("-", "a", ""), ("", "a", ".b"),
            ("", "a", "[0]"), ("", "a", " + a"), ("", "a", ".f()"), ("cel.bind(a, a, ", "a", ")"),
            ("cel.bind(a, {a: a}, ", "a", ")"), ("cel.bind(a, [a] == [{a: a}], ", "a", ")"), ("", "a", " == a"),
        ])
    func nesting(opening: String, middle: String, closing: String) {
        func text(_ count: Int) -> String {
            String(repeating: opening, count: count) + middle + String(repeating: closing, count: count)
        }
        #expect(Parser.parse(text(32)).faults == [])
        check(text(200))
        let (expression, faults) = Parser.parse(text(3_000))
        #expect(expression == nil)
        #expect(faults.count == 1)
        #expect(
            faults.first?.message == "the expression is nested more than 250 levels deep"
                || faults.first?.message == "the expression has more than 1000 operations inside each other")
    }

    @Test("a thousand clauses are no nesting", arguments: ["&&", "||"])
    func clauses(mark: String) throws {
        let text = [String](repeating: "x > 1", count: 5_000).joined(separator: " \(mark) ")
        let expression = try parse(text)
        let checked = Checker.check(expression, testEnvironment())
        #expect(checked.faults == [])
        #expect(expression.text == text)
    }

    @Test("a text longer than any rule is refused")
    func length() {
        let (expression, faults) = Parser.parse(String(repeating: "a", count: 100_001))
        #expect(expression == nil)
        #expect(faults == [Fault("the expression is longer than 100000 bytes", at: 0..<100_001)])
    }

    @Test(
        "thousands of parts of which little is known are checked in a moment",
        arguments: [
            "[], ", "{}, ", "nme, ", "property.nme, ", "x.foo(), ", "size(1), ", "[[]] == [[[]]], ", "1, 'a', ",
        ])
    func manyParts(part: String) throws {
        let count = 95_000 / part.utf8.count
        let checked = Checker.check(try parse("[" + String(repeating: part, count: count) + "]"), testEnvironment())
        #expect(checked.faults.count <= 100)
        #expect(checked.types.count == checked.expression.nodes.count)
    }

    @Test("types that would double with each step come to an end")
    func doublingTypes() throws {
        var text = "cel.bind(t0, {}, "
        for step in 1...120 {
            text += "cel.bind(t\(step), {[t\(step - 1)] == [] ? 'a' : 'b': t\(step - 1), 'c': t\(step - 1)}, "
        }
        text += "t120" + String(repeating: ")", count: 121)
        let checked = Checker.check(try parse(text), testEnvironment())
        #expect(checked.faults == [])
        let pairs = (1...120).reduce("cel.bind(t0, [], ") { $0 + "cel.bind(t\($1), pair(t\($1 - 1), t\($1 - 1)), " }
        var environment = testEnvironment()
        environment.add(Signatures.library("pairs", "pair(T, U) pair(T, U)"))
        let doubled = Checker.check(
            try parse(pairs + "t120 == t119" + String(repeating: ")", count: 121)), environment)
        #expect(doubled.type == .bool)
    }
}
