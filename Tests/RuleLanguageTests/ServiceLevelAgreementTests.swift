import Basics
import Compatibility
import ContractModel
import Diagnostics
import Governance
import RuleLanguage
import TestSupport
import Testing
import YAMLTree

/// `check` and `breaking` read the values and units of service levels as one: what the comparison takes for the same, or
/// for longer, is so for `duration(sla)`.
@Suite struct ServiceLevelAgreementTests {
    /// A property, the values of two levels with their units, and how the second is to the first: `=` as long, `<` shorter,
    /// `>` longer.
    static let spellings = """
        latency | 90 | m | 90 | min | =
        latency | 90 | m | 1.5 | h | =
        latency | 1,5 | h | 90 | minutes | =
        latency | 3 | µs | 0.003 | ms | =
        latency | 3 | μs | 3000 | ns | =
        latency | 1 | h | 60 | min | =
        latency | PT1H30M |  | 90 | m | =
        latency | 25h |  | 1 | d | <
        latency | 0.29 | s | 290 | ms | =
        latency | 1e3 | s | 1000 | secs | =
        freshness | 4 | d | 96 | hrs | =
        freshness | every 15 minutes |  | 15 min |  | =
        retention | 6 | M | 6 | months | =
        retention | 6 | m | 6 | months | >
        retention | 6 | M | 6 | m | <
        retention | 1 | y | 12 | mths | =
        retention | P3Y |  | 36 | mo | =
        retention | 1 | q | 3 | months | =
        retention | 1 | year | 20 | d | <
        frequency | daily |  | 24 | h | =
        frequency | @daily |  | 1 | day | =
        frequency | fortnightly |  | 2 | weeks | =
        frequency | 0 6 * * * |  | 1 | d | =
        frequency | */15 * * * * |  | 15 | m | =
        frequency | 4 | per day | 6 | h | =
        frequency | 4 times a day |  | 6 | h | =
        frequency | 24/day |  | 60 | m | =
        frequency | 24 | per day | 12 | per day | >
        """

    @Test(arguments: spellings.split(separator: "\n").map(String.init)) func bothSayTheSame(_ line: String) throws {
        let parts = Self.parts(line)
        let (old, new) = (level(parts[0], parts[1], parts[2]), level(parts[0], parts[3], parts[4]))
        let found = try changes(old, new)
        #expect(found == [["=": "sla-respelled", "<": less(parts[0]), ">": more(parts[0])][parts[5]] ?? "?"])
        let (before, after) = (try seconds(old), try seconds(new))
        #expect(parts[5] == (before == after ? "=" : after < before ? "<" : ">"))
    }

    /// The rules of the standard pack have nothing against a spelling that a comparison reads.
    @Test(arguments: spellings.split(separator: "\n").map(String.init)) func theFreshnessRulesReadIt(_ line: String) {
        let parts = Self.parts(line)
        let levels = [level(parts[0], parts[1], parts[2]), level(parts[0], parts[3], parts[4])]
        #expect(freshness(levels.joined(separator: ", ")).isEmpty)
    }

    @Test func theFreshnessRulesNameWhatIsNotRead() {
        #expect(freshness(level("latency", "4", "moons")) == ["freshness/sla-unit-known"])
        #expect(freshness(level("latency", "soon", "")) == ["freshness/sla-value-valid"])
        #expect(freshness(level("latency", "0 6 * * *", "")) == ["freshness/sla-value-valid"])
    }

    private func freshness(_ levels: String) -> [String] {
        let ids = check(bytes: Array(Self.text(levels).utf8), Configuration()).findings.map(\.rule)
        return ids.filter { $0.hasPrefix("freshness/sla-") }
    }

    private func less(_ property: String) -> String {
        property == "retention" ? "retention-shortened" : "sla-strengthened"
    }
    private func more(_ property: String) -> String {
        property == "retention" ? "retention-lengthened" : "sla-weakened"
    }

    private func level(_ property: String, _ value: String, _ unit: String) -> String {
        "{property: \(property), value: '\(value)'" + (unit.isEmpty ? "}" : ", unit: '\(unit)'}")
    }

    private static func parts(_ line: String) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    private static func text(_ levels: String) -> String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: orders
        version: 1.0.0
        status: draft
        slaProperties: [\(levels)]
        """
    }

    private func document(_ level: String) throws -> ContractDocument {
        let text = Self.text(level)
        let tree = YAMLTree(name: "orders.yaml", raw: Array(text.utf8), vocabulary: .contracts)
        return try #require(tree.documents.first.flatMap { ContractDocument(tree, $0) })
    }

    private func changes(_ old: String, _ new: String) throws -> [String] {
        Comparison(old: try document(old), new: try document(new)).run().changes.map(\.kind.id)
    }

    /// As `duration(sla)` gives it: `5400s`.
    private func seconds(_ level: String) throws -> Double {
        let text = PackText.rule(select: "sla", require: "!filled(duration(sla))", message: "{duration(sla)}")
        let rule = try #require(try RulePack(name: "acme.yaml", raw: Array(text.utf8)).rules.first)
        let issues = RuleEngine(RuleSet([rule]), today: 0).check(try document(level)).issues
        let message = try #require(issues.first?.issue.message)
        return try #require(Double(message.dropLast()))
    }

    /// Units that a comparison can compute with are known to `freshness/sla-unit-known`, and others are not.
    @Test(arguments: [
        ("m", true), ("M", true), ("µs", true), ("msec", true), ("mths", true), ("per day", true), ("%", true),
        ("moons", false), ("shifts", false),
    ])
    func unitsAreKnown(_ unit: String, _ isKnown: Bool) throws {
        let text = PackText.rule(
            select: "sla", where: "filled(sla.unit)", require: "!isSLAUnit(sla.unit)", message: "known")
        let rule = try #require(try RulePack(name: "acme.yaml", raw: Array(text.utf8)).rules.first)
        let issues = RuleEngine(RuleSet([rule]), today: 0).check(try document(level("frequency", "4", unit))).issues
        #expect(issues.isEmpty == !isKnown)
        if unit != "%" {
            let isCompared = Quantity("4", unit: unit, isFrequency: true).order(Quantity("0.1", unit: "ns")) != nil
            #expect(isCompared == isKnown)
        }
    }
}
