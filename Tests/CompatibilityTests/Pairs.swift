import Compatibility
import ContractModel
import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// A change as a test expects it, in the shorthand of COMPATIBILITY's table: `bounds-tightened K/B minor narrows` is
/// the id, the verdicts for consumers and producers (B breaking, R risky, K compatible, I informational), the bump, and
/// the relation where there is one.
struct ExpectedChange: Sendable, ExpressibleByStringLiteral {
    let text: String

    init(stringLiteral text: String) { self.text = text }
}

/// Two versions of a contract with marks at the places of the changes, and what comparing them gives in both
/// directions.
struct PairCase: Sendable, CustomStringConvertible {
    let description: String
    let old: MarkedText
    let new: MarkedText
    let forward: [ExpectedChange]
    let backward: [ExpectedChange]
    var options = ComparisonOptions()

    /// - Parameter backward: empty: the same as forward.
    init(
        _ description: String, _ old: String, _ new: String, _ forward: ExpectedChange..., back: [ExpectedChange] = [],
        options: ComparisonOptions = ComparisonOptions()
    ) {
        self.description = description
        self.old = MarkedText(old)
        self.new = MarkedText(new)
        self.forward = forward
        backward = back.isEmpty ? forward : back
        self.options = options
    }

    /// What differs from what is expected, a line for each.
    func differences() throws -> [String] {
        let (before, after) = (try document(old.text, "old.yaml"), try document(new.text, "new.yaml"))
        return differences(Comparison(old: before, new: after, options: options).run(), forward, old, new, "forward")
            + differences(Comparison(old: after, new: before, options: options).run(), backward, new, old, "backward")
    }

    private func differences(
        _ result: ComparisonResult, _ expected: [ExpectedChange], _ old: MarkedText, _ new: MarkedText, _ way: String
    ) -> [String] {
        var lines: [String] = []
        let found = result.changes.map(summary)
        if found != expected.map(\.text) {
            lines.append("\(way): found \(found), expected \(expected.map(\.text))")
            lines += result.changes.map { "  " + $0.message }
        }
        // The marks of each side, in order, are the places of the changes in order.
        for (index, change) in result.changes.enumerated() {
            for (side, text, name) in [(change.old, old, "old"), (change.new, new, "new")]
            where text.marks.count > index && side.range != text.range(text.marks[index]) {
                lines.append(
                    "\(way): \(change.id) points at \(side.range) in \(name), expected \(text.range(index + 1))")
            }
        }
        return lines
    }
}

/// A change in the shorthand of the tests.
func summary(_ change: Change) -> String {
    let letters: [Verdict: String] = [.breaking: "B", .risky: "R", .compatible: "K", .informational: "I"]
    let verdicts = [change.consumer, change.producer].compactMap { letters[$0] }.joined(separator: "/")
    return ["\(change.id) \(verdicts) \(change.bump.rawValue)", change.relation?.rawValue].compactMap(\.self)
        .joined(separator: " ")
}

func document(_ text: String, _ name: String = "contract.yaml") throws -> ContractDocument {
    let tree = YAMLTree(name: name, raw: Array(text.utf8), vocabulary: .contracts)
    let part = try #require(tree.documents.first)
    return try #require(ContractDocument(tree, part))
}

/// The changes between two contracts, in the shorthand of the tests.
func changes(_ old: String, _ new: String, _ options: ComparisonOptions = ComparisonOptions()) throws -> [String] {
    try Comparison(old: document(old), new: document(new), options: options).run().changes.map(summary)
}

/// Small contracts around what a test is about. Text of several bytes stands before it.
enum Text {
    static func contract(_ rest: String = "", version: String = "v3.2.0") -> String {
        "apiVersion: \(version)\nkind: DataContract\nid: größe-😀\nname: größe\nversion: 1.0.0\n" + rest + "\n"
    }

    static func object(_ lines: String, name: String = "name: orders", rest: String = "", version: String = "v3.2.0")
        -> String
    {
        contract(
            rest + (rest.isEmpty ? "" : "\n") + "schema:\n  - \(name)\n" + indented(lines, by: 4), version: version)
    }

    static func property(_ lines: String, name: String = "name: amount", rest: String = "", version: String = "v3.2.0")
        -> String
    {
        object("properties:\n  - \(name)\n" + indented(lines, by: 4), rest: rest, version: version)
    }

    static func server(_ type: String, format: String? = nil) -> String {
        "servers:\n  - {server: prod, type: \(type), environment: prod, location: here"
            + (format.map { ", format: \($0)" } ?? "") + "}"
    }

    private static func indented(_ lines: String, by count: Int) -> String {
        lines.split(separator: "\n").map { String(repeating: " ", count: count) + $0 }.joined(separator: "\n")
    }
}

extension PairCase {
    init(
        _ description: String, property old: String, _ new: String, _ forward: ExpectedChange...,
        back: [ExpectedChange] = [], rest: String = "", options: ComparisonOptions = ComparisonOptions()
    ) {
        self.description = description
        self.old = MarkedText(Text.property(old, rest: rest))
        self.new = MarkedText(Text.property(new, rest: rest))
        self.forward = forward
        backward = back.isEmpty ? forward : back
        self.options = options
    }

    init(
        _ description: String, object old: String, _ new: String, _ forward: ExpectedChange...,
        back: [ExpectedChange] = [], rest: String = "", options: ComparisonOptions = ComparisonOptions()
    ) {
        self.description = description
        self.old = MarkedText(Text.object(old, rest: rest))
        self.new = MarkedText(Text.object(new, rest: rest))
        self.forward = forward
        backward = back.isEmpty ? forward : back
        self.options = options
    }

    init(
        _ description: String, contract old: String, _ new: String, _ forward: ExpectedChange...,
        back: [ExpectedChange] = [], options: ComparisonOptions = ComparisonOptions()
    ) {
        self.description = description
        self.old = MarkedText(Text.contract(old))
        self.new = MarkedText(Text.contract(new))
        self.forward = forward
        backward = back.isEmpty ? forward : back
        self.options = options
    }
}
