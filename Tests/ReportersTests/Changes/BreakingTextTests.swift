import Diagnostics
import Reporters
import Testing

/// The text of `breaking`: contract by contract, element by element, the gravest first.
@Suite struct BreakingTextTests {
    private static func finding(
        _ rule: String, _ severity: Severity, _ contract: String?, _ element: String?, line: Int, _ message: String,
        old: Bool = true
    ) -> Finding {
        func place(_ file: String) -> Place {
            Place(file: file, start: Position(line: line, column: 3), end: Position(line: line, column: 5))
        }
        return Finding(
            rule: rule, severity: severity, message: message, place: place("\(contract ?? "none").yaml"),
            contract: contract, element: element, help: "mend it", reason: "it matters",
            related: old ? [RelatedPlace(place("main:x.yaml"), "before")] : [], subject: message, offset: line)
    }

    private static func pair(_ id: String, _ old: String, _ new: String, _ declared: Bump) -> ChangeReport {
        ChangeReport(
            profile: .consumer, old: .init(file: "main:\(id).yaml", id: id, version: old),
            new: .init(file: "\(id).yaml", id: id, version: new), minimumBump: .major, declaredBump: declared,
            suggestedVersion: "2.0.0", outcome: declared == .major ? .satisfied : .insufficient, isGated: true,
            changes: [])
    }

    private static func text(_ findings: [Finding], _ pairs: [ChangeReport], _ style: ReportStyle) -> String {
        ReportFormat.text.render(
            Report(toolVersion: "1", documents: [], findings: findings, comparisons: pairs), style: style)
    }

    private static let findings = [
        finding("compatibility/version-bump", .error, "a", nil, line: 1, "too little"),
        finding("compatibility/tags-changed", .info, "a", "o.x", line: 5, "tags"),
        finding("compatibility/property-removed", .error, "a", "o.x", line: 6, "gone"),
        finding("compatibility/property-removed", .error, "a", "o.y", line: 5, "gone, \u{1B}[31m"),
        finding("compatibility/contract-added", .info, "b", nil, line: 2, "new", old: false),
        finding("compatibility/property-removed", .error, "c", "o.x", line: 5, "gone"),
    ]
    private static let pairs = [pair("a", "1.0.0", "1.1.0", .minor), pair("c", "1.0.0", "2.0.0", .major)]

    @Test func groups() {
        var style = ReportStyle()
        style.least = .info
        #expect(
            Self.text(Self.findings, Self.pairs, style) == """
                a (a.yaml, 1.0.0 to 1.1.0)
                  o.y
                    error[compatibility/property-removed]: gone, \\u{1B}[31m
                        new  a.yaml:5:3
                        old  main:x.yaml:5:3
                        = help: mend it
                        = why: it matters
                  o.x
                    error[compatibility/property-removed]: gone
                        new  a.yaml:6:3
                        old  main:x.yaml:6:3
                        = help: mend it
                    info[compatibility/tags-changed]: tags
                        new  a.yaml:5:3
                        old  main:x.yaml:5:3
                  error[compatibility/version-bump]: too little
                      new  a.yaml:1:3
                      old  main:x.yaml:1:3
                      = help: mend it
                      = why: it matters

                b (b.yaml)
                  info[compatibility/contract-added]: new
                      at   b.yaml:2:3

                c (c.yaml, 1.0.0 to 2.0.0)
                  o.x
                    error[compatibility/property-removed]: gone
                        new  c.yaml:5:3
                        old  main:x.yaml:5:3
                        = help: mend it
                  The changes ask for a major version; 1.0.0 to 2.0.0 is major, which is enough.

                4 errors, 2 infos in 3 files

                """)
    }

    /// A comment on a pull request says as well what each contract has to become.
    @Test func markdown() {
        let text = ReportFormat.markdown.render(
            Report(toolVersion: "1", documents: [], findings: Self.findings, comparisons: Self.pairs))
        #expect(
            text.hasSuffix(
                "- version of `a`: The changes ask for a major version; 1.0.0 to 1.1.0 is minor, which is too little. "
                    + "Suggested: 2.0.0.\n- version of `c`: The changes ask for a major version; 1.0.0 to 2.0.0 is major, "
                    + "which is enough.\n"), "\(text)")
    }

    @Test func quiet() {
        for style in [ReportStyle(), ReportStyle(quiet: true)] {
            let text = Self.text(Self.findings, Self.pairs, style)
            #expect(!text.contains("info[") && !text.contains("b (b.yaml)"))
            #expect(text.hasSuffix("4 errors in 3 files\(style.quiet ? "" : "; 2 infos not shown (--show info)")\n"))
        }
        #expect(Self.text([], [], ReportStyle(quiet: true)).isEmpty)
    }
}
