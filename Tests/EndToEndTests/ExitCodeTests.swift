import Foundation
import Testing

/// The exit codes of design/CLI.md: 0 clean, 1 findings, 2 the run itself, 3 nothing to check.
@Suite struct ExitCodeTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("clean.odcs.yaml", Sample.clean)
        try scratch.write("error.odcs.yaml", Sample.wrong)
        try scratch.write("warning.odcs.yaml", Sample.warned)
        try scratch.write("info.odcs.yaml", Sample.noted)
        try scratch.write("other.yaml", "services:\n  web: {image: nginx}\n")
    }

    private func exitCode(_ arguments: String...) throws -> Int32 { try Run(arguments, in: scratch.folder).exitCode }

    @Test(arguments: [
        ("clean", [0, 0, 0, 0]), ("info", [0, 0, 1, 0]), ("warning", [0, 1, 1, 0]), ("error", [1, 1, 1, 0]),
    ])
    func findingsFailFromTheirSeverityOn(_ name: String, _ codes: [Int32]) throws {
        for (level, code) in zip(["error", "warning", "info", "never"], codes) {
            #expect(try exitCode("check", "--fail-on", level, "\(name).odcs.yaml") == code, "--fail-on \(level)")
        }
        #expect(try exitCode("check", "\(name).odcs.yaml") == codes[0], "the default is error")
        #expect(try exitCode("\(name).odcs.yaml") == codes[0], "check is the default command")
    }

    @Test func aContractThatIsNotYAMLIsAFinding() throws {
        try scratch.write("broken.odcs.yaml", Sample.contract("broken", "x: ["))
        #expect(try exitCode("check", "broken.odcs.yaml") == 1)
    }

    @Test(arguments: [
        ["--nope"], ["--format", "xml"], ["--report", "json"], ["--report", "json="], ["--report", "=x"],
        ["--report", "xml=x"],
        ["--jobs", "0"], ["--jobs", "-1"], ["--jobs", "many"], ["--jobs", "99999999999999999999"],
        ["--fail-on", "fatal"],
        ["--color", "blue"], ["--stdin-filename", "x.yaml"], ["--print-json-schema", "nope"], [""], ["--config"],
    ])
    func wrongUsageIsTwo(_ arguments: [String]) throws {
        let run = try Run(["check", "clean.odcs.yaml"] + arguments, in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("Error: "), "\(run.errors)")
    }

    @Test(arguments: [
        ["--help"], ["--version"], ["check", "--help"], ["help", "check"], ["check", "--print-json-schema", "report"],
        ["check", "--print-json-schema", "configuration"],
    ])
    func whatIsAskedForIsPrinted(_ arguments: [String]) throws {
        let run = try Run(arguments, in: scratch.folder)
        #expect(run.exitCode == 0)
        #expect(!run.output.isEmpty && run.errors.isEmpty)
    }

    @Test func whatCannotBeReadIsTwo() throws {
        #expect(try exitCode("check", "nowhere.odcs.yaml") == 2)
        #expect(try exitCode("check", "clean.odcs.yaml/x.yaml") == 2)
        #expect(try exitCode("check", String(repeating: "a", count: 5000)) == 2)
        #expect(try exitCode("check", "other.yaml") == 2, "a file that is named and holds no contract")
        #expect(try exitCode("check", "--config", "nowhere.yaml", "clean.odcs.yaml") == 2)
    }

    /// One file among many that cannot be read: the others are checked, the report is written.
    @Test func theRestIsChecked() throws {
        let run = try Run(
            [
                "check", "clean.odcs.yaml", "nowhere.odcs.yaml", "error.odcs.yaml", "--format", "json", "--report",
                "junit=r.xml",
            ],
            in: scratch.folder)
        #expect(run.exitCode == 2)
        let report = try ReportFile(run)
        #expect(report.findings.map(\.file) == ["error.odcs.yaml"])
        #expect(report.summary.contracts == 2)
        #expect(report.failures == [.init(file: "nowhere.odcs.yaml", message: "no such file or folder")])
        #expect(run.errors == "contractlint: error: nowhere.odcs.yaml: no such file or folder\n")
        #expect(try scratch.read("r.xml").hasSuffix("</testsuites>\n"))
    }

    @Test func nothingToCheckIsThree() throws {
        try scratch.write("empty/other.yaml", "a: 1\n")
        let run = try Run(["check", "empty"], in: scratch.folder)
        #expect(run.exitCode == 3)
        #expect(
            run.errors
                == "contractlint: nothing to check: no contract was found (hidden folders and what git ignores are looked at where they are named)\n"
        )
        #expect(try exitCode("check", "--quiet", "empty") == 3)
        #expect(try exitCode("check", "--staged", "empty") == 0)
        #expect(try exitCode("check", "--staged") == 0)
    }
}

extension ReportFile.Failure {
    init(file: String?, message: String) {
        self.init(file: file, position: nil, message: message)
    }
}
