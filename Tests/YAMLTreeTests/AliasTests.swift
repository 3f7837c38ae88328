import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Anchors and aliases: the content in both places, faults at theirs.
@Suite struct AliasTests {
    @Test(arguments: [
        ("a: &x 1\nb: *x", #"{"a": int 1, "b": int 1}"#),
        ("a: &x [1, {b: c}]\nd: *x", #"{"a": [int 1, {"b": "c"}], "d": [int 1, {"b": "c"}]}"#),
        ("- &x {k: &y [1]}\n- *y\n- *x\n- *y", #"[{"k": [int 1]}, [int 1], {"k": [int 1]}, [int 1]]"#),
        ("- &x \"\\x41\"\n- *x", #"["A", "A"]"#),
        ("&k name: 1\nb: {*k : 2}", #"{"name": int 1, "b": {"name": int 2}}"#),
        ("- &x [a]\n- {*x : 1}", #"[["a"], {["a"]: int 1}]"#),
        ("- &x\n- *x", "[null, null]"),
        ("- &x 1\n- *x\n- &x 2\n- *x", "[int 1, int 1, int 2, int 2]"),
        ("- &x [&x 1, *x]\n- *x", "[[int 1, int 1], int 1]"),
        (
            "- &x {a: &y {b: 1}, c: *y}\n- *x",
            #"[{"a": {"b": int 1}, "c": {"b": int 1}}, {"a": {"b": int 1}, "c": {"b": int 1}}]"#
        ),
        ("a: &x b\n--- \na: &x c\nd: *x", #"{"a": "b"} --- {"a": "c", "d": "c"}"#),
    ])
    func contentStandsInBothPlaces(_ source: String, _ dump: String) {
        let tree = read(source)
        #expect(tree.dump == dump)
        #expect(
            tree.issues.filter { $0.rule.id != YAMLRules.anchorUnused.id && $0.severity > .info }.map(\.message) == [])
    }

    @Test func aliasedNodesKeepTheirPlaceAndRemember() throws {
        let text: MarkedText = "größe: &x ⟦{⟦k⟧: ⟦😀⟧}⟧\nb: ⟦*x⟧\nc: d\n"
        let tree = read(text.text)
        let root = try #require(tree.documents.first).root
        let (original, alias) = (
            try #require(tree.value(of: "größe", in: root)), try #require(tree.value(of: "b", in: root))
        )
        #expect(tree.range(of: original) == text.range(1) && tree.range(of: alias) == text.range(1))
        #expect(!tree[original].flags.contains(.aliased) && tree[alias].flags.contains(.aliased))
        #expect(tree.aliases == [alias: text.range(4)])
        let inside = try #require(tree.value(of: "k", in: alias))
        #expect(tree.range(of: inside) == text.range(3))
        #expect(tree.route(to: inside) == "/b/k")
        #expect(tree[inside].parent == alias && tree[alias].parent == root)
        #expect(tree.key(of: alias).map(tree.text) == "b")
    }

    @Test func aCollectionEndsBehindTheAliasItEndsWith() throws {
        let text: MarkedText = "a: &x {k: 1}\nb:\n  ⟦c: 1\n  d: *x⟧\ne:\n  ⟦- *x⟧\nf: 1"
        let tree = read(text.text)
        let root = try #require(tree.documents.first).root
        #expect(tree.value(of: "b", in: root).map(tree.range) == text.range(1))
        #expect(tree.value(of: "e", in: root).map(tree.range) == text.range(2))
    }

    static let faults = [
        FindingCase(
            "unknown, with a suggestion",
            "kind: DataContract\nid: &customer_id größe\nname: ⟦*custmer_id⟧\ntags: [*customer_id]\n",
            ExpectedFinding("yaml/syntax", "`*custmer_id` refers to no anchor", help: "did you mean `*customer_id`?")),
        FindingCase(
            "unknown, nothing near", "ä: [⟦*x⟧]\n",
            ExpectedFinding(
                "yaml/syntax", "`*x` refers to no anchor",
                help: "define `&x` before the alias, or quote the text: \"*x\"")),
        FindingCase(
            "before its anchor", "a: ⟦*x⟧\nb: ⟦&x⟧ 1\n",
            ExpectedFinding("yaml/syntax", at: 1, "refers to no anchor before it"),
            ExpectedFinding("yaml/anchor-unused", at: 2, "`&x`")),
        FindingCase(
            "of another document", "a: &x 1\nb: *x\n---\na: ⟦*x⟧\n",
            ExpectedFinding("yaml/syntax", "refers to no anchor before it")),
        FindingCase(
            "inside itself", "é: ⟦²&x⟧ [1, ⟦*x⟧]\n",
            ExpectedFinding("yaml/syntax", "stands inside the value it refers to", related: [2])),
        FindingCase(
            "inside itself, deep", "⟦²&x⟧\na: {b: [⟦*x⟧]}\n",
            ExpectedFinding("yaml/syntax", "stands inside the value it refers to", related: [2])),
        FindingCase(
            "unused", "é: 😀\na: ⟦&x⟧ 1\n",
            ExpectedFinding("yaml/anchor-unused", "no alias refers to the anchor `&x`", severity: .warning)),
        FindingCase(
            "unused, behind a tag", "é: !!str ⟦&x⟧ 1\nb: !own ⟦&y⟧ {c: 1}\n",
            ExpectedFinding("yaml/anchor-unused", at: 1, "`&x`"), ExpectedFinding("yaml/anchor-unused", at: 2, "`&y`")),
        FindingCase(
            "defined again before it was used", "a: ⟦&x⟧ 1\nb: &x 2\nc: *x\n",
            ExpectedFinding("yaml/anchor-unused", "`&x`")),
        FindingCase(
            "unused in the first of two documents", "a: ⟦&x⟧ 1\n---\nb: &x 2\nc: *x\n",
            ExpectedFinding("yaml/anchor-unused")),
    ]

    @Test(arguments: faults) func fault(_ test: FindingCase) {
        #expect(issueDifferences(test) == [])
    }

    @Test func whatAnUnknownAliasStandsForIsUnread() throws {
        let tree = read("a: *x\nb: [1, *x]\n*x : c\n")
        #expect(tree.dump == #"{"a": unread, "b": [int 1, unread], unread: "c"}"#)
    }

    @Test func anAnchorInABrokenFileIsNotCalledUnused() {
        #expect(read("a: &x 1\nb: [").issues.map(\.rule.id) == ["yaml/syntax"])
    }
}
