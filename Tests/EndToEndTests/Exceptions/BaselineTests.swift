import Foundation
import Testing

/// `--write-baseline`, `--baseline`, `--prune-baseline`: what is known does not count, and it only gets less.
@Suite struct BaselineTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write(".contractlint.yaml", "version: 1\nlayers: [{name: none}]\n")
        try scratch.write("a.odcs.yaml", PullRequest.contract("a", "nmae: x", "tgas: y"))
        try scratch.write("b.odcs.yaml", PullRequest.contract("b", "nmae: x"))
    }

    private func check(_ arguments: String...) throws -> Run {
        try Run(["check", "--format", "json", "--today", "2026-06-01"] + arguments, in: scratch.folder)
    }

    private struct Known: Decodable {
        struct Entry: Decodable { var fingerprint: String, rule: String, contract: String?, message: String }
        var version: Int
        var findings: [Entry]
    }

    private func known(_ name: String = "known.json") throws -> Known {
        try JSONDecoder().decode(Known.self, from: Data(contentsOf: scratch.url(name)))
    }

    @Test func whatIsRecordedDoesNotCount() throws {
        let written = try check("--write-baseline", "known.json")
        #expect(written.exitCode == 0)
        #expect(try known().findings.map(\.contract) == ["a", "a", "b"])
        let first = try scratch.read("known.json")
        #expect(first.hasSuffix("\n}\n"))
        let run = try check("--baseline", "known.json")
        #expect(run.exitCode == 0)
        #expect(try ReportFile(run).findings.isEmpty)
        #expect(run.text.contains("\"known\": 3") && run.text.contains("\"kind\": \"baseline\""))
        // Written again it is the same, byte for byte.
        _ = try check("--write-baseline", "known.json", "--jobs", "1")
        #expect(try scratch.read("known.json") == first)
        // What is new counts.
        try scratch.write("b.odcs.yaml", PullRequest.contract("b", "nmae: x", "vesrion: 2"))
        let more = try check("--baseline", "known.json")
        #expect(more.exitCode == 1)
        #expect(try ReportFile(more).findings.map(\.range.start.line) == [7])
    }

    @Test func whatIsGoneIsSaidAndPruned() throws {
        _ = try check("--write-baseline", "known.json")
        try scratch.write("a.odcs.yaml", PullRequest.contract("a", "nmae: x"))
        let run = try check("--baseline", "known.json")
        #expect(run.exitCode == 0)
        #expect(
            run.errors
                == "contractlint: note: 1 finding of the baseline is gone: standard/unknown-key at a; --prune-baseline takes what is gone out of the file\n"
        )
        #expect(try known().findings.count == 3)
        _ = try check("--baseline", "known.json", "--prune-baseline")
        #expect(try known().findings.count == 2)
        #expect(try check("--baseline", "known.json").errors == "")
    }

    @Test func whatWasNotLookedAtIsNotGone() throws {
        _ = try check("--write-baseline", "known.json")
        try scratch.write("a.odcs.yaml", PullRequest.contract("a"))
        try scratch.write("b.odcs.yaml", PullRequest.contract("b"))
        let run = try check("--baseline", "known.json", "--prune-baseline", "a.odcs.yaml")
        #expect(run.errors.contains("2 findings of the baseline are gone"))
        #expect(try known().findings.map(\.contract) == ["b"])
        // The same when it is written from a part.
        _ = try check("--write-baseline", "known.json", "a.odcs.yaml")
        #expect(try known().findings.map(\.contract) == ["b"])
        _ = try check("--write-baseline", "known.json")
        #expect(try known().findings.isEmpty)
    }

    /// Neither is what stands in a file that was not read to its end.
    @Test(arguments: ["\"", "limits: {fileBytes: 9}\n"]) func whatWasNotReadIsNotGone(_ mistake: String) throws {
        _ = try check("--write-baseline", "known.json")
        if mistake == "\"" {
            try scratch.write("a.odcs.yaml", PullRequest.contract("a", "nmae: \""))
        } else {
            try scratch.write(".contractlint.yaml", "version: 1\nlayers: [{name: none}]\n\(mistake)")
        }
        let run = try check("--baseline", "known.json", "--prune-baseline")
        #expect(run.exitCode == 1 && run.errors.isEmpty, "\(run.errors)")
        #expect(try known().findings.map(\.contract) == ["a", "a", "b"])
        _ = try check("--write-baseline", "known.json")
        #expect(try known().findings.map(\.contract) == ["a", "a", "b"])
    }

    @Test func itOnlyShrinks() throws {
        _ = try check("--write-baseline", "known.json")
        let before = try scratch.read("known.json")
        try scratch.write("b.odcs.yaml", PullRequest.contract("b", "nmae: x", "vesrion: 2"))
        let run = try check("--write-baseline", "known.json")
        #expect(run.exitCode == 2)
        #expect(
            run.errors.contains(
                "a baseline only shrinks, and this one would gain 1 finding that it does not hold: standard/unknown-key at b"
            ))
        #expect(try scratch.read("known.json") == before)
        #expect(try check("--write-baseline", "known.json", "--grow-baseline").exitCode == 0)
        #expect(try known().findings.count == 4)
    }

    @Test func theConfigurationCanNameIt() throws {
        try scratch.write(".contractlint.yaml", "version: 1\nlayers: [{name: none}]\nbaseline: gov/known.json\n")
        let missing = try check()
        #expect(missing.exitCode == 2)
        #expect(
            missing.errors.contains(
                "gov/known.json: the baseline does not exist; write it with `contractlint check --write-baseline FILE`"
            ))
        try FileManager.default.createDirectory(at: scratch.url("gov"), withIntermediateDirectories: true)
        #expect(try check("--write-baseline", "gov/known.json").exitCode == 0)
        #expect(try check().exitCode == 0)
        #expect(try check("--no-suppressions").exitCode == 1)
    }

    @Test(arguments: [
        ("", "1:1"), ("{", "1:"), ("[]", "1:1"), ("{\"version\": 2, \"findings\": []}", "1:13"),
        ("{\"version\": 1, \"findings\": [{\"fingerprint\": \"x\", \"rule\": \"a\", \"message\": \"b\"}]}", "1:45"),
        ("{\"version\": 1}", "1:"), ("<<<<<<< HEAD\n{}", "1:"),
    ]) func aBrokenFileIsTwo(_ text: String, _ place: String) throws {
        try scratch.write("known.json", text)
        for option in ["--baseline", "--write-baseline"] {
            let run = try check(option, "known.json")
            #expect(run.exitCode == 2)
            #expect(run.errors.contains("known.json:\(place)"), "\(run.errors)")
            #expect(try scratch.read("known.json") == text)
        }
    }

    @Test func anIncompleteRunIsNotRecorded() throws {
        let run = try check("--write-baseline", "known.json", ".", "gone.yaml")
        #expect(run.exitCode == 2)
        #expect(!scratch.exists("known.json"))
    }

    @Test(arguments: [
        ["--write-baseline", "a", "--baseline", "b"], ["--grow-baseline"], ["--prune-baseline"],
        ["--write-baseline", "a", "--against", "main"], ["--write-baseline", "a", "--no-suppressions"],
        ["--baseline", ""],
    ]) func optionsThatMakeNoSenseAreTwo(_ options: [String]) throws {
        #expect(try Run(["check"] + options, in: scratch.folder).exitCode == 2)
    }

    @Test func hostileTextStaysText() throws {
        let hostile = "\"k\\u001b[31m\\u202e::error::<b>\": 1"
        try scratch.write("a.odcs.yaml", PullRequest.contract("a", hostile))
        #expect(try check("--write-baseline", "known.json").exitCode == 0)
        let text = try scratch.read("known.json")
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{202E}" })
        #expect(try check("--baseline", "known.json").exitCode == 0)
    }
}
