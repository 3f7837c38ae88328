import Foundation
import Reporters
import TestSupport
import Testing

/// `--format` and `--report`: every report whole, and the same each time.
@Suite struct ReportFileTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("a.odcs.yaml", Sample.wrong)
        try scratch.write("b.odcs.yaml", Sample.warned)
        try scratch.write("c.odcs.yaml", Sample.contract("broken", "x: ["))
    }

    @Test func severalReportsFromOneRun() throws {
        let run = try Run(
            [
                "check", "--format", "github", "--report", "json=r.json", "--report", "junit=r.xml", "--report",
                "text=r.txt",
                "--report", "json=again.json", "a.odcs.yaml", "b.odcs.yaml", "c.odcs.yaml",
            ], in: scratch.folder)
        #expect(run.exitCode == 1)
        #expect(run.text.hasPrefix("::error file=a.odcs.yaml,line=6,"))
        let json = try ReportFile(Data(contentsOf: scratch.url("r.json")))
        #expect(Set(json.findings.map(\.file)) == ["a.odcs.yaml", "b.odcs.yaml", "c.odcs.yaml"])
        #expect(try scratch.read("again.json") == scratch.read("r.json"))
        #expect(try scratch.read("r.xml").hasSuffix("</testsuites>\n"))
        #expect(try scratch.read("r.txt").hasPrefix("a.odcs.yaml\n  6:1 error[standard/unknown-key]: "))
        #expect(try !scratch.names.contains { $0.hasPrefix(".") }, "nothing temporary is left")
        let mode =
            try FileManager.default.attributesOfItem(atPath: scratch.url("r.json").path)[.posixPermissions] as? Int
        #expect(mode == 0o666 & ~currentMask)
    }

    private var currentMask: Int {
        let mask = umask(0)
        umask(mask)
        return Int(mask)
    }

    @Test func theJSONReportIsWhatItsSchemaSays() throws {
        let schema = try JSONSchemaValidator(Run(["check", "--print-json-schema", "report"]).output)
        try scratch.write("c.yaml", "version: 3\nx: 1\n")
        for arguments in [
            ["."], ["--config", "c.yaml", "gone.yaml", "a.odcs.yaml"], [Run.root.path + "/samples/broken"], ["c.yaml"],
        ] {
            let run = try Run(["check", "--format", "json"] + arguments, in: scratch.folder)
            #expect(try schema.violations(of: run.output) == [], "\(arguments)")
        }
    }

    @Test func targetsThatCannotBeWritten() throws {
        try FileManager.default.createDirectory(at: scratch.url("folder"), withIntermediateDirectories: true)
        let targets = ["a.odcs.yaml/r.json", "folder", "/dev/full", "ok.json"]
        let run = try Run(
            ["check", "a.odcs.yaml"] + targets.flatMap { ["--report", "json=\($0)"] }, in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.text.hasPrefix("a.odcs.yaml\n  6:1 error"), "the report on standard output is written all the same")
        #expect(
            run.errors.split(separator: "\n").map { $0.prefix { $0 != "'" } }.map(String.init) == [
                "contractlint: error: a.odcs.yaml/r.json: a part of the path is no folder",
                "contractlint: error: folder: cannot be written: Is a directory",
                "contractlint: error: /dev/full: cannot be written: No space left on device",
            ])
        #expect(try ReportFile(Data(contentsOf: scratch.url("ok.json"))).findings.count == 1)
        #expect(try scratch.names == ["a.odcs.yaml", "b.odcs.yaml", "c.odcs.yaml", "folder", "ok.json"])
    }

    /// A report takes the place of the one before it at once: nobody reads half of it.
    @Test func aReportReplacesTheOneBefore() throws {
        try scratch.write("r.json", "old")
        chmod(scratch.url("r.json").path, 0o444)
        #expect(try Run(["check", "--report", "json=r.json", "a.odcs.yaml"], in: scratch.folder).exitCode == 1)
        #expect(try ReportFile(Data(contentsOf: scratch.url("r.json"))).findings.count == 1)
        let long = String(repeating: "r", count: 255)
        #expect(try Run(["check", "--report", "json=\(long)", "a.odcs.yaml"], in: scratch.folder).exitCode == 1)
        #expect(scratch.exists(long))
        let stdout = try Run(
            ["check", "--format", "github", "--report", "json=/dev/stdout", "a.odcs.yaml"], in: scratch.folder)
        #expect(stdout.exitCode == 1)
    }

    @Test(arguments: ReportFormat.allCases.map(\.rawValue))
    func theSameInputGivesTheSameBytes(_ format: String) throws {
        for number in 0..<40 {
            try scratch.write("many/\(number).odcs.yaml", Sample.contract("o\(number % 7)", "nmae: x"))
        }
        func report(_ jobs: Int, _ paths: [String]) throws -> String {
            let target = "\(UUID()).report"
            _ = try Run(["check", "--jobs", "\(jobs)", "--report", "\(format)=\(target)"] + paths, in: scratch.folder)
            return try scratch.read(target)
        }
        let paths = [".", Run.root.path + "/samples/broken"]
        let first = try report(1, paths)
        #expect(first.utf8.count > 100)
        for jobs in [1, 2, 2, 7, 1000] { #expect(try report(jobs, paths) == first, "--jobs \(jobs)") }
        #expect(try report(2, paths.reversed()) == first, "the order of the paths does not count")
    }

    @Test(
        "an agent that runs the program gets the agent's report, unless a form is named",
        arguments: [
            "CLAUDECODE", "CURSOR_AGENT", "GEMINI_CLI", "COPILOT_CLI", "OPENCODE", "CODEX_SANDBOX", "AI_AGENT",
        ])
    func knownAgents(_ variable: String) throws {
        let scratch = try Scratch()
        try scratch.write(
            "a.odcs.yaml", "apiVersion: v3.1.0\nkind: DataContract\nid: a\nversion: 1.0.0\nstatus: active\nx: 1\n")
        func said(_ arguments: [String], _ value: String) throws -> String {
            try Run(arguments, in: scratch.folder, environment: [variable: value]).text
        }
        let asked = try said(["check", "--format", "agent", "a.odcs.yaml"], "")
        #expect(asked.contains("== a.odcs.yaml\n"))
        #expect(try said(["check", "a.odcs.yaml"], "1") == asked)
        #expect(try !said(["check", "a.odcs.yaml"], "").contains("== a.odcs.yaml\n"))
        #expect(try said(["check", "--format", "concise", "a.odcs.yaml"], "1").hasPrefix("a.odcs.yaml:"))
        #expect(try said(["check", "--statistics", "a.odcs.yaml"], "1").contains("standard/unknown-key"))
    }
}
