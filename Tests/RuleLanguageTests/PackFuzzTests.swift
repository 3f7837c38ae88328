import ContractModel
import Diagnostics
import Governance
import TestSupport
import Testing
import YAMLTree

@testable import RuleLanguage

/// Whatever a rule pack holds: it is read, or its mistakes are said with places inside it. Nothing crashes.
@Suite struct PackFuzzTests {
    /// Reads a pack; if it is none, all that is said of it must stand in the file.
    ///
    /// - Returns: whether it is one.
    @discardableResult
    private func read(_ bytes: [UInt8], _ what: @autoclosure () -> String) -> Bool {
        do {
            let pack = try RulePack(name: "fuzz.yaml", raw: bytes)
            _ = ExampleRun.run(pack, today: 20_000, changes: ChangeFact.between)
            return true
        } catch {
            #expect(!error.faults.isEmpty, "\(what())")
            let source = YAMLTree(name: "fuzz.yaml", raw: bytes, vocabulary: .contracts).source
            let end = source.place(of: SourceRange(source.text.count, source.text.count)).start
            for fault in error.faults {
                #expect(!fault.message.isEmpty)
                guard let at = fault.position else { continue }
                #expect(at.line >= 1 && at.column >= 1, "\(what())")
                let isInside = (at.line, at.column) <= (end.line, at.line == end.line ? end.column : at.column)
                #expect(isInside, "\(at) behind \(end): \(fault.message) in \(what())")
            }
            return false
        }
    }

    @Test(arguments: 0..<200)
    func randomBytes(_ seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = Int.random(in: 0...300, using: &random)
        let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
        #expect(!read(bytes, "seed \(seed)"))
        // The same within a pack that is none the worse up to there.
        #expect(!read(Array(PackText.head.utf8) + bytes, "seed \(seed), behind a head"))
    }

    /// Bytes that mean something to YAML and to expressions, in any order.
    @Test(arguments: 0..<300)
    func wordsInAnyOrder(_ seed: Int) {
        let words = [
            "property", "classification", ".", "(", ")", "[", "]", "{", "}", "&&", "||", "!", "==", "!=", "in", "?",
            ":", "has",
            "filled", ".exists(", "x", ",", "1", "\"a\"", "'", "\\", "-", "+", "\n", "\n      ", "  ", "# ", "ü", "🙂",
            "|", ">", "&a",
            "*a", "params", "cel.bind(", "optional.of(", "matches(\"(\")", "9223372036854775808", "1e999", "\u{0}",
            "\r\n", "true",
        ]
        var random = SeededGenerator(seed: UInt64(seed))
        let text = (0..<Int.random(in: 1...25, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
            .joined(separator: Bool.random(using: &random) ? " " : "")
        read(Array(PackText.rule(require: text).utf8), text)
        read(Array(PackText.rule(where: text, require: "true").utf8), text)
        read(Array(PackText.rule(require: "true", message: text).utf8), text)
        read(Array(PackText.rule(require: "true", params: text).utf8), text)
    }

    /// The standard packs with lines and words lost, doubled, and exchanged.
    @Test(arguments: RuleTests.standardFiles.map(\.name))
    func damagedPacks(_ name: String) throws {
        let raw = try #require(RuleTests.standardFiles.first { $0.name == name }?.raw)
        let text = String(decoding: raw, as: UTF8.self)
        #expect(read(Array(text.utf8), name))
        // One rule after the other, so that much is tried in little time.
        let pack = try RulePack(name: name, raw: Array(text.utf8))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let starts = lines.indices.filter { lines[$0].hasPrefix("  - id: ") }
        #expect(starts.count == pack.rules.count)
        let head = Array(lines[..<(starts.first ?? 0)])
        var random = SeededGenerator(seed: UInt64(name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) }))
        var whole = 0
        for (index, start) in starts.enumerated() {
            let rule = Array(lines[start..<(index + 1 < starts.count ? starts[index + 1] : lines.count)])
            for _ in 0..<20 {
                var damaged = head + rule
                for _ in 0..<Int.random(in: 1...3, using: &random) { Damage.line(of: &damaged, &random) }
                let text = damaged.joined(separator: "\n")
                if read(Array(text.utf8), text) { whole += 1 }
            }
        }
        // Some damage only takes an example or a reference away.
        #expect(whole > 0 && whole < starts.count * 20)
    }

    /// What would take long or go deep.
    @Test(arguments: [
        String(repeating: "(", count: 100_000), String(repeating: "!", count: 50_000) + "true",
        String(repeating: "[", count: 3_000), String(repeating: "true ? ", count: 3_000),
        Array(repeating: "property.name == 'a'", count: 4_000).joined(separator: " && "),
        Array(repeating: "1", count: 20_000).joined(separator: " + ") + " == 1",
        "property" + String(repeating: ".a", count: 40_000),
        "property.tags" + String(repeating: ".filter(t, true)", count: 2_000) + ".size() == 1",
        "property.tags.all(a, property.tags.all(b, property.tags.all(c, property.tags.all(d, a == b && c == d))))",
    ])
    func extremes(_ expression: String) {
        read(Array(PackText.rule(require: expression).utf8), String(expression.prefix(40)))
        read(Array(PackText.rule(require: "true", message: "{\(expression)}").utf8), String(expression.prefix(40)))
    }
}
