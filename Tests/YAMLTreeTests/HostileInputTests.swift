import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Any bytes give a tree whose places lie in the file, in order, one inside the other.
@Suite struct HostileInputTests {
    /// A little of everything.
    static let everything = """
        %YAML 1.2
        --- # größe
        größe: &ä1 [😀, 'it''s', "\\ud83d\\ude00\\n", {a: 1, b, c: [d: e]}] # ü
        name: !!str &x 0777
        tags: [*x, *y, "unclosed \\
          text", yes, 12:30:45]
        block: |+
          日本

           😀
        folded: >-2
            a
          b
        ? [complex, key]
        : - - 1
            - 2.5
          - &m {k: v, k: w}
        merged: {<<: *m, z: ~}
        <<: [*m, {q: r}]
        long: plain text
          over lines
        é\u{2028}\u{85}: "\u{2029}"
        ...
        ---
        - {{ template }}
        - "second"

        """

    static let sources: [String: [UInt8]] = [
        "everything": Array(everything.utf8),
        "with CRLF and a byte order mark": Array(("\u{FEFF}" + everything.replacing("\n", with: "\r\n")).utf8),
        "with lone CR": Array(everything.replacing("\n", with: "\r").utf8),
        "UTF-16": [0xFF, 0xFE] + everything.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
    ]

    @Test(arguments: sources.keys.sorted()) func truncatedAnywhere(_ name: String) throws {
        let source = try #require(Self.sources[name])
        for length in 0...source.count {
            #expect(read(Array(source.prefix(length))).violations == [], "the first \(length) bytes")
            #expect(read(Array(source.dropFirst(length))).violations == [], "without the first \(length) bytes")
        }
    }

    @Test func aRealContractTruncatedAnywhere() throws {
        let source = try sample("sales/orders/customers.odcs.yaml")
        // At every byte while that is cheap, then at one in seventeen: the time grows with the square of the length.
        for length in Array(0...2500) + Array(stride(from: 2501, through: source.count, by: 17)) {
            let tree = read(Array(source.prefix(length)))
            #expect(tree.violations == [], "the first \(length) bytes")
            // Whole lines at the start are read whatever comes behind.
            if length > 60 {
                #expect(tree.value(of: "kind", in: tree.documents[0].root).map(tree.text) == "DataContract")
            }
        }
    }

    @Test(arguments: 0..<40) func randomBytes(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<200 {
            let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            #expect(read(bytes).violations == [], "\(bytes)")
        }
    }

    /// Random pieces of YAML: far more of these are almost well-formed than of random bytes.
    @Test(arguments: 0..<40) func randomPieces(seed: Int) {
        let pieces = [
            "a", "é", "😀", ": ", ":", "- ", "-", "? ", "[", "]", "{", "}", ", ", ",", "\n", "\n  ", "\n ", "\n\n",
            "\r\n", "\r", "\t", " ", "&x ", "*x", "<<: ",
            "\"", "'", "''", "\\", "\\u00e9", "\\ud83d\\ude00", "|", ">", "|-\n", ">2+\n", "#", " # c", "---",
            "\n---\n", "\n...\n", "%YAML 1.2\n", "!!str ",
            "!x ", "!", "yes", "1", "0o7", "~", "\u{85}", "\u{2028}", "\u{FEFF}", "`", "@", "\u{0}",
        ]
        var random = SeededGenerator(seed: UInt64(seed) + 1000)
        for _ in 0..<800 {
            let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            #expect(read(text).violations == [], "\(text.debugDescription)")
        }
    }

    @Test(arguments: 0..<40) func randomMutations(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) + 2000)
        let sources = Self.sources.keys.sorted().compactMap { Self.sources[$0] }
        for _ in 0..<60 {
            var bytes = sources.randomElement(using: &random) ?? []
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let start = Int.random(in: 0..<bytes.count, using: &random)
                let end = min(bytes.count, start + Int.random(in: 0...12, using: &random))
                switch Int.random(in: 0...3, using: &random) {
                case 0: bytes[start] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(start..<end)
                case 2:
                    bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &random))
                default: bytes.insert(Array("[]{}:-\"'\n\t &*#|".utf8).randomElement(using: &random) ?? 0, at: start)
                }
                if bytes.isEmpty { bytes = [0x61] }
            }
            #expect(read(bytes).violations == [], "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }
}
