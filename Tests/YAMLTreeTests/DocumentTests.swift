import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Several documents in a file, and files that break off.
@Suite struct DocumentTests {
    @Test(
        arguments: [
            ("⟦größe: 1\n⟧⟦---\nb: 2\n⟧", #"{"größe": int 1} --- {"b": int 2}"#),
            ("# 😀\n⟦---\na: 1\n# x\n⟧⟦---\nb⟧", #"{"a": int 1} --- "b""#),
            ("⟦a: 1\n...⟧\n# x\n⟦---\nb: 2\n...⟧\n", #"{"a": int 1} --- {"b": int 2}"#),
            ("⟦---\n⟧⟦---\n⟧", "null --- null"),
            ("\u{FEFF}⟦a⟧", #""a""#),
            ("⟦--- a\r\n⟧⟦--- |\r\n  b\r\n⟧", "\"a\" --- \"b\n\""),
        ] as [(MarkedText, String)])
    func documents(_ text: MarkedText, _ dump: String) {
        let tree = read(text.text)
        #expect(tree.dump == dump)
        #expect(tree.documents.map { tree.show($0.range) } == text.marks.map { text.place($0) })
        #expect(tree.documents.allSatisfy { !$0.isIncomplete } && tree.issues.isEmpty)
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let source: String
        /// What is read all the same.
        let dump: String
        /// The routes of the collections that broke off, by document; nil: none leads into a key.
        let incomplete: [[String?]]

        init(_ description: String, _ source: String, _ dump: String, _ incomplete: [String?]...) {
            testDescription = description
            self.source = source
            self.dump = dump
            self.incomplete = incomplete
        }
    }

    static let broken = [
        Broken("the end of a mapping", "é: 1\nb: 2\nc: \"x", #"{"é": int 1, "b": int 2, "c": unread}"#, [""]),
        Broken("a value with a colon", "é: 1\nb: x: y\nc: 2\n", #"{"é": int 1, "b": "x"}"#, [""]),
        Broken(
            "deep inside", "é:\n  - 1\n  - b: [1, {c: 2\n", #"{"é": [int 1, {"b": [int 1, {"c": int 2}]}]}"#,
            ["", "/é", "/é/1", "/é/1/b", "/é/1/b/1"]),
        Broken(
            "what was closed before is complete", "é: [1, {b: 2}]\nc:\n  d: {e: 3}\n  f: @\ng: 1",
            #"{"é": [int 1, {"b": int 2}], "c": {"d": {"e": int 3}, "f": unread}}"#, ["", "/c"]),
        Broken(
            "the first of two documents", "é: [1\n---\nb: 2\n", #"{"é": [int 1]} --- {"b": int 2}"#, ["", "/é"], []),
        Broken("the first of two, at its end", "é: \"x\n---\nb: 2\n", #"{"é": unread} --- {"b": int 2}"#, [""], []),
        Broken("both", "é: @\n---\nb: [\n", #"{"é": unread} --- {"b": []}"#, [""], ["", "/b"]),
        Broken(
            "the second of three", "é: 1\n---\n- b\n- @\n--- 3\n", #"{"é": int 1} --- ["b"] --- int 3"#, [], [""], []),
        Broken("nothing before it", "@é: 1\n---\nb: 2\n", #"{"b": int 2}"#, []),
        Broken(
            "the next document on the line of its mark", "a: @\n--- {é: 2}\n", #"{"a": unread} --- {"é": int 2}"#, [""],
            []),
        Broken("dashes that start no document", "a: @\n----\n---x\n --- \nb: 1\n", #"{"a": unread}"#, [""]),
        Broken("a key that is a collection", "? é: [1", #"{{"é": [int 1]}: unread}"#, ["", "/", nil]),
        Broken("CRLF", "é: @\r\n---\r\nb: 2\r\n", #"{"é": unread} --- {"b": int 2}"#, [""], []),
        Broken("lone CR", "é: @\r---\rb: 2\r", #"{"é": unread} --- {"b": int 2}"#, [""], []),
        Broken("a mark at the very end", "é: @\n---", #"{"é": unread} --- null"#, [""], []),
    ]

    @Test(arguments: broken) func brokenOff(_ test: Broken) {
        let tree = read(test.source)
        #expect(tree.dump == test.dump)
        let incomplete = tree.documents.map { document in
            tree.reachable(from: document.root).filter { tree[$0].isIncomplete }.map(tree.route)
        }
        #expect(incomplete == test.incomplete)
        #expect(tree.documents.map(\.isIncomplete) == test.incomplete.map { !$0.isEmpty })
        #expect(tree.issues.contains { $0.severity == .error })
    }

    @Test func aFaultInEachDocumentIsReported() {
        let tree = read((0..<50).map { "é\($0): @\n" }.joined(separator: "---\n"))
        #expect(tree.documents.count == 50)
        #expect(
            tree.issuePlaces
                == (0..<50).map { "yaml/syntax \($0 * 2 + 1):\($0 < 10 ? 5 : 6)-\($0 * 2 + 1):\($0 < 10 ? 6 : 7)" })
    }
}
