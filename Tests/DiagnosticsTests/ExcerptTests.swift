import Diagnostics
import TestSupport
import Testing

/// The line that a finding shows, and what is marked in it.
@Suite struct ExcerptTests {
    private func excerpt(_ text: MarkedText) throws -> Excerpt {
        try #require(SourceFile(name: "f", text: text.bytes).place(of: text.range()).excerpt)
    }

    private func marked(_ excerpt: Excerpt) -> String {
        let scalars = Array(excerpt.text.unicodeScalars)[excerpt.markStart...].prefix(excerpt.markLength)
        return String(String.UnicodeScalarView(scalars))
    }

    @Test(
        arguments: [
            ("é漢: ⟦😀x⟧ # c\nnext", "é漢: 😀x # c", "😀x"),
            ("\u{FEFF}⟦a⟧: 1", "a: 1", "a"),
            ("a: 1\r\n⟦b⟧: 2\r\n", "b: 2", "b"),
            ("a: ⟦|\n  one\n  two⟧\n", "a: |", "|"),
        ] as [(MarkedText, String, String)])
    func showsTheLineOfItsStart(_ text: MarkedText, _ line: String, _ mark: String) throws {
        let excerpt = try excerpt(text)
        #expect(excerpt.text == line)
        #expect(marked(excerpt) == mark)
        #expect(!excerpt.isCutBefore && !excerpt.isCutBehind)
    }

    @Test(arguments: ["⟦⟧", "abc⟦⟧", "abc\n⟦⟧"] as [MarkedText])
    func aPointStillMarksOnePlace(_ text: MarkedText) throws {
        #expect(try excerpt(text).markLength == 1)
    }

    @Test func aLineOf120ScalarsIsShownWhole() throws {
        let line = String(repeating: "漢", count: 119)
        let excerpt = try excerpt(MarkedText(line + "⟦x⟧"))
        #expect(excerpt.text == line + "x")
        #expect(excerpt.markStart == 119 && !excerpt.isCutBefore && !excerpt.isCutBehind)
    }

    @Test func aLongLineIsCutAroundTheMark() throws {
        let excerpt = try excerpt(
            MarkedText(String(repeating: "ä", count: 500) + "⟦fault⟧" + String(repeating: "ö", count: 500)))
        #expect(excerpt.text == String(repeating: "ä", count: 40) + "fault" + String(repeating: "ö", count: 75))
        #expect(marked(excerpt) == "fault")
        #expect(excerpt.isCutBefore && excerpt.isCutBehind)
    }

    @Test func aMarkLongerThanTheCutEndsWithIt() throws {
        let excerpt = try excerpt(MarkedText("k: ⟦" + String(repeating: "é", count: 300) + "⟧"))
        #expect(excerpt.text.unicodeScalars.count == 120)
        #expect(excerpt.markStart == 3 && excerpt.markLength == 117)
    }
}
