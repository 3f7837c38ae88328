import Diagnostics
import Testing
import YAMLTree

@testable import Governance

@Suite struct ConfigurationTests {
    private func faults(_ text: String) -> [Report.Failure] {
        do {
            _ = try Configuration(name: "c.yaml", raw: Array(text.utf8))
            return []
        } catch {
            return error.faults
        }
    }

    private func issue(_ rule: RuleDescriptor) -> Diagnostics.Issue {
        Diagnostics.Issue(rule, "", at: SourceRange(0, 0))
    }

    @Test func everyMistakeIsFoundInOneRunWithItsPlace() {
        let found = faults(
            """
            version: 2
            exlude: [a]
            failOn: warn
            rules:
              standard/unknwon-key: off
              standard/missing-key: loud
              schmea/*: off
            limits:
              flowNesting: 0
              depth: 3
            include: contracts
            """)
        #expect(
            found.map(\.place) == [
                "c.yaml:1:10", "c.yaml:2:1", "c.yaml:3:9", "c.yaml:5:3", "c.yaml:6:25", "c.yaml:7:3", "c.yaml:9:16",
                "c.yaml:10:3",
                "c.yaml:11:10",
            ])
        #expect(found[1].message.contains("did you mean `exclude`?"))
        #expect(found[2].message.contains("did you mean `warning`?") || found[2].message.contains("allowed: `error`"))
        #expect(found[3].message.contains("did you mean `standard/unknown-key`?"))
    }

    @Test func whatIsRightCountsBesideAMistake() {
        do {
            _ = try Configuration(
                name: "c.yaml", raw: Array("version: 1\nfailOn: info\nnope: 1\n".utf8))
            Testing.Issue.record("the mistake was not found")
        } catch {
            #expect(error.configuration.failOn == .info)
            #expect(error.faults.map(\.place) == ["c.yaml:3:1"])
        }
    }

    @Test func theVersionIsDemanded() {
        #expect(faults("failOn: error\n").map(\.place) == ["c.yaml:1:1"])
    }

    @Test(arguments: ["", "# nothing\n", "~\n"])
    func anEmptyFileSaysNothing(_ text: String) {
        #expect(faults(text).isEmpty)
    }

    @Test(arguments: ["version: [", "version: 1\n---\nversion: 1\n", "- 1\n", "version: 1\nversion: 1\n", "\u{0}"])
    func brokenFilesAreFaults(_ text: String) {
        #expect(!faults(text).isEmpty)
    }

    @Test func severitiesByRuleAndByPack() throws {
        let configuration = try Configuration(
            name: "c.yaml",
            raw: Array(
                "version: 1\nrules: {standard/*: info, standard/unknown-key: off, yaml/merge-key: error}\n".utf8))
        let policy = configuration.policy.everywhere
        func severity(_ id: String) -> Severity? {
            RuleCatalogue.native(id).flatMap { policy.effective(issue($0))?.severity }
        }
        #expect(severity("standard/unknown-key") == nil)
        #expect(severity("standard/missing-key") == .info)
        #expect(severity("yaml/merge-key") == .error)
        #expect(severity("yaml/limit") == .error)
        let changed = policy.effective(issue(RuleCatalogue.native("standard/missing-key")!))?.rule.provenance
        #expect(changed?.changes == [.init(layer: "rules in c.yaml", "severity: error → info")])
    }

    @Test func limitsAreRead() throws {
        let configuration = try Configuration(
            name: "c.yaml", raw: Array("version: 1\nlimits: {flowNesting: 3, fileBytes: 100}\n".utf8))
        #expect(configuration.limits.flowNesting == 3)
        #expect(configuration.limits.fileBytes == 100)
        #expect(configuration.limits.blockNesting == 512)
    }

    @Test func idsOfRulesAreUniqueAndWellFormed() {
        let ids = RuleCatalogue.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for rule in RuleCatalogue.all {
            #expect(rule.id.split(separator: "/").count == 2, "\(rule.id)")
            #expect(rule.summary.hasSuffix(".") && rule.rationale.hasSuffix("."), "\(rule.id)")
        }
    }
}
