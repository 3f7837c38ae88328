import Foundation
import Testing

/// A new contract does not slip past a layer by writing its domain another way.
@Suite struct LookAlikeDomainTests {
    private func check(_ domain: String, _ more: [String] = []) throws -> Run {
        let world = try TrustWorld()
        let text = TrustWorld.contract("parcels").replacingOccurrences(of: "domain: sales", with: "domain: \(domain)")
            .replacingOccurrences(of: "description: {purpose: For reading., limitations: None.}\n", with: "")
        try world.scratch.write("repository/shop/parcels.odcs.yaml", text)
        try world.run("commit")
        return try world.ask("check", ["--against", "origin/main"] + more)
    }

    @Test(arguments: [
        "sales", "Sales", "SALES", "\" sales\"", "\"sales \"", "\"sales\\n\"", "\"sales\\t\"", "\"sales.\"",
        "\"sales. \"",
        "\"sa\\u200Bles\"", "\"sales\\uFEFF\"", "\"s\\u00ADales\"", "\"\\u2060sales\"", "\"sales\\u00A0\"",
        "s\u{0430}les", "\u{0455}ales", "sal\u{0435}s", "s\u{03B1}les", "\u{FF53}ales", "\u{1D42C}ales", "\u{0405}ales",
    ]) func theSameDomain(_ domain: String) throws {
        let run = try check(domain)
        #expect(run.exitCode == 1, "\(run.text)")
        #expect(try PullRequest.rules(run).contains("sales/purpose"), "\(run.text)")
    }

    @Test(arguments: [
        ("sale", "sales"), ("saels", "sales"), ("saless", "sales"), ("sa1es", "sales"), ("sal-es", "sales"),
        ("s\u{0430}le", "sales"),
    ]) func aDomainThatIsNearlyOne(_ domain: String, _ known: String) throws {
        let run = try check(domain)
        #expect(run.exitCode == 0, "\(run.text)")
        let findings = try ReportFile(run).findings.filter { $0.rule == "governance/domain-look-alike" }
        #expect(findings.map(\.severity) == ["warning"])
        #expect(findings.first?.range.start.line == 6 && findings.first?.range.start.column == 9)
        #expect(findings.first?.message == "the domain `\(domain)` is nearly `\(known)`, which a layer is about")
        #expect(try check(domain, ["--fail-on", "warning"]).exitCode == 1)
    }

    @Test(arguments: ["shop", "logistics", "sal", "salesforce", "wholesale", "presales"])
    func aDomainOfItsOwn(_ domain: String) throws {
        let run = try check(domain, ["--fail-on", "info"])
        #expect(run.exitCode == 0, "\(run.text)")
        #expect(try PullRequest.rules(run) == [])
    }

    /// A letter that only looks like another is worth a word, though the layer is not fooled.
    @Test func aDisguise() throws {
        #expect(try PullRequest.rules(check("s\u{0430}les")).contains("governance/domain-look-alike"))
        #expect(try !PullRequest.rules(check("Sales")).contains("governance/domain-look-alike"))
    }

    /// A layer that names the domain says that it is one of its own.
    @Test func aDomainThatALayerNames() throws {
        let world = try TrustWorld()
        try world.scratch.write(
            "repository/.contractlint.yaml",
            TrustWorld.configuration.replacingOccurrences(
                of: "  - name: active", with: "  - {name: sale, match: {domains: [sale, team1, x*]}}\n  - name: active")
        )
        for (name, domain) in [("a", "sale"), ("b", "team2"), ("c", "xales")] {
            try world.scratch.write(
                "repository/shop/\(name).odcs.yaml",
                TrustWorld.contract(name).replacingOccurrences(of: "domain: sales", with: "domain: \(domain)"))
        }
        try world.run("commit")
        let run = try world.ask("check", ["--fail-on", "info"])
        #expect(run.exitCode == 0, "\(run.text)")
    }
}
