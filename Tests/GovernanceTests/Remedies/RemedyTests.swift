import ContractModel
import Diagnostics
import Governance
import RuleLanguage
import TestSupport
import Testing

/// Advice that can be followed: on a contract that lacks one thing the rule says so, in keys that are the document's own; with
/// what the remedy asks for in place, it is silent, and nothing else has come up.
@Suite struct RemedyTests {
    /// Every rule, with parameters for those that are off without.
    private static let configuration = """
        version: 1
        layers:
          - name: all
            packs: [strict]
            adjust:
              interoperability/tag-taxonomy: {params: {taxonomy: [finance, pii, hashed]}}
              documentation/coverage: {params: {minimum: 100}}
              required/owners: {params: {allowed: [Orders desk, anna]}}
              required/keys: {params: {contract: [domain]}}
              required/domains: {params: {allowed: [sales]}}
              required/statuses: {params: {allowed: [active]}}
              required/server-types: {params: {allowed: [postgresql, postgres]}}
              required/tags: {params: {patterns: [fin*]}}
              required/custom-properties: {params: {names: [costCenter]}}
              required/id-form: {params: {pattern: "^[a-z]+$"}}
              required/version-form: {params: {pattern: "^[0-9.]+$"}}
        """
    private static let today = 20_605

    private static func findings(_ text: String, in family: RemedyFamily) throws -> [Finding] {
        let configuration = try Configuration(name: "c.yaml", raw: Array(configuration.utf8))
        return checked(
            name: family.fileName, raw: Array(text.utf8), configuration, withExcerpts: false, today: today
        ).findings
    }

    @Test(arguments: RemedyFamily.allCases) func wholeDocumentsLackNothing(_ family: RemedyFamily) throws {
        let found = try Self.findings(family.whole, in: family)
        #expect(found.map { "\($0.rule) \($0.message)" } == [])
    }

    @Test func everyRuleHasAnEntry() {
        let rules = Set(StandardPacks.rules.map(\.id))
        #expect(Set(RemedyTable.all.keys) == rules)
    }

    @Test(arguments: RemedyTable.all.keys.sorted()) func theRemedyRemedies(_ rule: String) throws {
        for (family, edit) in try #require(RemedyTable.all[rule]).sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let whole = family.whole
            #expect(whole.contains(edit.remedied), "\(family): \(edit.remedied)")
            let lacking = whole.replacing(edit.remedied, with: edit.lacking, maxReplacements: 1)
            let found = try Self.findings(lacking, in: family)
            let own = found.filter { $0.rule == rule }
            #expect(!own.isEmpty, "\(family): it says nothing, but \(found.map(\.rule))")
            for finding in own { expectKeys(of: finding, edit, family) }
        }
    }

    /// A remedy that names keys names some that its text in place holds.
    private func expectKeys(of finding: Finding, _ edit: RemedyEdit, _ family: RemedyFamily) {
        let quoted = (finding.help ?? "").split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map(\.element)
        if finding.help?.contains("the parameter `") == true { return }
        let keys = quoted.filter { !$0.hasPrefix("{") && !$0.hasPrefix("$") }.map { quote -> Substring in
            let key = quote.prefix { $0 != ":" && $0 != " " }
            return key.split(separator: ".").last ?? key
        }
        guard !keys.isEmpty else { return }
        let holds = keys.contains { key in edit.remedied.contains(key) || family.whole.contains("\(key):") }
        #expect(holds, "\(family): \(finding.help ?? "")")
    }

    @Test(arguments: RemedyFamily.allCases) func whatAStandardCannotSayIsNotAskedThere(_ family: RemedyFamily) throws {
        let asked = Set(RemedyTable.all.filter { $0.value[family] != nil }.keys)
        let found = try Self.findings(family.bare, in: family)
        let packs = Set(StandardPacks.rules.map(\.id))
        #expect(found.map(\.rule).filter { packs.contains($0) && !asked.contains($0) } == [])
    }
}
