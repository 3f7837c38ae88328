import Diagnostics
import Reporters
import Testing

@Suite struct MarkdownReportTests {
    private static func finding(_ severity: Severity, _ message: String, line: Int = 3) -> Finding {
        let place = Place(
            file: "orders.yaml", start: Position(line: line, column: 5), end: Position(line: line, column: 9))
        return Finding(
            rule: "compatibility/tags-changed", severity: severity, message: message, place: place,
            element: "orders.note", help: "ask", related: [RelatedPlace(place, "before: `a`")], offset: line)
    }

    private static func markdown(_ findings: [Finding], quiet: Bool = false) -> String {
        ReportFormat.markdown.render(
            Report(toolVersion: "1", documents: [], findings: findings), style: ReportStyle(quiet: quiet))
    }

    @Test func theGravestFirst() {
        #expect(
            Self.markdown([Self.finding(.info, "less"), Self.finding(.error, "more", line: 7)]) == """
                ### contractlint: 1 error, 1 info in 1 file

                - **error** `compatibility/tags-changed` at `orders.yaml:7:5`, `orders.note`: more
                  - `orders.yaml:7:5`: before: `a`
                  - help: ask
                - **info** `compatibility/tags-changed` at `orders.yaml:3:5`, `orders.note`: less
                  - `orders.yaml:3:5`: before: `a`
                  - help: ask

                """)
    }

    @Test func quiet() {
        #expect(Self.markdown([Self.finding(.info, "less")], quiet: true) == "")
        #expect(Self.markdown([]) == "### contractlint: No findings in 0 files\n")
    }

    @Test(arguments: [
        ("@everyone", "&#64;everyone"), ("<img src=x>", "&lt;img src=x&gt;"), ("[a](b)", "\\[a\\](b)"),
        ("a\n# b", "a\\\\u{A}\\# b"), ("\u{1B}[31m", "\\\\u{1B}\\[31m"), ("**x** _y_", "\\*\\*x\\*\\* \\_y\\_"),
    ])
    func textOfStrangers(_ text: String, _ escaped: String) {
        #expect(Self.markdown([Self.finding(.error, text)]).contains("`orders.note`: \(escaped)\n"))
    }

    /// Names stand in code spans, in which nothing means anything else.
    @Test(arguments: [
        ("`psn__concept` has a twin `a*b`", "`psn__concept` has a twin `a*b`"), ("`@x` @x", "`@x` &#64;x"),
        ("``a`b`` _c_", "``a`b`` \\_c\\_"), ("`a _b_", "\\`a \\_b\\_"), ("`a`` _b_", "\\`a\\`\\` \\_b\\_"),
        ("`a` `<b>", "`a` \\`&lt;b&gt;"),
    ])
    func namesSurvive(_ text: String, _ escaped: String) {
        #expect(Self.markdown([Self.finding(.error, text)]).contains("`orders.note`: \(escaped)\n"))
    }

    @Test func aCommentIsNotLongerThanServersTake() {
        let text = Self.markdown((1...2000).map { Self.finding(.error, "number \($0)", line: $0) })
        #expect(text.utf8.count < 65_000)
        let shown = text.split(separator: "\n").filter { $0.hasPrefix("- **error**") }.count
        #expect(text.hasSuffix("\n\(2000 - shown) more not shown.\n"))
        #expect(shown > 100)
    }
}
