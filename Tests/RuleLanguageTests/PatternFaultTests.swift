import RuleLanguage
import TestSupport
import Testing

/// A rule of a user is compiled when it is first asked; what is wrong with it is said when its pack is read.
@Suite struct PatternFaultTests {
    @Test(arguments: [
        PackText.rule(require: "property.name.matches(⟦'('⟧)"),
        PackText.rule(where: "property.name.matches(⟦'('⟧)", require: "property.name == 'a'"),
        PackText.rule(where: "filled(property.name)", require: "!matches(property.name, ⟦'a('⟧)"),
        PackText.rule(require: "property.name == 'a'", message: "{property.name.matches(⟦'('⟧)}"),
        PackText.rule(require: "property.tags.all(t, t.matches(⟦'('⟧))"),
    ])
    func patternsAreReadAtOnce(_ rule: String) {
        let text = MarkedText(rule)
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts)
        #expect(faults.allSatisfy { $0.message.hasPrefix("the pattern does not compile: missing )") }, "\(faults)")
        #expect(faults.count == 1)
    }

    @Test func whatIsNoPatternYetIsLeftToTheDocument() {
        #expect(
            PackText.faults(MarkedText(PackText.rule(require: "property.name.matches('(' + property.name)"))).isEmpty)
    }
}
