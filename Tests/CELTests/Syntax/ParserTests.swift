import CEL
import Testing

@Suite("An expression is read")
struct ParserTests {
    @Test(
        "as the grammar groups it",
        arguments: [
            ("a+b*c", "a + b * c"),
            ("(a+b)*c", "(a + b) * c"),
            ("a-b-c", "a - b - c"),
            ("a-(b-c)", "a - (b - c)"),
            ("a||b&&c", "a || b && c"),
            ("(a||b)&&c", "(a || b) && c"),
            ("a&&b&&c&&d", "a && b && c && d"),
            ("a<b==c", "a < b == c"),
            ("a?b:c?d:e", "a ? b : c ? d : e"),
            ("(a?b:c)?d:e", "(a ? b : c) ? d : e"),
            ("!a.b", "!a.b"),
            ("!(a&&b)", "!(a && b)"),
            ("!!a", "!!a"),
            ("- 1", "-1"),
            ("-(1)", "-(1)"),
            ("-1.f()", "(-1).f()"),
            ("-(1.f())", "-(1.f())"),
            ("--1", "--1"),
            ("a -1", "a - 1"),
            ("x in [1,2,]", "x in [1, 2]"),
            ("[?a,b]", "[?a, b]"),
            ("[,]", "[]"),
            ("{?'k':v, 1:2,}", "{?\"k\": v, 1: 2}"),
            ("a.?b[?0].c", "a.?b[?0].c"),
            ("a.`b-c`.`in`.`d`", "a.`b-c`.`in`.d"),
            ("a.package", "a.package"),
            ("a.if()", "a.if()"),
            (".a.b", ".a.b"),
            (".f(1)", ".f(1)"),
            ("x.y.Z{a: 1, ?b: c}", "x.y.Z{a: 1, ?b: c}"),
            (".Z{}", ".Z{}"),
            ("a // comment\n + b", "a + b"),
            ("24.f()", "24.f()"),
        ])
    func grouping(text: String, expected: String) throws {
        let expression = try parse(text)
        #expect(expression.text == expected)
        // What is written is read as the same again.
        #expect(try parse(expected).text == expected)
    }

    @Test(
        "its literals",
        arguments: [
            ("-9223372036854775808", .int(.min)), ("9223372036854775807", .int(.max)), ("0xFf", .int(255)),
            ("-0x10", .int(-16)), ("18446744073709551615u", .uint(.max)), ("0x10U", .uint(16)),
            ("1.5e3", .double(1500)),
            (".5", .double(0.5)), ("0e-1", .double(0)), ("-0.0", .double(-0.0)), ("null", .null), ("true", .bool(true)),
            (#"'\'\"\`\?\\\a'"#, .string("'\"`?\\\u{7}")), (#"r'\n'"#, .string("\\n")), (#""\xff\377""#, .string("ÿÿ")),
            (#"'\u270c\U0001f431'"#, .string("✌🐱")), ("'''a\n'b'''", .string("a\n'b")), (#""""\"""""#, .string("\"")),
            (#"b'ÿ\xff\377'"#, .bytes([0xC3, 0xBF, 0xFF, 0xFF])), (#"bR"\x""#, .bytes([0x5C, 0x78])),
            ("r\"\"\"\"\"\"", .string("")),
        ] as [(String, Literal)])
    func literals(text: String, expected: Literal) throws {
        let expression = try parse(text)
        #expect(expression.nodes.count == 1)
        guard case .literal(let literal) = expression[expression.root].kind else {
            Issue.record("\(text) is no literal")
            return
        }
        #expect(literal == expected)
        #expect(expression[expression.root].range == 0..<text.utf8.count)
        #expect(try parse(literal.text).text == literal.text)
    }

    @Test(
        "its macros",
        arguments: [
            ("has(a.b.c)", "has(a.b.c)"),
            ("x.existsOne(e, e)", "x.exists_one(e, e)"),
            ("x.map(e, e > 1, e * 2)", "x.map(e, e > 1, e * 2)"),
            ("x.all(k, v, k == v)", "x.all(k, v, k == v)"),
            ("x.transformMapEntry(k, v, {v: k})", "x.transformMapEntry(k, v, {v: k})"),
            ("cel.bind(y, 1, y + y)", "cel.bind(y, 1, y + y)"),
            ("a.?b.optMap(y, y)", "a.?b.optMap(y, y)"),
            ("x.sortBy(e, e.name)", "x.sortBy(e, e.name)"),
        ])
    func macros(text: String, expected: String) throws {
        let expression = try parse(text)
        #expect(expression.text == expected)
        if case .call = expression[expression.root].kind { Issue.record("\(text) is a plain call") }
        let plain = try #require(Parser.parse(text, macros: false).expression)
        if case .call = plain[plain.root].kind {} else { Issue.record("\(text) is no plain call") }
        // Every node belongs to the tree: each but the root is the child of one other.
        let children = expression.nodes.indices.flatMap { expression.children(of: ExprID($0)) }
        #expect(children.sorted() + [expression.root] == expression.nodes.indices.map { ExprID($0) })
    }

    @Test(
        "another number of arguments is a plain call",
        arguments: ["x.exists(e)", "has(a.b, c)", "x.map(e)", "y.bind(a, b, c)"])
    func plainCalls(text: String) throws {
        let expression = try parse(text)
        guard case .call = expression[expression.root].kind else {
            Issue.record("\(text) is a macro")
            return
        }
    }
}

/// An expression that must be one.
func parse(_ text: String) throws -> Expression {
    let (expression, faults) = Parser.parse(text)
    #expect(faults == [])
    return try #require(expression)
}
