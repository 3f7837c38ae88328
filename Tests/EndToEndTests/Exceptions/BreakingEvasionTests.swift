import Foundation
import Testing

/// A pull request that breaks a contract does not loosen `breaking` along with it.
@Suite struct BreakingEvasionTests {
    struct Evasion: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// By path; nil: the file goes.
        let files: [String: String?]

        init(_ description: String, _ files: [String: String?]) {
            testDescription = description
            self.files = files
        }
    }

    private static let configuration = "version: 1\ncompatibility: {strict: true}\n"

    static let evasions: [Evasion] = [
        Evasion("nothing", [:]),
        Evasion("no configuration any more", [".contractlint.yaml": nil]),
        Evasion(
            "the rule is off", [".contractlint.yaml": configuration + "rules: {compatibility/property-removed: off}\n"]),
        Evasion("all rules are off", [".contractlint.yaml": configuration + "rules: {compatibility/*: off}\n"]),
        Evasion("nothing fails", [".contractlint.yaml": configuration + "failOn: never\n"]),
        Evasion("the folder is left out", [".contractlint.yaml": configuration + "exclude: [contracts/**]\n"]),
        Evasion(
            "a configuration nearer to the contract",
            ["contracts/.contractlint.yaml": "version: 1\nrules: {compatibility/*: info}\nfailOn: never\n"]),
        Evasion(
            "another profile", [".contractlint.yaml": "version: 1\ncompatibility: {profile: producer}\n"]),
    ]

    private func request() throws -> PullRequest {
        try PullRequest([
            ".contractlint.yaml": Self.configuration,
            "contracts/orders.odcs.yaml": Orders.text(more: Orders.note),
        ])
    }

    private func apply(_ evasion: Evasion, to request: PullRequest) throws {
        for (name, text) in evasion.files {
            if let text { try request.write(name, text) } else { try request.repository.remove(name) }
        }
    }

    @Test(arguments: evasions) func aRemovedPropertyStaysAnError(_ evasion: Evasion) throws {
        let request = try request()
        try request.write("contracts/orders.odcs.yaml", Orders.text(version: "2.0.0"))
        try apply(evasion, to: request)
        let run = try request.repository.breaking("--against", "main")
        #expect(run.exitCode == 1, "\(run.text) \(run.errors)")
        #expect(try Repository.findings(run) == ["property-removed error contracts/orders.odcs.yaml:7:11"])
    }

    @Test(arguments: evasions) func aRemovedContractStaysAnError(_ evasion: Evasion) throws {
        let request = try request()
        try request.repository.remove("contracts/orders.odcs.yaml")
        try request.write("contracts/others.odcs.yaml", Orders.text(id: "others"))
        try apply(evasion, to: request)
        let run = try request.repository.breaking("--against", "main")
        #expect(run.exitCode == 1, "\(run.text) \(run.errors)")
        #expect(
            try Repository.findings(run).filter { !$0.contains("contract-added") } == [
                "contract-removed error contracts/orders.odcs.yaml:3:5"
            ])
    }

    /// With `strict` a wider type is an error; without, it would be a warning.
    @Test func whatCountsAsBreakingIsNotLoosened() throws {
        let request = try PullRequest([
            ".contractlint.yaml": Self.configuration, "contracts/orders.odcs.yaml": Orders.text(type: "INT"),
        ])
        try request.write("contracts/orders.odcs.yaml", Orders.text(version: "2.0.0"))
        try request.write(".contractlint.yaml", "version: 1\n")
        let run = try request.repository.breaking("--against", "main")
        #expect(run.exitCode == 1, "\(run.text) \(run.errors)")
        #expect(try Repository.findings(run) == ["physical-type-widened error contracts/orders.odcs.yaml:11:23"])
    }

    /// The new configuration holds as well.
    @Test func whatIsTightenedHoldsAtOnce() throws {
        let request = try PullRequest([
            ".contractlint.yaml": "version: 1\n", "contracts/orders.odcs.yaml": Orders.text(type: "INT"),
        ])
        try request.write("contracts/orders.odcs.yaml", Orders.text(version: "2.0.0"))
        try request.write(".contractlint.yaml", Self.configuration)
        let run = try request.repository.breaking("--against", "main")
        #expect(run.exitCode == 1, "\(run.text) \(run.errors)")
        #expect(try Repository.findings(run) == ["physical-type-widened error contracts/orders.odcs.yaml:11:23"])
    }

    /// A base that cannot be understood does not let anything through.
    @Test func anEarlierConfigurationThatIsBrokenEndsTheRun() throws {
        let request = try PullRequest([
            ".contractlint.yaml": "version: 1\nlayers: 3\n", "contracts/orders.odcs.yaml": Orders.text(type: "INT"),
        ])
        try request.write(".contractlint.yaml", "version: 1\n")
        let run = try request.repository.breaking("--against", "main")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("main:.contractlint.yaml:2:9"), "\(run.errors)")
    }
}
