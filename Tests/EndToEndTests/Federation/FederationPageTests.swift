import Foundation
import Testing

/// The page about federation shows the samples, and what it says that commands print.
@Suite struct FederationPageTests {
    private struct Block {
        var language: String
        var text: String
    }

    private static func blocks(of page: String) -> [Block] {
        page.components(separatedBy: "\n```").enumerated().compactMap { index, part in
            guard index % 2 == 1, let end = part.firstIndex(of: "\n") else { return nil }
            return Block(language: String(part[..<end]), text: String(part[part.index(after: end)...]) + "\n")
        }
    }

    /// How long a run took differs from run to run.
    private static func timeless(_ text: String) -> String {
        text.replacing(/([,;]) [0-9]+\.[0-9]{2} s/) { "\($0.1) 0.01 s" }
    }

    @Test func thePageDoesWhatItSays() throws {
        let page = try String(contentsOf: Run.root.appendingPathComponent("docs/federation.md"), encoding: .utf8)
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
                let script = "contractlint() { \"$CL\" \"$@\" 2>&1; }\n" + (try #require(commands))
                let run = try Run.shell(script, in: scratch.folder)
                #expect(Self.timeless(run.text) == Self.timeless(block.text), "\(run.text)")
                #expect(run.errors.isEmpty)
                shown += 1
            default: continue
            }
        }
        #expect(shown == 4)
    }
}
