import CEL
import Diagnostics
import TestSupport
import Testing

@Suite("The checker with the libraries that rules use")
struct RealLibraryTests {
    private var environment: Environment {
        var environment = Environment(types: TestTypes(), libraries: Library.all)
        environment.declare("property", .object("Property"))
        environment.declare("params", .map(.string, .dyn))
        environment.declare("when", .timestamp)
        return environment
    }

    @Test(
        "deduces",
        arguments: [
            ("math.greatest(1, 2, 3)", "int"), ("math.greatest(1, 2.5)", "dyn"), ("math.least([1.5, 2.5])", "double"),
            ("property.name.split('_')", "list(string)"), ("property.tags.join(', ').size()", "int"),
            ("[[1], [2]].flatten()", "list(int)"), ("sets.contains(property.tags, ['pii'])", "bool"),
            ("base64.encode(b'a')", "string"), ("when - when", "duration"), ("when + duration('1h')", "timestamp"),
            ("'%s'.format([property.name])", "string"), ("property.?name.orValue('')", "string"),
            ("property.properties.sortBy(p, p.position)[0].name", "string"), ("params.allowed[0]", "dyn"),
            ("property.tags.exists(t, t in params.allowed)", "bool"), ("1 < 2.5", "bool"),
            ("string(1) + 'a'", "string"),
        ])
    func deduced(text: String, expected: String) throws {
        let checked = Checker.check(try parse(text), environment)
        #expect(checked.faults == [])
        #expect(checked.type.description == expected)
    }

    @Test(
        "advises",
        arguments: [
            ("property.name.⟦lenght⟧() > 3", "there is no function `lenght`", "did you mean `size`?"),
            ("property.tags.⟦any⟧(t, t == 'pii')", "there is no function `any`", "did you mean `exists`?"),
            ("property.tags.⟦exist⟧(t, t == 'pii')", "there is no function `exist`", "did you mean `exists`?"),
            (
                "property.tags.⟦exists⟧(t == 'pii')", "`exists` is not called so",
                "it is written `list.exists(x, condition)`"
            ),
            (
                "⟦property.tags⟧.contains('pii')", "`contains` is a function of a string, not a list(string)",
                "`in` looks for a value in a list: `value in list`"
            ),
            ("⟦Math.greatest⟧(1, 2)", "there is no function `Math.greatest`", "did you mean `math.greatest`?"),
            (
                "⟦when < '2026-01-01'⟧", "`<` cannot order a timestamp and a string",
                "write `timestamp(\"2026-01-01\")`"
            ),
            ("⟦when + 3600⟧", "`+` cannot take a timestamp and an int", "write `duration(\"3600s\")`"),
            ("⟦property.position == '1'⟧", "an int never equals a string", "write `1`"),
            ("has(property.⟦nam⟧)", "`property` has no field `nam`", "did you mean `name`?"),
            ("property.?name.orValue(⟦1⟧)", "`orValue` takes a string here, not an int", "write `\"1\"`"),
            (
                "⟦property.?name == 'a'⟧", "an optional_type(string) never equals a string",
                "`.orValue(…)` takes the value out of the optional"
            ),
            ("⟦property.name == null⟧", "a string never equals null", "`has(property.name)` tells whether it is there"),
            ("⟦property < property⟧", "`<` cannot order values of type Property", nil),
            (
                "cel.⟦bind⟧(a, 2)", "`bind` is not called so", "it is written `cel.bind(name, value, result)`"
            ),
        ] as [(MarkedText, String, String?)])
    func advice(text: MarkedText, message: String, help: String?) throws {
        let checked = Checker.check(try parse(text.text), environment)
        #expect(checked.faults == [Fault(message, at: text.bytes(1), help: help)])
    }

    @Test("every overload has a name of its own, and no parameter in its result that its arguments do not give")
    func signatures() {
        for (name, function) in environment.functions {
            #expect(Set(function.overloads.map(\.id)).count == function.overloads.count, "\(name)")
            for overload in function.overloads where name != "optional.none" {
                let given = overload.parameters.map(\.description).joined(separator: " ")
                for letter in ["T", "K", "V"] where "\(overload.result)".contains("(\(letter)") {
                    #expect(given.contains(letter), "\(overload.id)")
                }
            }
        }
    }
}
