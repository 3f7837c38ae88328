import Diagnostics
import Reporters
import Testing

/// The source line and its underline, as the text report shows them.
private func snippet(_ excerpt: Excerpt) -> [String] {
    let place = Place(
        file: "f", start: Position(line: 1, column: 1), end: Position(line: 1, column: 2), excerpt: excerpt)
    let finding = Finding(rule: "a/b", severity: .error, message: "m", place: place)
    return lines(of: ReportFormat.text.render(report([finding], documents: [])), 2...3)
}

private func snippet(_ line: String, marking part: String, _ columns: Int = 100) -> [String] {
    let source = Source("f", line)
    var style = ReportStyle()
    style.columns = columns
    let text = ReportFormat.text.render(
        report([source.finding("a/b", .error, at: part, "m")], documents: []), style: style)
    return lines(of: text, 2...3)
}

private func lines(of text: String, _ range: ClosedRange<Int>) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)[range].map { String($0.dropFirst(2)) }
}

@Suite struct SnippetTests {
    @Test func tabsAreFourColumnsEach() {
        #expect(snippet("\ta:\tb", marking: "b") == ["1 |     a:    b", "  |           ^"])
        #expect(snippet("\ta:\tb", marking: "\tb") == ["1 |     a:    b", "  |       ^^^^^"])
    }

    @Test(arguments: [
        ("名前: x", "x", "1 | 名前: x", "  |       ^"),  // wide: two columns each
        ("名前: x", "前", "1 | 名前: x", "  |   ^^"),
        ("e\u{301}te\u{301}: x", "x", "1 | e\u{301}te\u{301}: x", "  |      ^"),  // combining: none
        ("🚀: x", "x", "1 | 🚀: x", "  |     ^"),
        ("🇩🇪: x", "x", "1 | 🇩🇪: x", "  |     ^"),  // two halves of a flag
        ("ｆｕ: x", "x", "1 | ｆｕ: x", "  |       ^"),  // full-width letters
        ("한글: x", "x", "1 | 한글: x", "  |       ^"),
        ("ﾊﾝ: x", "x", "1 | ﾊﾝ: x", "  |     ^"),  // half-width kana
        ("größe: x", "x", "1 | größe: x", "  |        ^"),
    ])
    func underlineStandsBelow(_ line: String, _ part: String, _ shown: String, _ underline: String) {
        #expect(snippet(line, marking: part) == [shown, underline])
    }

    @Test func escapesCountTheirColumns() {
        #expect(
            snippet("a\u{1B}[1mb\u{202E}c: x", marking: "b\u{202E}c")
                == [#"1 | a\u{1B}[1mb\u{202E}c: x"#, "  |           ^^^^^^^^^^"])
    }

    @Test func longLineIsCutAroundTheMark() {
        let line = String(repeating: "y", count: 2500) + " wrong " + String(repeating: "z", count: 2500)
        for (columns, before, behind) in [(200, 39, 74), (100, 30, 55), (80, 23, 42)] {
            let shown = snippet(line, marking: "wrong", columns)
            let (y, z) = (String(repeating: "y", count: before), String(repeating: "z", count: behind))
            #expect(shown[0] == "1 | …\(y) wrong \(z)…")
            #expect(shown[1] == "  |  " + String(repeating: " ", count: before + 1) + "^^^^^")
        }
    }

    @Test func markIsAlwaysVisibleAndWithinOnePastTheText() {
        #expect(snippet(Excerpt(text: "", markStart: 0, markLength: 1)) == ["1 |", "  | ^"])
        #expect(snippet(Excerpt(text: "ab", markStart: 2, markLength: 1)) == ["1 | ab", "  |   ^"])
        #expect(snippet(Excerpt(text: "ab", markStart: 1, markLength: 9)) == ["1 | ab", "  |  ^"])
        #expect(snippet(Excerpt(text: "ab", markStart: 9, markLength: 9)) == ["1 | ab", "  |   ^"])
        #expect(snippet(Excerpt(text: "e\u{301}", markStart: 1, markLength: 1)) == ["1 | e\u{301}", "  |  ^"])
        #expect(snippet(Excerpt(text: "ab", markStart: 0, markLength: 0)) == ["1 | ab", "  | ^"])
    }

    @Test func rangeOverSeveralLinesIsMarkedToTheEndOfItsFirst() {
        let source = Source("f", "a: [1,\n  2]\n")
        let text = ReportFormat.text.render(
            report([source.finding("a/b", .error, at: "[1,\n  2]", "m")], documents: []))
        #expect(lines(of: text, 2...3) == ["1 | a: [1,", "  |    ^^^"])
    }
}
