import CEL
import Testing

@Suite("the strings extension")
struct StringLibraryTests {
    private static func outOfRange(_ index: Int64) -> Datum {
        .error(.outOfRange, "the index \(index) is out of the text's range")
    }

    @Test("places outside the text are errors")
    func outOfRange() {
        #expect(call("charAt", "naïve", 6) == Self.outOfRange(6))
        #expect(call("charAt", "naïve", -1) == Self.outOfRange(-1))
        #expect(call("charAt", "", .int(.max)) == Self.outOfRange(.max))
        #expect(call("indexOf", "naïve", "a", 30) == Self.outOfRange(30))
        #expect(call("indexOf", "naïve", "", 6) == Self.outOfRange(6))
        #expect(call("indexOf", "naïve", "a", -1) == Self.outOfRange(-1))
        #expect(call("lastIndexOf", "naïve", "a", -1) == Self.outOfRange(-1))
        #expect(call("lastIndexOf", "naïve", "a", 6) == Self.outOfRange(6))
        #expect(call("substring", "naïve", 6) == Self.outOfRange(6))
        #expect(call("substring", "naïve", .int(.min)) == Self.outOfRange(.min))
        #expect(call("substring", "naïve", 1, 6) == Self.outOfRange(6))
        #expect(call("substring", "naïve", 7, 8) == Self.outOfRange(7))
        #expect(
            call("substring", "naïve", 4, 3) == .error(.outOfRange, "the substring ends at 3, before its start 4"))
    }

    @Test("places are counted in code points")
    func places() {
        #expect(call("charAt", "©αT", 1) == "α")
        #expect(call("charAt", "a😀b", 1) == "😀")
        #expect(call("charAt", "a😀b", 3) == "")
        #expect(call("charAt", "", 0) == "")
        #expect(call("substring", "a😀b", 2) == "b")
        #expect(call("substring", "a😀b", 3) == "")
        #expect(call("substring", "a😀b", 1, 2) == "😀")
        #expect(call("substring", "a😀b", 0, 3) == "a😀b")
        #expect(call("substring", "", 0, 0) == "")
    }

    @Test("a text is found from the left, from a place on")
    func indexOf() {
        #expect(call("indexOf", "ta©o©αT", "©") == 2)
        #expect(call("indexOf", "ta©o©αT", "©αT", 3) == 4)
        #expect(call("indexOf", "ta©o©αT", "©α", 5) == -1)
        #expect(call("indexOf", "hello", "hellos") == -1)
        #expect(call("indexOf", "hello", "") == 0)
        #expect(call("indexOf", "hello", "", 5) == 5)
        #expect(call("indexOf", "hello", "o", 5) == -1)
        #expect(call("indexOf", "", "o") == -1)
    }

    @Test("a text is found from the right, beginning no later than a place")
    func lastIndexOf() {
        #expect(call("lastIndexOf", "ta©o©αT", "©") == 4)
        #expect(call("lastIndexOf", "ta©o©αT", "©α", 4) == 4)
        #expect(call("lastIndexOf", "ta©o©αT", "©α", 3) == -1)
        #expect(call("lastIndexOf", "hello mellow", "ello", 6) == 1)
        #expect(call("lastIndexOf", "hello", "") == 5)
        #expect(call("lastIndexOf", "hello", "", 3) == 3)
        #expect(call("lastIndexOf", "hello", "hellos") == -1)
        #expect(call("lastIndexOf", "", "o") == -1)
        #expect(call("lastIndexOf", "aaa", "aa") == 1)
    }

    /// Naive searching of these would take 10^10 comparisons.
    @Test("long texts are found in linear time, from either end")
    func linear() {
        let half = String(repeating: "a", count: 100_000)
        #expect(call("indexOf", .string(half + half), .string(half + "b")) == -1)
        #expect(call("lastIndexOf", .string(half + half), .string("b" + half)) == -1)
        #expect(call("indexOf", .string(half + "b" + half + half), .string(half + "b" + half)) == 0)
        #expect(call("indexOf", .string("b" + half + "c" + half), .string(half), 2) == 100_002)
        #expect(call("lastIndexOf", .string(half + "b" + half), .string(half)) == 100_001)
        #expect(call("lastIndexOf", .string(half + "b" + half), .string(half), 100_000) == 0)
        #expect(call("replace", .string(half + "b" + half), .string(half), "x") == "xbx")
        #expect(call("split", .string(half + "b" + half), .string(half)) == ["", "b", ""])
        #expect(call("indexOf", "abcabcabcabcabcabcabcabcabd", "abcabcabcabcabcabcabd") == 6)
        #expect(call("lastIndexOf", "xbcabcabcabcabcabcabcabcabc", "xbcabcabcabcabcabcabc") == 0)
    }

    @Test("only ASCII letters change their case")
    func cases() {
        #expect(call("upperAscii", "TacoCÆt Xiéz{[`@") == "TACOCÆT XIéZ{[`@")
        #expect(call("lowerAscii", "TacoCÆt XIÉZ{[`@") == "tacocÆt xiÉz{[`@")
        #expect(call("lowerAscii", "") == "")
    }

    @Test("matches are replaced from the left, up to a limit")
    func replace() {
        #expect(call("replace", "hello hello", "he", "we") == "wello wello")
        #expect(call("replace", "hello hello", "he", "we", -1) == "wello wello")
        #expect(call("replace", "hello hello", "he", "", 1) == "llo hello")
        #expect(call("replace", "hello hello", "he", "we", 0) == "hello hello")
        #expect(call("replace", "hello", "x", "y") == "hello")
        #expect(call("replace", "aaa", "aa", "b") == "ba")
        #expect(call("replace", "é😀", "", "-") == "-é-😀-")
        #expect(call("replace", "é😀", "", "-", 2) == "-é-😀")
        #expect(call("replace", "", "", "-") == "-")
        #expect(call("replace", "aa", "a", "") == "")
    }

    @Test("a text is split at separators, the last part holds the rest")
    func split() {
        #expect(call("split", "a b c", " ") == ["a", "b", "c"])
        #expect(call("split", "a b c", " ", 0) == [])
        #expect(call("split", "a b c", " ", 1) == ["a b c"])
        #expect(call("split", "a b c", " ", 2) == ["a", "b c"])
        #expect(call("split", "a b c", " ", 9) == ["a", "b", "c"])
        #expect(call("split", "a b c", " ", -1) == ["a", "b", "c"])
        #expect(call("split", " a ", " ") == ["", "a", ""])
        #expect(call("split", "é😀b", "") == ["é", "😀", "b"])
        #expect(call("split", "é😀b", "", 2) == ["é", "😀b"])
        #expect(call("split", "", ",") == [""])
        #expect(call("split", "", "") == [])
    }

    @Test("texts are joined; anything else in the list is an error")
    func join() {
        #expect(call("join", ["a", 1]) == .invalid("join: element 1 of the list is no string"))
        #expect(call("join", ["x", "y"]) == "xy")
        #expect(call("join", ["x", "", "é"], ", ") == "x, , é")
        #expect(call("join", [], "-") == "")
        #expect(call("join", [""], "-") == "")
    }

    @Test("white space is trimmed as Unicode knows it, zero-width spaces are none")
    func trim() {
        #expect(call("trim", " \t\n\u{B}\u{C}\r\u{85}\u{A0}\u{1680}é x\u{2000}\u{200A}\u{2028}\u{2029}") == "é x")
        #expect(call("trim", "\u{202F}\u{205F}\u{3000}x\u{3000}") == "x")
        #expect(call("trim", "\u{200B}x\u{180E}\u{2060}") == "\u{200B}x\u{180E}\u{2060}")
        #expect(call("trim", " \u{2003} ") == "")
        #expect(call("trim", "") == "")
    }

    @Test("code points are reversed")
    func reverse() {
        #expect(call("reverse", "gum😀é") == "é😀mug")
        #expect(call("reverse", "") == "")
    }

    @Test("a quoted text is a literal of CEL's")
    func quote() {
        #expect(call("strings.quote", "\u{7}\u{8}\u{C}\n\r\t\u{B}\\\"'é") == #""\a\b\f\n\r\t\v\\\"'é""#)
        #expect(call("strings.quote", "") == #""""#)
    }

    @Test(
        "what would be too large to build is over the budget",
        arguments: [
            (
                "replace",
                [.string(String(repeating: "a", count: 1000)), "a", .string(String(repeating: "b", count: 1000))]
            ),
            ("join", [.list(Array(repeating: .string(String(repeating: "a", count: 100)), count: 200)), "-"]),
            ("format", ["%.999f%.999f%.999f%.999f%.999f%.999f%.999f", [1, 1, 1, 1, 1, 1, 1]]),
            ("split", [.string(String(repeating: "a", count: 4000)), ""]),
        ] as [(String, [Datum])])
    func budget(name: String, arguments: [Datum]) {
        let evaluation = Evaluation(steps: 100_000, bytes: 30_000)
        let filler = name == "format" ? 25_000 : 1
        _ = evaluation.string(String(repeating: "x", count: filler))
        #expect(call(name, of: arguments, evaluation) == .error(.overBudget, EvaluationError.Kind.overBudget.message))
    }
}
