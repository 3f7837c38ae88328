import TestSupport
import Testing

@testable import RuleLanguage

@Suite struct WordListTests {
    @Test(arguments: [
        ("EUR", true), ("SEK", true), ("USD", true), ("XCG", true), ("eur", false), ("EU", false), ("EURO", false),
        ("", false),
        ("DEM", false), ("XXX", false), ("$", false), ("AB", false), ("BGN", false),
    ])
    func knowsCurrencies(_ code: String, _ expected: Bool) {
        #expect(bytes(code, Currencies.isCode) == expected)
    }

    @Test(arguments: [
        ("order", true), ("SELECT", true), ("Group", true), ("user", true), ("order_id", false), ("date", false),
        ("value", false),
        ("status", false), ("", false), ("a_name_that_is_longer_than_any_word", false),
    ])
    func knowsReservedWords(_ name: String, _ expected: Bool) {
        #expect(bytes(name, ReservedWords.contains) == expected)
    }
}
