import Foundation
import Testing

/// Standard input, output and error, as shells and CI servers connect them.
@Suite struct StreamTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("a.odcs.yaml", Sample.wrong)
    }

    private func stdin(_ input: String, _ arguments: String...) throws -> Run {
        try Run(["check", "--format", "json", "-"] + arguments, in: scratch.folder, input: Data(input.utf8))
    }

    @Test func standardInput() throws {
        let run = try stdin(Sample.wrong)
        #expect(run.exitCode == 1)
        #expect(try ReportFile(run).findings.map(\.file) == ["<stdin>"])
        #expect(
            try ReportFile(stdin(Sample.wrong, "--stdin-filename", "x/y.yaml")).findings.map(\.file) == ["x/y.yaml"])
        #expect(try stdin(Sample.clean).exitCode == 0)
        #expect(try stdin("a: 1\n").exitCode == 2)
        #expect(try stdin("").exitCode == 2)
        #expect(try stdin("", "--staged").exitCode == 0)
        #expect(try stdin("", "--stdin-filename", "x.odcs.yaml").exitCode == 1, "its name promises a contract")
        let both = try ReportFile(stdin(Sample.wrong, "a.odcs.yaml", "-"))
        #expect(both.findings.filter { $0.rule == "standard/unknown-key" }.map(\.file) == ["<stdin>", "a.odcs.yaml"])
    }

    @Test func theNameOfStandardInputFindsItsConfiguration() throws {
        try scratch.write("x/.contractlint.yaml", "version: 1\nrules: {standard/unknown-key: off}\n")
        #expect(try stdin(Sample.wrong, "--stdin-filename", "x/y.yaml").exitCode == 0)
        #expect(try stdin(Sample.wrong, "--stdin-filename", "y.yaml").exitCode == 1)
    }

    @Test func binaryOnStandardInput() throws {
        let bytes = Data((0..<50_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) })
        let run = try Run(["check", "--format", "json", "-"], in: scratch.folder, input: bytes)
        #expect(run.exitCode == 0)
        #expect(try ReportFile(run).findings.allSatisfy { $0.severity == "warning" })
        let folder = try Run.shell(#""$CL" check - < ."#, in: scratch.folder)
        #expect(folder.exitCode == 2 && folder.text.hasPrefix("error: <stdin>: is a folder\n"))
        let closed = try Run.shell(#""$CL" check - <&-"#, in: scratch.folder)
        #expect(closed.exitCode == 2)
    }

    /// A reader that has gone (`| head`) is no fault of the run.
    @Test func aClosedPipe() throws {
        try scratch.write("big.odcs.yaml", Sample.head(id: "big") + (0..<900).map { "k\($0): 1\n" }.joined())
        let run = try Run.shell(
            #""$CL" check --format json big.odcs.yaml | head -1; echo "${PIPESTATUS[0]}""#, in: scratch.folder)
        #expect(run.text == "{\n1\n")
        #expect(run.errors.isEmpty)
    }

    @Test(arguments: [">&-", "</dev/null >/dev/full", "<&- >&-"])
    func outputThatCannotBeWritten(_ redirection: String) throws {
        for command in ["check a.odcs.yaml", "--help", "check --print-json-schema report"] {
            let run = try Run.shell("\"$CL\" \(command) \(redirection)", in: scratch.folder)
            #expect(run.exitCode == 2, "\(command)")
            #expect(run.errors.hasPrefix("contractlint: error: standard output: cannot be written: "))
        }
    }

    /// Streams that are closed do not hand their numbers on to files.
    @Test func closedStreamsKeepTheirNumbers() throws {
        let run = try Run.shell(
            #""$CL" check --report json=r.json a.odcs.yaml <&- >&- 2>&-; echo $?; "$CL" check a.odcs.yaml 2>&-; echo $?"#,
            in: scratch.folder)
        #expect(run.text.hasPrefix("2\na.odcs.yaml\n  6:1 error") && run.text.hasSuffix("\n1\n"))
        #expect(try ReportFile(Data(contentsOf: scratch.url("r.json"))).findings.count == 1)
        #expect(try scratch.read("a.odcs.yaml") == Sample.wrong)
    }

    @Test func colour() throws {
        let always = try Run(["check", "--color", "always", "a.odcs.yaml"], in: scratch.folder).text
        #expect(always.contains("\u{1B}[1;31merror"))
        for arguments in [["--color", "never"], ["--color", "auto"], []] {
            #expect(try !Run(["check"] + arguments + ["a.odcs.yaml"], in: scratch.folder).text.contains("\u{1B}"))
        }
    }

    @Test func quiet() throws {
        try scratch.write("b.yaml", Sample.noted)
        let run = try Run(["check", "--quiet", "b.yaml"], in: scratch.folder)
        #expect(run.output.isEmpty && run.errors.isEmpty && run.exitCode == 0)
        #expect(
            try Run(["check", "--quiet", "a.odcs.yaml"], in: scratch.folder).text.hasPrefix("a.odcs.yaml\n  6:1 error"))
    }
}
