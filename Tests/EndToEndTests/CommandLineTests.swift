import Foundation
import Testing

/// Choices of the command line about what is reported, and words for who got it wrong.
@Suite struct CommandLineTests {
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        try scratch.write("error.odcs.yaml", Sample.wrong)
        try scratch.write("info.odcs.yaml", Sample.noted)
        try scratch.write("warning.odcs.yaml", Sample.warned)
    }

    private func run(_ arguments: String...) throws -> Run { try Run(arguments, in: scratch.folder) }

    private func rules(_ arguments: String...) throws -> [String] {
        try ReportFile(Run(["check", "--format", "json"] + arguments, in: scratch.folder)).findings.map(\.rule)
    }

    // MARK: Rules

    @Test func rulesAreSelectedAndIgnored() throws {
        let all = ["standard/unknown-key", "schema/example-violates-type", "yaml/ambiguous-scalar"]
        #expect(try rules() == all)
        #expect(try rules("--select", "schema/*,yaml") == Array(all[1...]))
        #expect(try rules("--select", "yaml") == [all[2]])
        #expect(try rules("--rule", "*-key,schema/ex*") == Array(all[..<2]))
        #expect(try rules("--select", "yaml,schema", "--ignore", "schema/example-violates-type") == [all[2]])
        #expect(try rules("--ignore", "yaml,schema", "--ignore", "standard") == [])
        #expect(try run("check", "--ignore", "standard").exitCode == 0, "what is left out fails nothing")
        #expect(try run("check", "--select", "standard").exitCode == 1)
    }

    /// A name that is none would let everything pass.
    @Test(arguments: [
        ("--select", "privcy", "did you mean 'privacy'?"),
        ("--ignore", "unknown-key", "did you mean 'standard/unknown-key'?"),
        ("--select", "nothing/*", "`contractlint rules list` shows all rules"),
    ])
    func aPatternThatNamesNoRule(_ option: String, _ name: String, _ help: String) throws {
        let run = try run("check", option, name)
        #expect(run.exitCode == 2)
        #expect(run.errors == "contractlint: error: \(option) \(name): no rule has this name; \(help)\n")
    }

    @Test func aBrokenFileIsReportedWhateverIsSelected() throws {
        try scratch.write("broken.odcs.yaml", Sample.contract("broken", "x: ["))
        #expect(try rules("--select", "privacy", "--ignore", "yaml") == ["yaml/syntax"])
        #expect(try run("check", "--ignore", "yaml,standard").exitCode == 1)
    }

    @Test func aBaselineHoldsAllRules() throws {
        let run = try run("check", "--select", "yaml", "--write-baseline", "b.json")
        #expect(run.exitCode == 2)
        #expect(!scratch.exists("b.json"))
    }

    // MARK: Severities

    @Test func severitiesThatAreListed() throws {
        #expect(try run("check", "--format", "concise").lines.dropLast(2).count == 2, "infos are counted")
        #expect(
            try run("check").text.contains(
                "1 error, 1 warning in 3 files (3 contracts); 1 info not shown (--show info); "))
        for options in [["--show", "info"], ["--verbose"], ["--min-severity", "info"]] {
            let run = try Run(["check", "--format", "concise"] + options, in: scratch.folder)
            #expect(run.lines.dropLast(2).count == 3)
            #expect(run.text.contains("1 error, 1 warning, 1 info in 3 files (3 contracts), "))
        }
        #expect(try rules("--min-severity", "warning") == ["standard/unknown-key", "yaml/ambiguous-scalar"])
        #expect(
            try run("check", "--min-severity", "error", "--fail-on", "warning", "warning.odcs.yaml").exitCode == 1,
            "what is not listed counts all the same")
    }

    @Test func oneLineAFinding() throws {
        #expect(
            try run("check", "--format", "concise", "error.odcs.yaml").lines[0]
                == "error.odcs.yaml:6:1: error: a data contract has no key `nmae` [standard/unknown-key]")
    }

    /// The rules of the packs say what is missing, and the text says it once of many.
    @Test func whatIsMissingIsSaidOnce() throws {
        let properties = ["a", "b", "c"].map { "{name: \($0)}" } + ["{name: d, description: Cents that were paid.}"]
        try scratch.write(
            "bare.odcs.yaml",
            Sample.head(id: "bare") + "schema: [{name: orders, properties: [\(properties.joined(separator: ", "))]}]\n")
        let rules = "documentation/property-described,ownership/domain-present,ownership/support-channel"
        let text = try run("check", "--select", rules, "bare.odcs.yaml").text
            .replacingOccurrences(of: "\n    ", with: " ")
        #expect(text.contains(": 3 of 4 properties of `orders` have no description: a, b and c "), "\(text)")
        #expect(text.contains(": the contract says nothing about: domain, support channel "), "\(text)")
        #expect(try self.rules("--select", rules, "bare.odcs.yaml").count == 5, "programs see each")
    }

    @Test func statistics() throws {
        try scratch.write("more.odcs.yaml", Sample.contract("more", "nmae: x", "veison: x"))
        let lines = try run("check", "--statistics").lines
        #expect(lines[0].hasPrefix("  3  error    standard/unknown-key "))
        #expect(lines[1].hasPrefix("  1  warning  yaml/ambiguous-scalar "))
        #expect(lines[2].isEmpty)
        #expect(lines[3].hasPrefix("3 errors, 1 warning in 4 files"))
        #expect(try run("check", "--statistics", "--format", "json").exitCode == 2)
    }

    // MARK: Nothing to check, and reports

    @Test func nothingToCheckCanBeFine() throws {
        try scratch.write("empty/other.yaml", "a: 1\n")
        #expect(try run("check", "empty").exitCode == 3)
        #expect(try run("check", "--allow-empty", "empty").exitCode == 0)
        #expect(try run("check", "--allow-empty", "gone").exitCode == 2)
    }

    @Test func theFolderOfAReportIsMade() throws {
        #expect(try run("check", "--report", "json=out/deep/r.json", "error.odcs.yaml").exitCode == 1)
        #expect(try ReportFile(Data(contentsOf: scratch.url("out/deep/r.json"))).findings.count == 1)
    }

    // MARK: Commands

    @Test(arguments: [
        (["chekc"], "'chekc'; did you mean 'check'?"), (["braeking", "--against", "x"], "did you mean 'breaking'?"),
        (["rules", "explian", "x"], "'rules explian'; did you mean 'rules explain'?"),
    ])
    func aMisspeltCommandGetsASuggestion(_ arguments: [String], _ hint: String) throws {
        let run = try Run(arguments, in: scratch.folder)
        #expect(run.exitCode == 2)
        #expect(run.errors.contains(hint))
    }

    @Test func aFileNamedLikeACommandIsAFile() throws {
        try scratch.write("chekc", Sample.wrong)
        #expect(try run("chekc").exitCode == 1)
    }

    @Test func aBareRunLeadsOnUntilTheFolderIsConfigured() throws {
        let bare = try Run([], in: scratch.folder)
        #expect(bare.exitCode == 2, "nothing was checked")
        #expect(bare.text.hasPrefix("contractlint checks data contracts (ODCS, DCS) and data products (ODPS)"))
        for command in ["check .", "breaking --against main", "init"] {
            #expect(bare.text.contains("  contractlint \(command) "))
        }
        try scratch.write(".contractlint.yaml", "version: 1\n")
        #expect(try Run([], in: scratch.folder).exitCode == 1)
        try scratch.write(".contractlint.yaml", "version: 9\n")
        #expect(try Run([], in: scratch.folder).text.contains("error.odcs.yaml"))
    }

    @Test func helpIsInGroupsWithExamplesAndALink() throws {
        let help = try run("check", "--help").text
        for part in ["REPORT:", "FILES AND RULES:", "EXAMPLES:\n", "https://"] {
            #expect(help.contains(part), "\(part)")
        }
        #expect(try run("--help").text.contains("GOVERNANCE SUBCOMMANDS:"))
    }
}
