import Foundation
import Testing

/// Pages with commands and what they print: each is run, so that no page says what is untrue.
///
/// `CONTRACTLINT_PAGES=write swift test --filter PageTests` writes anew what is printed.
@Suite struct PageTests {
    private struct Block {
        /// Number of the part of the page that it is, between the marks of blocks.
        var part: Int
        var language: String
        var text: String
    }

    private static func parts(of page: String) -> [String] { page.components(separatedBy: "\n```") }

    private static func blocks(of page: String) -> [Block] {
        parts(of: page).enumerated().compactMap { index, part in
            guard index % 2 == 1, let end = part.firstIndex(of: "\n") else { return nil }
            return Block(
                part: index, language: String(part[..<end]), text: String(part[part.index(after: end)...]) + "\n")
        }
    }

    /// How long a run took differs from run to run.
    private static func timeless(_ text: String) -> String {
        text.replacing(/([,;]) [0-9]+\.[0-9]{2} s/) { "\($0.1) 0.01 s" }
    }

    @Test(arguments: [("README.md", 1), ("docs/federation.md", 4)])
    func thePageDoesWhatItSays(_ name: String, _ count: Int) throws {
        let file = Run.root.appendingPathComponent(name)
        let page = try String(contentsOf: file, encoding: .utf8)
        var parts = Self.parts(of: page)
        let scratch = try Scratch()
        try FileManager.default.copyItem(at: Run.root.appendingPathComponent("samples"), to: scratch.url("samples"))
        var commands: String?
        var shown = 0
        for block in Self.blocks(of: page) {
            switch block.language {
            case "yaml":
                guard block.text.hasPrefix("# samples/"), let end = block.text.firstIndex(of: "\n") else { continue }
                let name = String(block.text[..<end].dropFirst(2))
                if scratch.exists(name) {
                    // A file of the samples, as it stands there.
                    #expect(try scratch.read(name).hasSuffix(block.text[block.text.index(after: end)...]), "\(name)")
                } else {
                    try scratch.write(name, block.text)
                }
            case "sh": commands = block.text
            case "text":
                let names = ["contractlint", ".build/release/contractlint"]
                let functions = names.map { "\($0)() { \"$CL\" \"$@\" 2>&1; }\n" }.joined()
                let run = try Run.shell("unset COLUMNS\n" + functions + (try #require(commands)), in: scratch.folder)
                parts[block.part] = "text\n" + Self.timeless(run.text).trimmingCharacters(in: .newlines)
                #expect(run.errors.isEmpty)
                shown += 1
            default: continue
            }
        }
        #expect(shown == count)
        let made = parts.joined(separator: "\n```")
        if ProcessInfo.processInfo.environment["CONTRACTLINT_PAGES"] == "write" {
            try made.write(to: file, atomically: true, encoding: .utf8)
        } else {
            #expect(made == page)
        }
    }
}
