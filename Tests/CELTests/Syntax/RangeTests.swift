import CEL
import Diagnostics
import TestSupport
import Testing

@Suite("Every part of an expression knows its bytes")
struct RangeTests {
    /// The node whose text is given.
    private func node(_ text: String, in expression: Expression) -> ExprNode? {
        expression.nodes.indices.first { expression.text(of: ExprID($0)) == text }.map { expression.nodes[$0] }
    }

    @Test(
        "mark 1 the whole, mark 2 the name",
        arguments: [
            ("'é' + (⟦a ⟦*⟧ b⟧) ", "a * b"),
            ("⟦a.⟦bc⟧⟧ == 1", "a.bc"),
            ("⟦a.?⟦`b c`⟧⟧.d", "a.?`b c`"),
            ("x + ⟦a.⟦f⟧( 1 )⟧", "a.f(1)"),
            ("⟦a⟦[ 0 ]⟧⟧.b", "a[0]"),
            ("b && ⟦⟦!⟧a⟧", "!a"),
            ("⟦c ⟦?⟧ a : b⟧", "c ? a : b"),
            ("1 in ⟦⟦[2, x]⟧⟧", "[2, x]"),
            ("⟦has(a.⟦b⟧)⟧ || c", "has(a.b)"),
            ("⟦a.⟦all⟧(x, x > 1)⟧", "a.all(x, x > 1)"),
            ("a.all(x, ⟦x ⟦>⟧ 1⟧)", "x > 1"),
            ("⟦cel.⟦bind⟧(x, 1, x)⟧", "cel.bind(x, 1, x)"),
            ("⟦a ⟦&&⟧ b⟧ && c", "a && b"),
            ("⟦a && b ⟦&&⟧ c⟧", "a && b && c"),
            ("⟦a && b ⟦&&⟧ c && d⟧", "a && b && c && d"),
            ("⟦⟦- 1⟧⟧ + 2", "-1"),
            ("⟦⟦x.Y⟧{a: 1}⟧", "x.Y{a: 1}"),
            ("⟦.⟦x⟧⟧ + 1", ".x"),
        ] as [(MarkedText, String)])
    func ranges(text: MarkedText, part: String) throws {
        let node = try #require(node(part, in: try parse(text.text)))
        #expect(node.range == text.bytes(1))
        #expect(node.nameRange == text.bytes(2))
    }

    @Test("what it is made of stands in front of it, in the order of writing")
    func children() throws {
        let expression = try parse("cel.bind(n, a.b, {n: [1, 2].filter(x, x > n)})")
        let root = expression.root
        #expect(
            expression.children(of: root).map { expression.text(of: $0) } == ["a.b", "{n: [1, 2].filter(x, x > n)}"])
        let map = try #require(expression.children(of: root).last)
        let filter = try #require(expression.children(of: map).last)
        #expect(expression.children(of: filter).map { expression.text(of: $0) } == ["[1, 2]", "x > n"])
        #expect(expression.children(of: 0) == [])
    }

    @Test(
        "the text of a part is the same however it was written",
        arguments: [
            ("(a)&&( b||c )", "a && (b || c)"), ("a.b [ 'x' ]", "a.b[\"x\"]"), ("0x10+1e3", "16 + 1000.0"),
            ("r'\\d'.matches(\"\\u00e9\")", "\"\\\\d\".matches(\"é\")"), ("b'\\xff\\n'", "b\"\\xff\\n\""),
            ("((a && b)) && (c && d)", "a && b && c && d"), ("a - (b + c)", "a - (b + c)"),
            ("(a == b) == c", "a == b == c"),
            ("a == (b == c)", "a == (b == c)"), ("(c ? x : y).z", "(c ? x : y).z"),
            ("c ? (d ? 1 : 2) : 3", "c ? (d ? 1 : 2) : 3"),
            ("(-a).b", "(-a).b"), ("-(a.b)", "-a.b"), ("-(-1)", "--1"), ("-(1.5)", "-(1.5)"),
        ])
    func canonicalText(text: String, expected: String) throws {
        #expect(try parse(text).text == expected)
    }
}
