import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Where every key, value and collection starts and ends. The marks of a text open in the order of its nodes.
@Suite struct PositionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: MarkedText

        init(_ description: String, _ text: MarkedText) {
            testDescription = description
            self.text = text
        }
    }

    static let blocks = [
        Case("one entry", "⟦⟦a⟧: ⟦b⟧⟧"),
        Case("with a last newline", "⟦⟦a⟧: ⟦b⟧⟧\n"),
        Case("two entries", "⟦⟦a⟧: ⟦1⟧\n⟦bc⟧:   ⟦true⟧⟧\n\n"),
        Case("a comment ends a value", "# x\n⟦⟦a⟧: ⟦b c⟧ # y\n⟦d⟧: ⟦e#f⟧⟧ # z\n# end"),
        Case("no value", "⟦⟦a⟧:⟦⟧\n⟦b⟧:⟦⟧ # none\n⟦c⟧:⟦⟧⟧\n"),
        Case("nested", "⟦⟦a⟧:\n  ⟦⟦b⟧:\n    ⟦⟦c⟧: ⟦1⟧⟧⟧\n⟦d⟧: ⟦2⟧⟧\n"),
        Case("a list", "⟦- ⟦a⟧\n-   ⟦b⟧\n-⟦⟧\n- ⟦~⟧⟧\n"),
        Case("a list in the column of its key", "⟦⟦k⟧:\n⟦- ⟦a⟧\n- ⟦b⟧⟧\n⟦l⟧: ⟦1⟧⟧"),
        Case("mappings in a list", "⟦- ⟦⟦a⟧: ⟦1⟧\n  ⟦b⟧: ⟦2⟧⟧\n- ⟦⟦a⟧: ⟦3⟧⟧⟧"),
        Case("lists in a list", "⟦- ⟦- ⟦a⟧\n  - ⟦b⟧⟧\n- ⟦- ⟦- ⟦c⟧⟧⟧⟧\n"),
        Case("a lone scalar", "⟦plain text⟧\n"),
        Case("a text over lines", "⟦⟦a⟧: ⟦one\n  two\n\n  three⟧\n⟦b⟧: ⟦\"x\n  y\"⟧\n⟦c⟧: ⟦'it''s\n  z'⟧⟧\n"),
        Case("text with colons, hashes, dashes and quotes", "⟦⟦a:b⟧: ⟦c:d#e-f'g\"⟧⟧\n"),
        Case("an explicit key", "⟦? ⟦a⟧\n: ⟦b⟧⟧\n"),
        Case("an explicit key that is a list", "⟦? ⟦[⟦a⟧]⟧\n: ⟦b⟧⟧\n"),
        Case("a document between marks", "%YAML 1.2\n--- # x\n⟦⟦a⟧: ⟦b⟧⟧\n...\n"),
        Case("a document on the line of its mark", "--- ⟦text⟧\n--- ⟦[⟦a⟧]⟧\n"),
    ]

    static let flow = [
        Case("empty", "⟦⟦a⟧: ⟦[]⟧\n⟦b⟧: ⟦{}⟧⟧"),
        Case("items and entries", "⟦⟦a⟧: ⟦[⟦1⟧, ⟦b c⟧ , ⟦\"d\"⟧]⟧\n⟦e⟧: ⟦{⟦f⟧: ⟦1⟧, ⟦'g'⟧: ⟦[⟦2⟧]⟧}⟧⟧"),
        Case("over lines", "⟦⟦a⟧: ⟦[\n  ⟦1⟧,\n  ⟦2⟧, # x\n]⟧\n⟦b⟧: ⟦3⟧⟧"),
        Case("keys without values", "⟦{⟦a⟧⟦⟧, ⟦b⟧: ⟦⟧, ⟦c⟧: ⟦1⟧}⟧"),
        Case("JSON", "⟦{⟦\"a\"⟧:⟦[⟦{⟦\"b\"⟧:⟦null⟧}⟧]⟧,⟦\"c\"⟧:⟦-1.5⟧}⟧\n"),
        Case("a single pair", "⟦[⟦⟦a⟧: ⟦b⟧⟧ , ⟦⟦c⟧: ⟦d⟧⟧ # x\n]⟧"),
    ]

    static let blockScalars = [
        Case("literal", "⟦⟦a⟧: ⟦|\n  one\n   two⟧\n⟦b⟧: ⟦1⟧⟧"),
        Case("folded, stripped", "⟦⟦a⟧: ⟦>-\n  one\n\n  two⟧\n\n\n⟦b⟧: ⟦1⟧⟧"),
        Case("kept, at the end", "⟦⟦a⟧: ⟦|+\n  one⟧⟧\n\n\n"),
        Case("an indentation indicator and a comment", "⟦⟦a⟧: ⟦|2-  # why\n    one\n  two⟧\n⟦b⟧: ⟦1⟧⟧"),
        Case("empty", "⟦⟦a⟧: ⟦|⟧\n⟦b⟧: ⟦>-⟧⟧\n"),
        Case("no last newline", "⟦- ⟦|\n x⟧⟧"),
        Case("CRLF", "⟦⟦a⟧: ⟦|\r\n  one\r\n  two⟧\r\n\r\n⟦b⟧: ⟦1⟧⟧\r\n"),
        Case("a comment behind it is none of it", "⟦⟦a⟧: ⟦|\n  one⟧\n# x\n⟦b⟧: ⟦1⟧⟧"),
    ]

    static let encodings = [
        Case("scalars of two, three and four bytes", "⟦⟦größe⟧: ⟦日本 😀⟧\n⟦😀⟧: ⟦[⟦é⟧, ⟦x⟧]⟧⟧ # ü\n"),
        Case("combining marks", "⟦⟦e\u{301}⟧: ⟦a\u{308}b⟧\n⟦👩‍👩‍👧⟧: ⟦x⟧⟧"),
        Case("quoted multi-byte text", "⟦⟦\"ä\"⟧: ⟦'ö😀'⟧\n⟦b⟧: ⟦|\n  日本⟧\n⟦c⟧: ⟦d⟧⟧"),
        Case("CRLF", "⟦⟦a⟧: ⟦é⟧\r\n⟦b⟧:\r\n  ⟦- ⟦c⟧\r\n  - ⟦d⟧⟧⟧\r\n"),
        Case("lone CR", "⟦⟦a⟧: ⟦é⟧\r⟦b⟧:\r  ⟦- ⟦c⟧\r  - ⟦d⟧⟧⟧\r"),
        Case("mixed line ends", "⟦⟦a⟧: ⟦1⟧\r⟦b⟧: ⟦2⟧\n⟦c⟧: ⟦3⟧\r\n⟦d⟧: ⟦4⟧⟧"),
        Case("a byte order mark", "\u{FEFF}⟦⟦a⟧: ⟦é⟧\n⟦b⟧: ⟦c⟧⟧\n"),
        Case("a byte order mark and ASCII", "\u{FEFF}⟦⟦a⟧: ⟦b⟧\n⟦c⟧: ⟦d⟧⟧"),
        Case("a byte order mark and a comment", "\u{FEFF}# é\n⟦⟦a⟧: ⟦b⟧⟧"),
        Case("NEL and U+2028 in quotes", "⟦⟦a⟧: ⟦\"x\u{2028}y\u{85}z\"⟧\n⟦b⟧: ⟦c⟧⟧\n"),
        Case("NEL and U+2028 in plain text", "⟦⟦a⟧: ⟦x\u{2028} y\u{85}z⟧\n⟦b⟧: ⟦c⟧⟧\n"),
        Case("NEL and U+2028 in a key and in a block scalar", "⟦⟦x\u{85}y⟧: ⟦|\n  a\u{2028}b\u{85}c⟧\n⟦d⟧: ⟦e⟧⟧\n"),
        Case("NEL and U+2029 in a comment", "⟦⟦a⟧: ⟦1⟧ # x\u{85}y: z\u{2029}w\n⟦b⟧: ⟦c⟧⟧\n"),
    ]

    static let properties = [
        Case("an anchor is no part of its value", "⟦⟦a⟧: &x ⟦b⟧\n⟦c⟧: ⟦d⟧⟧"),
        Case("nor is a tag", "⟦⟦a⟧: !!str ⟦1⟧\n⟦b⟧: !own &x ⟦\"y\"⟧⟧"),
        Case("of a block collection", "⟦⟦a⟧: &x # why\n  ⟦⟦b⟧: ⟦1⟧⟧\n⟦c⟧: !!seq &y\n  ⟦- ⟦d⟧⟧⟧"),
        Case("of a flow collection", "⟦⟦a⟧: &x ⟦{⟦b⟧: &y ⟦[⟦1⟧]⟧}⟧⟧"),
        Case("of a key", "⟦&x ⟦a⟧: ⟦1⟧⟧"),
        Case("of a block scalar", "⟦⟦a⟧: &x ⟦|\n  text⟧\n⟦b⟧: ⟦1⟧⟧"),
        Case("of nothing", "⟦⟦a⟧: &x⟦⟧\n⟦b⟧: !!null⟦⟧⟧"),
        Case("of a mapping, and of its first key", "&x !m\n⟦!!str &y ⟦a⟧: ⟦1⟧⟧\n"),
        Case("of a mapping, and of its first key, which is empty", "&x\n⟦!!str⟦⟧ : ⟦1⟧⟧\n"),
        Case(
            "of lists in and behind the column of their key",
            "⟦⟦a⟧: &x\n⟦- ⟦b⟧⟧\n⟦c⟧: !s &y\n  ⟦- ⟦- ⟦d⟧⟧⟧\n⟦e⟧: !s\n⟦-⟦⟧⟧⟧"),
        Case("behind a line break", "⟦⟦a⟧:\n  &x\n  ⟦⟦b⟧: ⟦1⟧⟧⟧"),
    ]

    @Test(arguments: blocks + flow + blockScalars + encodings + properties)
    func everyNodeStandsAtItsMark(_ test: Case) {
        let tree = read(test.text.bytes)
        let nodes = tree.reachable.map { tree.range(of: $0) }
        let marks = test.text.marks.map { test.text.range($0) }
        #expect(nodes.map { "\($0.start)..<\($0.end)" } == marks.map { "\($0.start)..<\($0.end)" }, "\(tree.dump)")
        #expect(nodes.map(tree.show) == test.text.marks.map { test.text.place($0) })
        #expect(tree.issues.filter { $0.severity == .error }.map(\.message) == [])
    }
}
