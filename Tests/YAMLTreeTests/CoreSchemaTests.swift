import Diagnostics
import Testing
import YAMLTree

/// How plain scalars resolve under the core schema (YAML 1.2.2, section 10.3.2), and what YAML 1.1 makes of them.
@Suite struct CoreSchemaTests {
    private func value(_ text: String) throws -> (YAMLTree, NodeID) {
        let tree = read("name: \(text)")
        let root = try #require(tree.documents.first?.root)
        return (tree, try #require(tree.value(of: "name", in: root)))
    }

    private func type(_ text: String) throws -> ValueTypes {
        let (tree, node) = try value(text)
        #expect(tree.text(of: node) == text)
        return tree[node].type
    }

    @Test(arguments: ["", "null", "Null", "NULL", "~"])
    func nulls(_ text: String) throws { #expect(try type(text) == .null) }

    @Test(arguments: [
        ("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false), ("FALSE", false),
    ])
    func booleans(_ text: String, _ truth: Bool) throws {
        let (tree, node) = try value(text)
        #expect(tree[node].type == .boolean)
        #expect(tree.boolean(of: node) == truth)
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("7", 7), ("+12", 12), ("-19", -19), ("007", 7), ("00", 0), ("0o7", 7), ("0o14", 12),
            ("0x3A", 58),
            ("0xff", 255), ("0x10000000000000000", 0x1p64), ("99999999999999999999", 1e20),
            // Whole numbers, however they are written: JSON Schema has no other integers.
            ("5.0", 5), ("5.", 5), ("-3.00", -3), ("1e3", 1000), ("12E03", 12000), ("1.5e1", 15), ("+1.e2", 100),
            ("1e15", 1e15),
        ] as [(String, Double)])
    func integers(_ text: String, _ number: Double) throws {
        let (tree, node) = try value(text)
        #expect(tree[node].type == .integer)
        #expect(tree.number(of: node) == number)
        #expect(tree.text(of: node) == text)
    }

    @Test(
        arguments: [
            ("0.5", 0.5), (".5", 0.5), ("-.5", -0.5), ("+.5", 0.5), ("1.25", 1.25), ("5e-1", 0.5), ("-2.5E-1", -0.25),
            (".5e0", 0.5),
            (".inf", .infinity), (".Inf", .infinity), ("+.INF", .infinity), ("-.inf", -.infinity), ("1e999", .infinity),
        ] as [(String, Double)])
    func fractions(_ text: String, _ number: Double) throws {
        let (tree, node) = try value(text)
        #expect(tree[node].type == .fraction)
        #expect(tree.number(of: node) == number)
    }

    @Test(arguments: [".nan", ".NaN", ".NAN"]) func notANumber(_ text: String) throws {
        let (tree, node) = try value(text)
        #expect(tree[node].type == .fraction)
        #expect(tree.number(of: node)?.isNaN == true)
    }

    @Test(arguments: [
        "nULL", "nil", "None", "NuLL", "nullx", "~x", "tRUE", "TRue", "truE", "FALSe", "trues", "yes", "no", "on",
        "off", "y", "N",
        "0o", "0o8", "0x", "0xG", "0O7", "0X1F", "-0o7", "+0x1", "0b1", "1_000", "12:30:45", "2024-01-31", "1.2.3",
        "1..2", "--1",
        "+-1", "+", ".", "..", "+.", "e5", ".e5", "1e", "1e+", "1e5.0", "1,5", "5%", "1 2", "\u{FF11}", "\u{0661}",
        "inf", "nan", ".iNF", ".Nan", "+.nan", "-.nan", ".infx", "5.0x", "v1.0",
    ])
    func texts(_ text: String) throws { #expect(try type(text) == .text) }

    @Test(arguments: ["\"1\"", "'true'", "\"null\"", "''", "\"\"", "'.inf'"])
    func quotesMakeTexts(_ text: String) throws {
        let (tree, node) = try value(text)
        #expect(tree[node].type == .text)
        #expect(tree.text(of: node) == String(text.dropFirst().dropLast()))
        #expect(tree.number(of: node) == nil && tree.boolean(of: node) == nil)
    }

    @Test(arguments: [
        ("!!str 1", ValueTypes.text), ("!!str true", .text), ("!!int \"7\"", .integer), ("!!float '1.5'", .fraction),
        ("!!bool \"true\"", .boolean), ("!!null \"\"", .null), ("!own 5", .text), ("! 5", .text),
        ("!!timestamp 2024-01-31", .text),
    ])
    func tagsDecide(_ text: String, _ type: ValueTypes) throws {
        let (tree, node) = try value(text)
        #expect(tree[node].type == type)
    }

    /// What a tool that reads YAML 1.1 takes a value for (yaml.org/type, and PyYAML where it is stricter).
    @Test(arguments: [
        ("yes", "the boolean true"), ("Yes", "the boolean true"), ("ON", "the boolean true"),
        ("on", "the boolean true"),
        ("no", "the boolean false"), ("No", "the boolean false"), ("OFF", "the boolean false"),
        ("off", "the boolean false"),
        ("0777", "the number 511"), ("-010", "the number -8"), ("+010", "the number 8"), ("0o14", "text"),
        ("0b101", "a binary number"),
        ("089", "text"), ("07777777777777777777777777", "an octal number"), ("12:30:45", "the number 45045"),
        ("-1:30", "the number -90"), ("190:20:30", "the number 685230"),
        ("1_000", "the number 1000"), ("-1_0", "the number -10"),
    ])
    func otherwiseInYAML11(_ text: String, _ reading: String) throws {
        let tree = read("é: \(text)\n")
        #expect(tree.issuePlaces == ["yaml/ambiguous-scalar 1:4-1:\(4 + text.count)"])
        #expect(tree.issues.first?.message.contains(reading) == true, "\(tree.issues.first?.message ?? "none")")
        #expect(tree.issues.first?.message.contains("`\(text)`") == true)
    }

    @Test(arguments: [
        "yEs", "yes please", "yess", "nope", "o", "y", "n", "\"yes\"", "'0777'", "!!str no", "00", "007", "0", "0x1F",
        "10", "1:60", "1:2:345",
        "0:30", "08:30:00", ":1", "12:30 h", "_1", "0b", "0b2", "true", "~", "2024-01-31",
        "99999999999999999999:59:59:59:59:59:59:59:59", "1.5",
    ])
    func theSameInYAML11(_ text: String) {
        #expect(read("é: \(text)\n").issuePlaces == [])
    }

    @Test func keysAreReadOtherwiseToo() {
        #expect(read("on: 1\n").issuePlaces == ["yaml/ambiguous-scalar 1:1-1:3"])
    }
}
