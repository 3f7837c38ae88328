import Diagnostics
import Testing
import YAMLTree

/// What scalars read as, by style.
@Suite struct ScalarTests {
    private func text(_ value: String) throws -> String {
        let tree = read("name: " + value)
        let root = try #require(tree.documents.first).root
        let node = try #require(tree.value(of: "name", in: root))
        #expect(tree.issues.map(\.message) == [])
        return tree.text(of: node)
    }

    /// Around the sizes in which libyaml asks for memory while a value grows.
    @Test(arguments: [1, 15, 16, 17, 31, 32, 33, 127, 128, 129, 1023, 1024, 1025, 2048, 100_000])
    func ofAnyLength(length: Int) throws {
        let value = String((0..<length).map { Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8($0 % 26))) })
        #expect(try text(value) == value)
        #expect(try text("'\(value)'") == value)
        #expect(try text("\"\\x41\(value)\"") == "A" + value)
        #expect(try text("|\n  \(value)\n") == value + "\n")
        let tree = read("{a: &\(value) !\(value) \(value), b: *\(value)}")
        #expect(tree.issuePlaces == [])
        #expect(tree.dump == "{\"a\": \"\(value)\", \"b\": \"\(value)\"}")
    }

    @Test(arguments: [
        ("a b", "a b"), ("a  b   # c", "a  b"), ("a\n  b\n\n  c", "a b\nc"), ("it's \"so\"", "it's \"so\""),
        (#"C:\path\u00e9"#, #"C:\path\u00e9"#),
        ("a#b", "a#b"), ("a:b", "a:b"), ("-a", "-a"), ("?a", "?a"), (":a", ":a"), ("日本 😀", "日本 😀"),
    ])
    func plain(_ source: String, _ value: String) throws { #expect(try text(source) == value) }

    @Test(arguments: [
        ("'it''s'", "it's"), ("'a\n  b'", "a b"), ("' a '", " a "), (#"'\n'"#, #"\n"#), ("''''", "'"),
        ("'😀''é'", "😀'é"),
    ])
    func singleQuoted(_ source: String, _ value: String) throws { #expect(try text(source) == value) }

    @Test(arguments: [
        (#""\t\"\\\/\n""#, "\t\"\\/\n"), (#""\x41\u00e9\U0001F600""#, "Aé😀"), ("\"a\n  b\"", "a b"),
        ("\"a\\\n   b\"", "ab"),
        (#""\e\0\_\N\L\P""#, "\u{1B}\0\u{A0}\u{85}\u{2028}\u{2029}"), ("\"\"", ""), ("\"é\"", "é"),
    ])
    func doubleQuoted(_ source: String, _ value: String) throws { #expect(try text(source) == value) }

    @Test(arguments: [
        ("|\n  a\n   b\n\n  c\n\n\n", "a\n b\n\nc\n"), ("|-\n  a\n\n", "a"), ("|+\n  a\n\n\n", "a\n\n\n"),
        ("|\n\n  a\n", "\na\n"),
        (">\n  a\n  b\n\n  c\n", "a b\nc\n"), (">-\n  a\n   b\n  c\n", "a\n b\nc"), (">+\n  a\n\n", "a\n\n"),
        ("|2\n    a\n", "  a\n"),
        ("|-1\n  a\n", " a"), ("|\n  # no comment\n", "# no comment\n"), ("|-\r\n  é\r\n  b\r\n", "é\nb"), ("|\n", ""),
        ("|+\n\n", "\n"),
        ("|-\n  a: b\n  - c\n", "a: b\n- c"), ("|-\n  a", "a"),
    ])
    func block(_ source: String, _ value: String) throws { #expect(try text(source) == value) }

    @Test(
        arguments: [
            ("a", Node.Flags.plain), ("'a'", .quoted), ("\"a\"", .quoted), ("\"\\x41\"", [.quoted, .decoded]),
            ("'a''b'", [.quoted, .decoded]),
            ("|\n  a", .decoded), ("a\n  b", [.plain, .decoded]), ("[a]", .flow), ("{a: b}", .flow), ("\n- a", []),
            ("\n  a: b", []),
        ] as [(String, Node.Flags)])
    func flags(_ source: String, _ flags: Node.Flags) throws {
        let tree = read("name: " + source)
        let root = try #require(tree.documents.first).root
        let node = try #require(tree.value(of: "name", in: root))
        #expect(tree[node].flags == flags)
    }

    @Test func wordsOfTheVocabularyAreNumbered() throws {
        let tree = read("id: 1\n\"n\\x61me\": 2\n'type': 3\nNAME: 5\nnames: 6\n? [id]\n: name\n")
        let root = try #require(tree.documents.first).root
        #expect(tree.entries(of: root).map { tree[$0.key].word } == [2, 1, 4, 0, 0, 0])
        #expect(tree.entries(of: root).allSatisfy { tree[$0.value].word == 0 })
    }
}
