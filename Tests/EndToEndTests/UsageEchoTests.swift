import Foundation
import Testing

/// Mistakes of the command line, quoted: nothing in them is a command of a log or a terminal.
@Suite struct UsageEchoTests {
    @Test(arguments: [
        ["--::error::boom"], ["check", "--format", "::error::boom"], ["check", "--format", "x\n::error::boom"],
        ["check", "--no-such\n::error::boom"], ["check", "--fail-on", "\r::error::boom"],
        ["no such command\n::error::boom", "x"], ["check", "--today", "\n::set-output name=x::y"],
        ["check", "--format", "\u{1B}[31m"], ["check", "--format", "##[error]boom"],
        ["check", "--format", String(repeating: "word ", count: 30) + "::error::boom"],
        ["diff", "a\n::error::boom"], ["rules", "explain", "x\n::error::boom"], ["check", "a\n::error::b.yaml"],
        ["diff", "a\n::error::b.yaml", "c"], ["policy", "explain", "a\n::error::b.yaml"],
        ["check", "--config", "a\n::error::b.yaml"], ["check", "--against", "x\n::error::y"],
    ])
    func noLineIsACommand(_ arguments: [String]) throws {
        let scratch = try Scratch()
        let run = try Run(arguments, in: scratch.folder)
        #expect(run.exitCode == 2)
        for line in (run.text + run.errors).split(separator: "\n") {
            #expect(!line.drop(while: \.isWhitespace).hasPrefix("::"), "\(line)")
            #expect(!line.contains("##[") && !line.unicodeScalars.contains("\u{1B}") && !line.contains("\r"), "\(line)")
        }
    }
}
