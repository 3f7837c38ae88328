import Diagnostics
import Governance
import TestSupport
import Testing

@Suite struct WaiverTests {
    private func report(
        _ entries: String..., contract: String = Excepting.contract(), more: String = "", today: String = "2026-06-01",
        isWhole: Bool = true
    ) throws -> Report {
        let text = "apiVersion: contractlint/v1\nkind: Waivers\nwaivers:\n"
        let waivers = entries.reduce(text) { $0 + Excepting.waivers($1).dropFirst(text.count) }
        let configuration = try Excepting.configuration("waivers: [w.yaml]\n" + more, files: ["w.yaml": waivers])
        return Excepting.run(contract, configuration, today: today, isWhole: isWhole)
    }

    struct Reach: Sendable {
        let waiver: String
        /// The lines of the unknown keys that it hides.
        let hidden: [Int]
    }

    @Test(arguments: [
        Reach(waiver: "rule: standard/unknown-key, contract: orders", hidden: [6, 9, 12]),
        Reach(waiver: "rule: 'standard/*', contract: 'ord*'", hidden: [6, 9, 12]),
        Reach(waiver: "rule: '*', contract: '*'", hidden: [6, 9, 12]),
        Reach(waiver: "rule: '?tandard/unknown-key', contract: orders, element: orders", hidden: [9]),
        Reach(waiver: "rule: standard/unknown-key, contract: orders, element: orders.id", hidden: [12]),
        Reach(waiver: "rule: standard/unknown-key, contract: orders, element: 'orders.*'", hidden: [12]),
        Reach(waiver: "rule: standard/unknown-key, contract: 'orders*', element: orders.id", hidden: [12]),
        Reach(waiver: "rule: standard/unknown-key, contract: '*', element: 'orders*'", hidden: [9, 12]),
        Reach(waiver: "rule: standard/unknown-key, contract: order", hidden: []),
        Reach(waiver: "rule: standard/missing-key, contract: orders", hidden: []),
        Reach(waiver: "rule: standard/unknown-key, contract: orders, element: id", hidden: []),
        Reach(waiver: "rule: standard/unknown-key, contract: Orders", hidden: []),
    ]) func hidesWhatItNames(_ reach: Reach) throws {
        let report = try report(reach.waiver)
        #expect(report.excepted.map(\.place.start.line) == reach.hidden)
        #expect(report.count(of: Finding.Exception.Kind.waiver) == reach.hidden.count)
        let counting = report.findings.filter { $0.rule == "standard/unknown-key" }
        #expect(counting.map(\.place.start.line) == [6, 9, 12].filter { !reach.hidden.contains($0) })
        #expect(
            report.findings.contains { $0.rule == "governance/waiver-unused" } == reach.hidden.isEmpty)
        #expect(report.excepted.allSatisfy { $0.exception?.note == "old feed, approved by bob until 2026-06-30" })
    }

    static let all = "rule: standard/unknown-key, contract: orders, "

    @Test func itsLastDayCountsAndTheNextDoesNot() throws {
        let rest = "reason: r, requestedBy: ann, approvedBy: bob, expires: 2026-06-30"
        #expect(try report(Self.all + rest, today: "2026-06-30").findings.isEmpty)
        let after = try report(Self.all + rest, today: "2026-07-01")
        #expect(
            Excepting.places(after.findings) == [
                "standard/unknown-key 6:1", "standard/unknown-key 9:5", "standard/unknown-key 12:9",
                "governance/waiver-expired 4:107",
            ])
        #expect(after.findings[0].exception?.isVoid == true)
        #expect(after.findings[0].exception?.note == "expired: r, approved by bob until 2026-06-30")
        #expect(after.excepted.isEmpty)
    }

    @Test func oneThatHasExpiredAndHidesNothingIsUnused() throws {
        let report = try report(
            "rule: standard/missing-key, contract: orders, reason: r, requestedBy: a, approvedBy: b, expires: 2025-01-01"
        )
        let said = report.findings.filter { $0.rule.hasPrefix("governance/") }
        #expect(said.map(\.rule) == ["governance/waiver-unused"])
        #expect(said[0].message == "the waiver hides nothing; it expired on 2025-01-01")
    }

    @Test(arguments: [("ann", "ann"), (" Ann", "ANN "), ("Ann  Lee", "ann lee"), ("ÄNN", "änn")])
    func nobodyApprovesTheirOwn(_ requested: String, _ approved: String) throws {
        let report = try report(
            Self.all + "reason: r, requestedBy: '\(requested)', approvedBy: '\(approved)', expires: 2026-06-30")
        #expect(report.excepted.isEmpty)
        #expect(report.findings.map(\.rule).last == "governance/waiver-self-approved")
        #expect(report.findings.allSatisfy { $0.rule.hasPrefix("governance/") || $0.exception?.isVoid == true })
    }

    @Test func longerThanTheConfigurationAllowsIsTooLong() throws {
        let waiver = Self.all + "reason: r, requestedBy: ann, approvedBy: bob, expires: 2026-07-01"
        #expect(try report(waiver, more: "longestWaiver: 30\n").findings.isEmpty)
        let report = try report(waiver, more: "longestWaiver: 29\n")
        #expect(report.excepted.isEmpty)
        #expect(report.findings.last?.rule == "governance/waiver-too-long")
        #expect(
            report.findings.last?.message
                == "the waiver lasts 30 days more, and 29 are the most, so it does not count")
    }

    @Test func oneThatCountsGoesBeforeOneThatDoesNot() throws {
        let report = try report(
            Self.all + "reason: old, requestedBy: ann, approvedBy: bob, expires: 2026-01-01",
            Self.all + "reason: new, requestedBy: ann, approvedBy: bob, expires: 2026-12-01")
        #expect(report.excepted.count == 3)
        #expect(report.findings.map(\.message) == ["the waiver hides nothing; it expired on 2026-01-01"])
    }

    /// An expired one says so, even behind one that never counted.
    @Test func oneThatHasExpiredGoesBeforeOthersWithoutEffect() throws {
        let report = try report(
            Self.all + "reason: mine, requestedBy: ann, approvedBy: ann, expires: 2026-12-01",
            Self.all + "reason: old, requestedBy: ann, approvedBy: bob, expires: 2026-01-01")
        #expect(report.excepted.isEmpty)
        #expect(
            report.findings.map(\.rule).filter { $0.hasPrefix("governance/") } == [
                "governance/waiver-self-approved", "governance/waiver-expired",
            ])
    }

    struct Unknown: Sendable {
        let rule: String
        let message: String
        let help: String
    }

    @Test(arguments: [
        Unknown(
            rule: "standard/unknown-kei",
            message: "there is no rule `standard/unknown-kei`, so the waiver has no effect",
            help: "did you mean `standard/unknown-key`?"),
        Unknown(
            rule: "standart/*", message: "no rule matches `standart/*`, so the waiver has no effect",
            help: "did you mean `standard/*`?"),
        Unknown(
            rule: "x", message: "there is no rule `x`, so the waiver has no effect",
            help: "`contractlint rules list` shows all rules"),
    ]) func aRuleThatDoesNotExistIsSaid(_ unknown: Unknown) throws {
        let report = try report("rule: '\(unknown.rule)', contract: orders")
        let said = report.findings.filter { $0.rule == "governance/rule-unknown" }
        #expect(said.map(\.message) == [unknown.message])
        #expect(said.first?.help == unknown.help)
        #expect(said.first?.severity == .error)
        #expect(report.count(of: .error) == 4)
    }

    @Test func whatIsNotReadCannotBeWaived() throws {
        let report = try report(
            "rule: 'yaml/*', contract: '*'", contract: Excepting.contract() + "  bad: [1, 2\n")
        #expect(report.excepted.isEmpty)
        #expect(report.findings.contains { $0.rule == "yaml/syntax" && $0.exception?.isVoid == true })
        #expect(report.findings.contains { $0.rule == "governance/waiver-mandatory" })
    }

    @Test func theRulesAboutWaiversCannotBeWaived() throws {
        let report = try report(
            "rule: 'governance/*', contract: '*'",
            contract: Excepting.contract() + "# contractlint:disable standard/unknown-key\n")
        #expect(report.excepted.isEmpty)
        #expect(report.findings.contains { $0.rule == "governance/suppression-without-reason" })
    }

    @Test(arguments: [
        // A contract that was not checked, or a glob of which not all were, tells nothing.
        ("contract: other", false, 0), ("contract: other", true, 1), ("contract: orders", false, 1),
        ("contract: 'ord*'", false, 0), ("contract: 'ord*'", true, 1),
    ]) func unusedIsSaidWhereItIsKnown(_ contract: String, _ isWhole: Bool, _ count: Int) throws {
        let report = try report("rule: standard/missing-key, \(contract)", isWhole: isWhole)
        #expect(report.findings.filter { $0.rule == "governance/waiver-unused" }.count == count)
    }

    @Test func whatIsNotListedIsNeverHiddenWithWhatIs() throws {
        // More than ten thousand findings in an element that is waived, so that there may be others that nobody sees.
        let keys = (0..<10_500).map { "        k\($0): 1\n" }.joined()
        let contract = Excepting.contract().replacing("        nmae: b\n", with: keys)
        let report = try report("rule: standard/unknown-key, contract: '*'", contract: contract)
        #expect(report.findings.map(\.rule) == ["standard/unknown-key"])
        #expect(report.findings.first?.message.hasPrefix("this is found more than 10000 times") == true)
        #expect(report.findings.first?.exception == nil)
        // A thousand of those that are hidden, and the word that there are more.
        #expect(report.excepted.count == 1001)
        #expect(report.count(of: .waiver) == 10_000)
    }

    @Test func whatIsWaivedCrowdsOutNothingThatCounts() throws {
        let keys = (0..<1500).map { "        k\($0): 1\n" }.joined()
        let text = Excepting.contract().replacing("        nmae: b\n", with: keys + "      - {name: other, nmae: c}\n")
        let report = try report("rule: standard/unknown-key, contract: orders, element: orders.id", contract: text)
        #expect(report.findings.map(\.element) == [nil, "orders", "orders.other"])
        #expect(report.count(of: .waiver) == 1500)
    }

    @Test func ofManyWaiversAndContractsEachFindsItsOwn() throws {
        let entries = (0..<300).map {
            "rule: standard/unknown-key, contract: c\($0), element: \($0 % 2 == 0 ? "orders.id" : "'orders*'")"
        }
        let text = entries.reduce(Excepting.waivers()) {
            $0 + Excepting.waivers($1).dropFirst(Excepting.waivers().count)
        }
        let configuration = try Excepting.configuration("waivers: [w.yaml]\n", files: ["w.yaml": text])
        let files = (0..<400).map { (name: "c\($0).odcs.yaml", text: Excepting.contract("c\($0)")) }
        let report = Excepting.run(files, configuration)
        #expect(report.excepted.count == 150 + 150 * 2)
        #expect(report.findings.count == 400 * 3 - 450)
    }
}
