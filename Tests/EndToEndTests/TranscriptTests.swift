import Foundation
import Testing

/// Commands in the README with what they print: each is run, and the page says what was printed.
///
/// `CONTRACTLINT_TRANSCRIPTS=write swift test --filter TranscriptTests` writes them anew.
@Suite struct TranscriptTests {
    @Test func theReadmeShowsWhatIsPrinted() throws {
        let page = Run.root.appendingPathComponent("README.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        var made = ""
        var rest = text[...]
        var count = 0
        // A command in a block of its own, and behind it what it prints.
        while let head = rest.firstRange(of: "```sh\n.build/release/contractlint "),
            let end = rest[head.upperBound...].firstRange(of: "\n```\n\n```text\n"),
            let close = rest[end.upperBound...].firstRange(of: "\n```\n")
        {
            let command = rest[head.upperBound..<end.lowerBound]
            made += rest[..<end.upperBound]
            let run = try Run.shell("unset COLUMNS; \"$CL\" \(command)", in: Run.root)
            made += Self.timeless(run.text.trimmingCharacters(in: .newlines))
            rest = rest[close.lowerBound...]
            count += 1
        }
        made += rest
        #expect(count > 0)
        if ProcessInfo.processInfo.environment["CONTRACTLINT_TRANSCRIPTS"] == "write" {
            try made.write(to: page, atomically: true, encoding: .utf8)
        } else {
            #expect(made == text)
        }
    }

    /// The time of a run is not the same twice.
    private static func timeless(_ text: String) -> String {
        text.replacing(/[0-9]+\.[0-9]{2} s$/.anchorsMatchLineEndings(), with: "0.01 s")
    }
}
