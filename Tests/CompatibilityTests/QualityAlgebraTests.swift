import TestSupport
import Testing

/// What the operators of two quality rules let pass: `<` less than before, `>` more, `o` some of it, `d` nothing of it,
/// `=` the same.
@Suite struct QualityAlgebraTests {
    static let table = """
        < | mustBeGreaterThan: 1 | mustBeGreaterThan: 2
        < | mustBeGreaterOrEqualTo: 1 | mustBeGreaterOrEqualTo: 2
        < | mustBeLessThan: 2 | mustBeLessThan: 1
        < | mustBeLessOrEqualTo: 2 | mustBeLessOrEqualTo: 1
        < | mustBeGreaterOrEqualTo: 1.5 | mustBeGreaterThan: 1.5
        < | mustBeLessOrEqualTo: 1.5 | mustBeLessThan: 1.5
        < | mustBeBetween: [1, 5] | mustBeBetween: [2, 4]
        < | mustBeBetween: [1, 5] | mustBe: 3
        < | mustBeBetween: [1, 5] | mustBe: 5
        d | mustBeBetween: [1, 5] | mustBe: 6
        o | mustBeBetween: [1, 5] | mustBeBetween: [4, 8]
        o | mustBeBetween: [1, 5] | mustBeBetween: [5, 8]
        d | mustBeBetween: [1, 5] | mustBeBetween: [6, 8]
        d | mustBeBetween: [1, 5] | mustBeGreaterThan: 5
        o | mustBeBetween: [1, 5] | mustBeGreaterOrEqualTo: 5
        d | mustBeBetween: [1, 5] | mustNotBeBetween: [1, 5]
        > | mustBeBetween: [1, 5] | mustBeLessOrEqualTo: 5
        d | mustBe: 1 | mustBe: 2
        d | mustBe: 1 | mustNotBe: 1
        > | mustBe: 1 | mustNotBe: 2
        o | mustNotBe: 1 | mustNotBe: 2
        < | mustNotBe: 1 | mustBeGreaterThan: 1
        o | mustNotBe: 1 | mustBeGreaterOrEqualTo: 1
        < | mustNotBe: 3 | mustNotBeBetween: [1, 5]
        > | mustNotBeBetween: [1, 5] | mustNotBeBetween: [2, 4]
        o | mustNotBeBetween: [1, 5] | mustNotBeBetween: [3, 8]
        < | mustNotBeBetween: [1, 5] | mustBeGreaterThan: 5
        o | mustBeLessThan: 5 | mustBeGreaterThan: 1
        d | mustBeLessThan: 5 | mustBeGreaterThan: 5
        = | mustBeBetween: [1, 5] | mustBeBetween: [1.0, 5.0]
        = | mustBe: 1 | mustBe: 1.0
        = | mustBe: 3 | mustBeBetween: [3, 3]
        """

    /// Of counts, which are whole and not below 0; of shares, which are not above 100.
    static let counts = """
        = | mustBeGreaterThan: 0 | mustBeGreaterOrEqualTo: 1
        = | mustBeLessThan: 1 | mustBe: 0
        = | mustBeLessOrEqualTo: 0 | mustBe: 0
        = | mustBeBetween: [0, 1] | mustBeLessThan: 2
        = | mustNotBe: 0 | mustBeGreaterThan: 0
        > | mustBe: 0 | mustBeLessOrEqualTo: 5
        """
    static let shares = """
        = | mustBeGreaterOrEqualTo: 95 | mustBeBetween: [95, 100]
        < | mustBeLessThan: 5 | mustBeLessThan: 1
        """

    private static let kinds: [Substring: String] = [
        "<": "quality-tightened K/B minor narrows", ">": "quality-loosened B/K major widens",
        "o": "quality-moved B/B major overlaps", "d": "quality-moved B/B major disjoint",
    ]
    private static let opposites: [Substring: Substring] = ["<": ">", ">": "<"]

    @Test(
        arguments: [
            (table, "type: sql, query: q"), (counts, "metric: nullValues"), (counts, "metric: rowCount, unit: rows"),
            (shares, "metric: nullValues, unit: percent"), (shares, "metric: nullValues, unit: '%'"),
        ])
    func operators(_ table: String, _ rule: String) throws {
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: "|").map { $0.drop { $0 == " " } }
            let verdict = parts[0].prefix(1)
            func text(_ threshold: Substring) -> String { Text.property("quality: [{\(rule), \(threshold)}]") }
            let (there, back) = (
                try changes(text(parts[1]), text(parts[2])), try changes(text(parts[2]), text(parts[1]))
            )
            #expect(there == [Self.kinds[verdict]].compactMap(\.self), "\(line)")
            #expect(back == [Self.kinds[Self.opposites[verdict] ?? verdict]].compactMap(\.self), "\(line)")
        }
    }
}
