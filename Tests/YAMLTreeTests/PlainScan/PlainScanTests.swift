import TestSupport
import Testing
import YAMLTree

/// The plain scan reads its subset as libyaml does, and leaves the rest to it.
@Suite struct PlainScanTests {
    static let plain = [
        "a: b\n", "a: b", "a:\n", "a:", "a: # c\n  b\n", "---\na: b\n", "--- # c\n# d\n\na: b\n", "# c\na: b\n# d",
        "a: b\n   ",
        "- a\n-\n- b", "- - a\n  - b\n- c: d\n  e: f\n", "a:\n- b\n- c: d\n\n  e: f\ng: h\n",
        "a:\n  - b\n  -\n    - c\nd: e\n",
        "a:\n-\nb: c\n", "a:\n- - b\n  -   c: d\n      e:\n      - f\n",
        "a: b c  d   # e\n", "a b : c#d\n", "a: b:c http://d #e\n", "a: -1\nb: -c\n", "a: b\n  c\n\n   d # e\nf: g\n",
        "a:\n  b\n  - c [d] {\n\n\n e\n", "a: b   \n  c   \n", "<<: 1\n<<: 2\n", "a: x\n# c\nb: y\n",
        "a: \"b\"\n\"c d\": 'e''f'\n'g': \"h\\n\\t\\\"\\\\\\/ i\"\n", "a: \"b \n\n  c\\n  \n d\"\n", "a: 'b\nc'\n",
        "- 'a': b\n- \"c\"\n",
        "a: |\n  b\n   c\n\n  d\n\n\ne: f\n", "a: >\n  b\n  c\n\n   d\n  e\n", "a: |-\n  b", "a: |+2 # c\n    b\n\n",
        "a: >2+\n   b\n\n\n",
        "a: |\nb: >-\n\n\nc:\n- |\n b\n- d\n", "a: |\n    \n  \n    b\n", "a: |\n # b\n# c\nd: e\n",
        "a: |\n  \u{E9}\u{1F600}\nb: \u{E9} \u{1F600}\n",
        "a: []\nb: {}\nc: [d, 'e', \"f\", -1, g h, http://i]\n", "a: {b: c, 'd' : [e, {f: g}], h:\n i,}\n",
        "a: [b, # c\n  d\n , e, # f\n]\n", "a:\n  [b,\nc]\n", "- [a]\n- {b: c}\n", "a: [\"b\nc\", 'd'\n]\n",
        "\u{FEFF}a: b\n", "---a: b\n",
    ]

    @Test(arguments: plain) func reads(_ text: String) {
        let comparison = ScanComparison(text)
        #expect(comparison.isPlain && comparison.differences == [])
    }

    static let others = [
        "", "# c\n", "---\n", "a", "\"a\"", "[a]", "{a: b}", "|\n a\n", "a: b\n---\nc: d\n", "a: b\n...\n",
        "%YAML 1.2\n---\na: b\n",
        "a: &x b\n", "a: *x\n", "a: !!str b\n", "? a\n: b\n", "a: ? b\n", "a: @b\n", "a: `b\n", "a: %b\n", "a:\tb\n",
        "a: b\r\n", "a: \"\t\"\n",
        "a: b: c\n", "a: 'b': c\n", "a: b\n  c: d\n", "a: 'b' c\n", "a: [b] c\n", "a: [b]#c\n", "a: 'b'#c\n",
        "a: b\n c: d\n", "a:\n  b: c\n d: e\n",
        "- a\nb: c\n", "a: b\n- c\n", "a: - b\n", "a\nb: c\n", "a: b\nc\n", "a: 'b\n", "a: [b\n", "a: [b}\n",
        "a: {b]\n", "a: {b}\n",
        "a: {b: }\n", "a: {b: c: d}\n", "a: [b: c]\n", "a: ['b': c]\n", "a: ['b'\n: c]\n", "a: [b\n c]\n", "a: [,]\n",
        "a: [b,,]\n", "a: {\"b\":c}\n",
        "a: [b?]\n", "a: [b:]\n", "a: [b[c]]\n", "a: [-]\n", "a: [b,#c\n]\n", "a: [\n---\n]\n", "a: [b\n...\n]\n",
        "a: 'b\n---\nc'\n", "a: \"\\u00e9\"\n",
        "a: \"b\\\n c\"\n", "a: |0\n", "a: |22\n  b\n", "a: |++\n  b\n", "a: |#c\n  b\n", "a: | b\n", "\u{2028}a: b\n",
        "a: \u{85}\n",
        "\"a\nb\": c\n", String(repeating: "a", count: 1100) + ": b\n", String(repeating: "- ", count: 70) + "a\n",
        "a: " + String(repeating: "[", count: 70) + String(repeating: "]", count: 70) + "\n",
    ]

    @Test(arguments: others) func leaves(_ text: String) {
        let comparison = ScanComparison(text)
        #expect(!comparison.isPlain && comparison.differences == [])
    }

    /// A limit ends both in the same place.
    @Test func limits() {
        var limits = YAMLLimits()
        limits.nodes = 7
        limits.blockNesting = 3
        limits.flowNesting = 2
        for text in ["a: b\nc: d\ne: f\ng: h\n", "a:\n  b:\n    c:\n      d: e\n", "a: [[[b]]]\nc: d\n"] {
            let comparison = ScanComparison(Array(text.utf8), limits)
            #expect(comparison.isPlain && comparison.differences == [], "\(text)")
        }
    }

    // MARK: Contracts

    @Test func theProjectsOwnContracts() {
        var plain = 0
        let samples = Folder("samples")
        for file in samples.files where file.hasSuffix(".yaml") {
            let comparison = ScanComparison(samples.read(file))
            #expect(comparison.differences == [], "\(file)")
            if comparison.isPlain { plain += 1 }
        }
        #expect(plain > 20)
    }

    private static let standards = Folder("../shared/standards")

    @Test(.enabled(if: standards.exists, "the official examples (../shared/standards) are not here"))
    func officialExamples() {
        var plain = 0
        for file in Self.standards.files where file.contains("/examples/") {
            let comparison = ScanComparison(Self.standards.read(file))
            #expect(comparison.differences == [], "\(file)")
            if comparison.isPlain { plain += 1 }
        }
        #expect(plain > 40)
    }

    // MARK: At random

    @Test(arguments: 0..<8) func generated(seed: Int) {
        var random = RandomPlainText(seed: UInt64(seed))
        var plain = 0
        for _ in 0..<60 {
            let text = random.document()
            let comparison = ScanComparison(text)
            #expect(comparison.differences == [], "\(text.debugDescription)")
            if comparison.isPlain { plain += 1 }
            for _ in 0..<6 {
                let mutant = random.mutant(of: Array(text.utf8))
                #expect(
                    ScanComparison(mutant).differences == [],
                    "\(String(decoding: mutant, as: UTF8.self).debugDescription)")
            }
        }
        // A block of text may start deeper than it goes on, which is a fault.
        #expect(plain > 45)
    }

    @Test(arguments: 0..<8) func mutatedContracts(seed: Int) throws {
        var random = RandomPlainText(seed: UInt64(seed) + 100)
        for file in ["sales/orders/customers.odcs.yaml", "sales/orders/orders.odps.yaml"] {
            let source = try sample(file)
            for _ in 0..<15 {
                let mutant = random.mutant(of: source)
                #expect(ScanComparison(mutant).differences == [], "\(String(decoding: mutant, as: UTF8.self))")
            }
        }
    }
}
