import Diagnostics
import RuleLanguage
import TestSupport
import Testing

/// Mistakes that must not pass in silence: each is an error when the pack is read, at its place, with the way to write it.
@Suite struct RefusalTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var require: String
        var message: String
        var help: String
        var select = "property"
        var params = ""

        init(_ require: String, _ message: String, _ help: String, select: String = "property", params: String = "") {
            self.require = require
            self.message = message
            self.help = help
            self.select = select
            self.params = params
        }

        var testDescription: String { require }
    }

    /// Words of closed vocabularies.
    static let words = [
        Case("property.logicalType == ⟦'strng'⟧", "`property.logicalType` is never `strng`", "did you mean `string`?"),
        Case("property.logicalType == ⟦'varchar'⟧", "is never `varchar`", "did you mean `string`?"),
        Case("property.logicalType in ['string', ⟦'intger'⟧]", "is never `intger`", "did you mean `integer`?"),
        Case("physical(property).family == ⟦'string'⟧", "is never `string`", "it is one of int, decimal, float, char"),
        Case(
            "case(property.name, ⟦'snakecase'⟧)", "the style of a name is never `snakecase`",
            "did you mean `snake_case`?"),
        Case("case(property.name) == ⟦'camelcase'⟧", "is never `camelcase`", "did you mean `camelCase`?"),
        Case("contract.standard == ⟦'odcs'⟧", "`contract.standard` is never `odcs`", "did you mean `ODCS`?"),
        Case(
            "missing(property, [⟦'descripton'⟧]).size() == 0", "no standard has a key `descripton`",
            "did you mean `description`?"),
        Case("quality.dimension == ⟦'acuracy'⟧", "is never `acuracy`", "did you mean `accuracy`?", select: "quality"),
        Case("change.verdict == ⟦'braking'⟧", "is never `braking`", "did you mean `breaking`?", select: "change"),
        Case(
            "change.id in [⟦'propery-removed'⟧]", "is never `propery-removed`", "did you mean `property-removed`?",
            select: "change"),
        Case("change.id.endsWith(⟦'-remved'⟧)", "is never `-remved`", "", select: "change"),
        Case("⟦'consumers'⟧ in change.hurts", "is never `consumers`", "did you mean `consumer`?", select: "change"),
    ]

    /// Constants that are none, and values that cannot be compared as they are.
    static let values = [
        Case("today() - duration(⟦'90d'⟧) < today()", "`90d` is no length of time", "write `days(90)`"),
        Case("today() - duration(⟦'2 weeks'⟧) < today()", "`2 weeks` is no length of time", "write `days(14)`"),
        Case("date(⟦'2026-02-30'⟧) < today()", "`2026-02-30` is no day", "write it as `date(\"2026-01-31\")`"),
        Case("timestamp(⟦'2026-01-01'⟧) < today()", "`2026-01-01` is no point in time", "or `date(\"2026-01-31\")`"),
        Case(
            "⟦contract.version > '1.9.0'⟧", "versions are no texts",
            "write `version(contract.version) > version(\"1.9.0\")`"),
        Case("version(contract.version) > version(⟦'one'⟧)", "`one` is no version", "version(\"1.9.0\")"),
        Case(
            "object.properties.size() / ⟦object.tags.size()⟧ > 1", "may be 0, and a division by 0 has no result",
            "`ratio(object.properties.size(), object.tags.size())` is the share as a fraction"),
        Case("⟦object.properties.size() / 0⟧ > 1", "a division by 0 has no result", ""),
        Case(
            "⟦object.properties.size() / object.tags.size() >= 0.9⟧", "whole numbers divided give a whole number",
            "write `ratio(object.properties.size(), object.tags.size()) >= 0.9`"),
        Case("property.name.matches(⟦'(?<a'⟧)", "pattern", ""),
        Case("property.name.captures(⟦'(a'⟧).size() > 0", "the pattern does not compile", ""),
        Case(
            "⟦sla.value⟧ > 5", "`sla.value` may be a number, a text or a list",
            "write `filled(integer(sla.value)) && integer(sla.value) > 5`", select: "sla"),
        Case(
            "⟦sla.value⟧.startsWith('P')", "say as what it is read",
            "filled(text(sla.value)) && text(sla.value).startsWith(\"P\")", select: "sla"),
        Case(
            "⟦custom(property, 'level')⟧ >= 2.5", "say as what it is read", "number(custom(property, \"level\")) >= 2.5"
        ),
        Case("today() > ⟦today() - 365⟧", "", "write `today() - days(365)`"),
        Case(
            "⟦version(contract.version) >= '1.9.0'⟧", "",
            "write `version(contract.version) >= version(\"1.9.0\")`"),
        Case("version(contract.version) > ⟦3⟧", "a version is no number", "write `version(\"3.0.0\")`"),
        Case("property.examples.all(e, size(⟦e⟧) > 1)", "say as what it is read", "write `texts(e)`"),
    ]

    /// What nothing reads, and what is never there.
    static let unread = [
        Case("⟦product⟧.name == 'a'", "there is never a `product` where `property` is selected", "write `contract`"),
        Case(
            "⟦contract⟧.name == 'a'", "there is never a `contract` where `product` is selected", "write `product`",
            select: "product"),
        Case(
            "true", "nothing reads the parameter `limit`", "write `params.limit` in an expression",
            params: "{⟦limit⟧: 3}"),
        Case(
            "property.name.matches(params.form)", "the pattern `[a-` does not compile", "RE2",
            params: "{form: ⟦'[a-'⟧}"),
        Case(
            "params.forms.exists(f, property.name.matches(f))", "the pattern `(` does not compile", "RE2",
            params: "{forms: ⟦['^a$', '(']⟧}"),
        Case(
            "params.forms.exists(f, property.name.matches(f)) && params.names.exists(f, f == property.name)",
            "the pattern `(` does not compile", "RE2", params: "{forms: ⟦['(']⟧, names: [a]}"),
    ]

    @Test(arguments: words + values + unread)
    func refuses(_ test: Case) {
        let text = MarkedText(PackText.rule(select: test.select, require: test.require, params: test.params))
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts, "\(faults)")
        #expect(faults.first?.message.contains(test.message) ?? false, "\(faults)")
        #expect(faults.first?.message.contains(test.help) ?? false, "\(faults)")
    }

    @Test(arguments: [
        "property.logicalType == 'string'", "property.?logicalType.orValue('none') == 'none'",
        "case(property.name, 'snake_case')", "contract.status == 'archived'", "contract.id > 'b'",
        "object.tags.size() > 0 && object.properties.size() / object.tags.size() > 1",
        "filled(object.tags) && object.properties.size() / object.tags.size() > 1",
        "object.properties.size() / 2 > 1", "ratio(object.properties.size(), object.tags.size()) >= 0.9",
        "today() - days(90) < today()", "version(contract.version) >= version('1.2.0')",
        "filled(customInteger(property, 'level')) && customInteger(property, 'level') > 2",
        "filled(number(custom(property, 'level'))) && number(custom(property, 'level')) > 2.5",
        "custom(property, 'level') == 3", "version('20260101.0.0') > version('20250101.0.0')",
    ])
    func accepts(_ expression: String) {
        #expect(PackText.faults(Array(PackText.rule(require: expression).utf8)).map(\.message) == [])
    }

    /// A parameter is also read by a message, a remedy and a place.
    @Test func aParameterIsReadByAText() {
        let text = PackText.rule(require: "true", params: "{limit: 3}", message: "more than {params.limit}")
        #expect(PackText.faults(Array(text.utf8)).map(\.message) == [])
    }

    // MARK: Words of SQL

    @Test(arguments: [
        ("property.name ⟦LIKE⟧ 'a%'", "write `property.name.startsWith(\"a\")`"),
        ("property.name ⟦like⟧ '%a'", "write `property.name.endsWith(\"a\")`"),
        ("property.name ⟦NOT LIKE⟧ '%a%'", "write `!property.name.contains(\"a\")`"),
        ("property.name ⟦LIKE⟧ 'a%b'", "write `glob(property.name, \"a*b\")`"),
        ("property.name ⟦IN⟧ ('a', 'b')", "write `property.name in [\"a\", \"b\"]`"),
        ("property.name ⟦in⟧ (\"a\", \"b\")", "write `property.name in [\"a\", \"b\"]`"),
        ("property.name ⟦IN⟧ (params.allowed)", "write `property.name in params.allowed`"),
        ("property.maximum ⟦IN⟧ (-1, 2)", "write `property.maximum in [-1, 2]`"),
        ("case(property.name, 'snake_case') ⟦AND⟧ true", "and is written `&&`"),
        ("property.name ⟦LIKE⟧ 'a_%'", "write `glob(property.name, \"a?*\")`"),
        ("⟦upstreams⟧(contract).size() == 0", "a rule sees one contract"),
        ("property.name ⟦NOT IN⟧ ('a', 'b')", "write `!(property.name in [\"a\", \"b\"])`"),
        ("property.name ⟦not in⟧ ['a']", "write `!(property.name in ['a'])`"),
        ("property.name ⟦BETWEEN⟧ 'a' AND 'b'", "write `\"a\" <= property.name && property.name <= \"b\"`"),
        ("property.description ⟦IS⟧ NULL", "write `!filled(property.description)`"),
        ("property.description ⟦is⟧ not null", "write `filled(property.description)`"),
        ("property.name == 'a' ⟦AND⟧ property.name == 'b'", "and is written `&&`"),
        ("property.name == 'a' ⟦or⟧ property.name == 'b'", "or is written `||`"),
        ("⟦not⟧ property.name == 'a'", "not is written `!(…)`"),
        ("property.name ⟦<>⟧ 'a'", "not equal is written `!=`"),
        ("object.properties⟦[*]⟧.name == 'a'", "`object.properties.all(x, …)` asks of every element"),
        ("property.name ⟦=~⟧ '^a'", "`property.name.matches(\"^a\")`"),
        ("⟦lower⟧(property.name) == 'a'", "write `property.name.lowerAscii()`"),
        ("⟦now⟧() > today()", "write `today()`"),
        (
            "⟦coalesce⟧(property.description, '') == ''",
            "write `filled(property.description) ? property.description : \"\"`"
        ),
        ("⟦count⟧(object.properties) > 1", "write `size(object.properties)`"),
        ("⟦property.description == null⟧", "write `!filled(property.description)`"),
        ("⟦property.description != null⟧", "write `filled(property.description)`"),
    ])
    func tellsHowSQLIsWrittenHere(_ expression: String, _ help: String) {
        let text = MarkedText(PackText.rule(require: expression))
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts, "\(faults)")
        #expect(faults.first?.message.contains(help) ?? false, "\(faults)")
    }

    @Test(arguments: [("table", "object"), ("column", "property"), ("field", "property"), ("porperty", "property")])
    func tellsWhatIsSelected(_ word: String, _ selection: String) {
        let text = MarkedText(PackText.rule(select: "⟦\(word)⟧", require: "true"))
        let faults = PackText.faults(text)
        #expect(faults.first?.place == text.starts.first, "\(faults)")
        #expect(faults.first?.message.hasSuffix("did you mean `\(selection)`?") ?? false, "\(faults)")
    }

    /// YAML takes a word that begins with `!` for a tag.
    @Test func asksForQuotes() {
        let text = MarkedText(
            PackText.head + """
                  - id: rule
                    severity: error
                    select: property
                    where: ⟦!filled(property.description)⟧
                    require: property.name != "a"
                    message: wrong
                    examples: {fail: [{property: {}}], pass: [{property: {}}]}

                """)
        let faults = PackText.faults(text)
        #expect(faults.map(\.place) == text.starts, "\(faults)")
        #expect(
            faults.first?.message.contains("put the expression in quotes: '!filled(property.description)") ?? false,
            "\(faults)")
    }
}
