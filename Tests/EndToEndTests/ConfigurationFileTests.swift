import Foundation
import Testing

/// `.contractlint.yaml`: found, obeyed, and read as critically as a contract.
@Suite struct ConfigurationFileTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("error.odcs.yaml", Sample.wrong)
        try scratch.write("a/warning.odcs.yaml", Sample.warned)
        try scratch.write("a/b/info.odcs.yaml", Sample.noted)
    }

    private func run(_ arguments: String...) throws -> Run {
        try Run(["check", "--format", "json"] + arguments, in: scratch.folder)
    }

    @Test func everyMistakeIsFoundInOneRunWithItsPlace() throws {
        try scratch.write(
            "c.yaml",
            """
            version: 2
            include: contracts/**
            exclude: ["[z-a]", 3]
            fail_on: error
            failOn: fatal
            rules:
              standard/unknown-kei: off
              yaml/merge-key: of
              standard/missing-key: off
              standard/missing-key: error
            limits:
              flowNesting: 0
              nodes: many
              bytes: 3
              fileBytes: 1.5
            ---
            version: 1
            """)
        let run = try run("--config", "c.yaml", "error.odcs.yaml")
        #expect(run.exitCode == 2)
        let report = try ReportFile(run)
        let failures = report.failures ?? []
        #expect(failures.allSatisfy { $0.file == "c.yaml" })
        let places = failures.map { [$0.position?.line ?? 0, $0.position?.column ?? 0] }
        #expect(
            places == [
                [1, 10], [2, 10], [3, 11], [3, 20], [4, 1], [5, 9], [7, 3], [8, 19], [10, 3], [12, 16], [13, 10],
                [14, 3],
                [15, 14], [16, 1],
            ])
        #expect(failures[4].message.contains("write failOn") && failures[6].message.contains("`standard/unknown-key`"))
        // What is wrong is left out of account, and the file is checked all the same.
        #expect(report.findings.map(\.rule) == ["standard/unknown-key"])
        #expect(run.errors.hasPrefix("contractlint: error: c.yaml:1:10: "))
    }

    @Test(arguments: ["[1, 2", "- a\n", "\u{0}\u{1}\u{2}", "text", "version: 1\n\tx: 1\n"])
    func aConfigurationThatIsNoneIsTwo(_ text: String) throws {
        try scratch.write("c.yaml", text)
        let run = try run("--config", "c.yaml", "error.odcs.yaml")
        #expect(run.exitCode == 2)
        let report = try ReportFile(run)
        #expect(report.failures?.first?.file == "c.yaml")
        #expect(
            report.failures?.contains { $0.message.contains("contract") && !$0.message.contains("begin with") } == false
        )
        #expect(report.findings.map(\.rule) == ["standard/unknown-key"])
    }

    @Test func aConfigurationIsAFileOfModestSize() throws {
        try FileManager.default.createDirectory(
            at: scratch.url(".contractlint.yaml"), withIntermediateDirectories: true)
        var report = try ReportFile(run("error.odcs.yaml"))
        #expect(report.failures == [.init(file: ".contractlint.yaml", message: "is a folder")])
        try FileManager.default.removeItem(at: scratch.url(".contractlint.yaml"))

        #expect(mkfifo(scratch.url(".contractlint.yaml").path, 0o600) == 0)
        report = try ReportFile(run("error.odcs.yaml"))
        #expect(report.failures?.first?.message == "is no regular file (a pipe, socket or device)")
        try FileManager.default.removeItem(at: scratch.url(".contractlint.yaml"))

        // What stands behind the limit counts, so the file is refused, not cut.
        try scratch.write(
            ".contractlint.yaml", "version: 1\n" + String(repeating: "# c\n", count: 300_000) + "failOn: never\n")
        report = try ReportFile(run("error.odcs.yaml"))
        #expect(report.failures == [.init(file: ".contractlint.yaml", message: "is larger than 1048576 bytes")])
    }

    /// What a link was to lead to is missed: without it nobody knows what holds.
    @Test(arguments: [".contractlint.yaml", "a/.contractlint.yaml", ".contractlint.lock"])
    func aLinkToNothingIsNoMissingFile(_ name: String) throws {
        try scratch.write(".contractlint.yaml", "version: 1\n")
        try? FileManager.default.removeItem(at: scratch.url(name))
        try FileManager.default.createSymbolicLink(
            atPath: scratch.url(name).path, withDestinationPath: "governance/gone.yaml")
        let run = try run("a")
        #expect(run.exitCode == 2)
        #expect(try ReportFile(run).failures == [.init(file: name, message: "is a symbolic link to nothing")])
    }

    @Test func ofManyMistakesAHundredAreListed() throws {
        try scratch.write("c.yaml", "version: 1\nrules:\n" + (0..<5000).map { "  nope/r\($0): off\n" }.joined())
        let failures = try ReportFile(run("--config", "c.yaml", "error.odcs.yaml")).failures ?? []
        #expect(failures.count == 101)
        #expect(failures.last?.message == "more than 100 mistakes; the rest is not listed")
    }

    /// The nearest configuration upwards holds for a file, and none further up.
    @Test func theNearestCounts() throws {
        try scratch.write(".contractlint.yaml", "version: 1\nrules: {standard/unknown-key: off}\n")
        try scratch.write("a/.contractlint.yaml", "version: 1\nrules: {yaml/ambiguous-scalar: error}\n")
        // The files are copies of one contract, and so describe one table.
        let report = try ReportFile(run("--ignore", "mesh", "."))
        #expect(report.findings.map(\.rule) == ["schema/example-violates-type", "yaml/ambiguous-scalar"])
        #expect(report.findings.map(\.severity) == ["info", "error"])
        let named = try ReportFile(run("--config", "a/.contractlint.yaml", "--ignore", "mesh", "."))
        #expect(
            named.findings.map(\.rule) == [
                "schema/example-violates-type", "yaml/ambiguous-scalar", "standard/unknown-key",
            ])
    }

    @Test func failOnIsThatOfTheNearestToo() throws {
        try scratch.write("a/.contractlint.yaml", "version: 1\nfailOn: warning\n")
        #expect(try run("a").exitCode == 1)
        #expect(try run("--fail-on", "error", "a").exitCode == 0, "the option goes before it")
        try scratch.write("a/b/.contractlint.yaml", "version: 1\nfailOn: info\n")
        #expect(try run("a/b").exitCode == 1)
        try scratch.write(".contractlint.yaml", "version: 1\nfailOn: never\n")
        #expect(try run("error.odcs.yaml").exitCode == 0)
    }

    @Test func limitsAreObeyed() throws {
        try scratch.write(".contractlint.yaml", "version: 1\nlimits: {fileBytes: 50}\n")
        let report = try ReportFile(run("error.odcs.yaml"))
        #expect(report.findings.map(\.rule) == ["yaml/limit"])
        #expect(report.findings.first?.message == "the file has more than 50 bytes and was not read")
    }

    @Test func theSchemaOfConfigurationsIsJSON() throws {
        let run = try Run(["check", "--print-json-schema", "configuration"])
        let schema = try run.json()
        let keys = try #require(schema["properties"] as? [String: Any]).keys
        #expect(Set(keys).isSuperset(of: ["version", "include", "exclude", "failOn", "rules", "limits"]))
    }
}
