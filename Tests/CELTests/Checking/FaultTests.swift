import CEL
import Diagnostics
import TestSupport
import Testing

@Suite("What is wrong with an expression is said where it stands")
struct FaultTests {
    @Test(
        "found by the checker",
        arguments: [
            (
                "property.⟦clasification⟧ == 'a'", "`property` has no field `clasification`",
                "did you mean `classification`?"
            ),
            ("⟦propery⟧.name", "unknown name `propery`", "did you mean `property`?"),
            ("⟦property.name == 1⟧", "a string never equals an int", "write `\"1\"`"),
            ("⟦x == 1.5⟧", "an int never equals a double", "convert it: `double(x)`"),
            ("⟦property.tags == 'pii'⟧", "a list(string) never equals a string", "`in` looks for a value in a list"),
            (
                "⟦text == null⟧", "a string never equals null",
                nil
            ),
            ("⟦1 in ['a']⟧", "`in` looks for an int in a list of string", "write `\"1\"`"),
            (
                "'a' in ⟦text⟧", "`in` looks into a list or a map, this is a string",
                "`.contains(…)` looks for a text in a text"
            ),
            ("⟦text + 1⟧", "`+` cannot take a string and an int", "write `\"1\"`"),
            ("⟦text + x⟧", "`+` cannot take a string and an int", "convert it: `string(x)`"),
            ("⟦x < 'a'⟧", "`<` cannot order an int and a string", "convert it: `string(x)`"),
            ("text.⟦startWith⟧('a')", "there is no function `startWith`", "did you mean `startsWith`?"),
            ("⟦siz⟧(text)", "there is no function `siz`", "did you mean `size`?"),
            ("⟦math.gratest⟧(1)", "there is no function `math.gratest`", "did you mean `math.greatest`?"),
            ("text.startsWith(⟦1⟧)", "`startsWith` takes a string here, not an int", "write `\"1\"`"),
            ("⟦x⟧.startsWith('a')", "`startsWith` is a function of a string, not an int", "convert it: `string(x)`"),
            ("text.⟦startsWith⟧()", "`startsWith` takes 1 argument, not 0", "there is `string.startsWith(string)`"),
            ("⟦startsWith⟧(text, 'a')", "`startsWith` is a member function", "write `string.startsWith(string)`"),
            ("x.⟦int⟧()", "`int` is no member function", "write `int(string)`"),
            ("⟦size(x)⟧", "there is no `size(int)`", "there is `size(string)`, `size(list(A))` and `size(map(A, B))`"),
            ("x.⟦exists⟧(1)", "`exists` is not called so", "it is written `list.exists(x, condition)`"),
            ("⟦x⟧ && true", "what `&&` joins is an int, not a bool", "compare it: `… != 0`"),
            ("!⟦x⟧", "what `!` negates is an int, not a bool", "compare it: `… != 0`"),
            ("⟦x⟧ ? 1 : 2", "the condition before `?` is an int, not a bool", "compare it: `… != 0`"),
            (
                "true ? 1 : ⟦'a'⟧", "the results of `? :` are an int and a string",
                "both have one type; `dyn(…)` around one of them leaves it open"
            ),
            (
                "property.tags.⟦name⟧", "`property.tags` is a list(string) and has no field `name`",
                "`.exists(x, …)` and `.all(x, …)` ask of its elements, `[0]` is the first"
            ),
            ("text.⟦size⟧", "`text` is a string and has no field `size`", "it is a function: `.size()`"),
            ("[1, 2].all(e, ⟦e⟧)", "the condition of `all` is an int, not a bool", "compare it: `… != 0`"),
            ("⟦text⟧.all(e, true)", "`all` goes over a list or a map, this is a string", nil),
            ("property.tags[⟦'a'⟧]", "a list has int indices, this is a string", nil),
            ("⟦text⟧[0]", "a string has no elements", "`.substring(i, i + 1)` and `.charAt(i)` give a part of a text"),
            ("{⟦1.5⟧: 1}", "a double cannot be the key of a map", "keys are int, uint, bool or string"),
            (
                "⟦com.Thing⟧{a: 1}", "no value of a type `com.Thing` can be made here",
                "a map is written `{\"key\": value}`"
            ),
            ("[?⟦1⟧]", "`?` takes an optional, this is an int", "leave the `?` out, or write `optional.of(…)`"),
            ("⟦dyn⟧", "unknown name `dyn`", "it is a function: `dyn(…)`"),
            (
                "⟦x⟧.optMap(v, v)", "`optMap` takes an optional, this is an int",
                "`x.?field`, `x[?index]` and `optional.of(x)` are optionals"
            ),
            (
                "⟦maybe.a + 1⟧", "`+` cannot take an optional_type(int) and an int",
                "`.orValue(…)` takes the value out of the optional"
            ),
            ("[when].sortBy(e, ⟦[e]⟧)", "`sortBy` cannot order by a list(timestamp)", nil),
        ] as [(MarkedText, String, String?)])
    func checking(text: MarkedText, message: String, help: String?) throws {
        let checked = Checker.check(try parse(text.text), testEnvironment())
        #expect(checked.faults == [Fault(message, at: text.bytes(1), help: help)])
    }

    @Test("each once, in their order, without what follows from them")
    func several() throws {
        let text: MarkedText = "⟦nme⟧.size() > 0 && property.⟦tgs⟧.all(t, t.⟦sizze⟧() > 1 && ⟦t⟧) || ⟦x == 'a'⟧"
        let checked = Checker.check(try parse(text.text), testEnvironment())
        #expect(checked.faults.map(\.range) == [1, 2, 3, 5].map { text.bytes($0) })
    }

    @Test(
        "found by the parser",
        arguments: [
            ("a ⟦b⟧", "expected an operator or the end of the expression, found `b`", nil),
            (
                "a ⟦and⟧ b", "expected an operator or the end of the expression, found `and`",
                "the logical and is written `&&`"
            ),
            ("a ⟦=⟧ b", "`=` is no part of an expression", "`==` compares"),
            ("a ⟦&⟧ b", "`&` is no part of an expression", "`&&` is the logical and"),
            ("a + ⟦⟧", "expected a value, the expression ends", nil),
            ("f(a ⟦⟧", "expected `,` or `)` behind an argument, the expression ends", nil),
            ("(a⟦]⟧", "expected `)` to close the parenthesis, found `]`", nil),
            ("[1, 2⟦}⟧", "expected `,` or `]` behind an element, found `}`", nil),
            ("{1⟦,⟧ 2}", "expected `:` between key and value, found `,`", nil),
            ("a ? b⟦⟧", "expected `:` between the two results of `? :`, the expression ends", nil),
            (
                "a.⟦in⟧", "expected the name of a field or function behind `.`, found `in`",
                "write `.`in``, with back quotes around the name"
            ),
            ("⟦if⟧ + 1", "`if` is a reserved word", "it can name a field, but no variable"),
            ("'é' == ⟦'abc⟧", "a text is not closed: ' is missing", nil),
            ("'é⟦\\q⟧'", "`\\q` is no escape", "a backslash is written `\\\\`, or the text as `r\"…\"`"),
            ("'⟦\\ud800⟧'", "the escape is no Unicode character", nil),
            ("'⟦\\x1⟧'", "the escape needs 2 hexadecimal digits", nil),
            ("b'⟦\\u⟧00e9'", "bytes have no code points", "write the bytes: `\\xc3\\xa9`"),
            (
                "⟦9223372036854775808⟧", "the number is beyond the range of int",
                "an int lies between -9223372036854775808 and 9223372036854775807"
            ),
            ("⟦1e999⟧", "the number is beyond the range of double", nil),
            (
                "⟦18446744073709551616u⟧", "the number is beyond the range of uint",
                "the greatest is 18446744073709551615u"
            ),
            ("⟦12abc⟧", "`12abc` is no number", nil),
            ("⟦0x⟧", "a hexadecimal number needs a digit behind `0x`", nil),
            ("⟦⟧", "the expression is empty", nil),
            ("⟦  ⟧", "the expression is empty", nil),
            ("has(⟦a⟧)", "`has` takes the selection of a field", "write `has(x.field)`"),
            ("a.all(⟦b.c⟧, true)", "`all` needs the name of a variable here", "`.all(x, …)`"),
            ("a.all(⟦__result__⟧, true)", "`__result__` is the result of the macro, and no variable", nil),
            ("a.all(k, ⟦k⟧, true)", "`all` has two variables `k`", nil),
            ("cel.bind(⟦1⟧, 2, 3)", "`bind` needs the name of a variable here", "`cel.bind(x, value, result)`"),
            ("a.⟦``⟧", "a quoted name is empty", nil),
        ] as [(MarkedText, String, String?)])
    func parsing(text: MarkedText, message: String, help: String?) {
        let (expression, faults) = Parser.parse(text.text)
        #expect(expression == nil)
        #expect(faults == [Fault(message, at: text.bytes(1), help: help)])
    }
}

extension MarkedText {
    func bytes(_ mark: Int) -> Range<Int> {
        let range = range(mark)
        return Int(range.start)..<Int(range.end)
    }
}
