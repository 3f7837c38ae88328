import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Keys that stand twice: both places, the first one counts.
@Suite struct DuplicateKeyTests {
    static let faults = [
        FindingCase(
            "in a block mapping", "⟦²name⟧: größe\nid: 1\n⟦name⟧: b\n",
            ExpectedFinding("yaml/duplicate-key", "`name`", help: "keep one of them", related: [2], severity: .error)),
        FindingCase(
            "in a flow mapping", "😀: {⟦²a⟧: 1, b: 2, ⟦a⟧: 3}\n",
            ExpectedFinding("yaml/duplicate-key", "`a`", related: [2])),
        FindingCase(
            "keys of several bytes", "⟦²größe⟧: 1\n⟦größe⟧: 2\n",
            ExpectedFinding("yaml/duplicate-key", "`größe`", related: [2])),
        FindingCase(
            "written differently", "⟦²a⟧: 1\n⟦\"\\x61\"⟧: 2\n",
            ExpectedFinding("yaml/duplicate-key", "`a`", related: [2])),
        FindingCase(
            "a word of the vocabulary, escaped", "⟦²name⟧: 1\n⟦\"n\\x61me\"⟧: 2\n",
            ExpectedFinding("yaml/duplicate-key", "`name`", related: [2])),
        FindingCase(
            "three times", "⟦⁹a⟧: 1\n⟦a⟧: 2\n⟦a⟧: 3\n", ExpectedFinding("yaml/duplicate-key", at: 1, related: [9]),
            ExpectedFinding("yaml/duplicate-key", at: 2, related: [9])),
        FindingCase(
            "two keys", "⟦⁸name⟧: 1\n⟦⁹id⟧: 2\n⟦id⟧: 3\n⟦name⟧: 4\n",
            ExpectedFinding("yaml/duplicate-key", at: 1, "`id`", related: [9]),
            ExpectedFinding("yaml/duplicate-key", at: 2, "`name`", related: [8])),
        FindingCase(
            "inside a value that a duplicate leaves out", "⟦⁸a⟧: 1\n⟦²a⟧: {⟦⁹b⟧: 1, ⟦¹b⟧: 2}\n",
            ExpectedFinding("yaml/duplicate-key", at: 2, "`a`", related: [8]),
            ExpectedFinding("yaml/duplicate-key", at: 1, "`b`", related: [9])),
        FindingCase("an empty key", "{⟦²''⟧: 1, ⟦\"\"⟧: 2}", ExpectedFinding("yaml/duplicate-key", related: [2])),
        FindingCase("a list as a key is no text", "? [a]\n: 1\n? [a]\n: 2\n"),
        FindingCase("the same key in two mappings", "a: {b: 1}\nc: {b: 1}\nd:\n  - b: 1\n  - b: 1\n"),
        FindingCase("keys that differ in case", "name: 1\nName: 2\n"),
        FindingCase("the same key in two documents", "a: 1\n---\na: 1\n"),
    ]

    @Test(arguments: faults) func fault(_ test: FindingCase) {
        #expect(issueDifferences(test) == [])
    }

    @Test(arguments: [
        ("a: 1\na: 2\nb: 3\n", #"{"a": int 1, "b": int 3}"#), ("a: 1\nb: 2\na: 3\na: 4", #"{"a": int 1, "b": int 2}"#),
        ("{name: {x: 1}, name: {y: 2}}", #"{"name": {"x": int 1}}"#),
        ("- &x {a: 1, a: 2}\n- *x", #"[{"a": int 1}, {"a": int 1}]"#),
    ])
    func theFirstOneCounts(_ source: String, _ dump: String) {
        #expect(read(source).dump == dump)
    }

    @Test func manyDuplicatesTakeLinearTimeAndAreBounded() {
        let tree = read(String(repeating: "größe: 1\n", count: 20_000))
        #expect(tree.childCount(of: tree.documents[0].root) == 1)
        #expect(tree.issues.count == 10_001)
        // The word that no more are listed has the rule's own severity: no configuration judges the file less for it.
        #expect(tree.issues.last?.rule == YAMLRules.duplicateKey)
        #expect(tree.issues.last?.message.contains("more than 10000 times") == true)
    }
}
