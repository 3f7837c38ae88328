import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// `<<`: merged as YAML 1.1 tools do, and said so.
@Suite struct MergeKeyTests {
    @Test(arguments: [
        (
            "its own keys win, before and behind", "- &x {a: 1, b: 2}\n- {a: 3, <<: *x}\n- {<<: *x, b: 4}",
            #"[{"a": int 1, "b": int 2}, {"a": int 3, "b": int 2}, {"b": int 4, "a": int 1}]"#
        ),
        (
            "the first of several wins", "- &x {a: 1}\n- &y {a: 2, b: 3}\n- <<: [*x, *y]\n  c: 4",
            #"[{"a": int 1}, {"a": int 2, "b": int 3}, {"c": int 4, "a": int 1, "b": int 3}]"#
        ),
        (
            "two of them", "- &x {a: 1}\n- &y {a: 2, b: 3}\n- {<<: *x, c: 4, <<: *y}",
            #"[{"a": int 1}, {"a": int 2, "b": int 3}, {"c": int 4, "a": int 1, "b": int 3}]"#
        ),
        ("nothing else", "- &x {a: 1}\n- {<<: *x}", #"[{"a": int 1}, {"a": int 1}]"#),
        ("nothing at all", "{<<: {}}", "{}"),
        (
            "nested", "- &x {a: 1}\n- &y {<<: *x, b: 2}\n- {<<: *y, c: 3}",
            #"[{"a": int 1}, {"b": int 2, "a": int 1}, {"c": int 3, "b": int 2, "a": int 1}]"#
        ),
        (
            "what was merged can be aliased", "- &x {a: 1}\n- &y {<<: *x, b: {<<: *x}}\n- *y",
            #"[{"a": int 1}, {"b": {"a": int 1}, "a": int 1}, {"b": {"a": int 1}, "a": int 1}]"#
        ),
        ("a mapping on the spot", "{<<: {a: 1}, b: 2}", #"{"b": int 2, "a": int 1}"#),
        ("in quotes it is a key", "{'<<': {a: 1}}", #"{"<<": {"a": int 1}}"#),
        ("no mapping to merge", "{<<: 1, a: 2}", #"{"<<": int 1, "a": int 2}"#),
        ("an empty list to merge", "{<<: [], a: 2}", #"{"<<": [], "a": int 2}"#),
        ("a list with more than mappings", "{<<: [{b: 1}, 2], a: 2}", #"{"<<": [{"b": int 1}, int 2], "a": int 2}"#),
        ("an unknown alias", "{<<: *z, a: 2}", #"{"<<": unread, "a": int 2}"#),
        (
            "keys that are no words", "- &x {1: a, true: b}\n- {<<: *x, 1: c}",
            #"[{int 1: "a", bool true: "b"}, {int 1: "c", bool true: "b"}]"#
        ),
        ("escaped keys are the same keys", "- &x {\"\\x61\": 1}\n- {<<: *x, a: 2}", #"[{"a": int 1}, {"a": int 2}]"#),
    ])
    func merges(_ what: String, _ source: String, _ dump: String) {
        #expect(read(source).dump == dump)
    }

    @Test func placesAreThoseOfTheAnchorAndRoutesThoseOfTheMapping() throws {
        let text: MarkedText = "ä: &x {⟦k⟧: ⟦😀⟧}\nb:\n  ⟦<<⟧: *x\n"
        let tree = read(text.text)
        let mapping = try #require(tree.value(of: "b", in: tree.documents[0].root))
        let entry = try #require(Array(tree.entries(of: mapping)).first)
        #expect(tree.childCount(of: mapping) == 1)
        #expect(tree.range(of: entry.key) == text.range(1) && tree.range(of: entry.value) == text.range(2))
        #expect(tree.route(to: entry.value) == "/b/k" && tree[entry.value].parent == mapping)
        #expect(tree[entry.key].flags.contains(.aliased))
        #expect(tree.issuePlaces == ["yaml/merge-key \(text.place(3))"])
    }

    @Test func aMergedWordKeepsItsNumber() throws {
        let tree = read("- &x {name: 1}\n- <<: *x")
        let mappings = Array(tree.items(of: tree.documents[0].root))
        #expect(mappings.map { tree.entries(of: $0).map { tree[$0.key].word } } == [[1], [1]])
    }

    static let faults = [
        FindingCase(
            "several", "a: &x {b: 1}\nc: {⟦<<⟧: *x}\nd: {⟦<<⟧: [*x, {e: 1}]}\n",
            ExpectedFinding(
                "yaml/merge-key", at: 1, "merges other mappings into this one", help: "write the merged entries out",
                severity: .warning),
            ExpectedFinding("yaml/merge-key", at: 2)),
        FindingCase("none where nothing is merged", "{<<: 1, b: {'<<': {}}}\n"),
        FindingCase(
            "a duplicate beside a merge", "a: &x {b: 1, c: 2}\nd: {⟦²<<⟧: *x, ⟦³b⟧: 3, ⟦¹b⟧: 4}\n",
            ExpectedFinding("yaml/merge-key", at: 2),
            ExpectedFinding("yaml/duplicate-key", at: 1, "`b`", related: [3])),
    ]

    @Test(arguments: faults) func fault(_ test: FindingCase) {
        #expect(issueDifferences(test) == [])
    }
}
