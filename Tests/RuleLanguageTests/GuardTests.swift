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
        Case("property.quality.all(q, q.name == 'a')"),
        Case("property.quality.exists(q, q.name == 'a')"),
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
        Case("property.quality.all(q, !filled(q.name) || q.name != 'a')"),
        Case("property.quality.exists_one(q, filled(q.name) && q.name == 'a')"),
        Case("property.quality.filter(q, filled(q.name)).size() > 1"),
        Case("property.classification != 'a'", where: "filled(property.classification)"),
        Case("property.classification != 'a'", where: "'a' in property.tags && has(property.classification)"),
        Case("property.classification != 'b'", where: "property.classification == 'a'"),
        // Through an object that may be absent.
        Case("contract.description.purpose == 'a'"),
        Case("filled(contract.description.purpose) && contract.description.purpose != 'a'"),
        // What an element of a list lacks is not what is looked for, and a guard would change nothing.
        Case("!property.quality.exists(q, q.name == 'a')"),
        Case("!property.quality.all(q, q.name == 'a')"),
        Case("property.quality.exists_one(q, q.name == 'a')"),
        Case("property.quality.filter(q, q.name == 'a').size() == 0"),
        Case("property.quality.map(q, q.name == 'a', 1).size() == 0"),
        Case("property.quality.map(q, q.name == 'a').all(b, !b)"),
        // `?:` says itself what holds otherwise.
        Case("property.classification == 'a' ? false : true"),
        Case("object.properties.map(p, p.primaryKey == true ? 0 : 1).isSorted()"),
        // What `filter` has left is known behind it.
        Case("property.quality.filter(q, filled(q.name)).map(r, r.name.size()).all(n, n > 1)"),
        Case("property.quality.filter(q, filled(q.name)).all(q, q.name != 'a')"),
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
        Case("!(⟦property.classification⟧ == 'a')", "may be missing"),
        Case("!(⟦property.classification⟧ in ['a'])", "may be missing"),
        Case("⟦property.classification⟧ != 'a'", "may be missing"),
        Case("'a' != ⟦property.classification⟧", "may be missing"),
        Case("!(property.name == 'a' || ⟦property.classification⟧ == 'a')", "may be missing"),
        Case("!(property.name == 'a' && ⟦property.classification⟧ == 'a')", "may be missing"),
        Case("!!(⟦property.classification⟧ == 'a')", "may be missing"),
        Case("property.quality.all(q, ⟦q.name⟧ != 'a')", "may be missing"),
        Case("!(⟦property.required⟧ == true)", "may be missing"),
        Case("!⟦property.required⟧", "may be missing"),
        // What has no value at all.
        Case(
            "⟦property.required⟧",
            "may be missing"),
        Case("⟦property.required⟧ && property.name == 'a'", "may be missing"),
        Case("property.name == 'a' || ⟦property.required⟧", "may be missing"),
        Case("⟦property.required⟧ ? true : false", "may be missing"),
        Case("property.name == 'a' ? ⟦property.required⟧ : true", "may be missing"),
        Case("(property.name == 'a' ? 'b' : ⟦property.classification⟧) != 'a'", "may be missing"),
        Case("(property.name == 'a' ? 'b' : ⟦property.classification⟧).size() == 1", "may be missing"),
        Case("!((property.name == 'a' ? 'b' : ⟦property.classification⟧) == 'a')", "may be missing"),
        Case("⟦property.classification⟧ < 'b'", "may be missing"),
        Case("⟦property.classification⟧ >= 'b'", "may be missing"),
        Case("⟦property.classification⟧ + 'b' == 'ab'", "may be missing"),
        Case("⟦property.classification⟧.startsWith('b')", "may be missing"),
        Case("⟦property.classification⟧.size() == 0", "may be missing"),
        Case("size(⟦property.classification⟧) == 0", "may be missing"),
        Case("[⟦property.classification⟧] == ['a']", "may be missing"),
        Case("{'a': ⟦property.classification⟧} == {'a': 'b'}", "may be missing"),
        Case("property.tags.map(t, ⟦property.classification⟧).size() == 1", "may be missing"),
        Case("classificationRank(⟦property.classification⟧) == 1", "may be missing"),
        Case("⟦classificationRank('x')⟧ < 2", "may be missing"),
        Case("⟦contract.description.purpose⟧ != 'a'", "may be missing"),
        // A time of the day is a text that can be read and no point in time.
        Case("⟦date(property.name)⟧ < today()", "may be missing"),
        // Comparisons of comparisons, and what stores one.
        Case("(⟦property.classification⟧ == 'a') == false", "may be missing"),
        Case("(⟦property.classification⟧ == 'a') != true", "may be missing"),
        Case("[⟦property.classification⟧ == 'a'] == [false]", "may be missing"),
        Case("{'a': ⟦property.classification⟧ == 'a'}['a']", "may be missing"),
        Case("cel.bind(c, ⟦property.classification⟧ == 'a', !c)", "may be missing"),
        Case("cel.bind(c, ⟦property.classification⟧, c == 'a')", "may be missing"),
        Case(
            "!property.?businessName.optMap(b, ⟦property.classification⟧ == b).orValue(true)", "may be missing"),
        Case(
            "property.?businessName.optMap(b, ⟦property.classification⟧).orValue('') != 'a'", "may be missing"),
        // What is known does not reach there.
        Case("filled(property.classification) || ⟦property.classification⟧ != 'a'", "may be missing"),
        Case("⟦property.classification⟧ != 'a' && filled(property.classification)", "may be missing"),
        Case("filled(property.classification) ? true : ⟦property.classification⟧ != 'a'", "may be missing"),
        Case(
            "!(filled(property.classification) || property.name == 'a') || ⟦property.classification⟧ != 'a'",
            "may be missing"),
        Case(
            "(filled(property.classification) || property.name == 'a') && ⟦property.classification⟧ != 'a'",
            "may be missing"),
        Case("filled(property.businessName) && ⟦property.classification⟧ != 'a'", "may be missing"),
        Case(
            "⟦property.classification⟧ != 'a'", where: "property.name == 'a' || filled(property.classification)",
            "may be missing"
        ),
        Case("⟦property.classification⟧ != 'a'", where: "!filled(property.classification)", "may be missing"),
        // The same words, another variable.
        Case(
            "filled(property.classification) && object.properties.all(property, ⟦property.classification⟧ != 'a')",
            "may be missing"),
        Case(
            "filled(property.classification) && cel.bind(property, object, ⟦property.businessName⟧ != 'a')",
            "may be missing"),
        Case(
            "filled(custom(property, 'k')) && object.properties.all(property, ⟦custom(property, 'k')⟧ != 'a')",
            "may be missing"),
        // Two at once, and one on each side.
        Case("⟦property.classification⟧ != ⟦property.businessName⟧", "may be missing", "may be missing"),
        Case("⟦property.classification⟧ < 'a' || ⟦property.businessName⟧ > 'a'", "may be missing", "may be missing"),
        Case(
            "⟦property.classification⟧ > 'a'", where: "⟦property.businessName⟧ > 'a'", "may be missing",
            "may be missing"),
    ]

    @Test(arguments: accepted + refused)
    func guards(_ test: Case) {
        let text = MarkedText(PackText.rule(where: test.condition, require: test.expression))
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts, "\(faults.map(\.message))")
        for (fault, fragment) in zip(faults, test.refusals) {
            #expect(fault.message.contains(fragment), "\(fault.message)")
        }
        #expect(faults.count == test.refusals.count)
    }

    /// Messages may show what is absent, but do nothing else with it.
    @Test(arguments: [
        ("{property.classification}", []),
        ("{property.quality.filter(q, q.name == 'a').size()}", []),
        ("{⟦property.classification⟧.size()}", ["may be missing"]),
        (
            "{property.path}: {⟦property.classification⟧ + 'a'} of {⟦property.businessName⟧ + 'b'}",
            ["may be missing", "may be missing"]
        ),
    ])
    func messages(_ message: String, _ refusals: [String]) {
        let text = MarkedText(PackText.rule(require: "property.name == 'a'", message: message))
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts)
        for (fault, fragment) in zip(faults, refusals) { #expect(fault.message.contains(fragment)) }
        #expect(faults.count == refusals.count)
    }

    /// The question, and both answers as they are written.
    @Test(arguments: [
        (
            "property.primaryKey != true", "a property",
            "`!filled(property.primaryKey) || property.primaryKey != true`",
            "`filled(property.primaryKey) && property.primaryKey != true`"
        ),
        (
            "property.required", "a property", "`!filled(property.required) || property.required == true`",
            "`filled(property.required) && property.required == true`"
        ),
        (
            "!(property.name == 'a' || property.classification == 'b')", "a property",
            "`!filled(property.classification) || !(property.name == \"a\" || property.classification == \"b\")`",
            "`filled(property.classification) && !(property.name == \"a\" || property.classification == \"b\")`"
        ),
        (
            "property.name == 'a' && property.classification.size() > 3", "a property",
            "`(!filled(property.classification) || property.classification.size() > 3)`",
            "`(filled(property.classification) && property.classification.size() > 3)`"
        ),
        // Within a negation what counts is what makes the whole false.
        (
            "!(property.name == 'a' && property.classification != 'b')", "a property",
            "`(filled(property.classification) && property.classification != \"b\")`",
            "`(!filled(property.classification) || property.classification != \"b\")`"
        ),
        (
            "object.properties.all(p, p.classification != p.encryptedName)", "a property",
            "`!filled(p.classification) || !filled(p.encryptedName) || p.classification != p.encryptedName`",
            "`filled(p.classification) && filled(p.encryptedName) && p.classification != p.encryptedName`"
        ),
    ])
    func asksWhatIsMeant(_ expression: String, _ noun: String, _ counting: String, _ other: String) throws {
        let faults = PackText.faults(Array(PackText.rule(require: expression).utf8))
        let message = try #require(faults.first?.message)
        #expect(message.contains("shall \(noun) without it count?"), "\(message)")
        #expect(message.hasSuffix("if it shall, write \(counting); if not, \(other)"), "\(message)")
        // Where the condition is all there is, an answer is an expression that is accepted.
        for answer in [counting, other] where !answer.hasPrefix("`(") && !answer.contains("(p.") {
            #expect(PackText.faults(Array(PackText.rule(require: String(answer.dropFirst().dropLast())).utf8)).isEmpty)
        }
    }
}
