import Basics
import TestSupport
import Testing

@Suite struct SpellingTests {
    static let keys = [
        "name", "status", "classification", "physicalName", "physicalType", "required", "tags", "to", "id",
    ]

    @Test(arguments: [
        ("clasification", "classification"), ("nmae", "name"), ("physcialName", "physicalName"), ("Name", "name"),
        ("STATUS", "status"), ("tag", "tags"), ("requiered", "required"), ("ID", "id"),
        ("physicalTypes", "physicalType"),
    ])
    func slips(_ word: String, _ meant: String) {
        #expect(Spelling.nearest(to: word, among: Self.keys) == meant)
    }

    @Test(arguments: ["", "xyz", "owner", "nullable", "na", "colour", "😀😀😀😀", "name"])
    func noSlips(_ word: String) {
        #expect(Spelling.nearest(to: word, among: Self.keys) == nil)
    }

    @Test(
        "a suggestion says no opposite",
        arguments: [
            ("mustBeNot", ["mustBe", "mustNotBe"], "mustNotBe"), ("mustBeNot", ["mustBe"], nil),
            ("mustnotBe", ["mustBe", "mustNotBe"], "mustNotBe"), ("must_not_be", ["mustBe"], nil),
            ("mustntBe", ["mustBe", "mustNotBe"], "mustNotBe"), ("validValues", ["invalidValues"], nil),
            ("invalidValue", ["validValues"], nil), ("inactive", ["active"], nil), ("nonnull", ["null"], nil),
            ("minLenght", ["maxLength", "minLength"], "minLength"), ("minLength", ["maxLength"], nil),
            ("dateOut", ["dateIn"], nil), ("notise", ["notice"], "notice"),
            ("anotations", ["annotations"], "annotations"),
            ("mustBeGraterThan", ["mustBeLessThan", "mustBeGreaterThan"], "mustBeGreaterThan"),
        ] as [(String, [String], String?)])
    func meaning(_ word: String, _ candidates: [String], _ meant: String?) {
        #expect(Spelling.nearest(to: word, among: candidates) == meant)
    }

    @Test func theFirstOfEqualsWins() {
        #expect(Spelling.nearest(to: "bat", among: ["cat", "rat"]) == "cat")
        #expect(Spelling.nearest(to: "bat", among: ["rat", "cat"]) == "rat")
    }

    @Test func fewerSlipsBeatMore() {
        #expect(Spelling.nearest(to: "physicalTypo", among: ["physicalTag", "physicalType"]) == "physicalType")
    }

    /// Against the definition of the optimal string alignment distance, written as the recursion it is.
    @Test(arguments: 0..<300) func agreesWithTheDefinition(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        func word() -> String {
            String((0..<Int.random(in: 1...7, using: &random)).map { _ in "abé".randomElement(using: &random)! })
        }
        let (one, other) = (word(), word())
        let distance = Self.distance(Array(one)[...], Array(other)[...])
        let bound = min(3, max(1, one.count / 3))
        let isNear = one != other && distance <= bound
        #expect(Spelling.nearest(to: one, among: [other]) == (isNear ? other : nil), "\(one) and \(other): \(distance)")
    }

    private static func distance(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
        guard let lastA = a.last else { return b.count }
        guard let lastB = b.last else { return a.count }
        let (restA, restB) = (a.dropLast(), b.dropLast())
        var best = min(
            distance(restA, b) + 1, distance(a, restB) + 1, distance(restA, restB) + (lastA == lastB ? 0 : 1))
        if let beforeA = restA.last, let beforeB = restB.last, lastA == beforeB, beforeA == lastB {
            best = min(best, distance(restA.dropLast(), restB.dropLast()) + 1)
        }
        return best
    }

    @Test(
        arguments: [
            ("customer_email", "customer_mail", true), ("customerEmail", "customer_email", true),
            ("amount", "amount2", true),
            ("amount", "total", false), ("", "", false), ("a", "", false),
        ])
    func namesThatAreAlike(_ a: String, _ b: String, _ isAlike: Bool) {
        #expect((Similarity.between(a, b) >= Similarity.threshold) == isAlike)
        #expect(Similarity.between(a, b) == Similarity.between(b, a))
    }
}
