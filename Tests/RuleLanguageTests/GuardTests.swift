import RuleLanguage
import TestSupport
import Testing

/// Which expressions need a guard, and where it is asked for.
@Suite struct GuardTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var condition: String?
        var expression: String
        /// Fragments of messages, one for each mark; none: accepted.
        var refusals: [String]

        init(_ expression: String, where condition: String? = nil, _ refusals: String...) {
            self.condition = condition
            self.expression = expression
            self.refusals = refusals
        }

        var testDescription: String { condition.map { "where \($0) " } ?? "" + expression }
    }

    static let accepted = [
        // With an absent scalar these are false, and nothing negates it.
        Case("property.classification == 'a'"),
        Case("property.classification == property.businessName"),
        Case("property.classification in ['a', 'b']"),
        Case("property.classification == 'a' || property.required == true"),
        Case("property.quality.all(q, q.dimension == 'a')"),
        Case("property.quality.exists(q, q.dimension == 'a')"),
        // What the standard requires is there, or the rule does not apply.
        Case("property.name != 'a'"),
        Case("!property.name.matches('^[a-z]+$')"),
        // An absent list is empty.
        Case("!('pii' in property.tags)"),
        Case("property.tags != []"),
        Case("property.tags.size() < 3"),
        Case("property.tags.all(t, t != 'a')"),
        // Guards.
        Case("!filled(property.classification)"),
        Case("!has(property.classification)"),
        Case("filled(property.classification) && property.classification != 'a'"),
        Case("property.businessName == 'b' && filled(property.classification) && property.classification != 'a'"),
        Case("has(property.classification) && !(property.classification == 'a')"),
        Case("!filled(property.classification) || property.classification != 'a'"),
        Case("!has(property.classification) || property.classification.size() > 2"),
        Case("filled(property.classification) ? property.classification > 'a' : true"),
        Case("!filled(property.classification) ? true : property.classification > 'a'"),
        Case("!(filled(property.classification) && property.classification != 'a')"),
        Case("!(!filled(property.classification) || property.classification.size() == 1)"),
        Case("property.classification == 'a' && property.classification.size() == 1"),
        Case("property.classification in ['a'] && property.classification != property.name"),
        Case("filled(property.classification) && property.tags.all(t, t != property.classification)"),
        Case("property.quality.all(q, !filled(q.dimension) || q.dimension != 'a')"),
        Case("property.quality.exists_one(q, filled(q.dimension) && q.dimension == 'a')"),
        Case("property.quality.filter(q, filled(q.dimension)).size() > 1"),
        Case("property.classification != 'a'", where: "filled(property.classification)"),
        Case("property.classification != 'a'", where: "'a' in property.tags && has(property.classification)"),
        Case("property.classification != 'b'", where: "property.classification == 'a'"),
        // Through an object that may be absent.
        Case("contract.description.purpose == 'a'"),
        Case("filled(contract.description.purpose) && contract.description.purpose != 'a'"),
        // Optional syntax.
        Case("property.?classification.orValue('a') != 'a'"),
        Case("!property.?required.orValue(false)"),
        Case("property.?classification.orValue('').size() > 2"),
        Case("!(property.?classification == optional.of('a'))"),
        Case("property.?classification.optMap(c, c != 'a').orValue(true)"),
        // A function that may give nothing.
        Case("classificationRank('x') == 1"),
        Case("filled(custom(property, 'k')) && custom(property, 'k') != 'a'"),
        // A date that is written down is one, and that is known.
        Case("date('2026-01-31') < today()"),
        Case("date('2026-01-31T12:00:00Z') != today()"),
    ]

    static let refused = [
        // Negation.
        Case("!(⟦property.classification⟧ == 'a')", "`!` would make a pass"),
        Case("!(⟦property.classification⟧ in ['a'])", "`!` would make a pass"),
        Case("⟦property.classification⟧ != 'a'", "`!=` would make a pass"),
        Case("'a' != ⟦property.classification⟧", "`!=` would make a pass"),
        Case("!(property.name == 'a' || ⟦property.classification⟧ == 'a')", "`!` would make a pass"),
        Case("!(property.name == 'a' && ⟦property.classification⟧ == 'a')", "`!` would make a pass"),
        Case("!!(⟦property.classification⟧ == 'a')", "`!` would make a pass"),
        Case("!property.quality.exists(q, ⟦q.dimension⟧ == 'a')", "`!` would make a pass"),
        Case("!property.quality.all(q, ⟦q.dimension⟧ == 'a')", "`!` would make a pass"),
        Case("property.quality.all(q, ⟦q.dimension⟧ != 'a')", "`!=` would make a pass"),
        Case("!(⟦property.required⟧ == true)", "`!` would make a pass"),
        Case("!⟦property.required⟧", "no value as a condition"),
        // What has no value at all.
        Case(
            "⟦property.required⟧",
            "no value as a result; guard it: `filled(property.required) && …`, or write `property.required == true`"),
        Case("⟦property.required⟧ && property.name == 'a'", "no value as a condition"),
        Case("property.name == 'a' || ⟦property.required⟧", "no value as a condition"),
        Case("⟦property.required⟧ ? true : false", "no value as a condition"),
        Case("property.name == 'a' ? ⟦property.required⟧ : true", "as a result"),
        Case("(property.name == 'a' ? 'b' : ⟦property.classification⟧) != 'a'", "`!=`"),
        Case("(property.name == 'a' ? 'b' : ⟦property.classification⟧).size() == 1", "for `size`"),
        Case("!((property.name == 'a' ? 'b' : ⟦property.classification⟧) == 'a')", "`!` would make a pass"),
        Case("⟦property.classification⟧ < 'b'", "no value for `<`"),
        Case("⟦property.classification⟧ >= 'b'", "no value for `>=`"),
        Case("⟦property.classification⟧ + 'b' == 'ab'", "no value for `+`"),
        Case("⟦property.classification⟧.startsWith('b')", "no value for `startsWith`"),
        Case("⟦property.classification⟧.size() == 0", "no value for `size`"),
        Case("size(⟦property.classification⟧) == 0", "no value for `size`"),
        Case("[⟦property.classification⟧] == ['a']", "no value in a list"),
        Case("{'a': ⟦property.classification⟧} == {'a': 'b'}", "no value in a map"),
        Case("property.tags.map(t, ⟦property.classification⟧).size() == 1", "no value here"),
        Case("classificationRank(⟦property.classification⟧) == 1", "no value for `classificationRank`"),
        Case("⟦classificationRank('x')⟧ < 2", "no value for `<`"),
        Case("⟦contract.description.purpose⟧ != 'a'", "`!=` would make a pass"),
        Case("⟦date('soon')⟧ != today()", "`!=` would make a pass"),
        // A time of the day is a text that can be read and no point in time.
        Case("⟦date('12:00:00')⟧ < today()", "no value for `<`"),
        Case("⟦date(property.name)⟧ < today()", "no value for `<`"),
        // Comparisons of comparisons, and what stores one.
        Case("(⟦property.classification⟧ == 'a') == false", "a comparison would make a pass"),
        Case("(⟦property.classification⟧ == 'a') != true", "a comparison would make a pass"),
        Case("⟦property.classification⟧ == 'a' ? true : false", "the other branch of `?:`"),
        Case("⟦property.classification⟧ == 'a' ? false : true", "the other branch of `?:`"),
        Case("property.quality.exists_one(q, ⟦q.dimension⟧ == 'a')", "a count of matches"),
        Case("property.quality.filter(q, ⟦q.dimension⟧ == 'a').size() == 0", "leaving it out would make a pass"),
        Case("property.quality.map(q, ⟦q.dimension⟧ == 'a', 1).size() == 0", "leaving it out would make a pass"),
        Case("property.quality.map(q, ⟦q.dimension⟧ == 'a').all(b, !b)", "a list would make a pass"),
        Case("[⟦property.classification⟧ == 'a'] == [false]", "a list would make a pass"),
        Case("{'a': ⟦property.classification⟧ == 'a'}['a']", "a map would make a pass"),
        Case("cel.bind(c, ⟦property.classification⟧ == 'a', !c)", "a name for it"),
        Case("cel.bind(c, ⟦property.classification⟧, c == 'a')", "no value under a name"),
        Case(
            "!property.?businessName.optMap(b, ⟦property.classification⟧ == b).orValue(true)", "an optional would make"),
        Case(
            "property.?businessName.optMap(b, ⟦property.classification⟧).orValue('') != 'a'", "no value in an optional"),
        // What is known does not reach there.
        Case("filled(property.classification) || ⟦property.classification⟧ != 'a'", "`!=`"),
        Case("⟦property.classification⟧ != 'a' && filled(property.classification)", "`!=`"),
        Case("filled(property.classification) ? true : ⟦property.classification⟧ != 'a'", "`!=`"),
        Case("!(filled(property.classification) || property.name == 'a') || ⟦property.classification⟧ != 'a'", "`!=`"),
        Case("(filled(property.classification) || property.name == 'a') && ⟦property.classification⟧ != 'a'", "`!=`"),
        Case("filled(property.businessName) && ⟦property.classification⟧ != 'a'", "`!=`"),
        Case(
            "⟦property.classification⟧ != 'a'", where: "property.name == 'a' || filled(property.classification)", "`!=`"
        ),
        Case("⟦property.classification⟧ != 'a'", where: "!filled(property.classification)", "`!=`"),
        // The same words, another variable.
        Case(
            "filled(property.classification) && object.properties.all(property, ⟦property.classification⟧ != 'a')",
            "`!=`"),
        Case("filled(property.classification) && cel.bind(property, object, ⟦property.businessName⟧ != 'a')", "`!=`"),
        Case(
            "filled(custom(property, 'k')) && object.properties.all(property, ⟦custom(property, 'k')⟧ != 'a')", "`!=`"),
        // Two at once, and one on each side.
        Case("⟦property.classification⟧ != ⟦property.businessName⟧", "`!=`", "`!=`"),
        Case("⟦property.classification⟧ < 'a' || ⟦property.businessName⟧ > 'a'", "for `<`", "for `>`"),
        Case("⟦property.classification⟧ > 'a'", where: "⟦property.businessName⟧ > 'a'", "for `>`", "for `>`"),
    ]

    @Test(arguments: accepted + refused)
    func guards(_ test: Case) {
        let text = MarkedText(PackText.rule(where: test.condition, require: test.expression))
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts, "\(faults.map(\.message))")
        for (fault, fragment) in zip(faults, test.refusals) {
            #expect(fault.message.contains(fragment), "\(fault.message)")
            #expect(fault.message.contains("guard it: `filled("), "\(fault.message)")
        }
        #expect(faults.count == test.refusals.count)
    }

    /// Messages may show what is absent, but do nothing else with it.
    @Test(arguments: [
        ("{property.classification}", []),
        ("{property.quality.filter(q, q.dimension == 'a').size()}", []),
        ("{⟦property.classification⟧.size()}", ["for `size`"]),
        (
            "{property.path}: {⟦property.classification⟧ + 'a'} of {⟦property.businessName⟧ + 'b'}",
            ["for `+`", "for `+`"]
        ),
    ])
    func messages(_ message: String, _ refusals: [String]) {
        let text = MarkedText(PackText.rule(require: "property.name == 'a'", message: message))
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts)
        for (fault, fragment) in zip(faults, refusals) { #expect(fault.message.contains(fragment)) }
        #expect(faults.count == refusals.count)
    }
}
