import Foundation
import Testing

/// Files of a repository that are hard to read, or hard to name.
@Suite struct BreakingFileTests {
    private let repository: Repository

    init() throws { repository = try Repository() }

    /// The same text in another encoding, or with other line ends, says the same.
    @Test(arguments: [
        Data(Orders.text().replacingOccurrences(of: "\n", with: "\r\n").utf8),
        Data([0xFF, 0xFE]) + Orders.text().data(using: .utf16LittleEndian)!,
        Data([0xFE, 0xFF]) + Orders.text().data(using: .utf16BigEndian)!,
        Data([0xEF, 0xBB, 0xBF]) + Data(Orders.text().utf8),
    ])
    func anotherEncoding(_ bytes: Data) throws {
        try repository.write("orders.odcs.yaml", bytes)
        try repository.commit()
        try repository.write("orders.odcs.yaml", Orders.text(type: "INT"))
        let run = try repository.breaking("--against", "HEAD", "--fail-on", "never")
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(try Repository.findings(run).contains("physical-type-narrowed info orders.odcs.yaml:11:23"))
        #expect(try Repository.findings(run).filter { !$0.hasPrefix("version-bump") }.count == 1)
    }

    @Test func aBaseThatIsTooLarge() throws {
        try repository.write("orders.odcs.yaml", Orders.text() + String(repeating: "#", count: 20 << 20))
        try repository.commit()
        try repository.write("orders.odcs.yaml", Orders.text())
        let run = try repository.breaking("--against", "HEAD")
        #expect(run.exitCode == 2)
        #expect(run.errors == "contractlint: error: HEAD:orders.odcs.yaml: is larger than 16777216 bytes\n")
        #expect(try Repository.findings(run) == [])
        let diff = try Run(["diff", "HEAD:orders.odcs.yaml", "orders.odcs.yaml"], in: repository.folder)
        #expect(diff.exitCode == 2)
        #expect(diff.errors == run.errors)
    }

    /// Names that a line, a quotation mark, or no text at all could end.
    @Test(arguments: [
        (#"'a"b\c.odcs.yaml'"#, #"a"b\c.odcs.yaml"#), (#"$'new\nline.odcs.yaml'"#, #"new\u{A}line.odcs.yaml"#),
        (#"$'\xff\xfe.odcs.yaml'"#, "\u{FFFD}\u{FFFD}.odcs.yaml"), ("' .odcs.yaml'", " .odcs.yaml"),
        ("-x.odcs.yaml", "-x.odcs.yaml"),
    ])
    func namesThatAreHardToSay(_ word: String, _ shown: String) throws {
        func write(_ text: String) throws {
            try repository.write("x.odcs.yaml", text)
            #expect(try Run.shell("mv -- x.odcs.yaml \(word)", in: repository.folder).exitCode == 0)
        }
        try write(Orders.text(more: Orders.note))
        try repository.commit()
        try write(Orders.text(version: "2.0.0"))
        let run = try Run(
            ["breaking", "--against", "HEAD", "--profile", "consumer+transitive"], in: repository.folder)
        #expect(run.exitCode == 1, "\(run.errors)")
        #expect(run.lines.contains("        new  \(shown):7:11"), "\(run.text)")
        #expect(run.lines.filter { $0.contains("error[") }.count == 1)
    }
}
