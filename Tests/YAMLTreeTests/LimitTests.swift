import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// Each limit: what lies at it is read, one more is a finding with a place.
@Suite struct LimitTests {
    private func limits(_ change: (inout YAMLLimits) -> Void) -> YAMLLimits {
        var limits = YAMLLimits()
        change(&limits)
        return limits
    }

    private func expectLimit(
        _ source: String, _ limits: YAMLLimits, at place: String, _ fragments: String..., incomplete: Bool = true
    ) {
        let tree = read(source, limits)
        #expect(tree.issuePlaces == ["yaml/limit " + place])
        for fragment in fragments {
            #expect(tree.issues.first.map { $0.message + " " + ($0.help ?? "") }?.contains(fragment) == true)
        }
        #expect(tree.documents.first?.isIncomplete == incomplete)
    }

    private func brackets(_ count: Int) -> String {
        String(repeating: "[", count: count) + "😀" + String(repeating: "]", count: count)
    }

    @Test(arguments: [64, 3]) func flowNesting(limit: Int) {
        let limits = limits { $0.flowNesting = limit }
        for wrap in ["é: ", "- - - - ", ""] {
            let tree = read(wrap + brackets(limit), limits)
            #expect(tree.issues.isEmpty && !tree.documents[0].isIncomplete)
            let column = wrap.count + limit + 1
            expectLimit(
                wrap + brackets(limit + 1), limits, at: "1:\(column)-1:\(column + 1)", "nested more than \(limit) deep",
                "limits.flowNesting")
        }
        #expect(YAMLLimits().flowNesting == 64)
    }

    @Test func bracesAndLonePairsCountAsBrackets() {
        let limits = limits { $0.flowNesting = 2 }
        #expect(read("{a: [1], b: {c: 1}, d: [2]}", limits).issues.isEmpty)
        expectLimit("{a: [{b: 1}]}", limits, at: "1:6-1:7")
        expectLimit("[[a: 1]]", limits, at: "1:3-1:4")
    }

    @Test(arguments: [512, 5]) func blockNesting(limit: Int) {
        let limits = limits { $0.blockNesting = limit }
        let tree = read(String(repeating: "- ", count: limit) + "é", limits)
        #expect(tree.issues.isEmpty && tree.nodeCount == limit + 1)
        expectLimit(
            String(repeating: "- ", count: limit + 1) + "é", limits, at: "1:\(limit * 2 + 1)-1:\(limit * 2 + 2)",
            "nested more than \(limit) deep", "limits.blockNesting")
        let mappings = (0..<limit).map { String(repeating: " ", count: $0) + "é:\n" }.joined()
        #expect(read(mappings, limits).issues.isEmpty)
        expectLimit(
            mappings + String(repeating: " ", count: limit) + "b: 1", limits,
            at: "\(limit + 1):\(limit + 1)-\(limit + 1):\(limit + 2)")
        #expect(YAMLLimits().blockNesting == 512)
    }

    @Test(arguments: [100_000, 12]) func aliasNodes(limit: Int) {
        let limits = limits { $0.aliasNodes = limit }
        // The list and its items: four nodes an alias.
        let anchor = "é: &x [1, 2, 3]\nb:\n"
        let tree = read(anchor + String(repeating: "- *x\n", count: limit / 4), limits)
        #expect(tree.issues.isEmpty)
        let beyond = read(anchor + String(repeating: "- *x\n", count: limit / 4 + 2) + "c: d\n", limits)
        let line = 2 + limit / 4 + 1
        #expect(beyond.issuePlaces == ["yaml/limit \(line):3-\(line):5"])
        #expect(beyond.issues.first?.message.contains("more than \(limit) values") == true)
        #expect(beyond.issues.first?.related.map { beyond.show($0.range) } == ["1:4-1:6"])
        // The rest of the file is read, only not those aliases.
        let root = beyond.documents[0].root
        #expect(beyond.value(of: "c", in: root).map(beyond.text) == "d")
        let items = beyond.value(of: "b", in: root).map { Array(beyond.items(of: $0)) } ?? []
        #expect(
            items.map { beyond[$0].flags.contains(.unread) } == Array(repeating: false, count: limit / 4) + [
                true, true,
            ])
        #expect(YAMLLimits().aliasNodes == 100_000)
    }

    @Test func aBillionLaughs() {
        let source =
            "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
            + zip("bcdefghi", "abcdefgh").map {
                "\($0): &\($0) [\(Array(repeating: "*\($1)", count: 10).joined(separator: ", "))]\n"
            }.joined()
        let tree = read(source)
        #expect(tree.issues.filter { $0.severity == .error }.map(\.rule.id) == ["yaml/limit"])
        #expect(tree.nodeCount < 200_000)
    }

    @Test func mergesCountAsAliases() {
        let limits = limits { $0.aliasNodes = 6 }
        let source = "- &x {a: 1}\n- {<<: *x, b: 1}\n- {<<: *x, b: 1}\n"
        #expect(read(source, limits).issues.allSatisfy { $0.rule == YAMLRules.mergeKey })
        #expect(read(source + "- {<<: *x}", limits).issuePlaces.last == "yaml/limit 4:8-4:10")
    }

    @Test(arguments: [16 * 1024 * 1024, 20]) func fileBytes(limit: Int) {
        let limits = limits { $0.fileBytes = limit }
        let start = "kind: DataContract # "
        let source =
            Array(start.utf8.prefix(limit))
            + [UInt8](repeating: UInt8(ascii: "x"), count: max(0, limit - start.utf8.count))
        let tree = read(source, limits)
        #expect(tree.issues.isEmpty && tree.documents.count == 1)
        let beyond = read(source + [UInt8(ascii: "y")], limits)
        #expect(beyond.issuePlaces == ["yaml/limit 1:1-1:1"])
        #expect(beyond.issues.first?.message == "the file has more than \(limit) bytes and was not read")
        #expect(beyond.issues.first?.help?.contains("limits.fileBytes") == true)
        #expect(beyond.documents.isEmpty && beyond.source.text.starts(with: start.utf8.prefix(limit)))
        #expect(YAMLLimits().fileBytes == 16 * 1024 * 1024)
    }

    @Test func nodes() {
        // A mapping, and three keys with their values.
        let source = "é: 1\nb: 2\nc: 3\n"
        #expect(read(source, limits { $0.nodes = 7 }).issues.map(\.message) == [])
        expectLimit(source, limits { $0.nodes = 6 }, at: "3:4-3:5", "more than 6 values", "limits.nodes")
        expectLimit(source, limits { $0.nodes = 5 }, at: "3:1-3:2", "more than 5 values")
        expectLimit("- [[], {}, []]", limits { $0.nodes = 4 }, at: "1:12-1:13", "more than 4 values")
        expectLimit("- &x 1\n- *x\n- *x", limits { $0.nodes = 3 }, at: "3:3-3:5", "more than 3 values")
        #expect(YAMLLimits().nodes == 4_000_000)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["[", "{", "- ", "[{", "? ", "{a: ", "[[a: ", "&a [", "\"", "|", "*"])
    func manyOpenersEndSoon(_ opener: String) {
        let tree = read(String(repeating: opener, count: 200_000))
        #expect(!tree.issues.isEmpty)
    }
}
