import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// `"\ud83d\ude00"`, as JSON writers escape characters beyond U+FFFF.
@Suite struct SurrogatePairTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: MarkedText
        /// The text of each scalar, in order.
        let scalars: [String]

        init(_ description: String, _ text: MarkedText, _ scalars: String...) {
            testDescription = description
            self.text = text
            self.scalars = scalars
        }
    }

    static let cases = [
        Case("in double quotes", #"⟦"\ud83d\ude00"⟧"#, "😀"),
        Case("in capitals, and in a row", #"⟦"a\uD83D\uDE00\ud83d\ude00b"⟧"#, "a😀😀b"),
        Case("in a key, and places behind it", #"⟦{⟦"\ud83d\ude00"⟧: ⟦"é"⟧, ⟦"x"⟧: ⟦1⟧}⟧"#, "😀", "é", "x", "1"),
        Case(
            "on several lines",
            "⟦⟦\"é\"⟧: ⟦\"\\ud83d\\ude00 \n  \\uD834\\uDD1E\"⟧\n⟦b⟧: ⟦[⟦c⟧, ⟦\"\\ud83d\\udc69\"⟧]⟧ # ü\n⟦d⟧: ⟦e⟧⟧", "é",
            "😀 𝄞", "b", "c", "👩", "d", "e"),
        Case("in single quotes it is no escape", #"⟦'\ud83d\ude00'⟧"#, #"\ud83d\ude00"#),
        Case("nor in plain text", #"⟦x \ud83d\ude00 y⟧"#, #"x \ud83d\ude00 y"#),
        Case(
            "nor in a block scalar", "⟦⟦a⟧: ⟦|-\n  \\ud83d\\ude00\n  b⟧\n⟦c⟧: ⟦\"\\ud83d\\ude00\"⟧⟧", "a",
            "\\ud83d\\ude00\nb", "c", "😀"),
        Case("nor in a comment", "⟦⟦a⟧: ⟦b⟧ # \\ud83d\\ude00\n⟦c⟧: ⟦d⟧⟧", "a", "b", "c", "d"),
        Case(
            "all at once", #"⟦[⟦'\ud83d\ude00'⟧, ⟦"\ud83d\ude00"⟧, ⟦\ud83d\ude00⟧, ⟦"x"⟧]⟧"#, #"\ud83d\ude00"#, "😀",
            #"\ud83d\ude00"#, "x"),
        Case(
            "twice in single quotes, with a doubled quote", #"⟦'\ud83d\ude00''\ud83d\ude00'⟧"#,
            #"\ud83d\ude00'\ud83d\ude00"#),
        Case("a backslash before it that is escaped", #"⟦"\\ud83d\\ude00"⟧"#, #"\ud83d\ude00"#),
        Case("an escaped backslash and a pair", #"⟦"\\\ud83d\ude00"⟧"#, #"\😀"#),
        Case(
            "with a line separator of Unicode", "⟦⟦\"é\u{2028}\\ud83d\\ude00\"⟧: ⟦'\u{85}\\ud83d\\ude00'⟧\n⟦b⟧: ⟦c⟧⟧",
            "é\u{2028}😀", "\u{85}\\ud83d\\ude00", "b", "c"),
        Case("no pair", #"⟦"\u00e9 \uFFFD \ue000"⟧"#, "é \u{FFFD} \u{E000}"),
    ]

    @Test(arguments: cases) func pairs(_ test: Case) {
        let tree = read(test.text.text)
        #expect(tree.issues.map(\.message) == [])
        #expect(tree.reachable.map { tree.show(tree.range(of: $0)) } == test.text.marks.map { test.text.place($0) })
        #expect(tree.reachable.filter { tree[$0].type.isSubset(of: .scalar) }.map(tree.text) == test.scalars)
    }

    @Test func placesBehindManyPairsHold() {
        let line = #"⟦"\ud83d\ude00é"⟧: ⟦'\ud83d\ude00'⟧"#
        let text = MarkedText("⟦" + (0..<200).map { line.replacing("é", with: "é\($0)") }.joined(separator: "\n") + "⟧")
        let tree = read(text.text)
        #expect(tree.reachable.map { tree.range(of: $0) } == text.marks.map { text.range($0) })
        #expect(tree.issues.isEmpty)
    }

    /// Half a pair stands for no character.
    @Test(arguments: [
        FindingCase(
            "the first half alone", "é: \"a⟦\\ud83d⟧b\"", ExpectedFinding("yaml/syntax", "half of a surrogate pair")),
        FindingCase(
            "the second half alone", "é: \"⟦\\ude00⟧\"", ExpectedFinding("yaml/syntax", "half of a surrogate pair")),
        FindingCase(
            "the halves the wrong way round", "é: \"⟦\\ude00⟧\\ud83d\"",
            ExpectedFinding("yaml/syntax", "half of a surrogate pair")),
        FindingCase(
            "two first halves", "\"\\ud83d\\ude00\": \"⟦\\ud83d⟧\\ud83d\"",
            ExpectedFinding("yaml/syntax", "half of a surrogate pair")),
    ])
    func half(_ test: FindingCase) {
        #expect(issueDifferences(test) == [])
    }
}
