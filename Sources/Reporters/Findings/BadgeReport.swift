internal import Diagnostics

/// The state of a run as a badge for a README: an SVG, or the JSON from which Shields draws one.
///
/// Source of the JSON: Shields' documentation "Endpoint Badge", schema version 1.
enum BadgeReport {
    private static let label = "data contracts"

    static func svg(_ report: Report, _ out: Output) -> Output {
        let state = State(report)
        // Six and a half pixels are what a character of the font takes on the average.
        let (left, right) = (10 + label.count * 13 / 2, 10 + state.words.count * 13 / 2)
        var out = out
        out.write(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(left + right)" height="20" role="img" aria-label="\(label): \(state.words)">
              <title>\(label): \(state.words)</title>
              <rect width="\(left + right)" height="20" rx="3" fill="#555"/>
              <path d="M\(left) 0h\(right - 3)a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-\(right - 3)z" fill="\(state.color)"/>
              <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
                <text x="\(left / 2)" y="14">\(label)</text>
                <text x="\(left + right / 2)" y="14">\(state.words)</text>
              </g>
            </svg>

            """)
        return out
    }

    static func endpoint(_ report: Report, _ out: Output) -> Output {
        let state = State(report)
        var json = JSONWriter(out)
        json.object { json in
            json.member("schemaVersion", 1)
            json.member("label", label)
            json.member("message", state.words)
            json.member("color", state.color)
            if state.isBad {
                json.key("isError")
                json.value(true)
            }
        }
        json.end()
        return json.out
    }

    /// The gravest thing there is, in two words and a colour with enough contrast to white (WCAG 2.2, 1.4.3).
    private struct State {
        var words: String
        var color: String
        var isBad = false

        init(_ report: Report) {
            let tally = Tally(report)
            func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
            // Where nothing was looked at, nothing is known to be kept.
            switch (tally.failures + (tally.files == 0 ? 1 : 0), tally.errors, tally.warnings) {
            case (1..., _, _): (words, color, isBad) = ("unknown", "#6a6a6a", true)
            case (_, 1..., _): (words, color, isBad) = (count(tally.errors, "error"), "#b3261e", true)
            case (_, _, 1...): (words, color) = (count(tally.warnings, "warning"), "#8a5a00")
            default: (words, color) = ("kept", "#22703a")
            }
        }
    }
}
