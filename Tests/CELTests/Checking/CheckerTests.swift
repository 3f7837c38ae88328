import CEL
import Testing

@Suite("The type of an expression")
struct CheckerTests {
    @Test(
        "is deduced",
        arguments: [
            ("x + 1", "int"), ("[1]", "list(int)"), ("[1, 'a']", "list(dyn)"), ("[]", "list(dyn)"),
            ("{}", "map(dyn, dyn)"), ("{'a': 1}", "map(string, int)"), ("{'a': 1, 2: 'b'}", "map(dyn, dyn)"),
            ("['foo'][0]", "string"), ("[[], [[]], [[[]]], [[[[]]]]]", "list(list(list(list(list(dyn)))))"),
            ("[optional.none(), optional.of(1)]", "list(optional_type(int))"),
            ("[optional.of(1), optional.none()]", "list(optional_type(int))"),
            ("[optional.of(1), optional.of(dyn(1))]", "list(optional_type(dyn))"),
            ("[optional.of(dyn(1)), optional.of(1)]", "list(optional_type(dyn))"),
            ("true ? optional.of(dyn(1)) : optional.of(1)", "optional_type(dyn)"),
            ("[optional.of(1), null][0]", "optional_type(int)"), ("[null, when][0]", "timestamp"),
            ("[].map(x, x)[0].foo", "dyn"), ("[].exists(i, v, i == 0 || v == 2)", "bool"),
            ("property.tags", "list(string)"), ("property.?tags", "optional_type(list(string))"),
            ("maybe.key", "optional_type(int)"), ("maybe['key']", "optional_type(int)"),
            ("{}.?key.invalid.hasValue()", "bool"), ("[][?0].hasValue()", "bool"),
            ("property.custom.a.b", "dyn"), ("has(property.tags)", "bool"), ("dyn(1) + 1", "int"),
            ("any + any", "dyn"), ("any > 1", "bool"), ("x > 1 ? 'a' : 'b'", "string"),
            ("[1, 2].filter(e, e > 1)", "list(int)"), ("{'a': 1}.filter(k, k == 'a')", "list(string)"),
            ("[1, 2].map(e, [e])", "list(list(int))"), ("{'a': 1}.map(k, v > 1, k)", ""),
            ("['a'].transformList(i, v, i)", "list(int)"), ("['a'].transformMap(i, v, v)", "map(int, string)"),
            ("{'a': 1}.transformMap(k, v, v > 0)", "map(string, bool)"),
            ("{'a': 1}.transformMapEntry(k, v, {v: k})", "map(int, string)"),
            ("cel.bind(p, property, p.name)", "string"),
            ("optional.of(1).optMap(v, string(v))", "optional_type(string)"),
            ("{'k': {'s': 1}}.?k.optFlatMap(k, k.?s)", "optional_type(int)"),
            ("property.properties.sortBy(p, p.position)", "list(Property)"),
            ("type(1)", "type(int)"), ("int", "type(int)"), ("type(1) == type('a')", "bool"),
            ("type", "type(type(dyn))"),
            ("type(when) == google.protobuf.Timestamp", "bool"), ("list", "type(list(dyn))"),
            ("type(property) == Property", "bool"), ("a.b.c", "string"), ("a.b.d", "string"), (".x", "int"),
            ("math.greatest(1, 2)", "int"), ("null == null", "bool"), ("when == null", "bool"),
            ("'a' in [1, 'a']", "bool"), ("[y_ , 1].size()", ""), ("-x", "int"), ("!(x == 1)", "bool"),
            ("[{'z': 0}].exists(y, y.z == 0)", "bool"), ("[?optional.of(1), 2]", "list(int)"),
            ("{?'a': optional.of(1)}", "map(string, int)"), ("y.z", "int"),
        ])
    func deduced(text: String, expected: String) throws {
        let checked = Checker.check(try parse(text), testEnvironment())
        guard !expected.isEmpty else {
            #expect(checked.faults.count == 1)
            return
        }
        #expect(checked.faults == [])
        #expect(checked.type.description == expected)
    }

    @Test(
        "of abstract types with parameters",
        arguments: [
            ("sort(tuple(dyn(1), 2u, 3.0))", "tuple(dyn, dyn, dyn)"),
            ("tuple(1, 2u, 3.0)", "tuple(int, uint, double)"),
            ("tuple(1, 2u, 3.0) == tuple(1, dyn(2u), dyn(3.0))", "bool"),
            ("tuple(dyn(1), dyn(2u), 3.0) == tuple(1, 2u, 3.0)", "bool"),
            ("[tuple([], [[]], 1), tuple([[]], [], 1)]", "list(tuple(list(list(dyn)), list(list(dyn)), int))"),
        ])
    func abstractTypes(text: String, expected: String) throws {
        var environment = testEnvironment()
        environment.add(
            Signatures.library("tuples", "tuple(T, U, V) tuple(T, U, V)\nsort(tuple(T, T, T)) tuple(T, T, T)"))
        let checked = Checker.check(try parse(text), environment)
        #expect(checked.faults == [])
        #expect(checked.type.description == expected)
    }

    @Test(
        "a name is looked for from the container outwards",
        arguments: [
            ("y", "com.example", "bool"), ("y", "com.example.inner", "bool"), ("x", "com.example", "int"),
            (".x", "com.example", "int"), ("[0].exists(y, y == 0)", "com.example", "bool"),
            ("cel.bind(y, {'z': 'a'}, y.z)", "", "string"), ("cel.bind(y, {'z': 'a'}, .y.z)", "", "int"),
        ])
    func containers(text: String, container: String, expected: String) throws {
        let checked = Checker.check(try parse(text), testEnvironment(container))
        #expect(checked.faults == [])
        #expect(checked.type.description == expected)
    }
}
