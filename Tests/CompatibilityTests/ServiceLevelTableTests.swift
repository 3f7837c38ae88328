import Compatibility
import TestSupport
import Testing

/// Values and units of service levels, a line for each pair: `=` the same otherwise written, `<` less and better where less
/// is, `>` weaker, `?` not to be compared, `0` no change at all.
@Suite struct ServiceLevelTableTests {
    static let table = """
        = | latency | 4 | d | 96 | h
        = | latency | 4 d |  | 96h | 
        = | latency | 4 | days | 5760 | min
        = | latency | 1 | w | 7 | d
        = | latency | 1 | week | 168 | hours
        = | latency | 1 | day | 24 | hr
        = | latency | 1 | Day | 24 | Hours
        = | latency | PT4H |  | 4 | h
        = | latency | P1D |  | 24 | h
        = | latency | P1DT12H |  | 36 | h
        = | latency | PT90M |  | 1.5 | h
        = | latency | P1W |  | 7 | d
        = | latency | P1M |  | 1 | month
        ? | latency | P1M |  | 30 | d
        ? | latency | 1 | month | 31 | d
        < | latency | 1 | month | 20 | d
        > | latency | 1 | month | 40 | d
        = | latency | 1 | y | 12 | months
        ? | latency | 1 | year | 365 | d
        ? | latency | 1 | year | 366 | d
        < | latency | 1 | year | 364 | d
        > | latency | 1 | year | 367 | d
        = | latency | 2 | y | 24 | mo
        ? | latency | 4 | years | 1461 | d
        = | latency | 1 | quarter | 3 | months
        ? | latency | 1 | q | 90 | d
        < | latency | 1 | q | 80 | d
        = | latency | 5 | m | 5 | min
        = | latency | 90 | m | 90 | min
        = | latency | 3 | µs | 0.003 | ms
        = | retention | 6 | M | 6 | months
        > | latency | 5 | m | 5 | months
        > | latency | 5 | m | 6 | m
        = | latency | 5 | m | 300 | s
        = | latency | 60 | s | 1 | min
        = | latency | 1000 | ms | 1 | s
        = | latency | 0.5 | h | 30 | min
        = | latency | 4 | h | 4 | hours
        > | latency | 4 | h | 5 | h
        < | latency | 5 | h | 4 | h
        > | latency | 4 |  | 5 | 
        ? | latency | 4 |  | 4 | h
        > | latency | 4 | foo | 5 | foo
        ? | latency | 4 | foo | 5 | bar
        ? | latency | gold |  | silver | 
        < | latency | 2 days |  | 1 day | 
        < | latency | 24:00 |  | 23:00 | 
        ? | latency | 1h30m |  | 90min | 
        = | latency | 1,5 | h | 90 | min
        ? | latency | < 4h |  | 4h | 
        > | latency | -1 | h | 1 | h
        > | latency | 0 | h | 1 | h
        = | latency | 1e3 | s | 1000 | s
        = | latency | 0x10 | h | 16 | h
        ? | latency | 1e999 | h | 1 | h
        = | frequency | daily |  | 24 | h
        = | frequency | hourly |  | 1 | h
        = | frequency | weekly |  | 7 | d
        = | frequency | monthly |  | 1 | month
        > | frequency | daily |  | weekly | 
        = | frequency | 0 0 * * * |  | daily | 
        ? | frequency | 0 0 * * * |  | 0 5 * * * | 
        = | frequency | 0 0 * * * |  | 1 | d
        > | frequency | 0 * * * * |  | 0 0 * * * | 
        = | frequency | */15 * * * * |  | 15 | min
        = | frequency | 0 0 * * 0 |  | weekly | 
        = | frequency | 0 0 1 * * |  | monthly | 
        = | frequency | 0 0 1 1 * |  | yearly | 
        < | frequency | 0 0 * * 1-5 |  | daily | 
        = | frequency | 4 | per day | 6 | h
        = | frequency | 4 times a day |  | 6 | h
        > | frequency | 24 | per day | 12 | per day
        = | frequency | 1 | day | 1/day | 
        = | frequency | 24/day |  | 1 | h
        = | frequency | every 15 minutes |  | 15 | min
        = | frequency | every day |  | 1 | d
        = | frequency | quarterly |  | 3 | months
        = | frequency | annually |  | 1 | y
        = | frequency | @daily |  | 1 | d
        > | frequency | real-time |  | 1 | s
        < | freshness | 25h |  | 1d | 
        = | availability | 99.9% |  | 99.9 | %
        = | availability | 99.9 | percent | 99.9 | %
        = | availability | 99.9 |  | 99.9 | %
        0 | availability | 99.9 |  | 99.90 | 
        > | availability | 99.9 |  | 99.5 | 
        < | availability | 99.5 | % | 99.9 | %
        ? | availability | 0.999 |  | 99.9 | %
        > | throughput | 100 | MB/s | 50 | MB/s
        ? | throughput | 100 | MB/s | 1 | GB/s
        = | throughput | 100 | mb/s | 100 | MB/s
        > | errorRate | 1 | % | 2 | %
        > | errorRate | 0.1 |  | 0.2 | 
        < | timeToDetect | 4 | h | 2 | h
        < | Time To Repair | 4 | h | 2 | h
        > | time_to_notify | 4 | h | 8 | h
        > | timeOfAvailability | 09:00-08:00 |  | 10:00-08:00 | 
        > | timeOfAvailability | 09:00 |  | 09:30 | 
        = | timeOfAvailability | 09:00+01:00 |  | 08:00Z | 
        = | retention | 3 | y | 36 | months
        = | retention | P3Y |  | 3 | years
        """

    struct Line: Sendable, CustomStringConvertible {
        let description: String
        let verdict: String
        let old: String
        let new: String

        init(_ line: Substring) {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map { part in
                let start = part.drop { $0 == " " }
                return String(start.reversed().drop { $0 == " " }.reversed())
            }
            func level(_ value: String, _ unit: String) -> String {
                // A value of digits alone is a number.
                let isNumber = !value.isEmpty && value.allSatisfy { $0.isNumber || $0 == "." }
                return "{property: \(parts[1]), value: \(isNumber ? value : "'\(value)'")"
                    + (unit.isEmpty ? "}" : ", unit: '\(unit)'}")
            }
            description = String(line)
            verdict = parts[0]
            old = level(parts[2], parts[3])
            new = level(parts[4], parts[5])
        }
    }

    private static let kinds = [
        "=": "sla-respelled", "<": "sla-strengthened", ">": "sla-weakened", "?": "sla-changed",
    ]
    private static let opposites = ["<": ">", ">": "<"]

    /// In both directions.
    @Test(arguments: table.split(separator: "\n").map(Line.init)) func levels(_ line: Line) throws {
        func found(_ old: String, _ new: String) throws -> [String] {
            try changes(Text.contract("slaProperties: [\(old)]"), Text.contract("slaProperties: [\(new)]"))
                .map { String($0.prefix { $0 != " " }) }
        }
        let expected = Self.kinds[line.verdict].map { [$0] } ?? []
        let back = Self.kinds[Self.opposites[line.verdict] ?? line.verdict].map { [$0] } ?? []
        #expect(try found(line.old, line.new) == expected)
        #expect(try found(line.new, line.old) == back)
    }

    /// What DCS promises beside the value of a level.
    @Test(
        arguments: [
            ("backup: {recoveryTime: 24 hours}", "backup: {recoveryTime: 1 day}", "sla-respelled I/I patch equal"),
            ("backup: {recoveryTime: 24 hours}", "backup: {recoveryTime: 25 hours}", "sla-weakened B/K major widens"),
            (
                "backup: {recoveryPoint: 1 week}", "backup: {recoveryPoint: 6 days}",
                "sla-strengthened K/B minor narrows"
            ),
            ("backup: {recoveryPoint: 1 week}", "backup: {recoveryPoint: soon}", "sla-changed R/R minor unknown"),
            ("backup: {recoveryPoint: 1 week}", "backup: {}", "sla-weakened B/K major widens"),
            ("frequency: {cron: 0 0 * * *}", "frequency: {cron: 0 * * * *}", "sla-strengthened K/B minor narrows"),
            ("frequency: {cron: 0 0 * * *}", "frequency: {cron: 0 5 * * *}", "sla-changed R/R minor unknown"),
            ("support: {time: 24/7}", "support: {time: business hours}", "sla-changed R/R minor unknown"),
            (
                "retention: {period: P1Y, unlimited: false}", "retention: {period: P1Y, unlimited: true}",
                "retention-lengthened R/B minor narrows"
            ),
        ])
    func levelsOfDCS(_ old: String, _ new: String, _ expected: String) throws {
        func text(_ level: String) -> String {
            "dataContractSpecification: 1.2.1\nid: a\nservicelevels:\n  \(level)\n"
        }
        #expect(try changes(text(old), text(new)) == [expected])
    }
}
