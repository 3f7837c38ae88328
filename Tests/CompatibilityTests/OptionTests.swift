import Basics
import Compatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing

/// Profiles, strictness, and what a result says as a whole.
@Suite struct OptionTests {
    private func run(_ old: String, _ new: String, _ set: (inout ComparisonOptions) -> Void = { _ in }) throws
        -> ComparisonResult
    {
        var options = ComparisonOptions()
        set(&options)
        return Comparison(old: try document(old, "old.yaml"), new: try document(new, "new.yaml"), options: options)
            .run()
    }

    private let int = Text.property("physicalType: INT")
    private let bigint = Text.property("physicalType: BIGINT")

    @Test(
        arguments: [
            (.consumer, .risky, .compatible), (.producer, .compatible, .risky), (.full, .risky, .risky),
        ] as [(CompatibilityProfile, Verdict, Verdict)])
    func theProfileDecidesTheVerdict(_ profile: CompatibilityProfile, _ there: Verdict, _ back: Verdict) throws {
        #expect(try run(int, bigint) { $0.profile = profile }.changes.map(\.verdict) == [there])
        #expect(try run(bigint, int) { $0.profile = profile }.changes.map(\.verdict) == [back])
    }

    @Test func strictCountsRiskyAsBreaking() throws {
        let result = try run(int, bigint) { $0.isStrict = true }
        #expect(result.changes.map(\.verdict) == [.breaking] && result.worst == .breaking)
        #expect(result.changes.map(\.consumer) == [.risky] && result.changes.map(\.bump) == [.minor])
        #expect(try run(bigint, int) { $0.isStrict = true }.changes.map(\.verdict) == [.compatible])
    }

    @Test func whoIsHurt() throws {
        #expect(try run(int, bigint).changes.map(\.hurts) == [[.consumer]])
        #expect(try run(bigint, int).changes.map(\.hurts) == [[.producer]])
        let (a, b) = (Text.property("logicalType: date"), Text.property("logicalType: string"))
        #expect(try run(a, b).changes.map(\.hurts) == [[.consumer, .producer]])
    }

    @Test func theOrderOfClassificationsIsConfigured() throws {
        let (a, b) = (Text.property("classification: red"), Text.property("classification: GREEN"))
        #expect(try run(a, b).changes.map(\.id) == ["classification-changed"])
        #expect(
            try run(a, b) { $0.classifications = ClassificationOrder(["green", "red"]) }.changes.map(\.id) == [
                "classification-lowered"
            ])
    }

    @Test func theNoticeWindowIsConfigured() throws {
        let new = Text.contract("slaProperties: [{property: endOfLife, value: '2026-02-01'}]")
        let old = Text.contract("slaProperties: []")
        let today = try #require(DateTime(instant: "2026-01-01")).day
        #expect(try run(old, new).changes.map(\.id) == ["end-of-life-sooner"])
        #expect(try run(old, new) { $0.today = today }.changes.map(\.id) == ["end-of-life-imminent"])
        #expect(
            try run(old, new) {
                $0.today = today
                $0.noticeWindow = 31
            }.changes.map(\.id) == ["end-of-life-sooner"])
    }

    @Test(arguments: [("draft", false), ("proposed", false), ("active", true), ("retired", true)])
    func draftsAreReportedAndNotGated(_ status: String, _ isGated: Bool) throws {
        let result = try run(
            Text.contract("status: \(status)\nschema: [{name: a}]"), Text.contract("status: \(status)\nschema: []"))
        #expect(result.changes.map(\.id) == ["object-removed"] && result.isGated == isGated)
    }

    @Test func theReport() throws {
        let old = MarkedText(Text.property("physicalType: ⟦INT⟧", name: "name: \"größe\""))
        let new = MarkedText(Text.property("physicalType: ⟦BIGINT⟧", name: "name: \"größe\""))
        let report = try run(old.text, new.text).report()
        let change = try #require(report.changes.first)
        #expect(report.changes.count == 1 && report.profile == .consumer && report.isGated)
        #expect(report.old == .init(file: "old.yaml", id: "größe-😀", version: "1.0.0"))
        #expect(report.new.file == "new.yaml")
        #expect(report.minimumBump == .minor && report.declaredBump == Bump.none && report.suggestedVersion == "1.1.0")
        #expect(change.id == "physical-type-widened" && change.element == "orders.größe")
        #expect(change.verdict == .risky && change.producer == .compatible && change.full == .risky)
        #expect(change.relation == .widens && change.hurts == [.consumer])
        #expect(change.old.value == "INT" && change.new.value == "BIGINT")
        #expect(change.old.route == "/schema/0/properties/0/physicalType" && change.new.route == change.old.route)
        #expect(change.old.place.start == old.position(of: old.range().start))
        #expect(change.new.place.end == new.position(of: new.range().end))
        #expect(change.message == "`physicalType` went from INT to BIGINT")
    }

    @Test func whatIsGoneStandsAtWhatHeldIt() throws {
        let old = MarkedText(Text.object("properties: [{name: ⟦a⟧}]"))
        let new = MarkedText(Text.object("properties: []", name: "name: ⟦orders⟧"))
        let change = try #require(try run(old.text, new.text).report().changes.first)
        #expect(change.element == "orders.a" && change.old.value == "a" && change.new.value == nil)
        #expect(change.old.route == "/schema/0/properties/0/name" && change.new.route == "/schema/0/name")
        #expect(change.new.place.start == new.position(of: new.range().start))
    }

    /// With several systems the gravest holds.
    @Test func severalServers() throws {
        func text(_ type: String, _ servers: String...) -> String {
            let list = servers.map { "{server: \($0), type: \($0)}" }.joined(separator: ", ")
            return Text.property("physicalType: \(type)", rest: "servers: [\(list)]")
        }
        #expect(
            try changes(text("INT", "snowflake"), text("BIGINT", "snowflake"))
                == ["physical-type-respelled I/I patch equal"])
        #expect(
            try changes(text("INT", "snowflake", "postgres"), text("BIGINT", "snowflake", "postgres"))
                == ["physical-type-widened R/K minor widens"])
        #expect(
            try changes(text("CHAR(3)", "snowflake", "postgres"), text("CHAR(4)", "snowflake", "postgres"))
                == ["physical-type-changed B/B major disjoint"])
    }
}
