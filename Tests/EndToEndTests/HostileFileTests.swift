import Foundation
import Testing

/// Files that were made to stop the program, eat the machine, or slip through.
///
/// Each of them took minutes or gigabytes, or ended the process, before it was mended.
@Suite struct HostileFileTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var text: @Sendable () -> String
        /// Rules that have to be among the findings.
        var rules: Set<String>
        var name = "x.odcs.yaml"

        init(
            _ description: String, _ rules: String..., name: String = "x.odcs.yaml",
            text: @escaping @Sendable () -> String
        ) {
            testDescription = description
            self.rules = Set(rules)
            self.name = name
            self.text = text
        }
    }

    private static let head = Sample.head(id: "orders")

    private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
        (0..<count).map { line($0) + "\n" }.joined()
    }

    static let cases: [Case] = [
        Case("a key that is a list and breaks off", "yaml/syntax") { head + "? [a, b" },
        Case("a key in braces that breaks off", "yaml/syntax") { "{kind: DataContract, [a" },
        Case("keys inside keys", "yaml/limit") { head + times(100_000, "? ") },
        Case("a hundred thousand brackets", "yaml/limit") { head + "x: " + times(100_000, "[") },
        Case("a hundred thousand braces", "yaml/limit") { head + "x: " + times(100_000, "{a: ") },
        Case("a hundred thousand dashes", "yaml/limit") { head + "x:\n" + times(100_000, "- ") },
        Case("nested 480 deep") {
            head + "customProperties:\n- property: p\n  value:\n" + lines(480) { times($0 + 4, " ") + "k:" }
                + lines(500) { times(484, " ") + "- x\($0)" }
        },
        Case("the billion laughs", "yaml/limit") {
            head + "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
                + lines(10) { n in "a\(n + 1): &a\(n + 1) [" + times(10, "*a\(n),") + "]" }
        },
        Case("merge keys by the thousand", "yaml/limit") {
            head + "base: &b {" + (0..<500).map { "k\($0): v" }.joined(separator: ", ") + "}\n"
                + lines(2000) { "m\($0): {<<: *b}" }
        },
        Case("aliases of a long text", "yaml/limit") {
            head + "description: &d \"" + times(1 << 20, "a") + "\"\ntags: [" + times(20_000, "*d,") + "]\n"
        },
        Case("depth added up by aliases", "yaml/limit") {
            head + "x:\n- &a0 " + times(60, "[") + times(60, "]") + "\n"
                + lines(50) { "- &a\($0 + 1) " + times(60, "[") + "*a\($0)" + times(60, "]") }
        },
        Case("aliases without anchors", "yaml/syntax") {
            head + "x:\n" + lines(10_000) { "- &a\($0) x" } + lines(10_000) { "- *b\($0)" }
        },
        Case("a list inside itself", "yaml/syntax") { head + "x:\n" + lines(10_000) { _ in "- &a [*a]" } },
        Case("unknown keys by the thousand", "standard/unknown-key") { head + lines(20_000) { "k\($0): 1" } },
        Case("unknown keys with endless accents", "standard/unknown-key") {
            head + lines(2000) { "a" + times(200, "\u{301}") + "\($0): 1" }
        },
        Case("duplicate keys by the thousand", "yaml/duplicate-key") { head + times(20_000, "a: 1\n") },
        Case("a name of a megabyte above a thousand faults", "standard/invalid-value") {
            head + "schema:\n- name: " + times(1 << 20, "n") + "\n  properties:\n"
                + lines(1000) { "  - {name: p\($0), logicalType: strin}" }
        },
        Case("a key of a megabyte above a thousand faults", "standard/invalid-value", name: "x.yaml") {
            "dataContractSpecification: 1.1.0\nid: x\ninfo: {title: t, version: '1'}\nmodels:\n  ? "
                + times(1 << 20, "n")
                + "\n  : fields:\n" + lines(1000) { "      p\($0): {type: strin}" }
        },
        Case("an id of a megabyte and a thousand faults", "standard/invalid-value") {
            head.replacing("id: orders", with: "id: \"" + times(1 << 20, "n") + "\"")
                + "schema:\n- name: o\n  properties:\n" + lines(1000) { "  - {name: p\($0), logicalType: strin}" }
        },
        Case("one long line with a thousand faults", "standard/unknown-key") {
            head + "schema: ["
                + (0..<1000).map { "{name: o\($0), propertes: [], physicalName: " + times(2000, "a") + "}" }.joined(
                    separator: ",") + "]\n"
        },
        Case("twenty thousand properties", "yaml/ambiguous-scalar") {
            head + "schema:\n- name: o\n  properties:\n" + lines(20_000) { "  - {name: p\($0), tags: [&a\($0) yes]}" }
        },
        Case("thousands of documents", "standard/missing-key", "yaml/limit", name: "x.yaml") {
            times(20_000, "---\nkind: DataContract\n")
        },
        Case("thousands of documents that break off", "yaml/syntax", "yaml/limit") { head + times(20_000, "---\n[\n") },
        Case("tag directives by the thousand", "yaml/limit") { lines(20_000) { "%TAG !a\($0)! x" } + "---\n" + head },
        Case("a value that is nearly a word", "standard/invalid-value") {
            head + "schema: [{name: o, logicalType: \"" + times(1 << 18, "object ") + "\"}]\n"
        },
        Case("NUL bytes", "yaml/encoding") { head + "name: a\u{0}b\n" },
        Case("nothing but NUL bytes", "yaml/encoding") { times(100_000, "\u{0}") },
        Case("an empty file", "standard/missing-key") { "" },
        Case("nothing but comments", "standard/missing-key") { times(1000, "# a\n") },
        Case("a byte order mark alone", "standard/missing-key") { "\u{FEFF}" },
        Case("ids by the thousand", "interoperability/id-unique", name: "x.yaml") {
            lines(5000) { "---\nkind: DataContract\nid: x\nversion: 1.0.\($0 % 4000)" }
        },
        Case("documents with long comments", name: "x.yaml") {
            (0..<1000).map { "---\nkind: DataContract\nid: x\($0)\n#" + times(2000, "c") + "\n" }.joined()
        },
    ]

    @Test(arguments: cases) func aHostileFileIsReadInBoundedTimeAndMemory(_ test: Case) throws {
        let scratch = try Scratch()
        try scratch.write(test.name, test.text())
        try expectBounds(scratch, test.name, test.rules)
    }

    /// What cannot be written as text.
    @Test func bytes() throws {
        let scratch = try Scratch()
        var random = Data()
        var state: UInt32 = 1
        for _ in 0..<100_000 {
            state = state &* 1_664_525 &+ 1_013_904_223
            random.append(UInt8(state >> 24))
        }
        let files: [(name: String, bytes: Data, rules: Set<String>)] = [
            ("random.odcs.yaml", random, ["yaml/encoding"]),
            ("utf32.odcs.yaml", Sample.clean.data(using: .utf32)!, ["yaml/encoding"]),
            ("latin1.odcs.yaml", Sample.clean.data(using: .utf8)! + [0x23, 0xE9, 0x0A], ["yaml/encoding"]),
            ("surrogate.odcs.yaml", Data(Sample.clean.utf8) + [0x23, 0xED, 0xA0, 0x80, 0x0A], ["yaml/encoding"]),
            (
                "utf16.odcs.yaml", Data([0xFF, 0xFE]) + Sample.wrong.data(using: .utf16LittleEndian)!,
                ["standard/unknown-key"]
            ),
            (
                "odd.odcs.yaml", Data([0xFF, 0xFE]) + Sample.clean.data(using: .utf16LittleEndian)! + [0x41],
                ["yaml/encoding"]
            ),
            (
                "large.odcs.yaml", Data(Sample.head(id: "x").utf8) + Data(repeating: 0x61, count: 60 << 20),
                ["yaml/limit"]
            ),
        ]
        for file in files {
            try scratch.write(file.name, file.bytes)
            try expectBounds(scratch, file.name, file.rules)
        }
    }

    /// Every beginning of a contract is a file somebody can push.
    @Test func everyTruncation() throws {
        let scratch = try Scratch()
        let whole = Array(try Data(contentsOf: SampleTests.broken.appendingPathComponent("yaml-merge-key.odcs.yaml")))
        for length in stride(from: 1, to: whole.count, by: 3) {
            try scratch.write("\(length).odcs.yaml", Data(whole[..<length]))
        }
        let run = try Run(["check", "--format", "json", "."], in: scratch.folder)
        #expect(run.exitCode == 1)
        #expect(try ReportFile(run).summary.files == (whole.count + 1) / 3)
    }

    private func expectBounds(_ scratch: Scratch, _ name: String, _ rules: Set<String>) throws {
        let run = try Run(["check", "--format", "json", "--report", "text=r.txt", "--stats", name], in: scratch.folder)
        #expect(run.exitCode == 0 || run.exitCode == 1, "\(name): \(run.errors.prefix(300))")
        let report = try ReportFile(run)
        let found = Set(report.findings.map(\.rule))
        #expect(found.isSuperset(of: rules), "\(name): only \(found)")
        #expect(run.output.count < 20_000_000)
        let statistics = Dictionary(
            run.errors.split(separator: "\n").compactMap { line -> (String, Double)? in
                let words = line.split(separator: " ")
                guard words.count > 2, let number = Double(words[words.count - 2]) else { return nil }
                return (words.dropLast(2).joined(separator: " "), number)
            }, uniquingKeysWith: { $1 })
        let memory = try #require(statistics["peak memory"])
        #expect(memory < 400, "\(name) took \(memory) MiB")
    }
}
