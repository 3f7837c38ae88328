import ContractModel
import Diagnostics
import NativeRules
import TestSupport
import YAMLTree

/// A property, or a whole contract, with marks and what the rules about types find in it, in the order of the file.
struct TypeFindingCase: Sendable, CustomStringConvertible {
    /// What a test expects of a finding: its rule, the mark it points at, the marks that are related, parts of its words.
    struct Expected: Sendable {
        var rule: String
        var mark: Int
        var related: [Int]
        var words: [String]
        var severity: Severity?
    }

    let description: String
    let text: MarkedText
    let expected: [Expected]

    init(_ description: String, _ text: MarkedText, _ expected: Expected...) {
        self.description = description
        self.text = text
        self.expected = expected
    }

    /// What differs from what is expected; empty when nothing does.
    var differences: [String] {
        let issues = findings(in: text)
        var lines: [String] = []
        for (index, issue) in issues.enumerated() {
            let shown = "\(issue.rule.id) at \(excerpt(issue.range)): \(issue.message) (\(issue.help ?? "no help"))"
            guard index < expected.count else {
                lines.append("not expected: \(shown)")
                continue
            }
            let expected = expected[index]
            let related = expected.related.map { text.range($0) }
            if issue.rule.id != expected.rule { lines.append("\(shown): expected \(expected.rule)") }
            if issue.range != text.range(expected.mark) {
                lines.append("\(shown): expected at \(text.text(of: expected.mark))")
            }
            if issue.related.map(\.range) != related {
                lines.append("\(shown): related \(issue.related.map { excerpt($0.range) })")
            }
            if let severity = expected.severity, issue.severity != severity {
                lines.append("\(shown): is \(issue.severity)")
            }
            for words in expected.words where !"\(issue.message) | \(issue.help ?? "")".contains(words) {
                lines.append("\(shown): has no “\(words)”")
            }
        }
        for missing in expected.dropFirst(issues.count) {
            lines.append("missing: \(missing.rule) at \(text.text(of: missing.mark))")
        }
        return lines
    }

    private func excerpt(_ range: SourceRange) -> String {
        String(decoding: text.bytes[range.start..<range.end], as: UTF8.self)
    }
}

extension TypeFindingCase.Expected {
    static func disagreement(_ mark: Int = 1, related: [Int] = [2], _ words: String...) -> Self {
        Self(rule: "schema/type-disagreement", mark: mark, related: related, words: words, severity: .warning)
    }

    static func options(_ mark: Int = 1, related: [Int] = [2], _ words: String...) -> Self {
        Self(rule: "schema/options-disagreement", mark: mark, related: related, words: words, severity: .error)
    }

    static func example(_ mark: Int = 1, related: [Int] = [2], severity: Severity = .warning, _ words: String...)
        -> Self
    {
        Self(rule: "schema/example-violates-type", mark: mark, related: related, words: words, severity: severity)
    }
}

/// What the rules about types find in a contract, in the order of the file.
func findings(in text: MarkedText, file: String = "orders.odcs.yaml") -> [Issue] {
    let tree = YAMLTree(name: file, raw: text.bytes, vocabulary: .contracts)
    var issues: [ElementIssue] = []
    var cache = TypeCache()
    for document in tree.documents.compactMap({ ContractDocument(tree, $0) }) {
        NativeRules.check(document, types: &cache, into: &issues)
    }
    let rules = Set(TypeRules.descriptors.map(\.id))
    return issues.map(\.issue).filter { rules.contains($0.rule.id) }
        .sorted { ($0.range.start, $0.rule.id) < ($1.range.start, $1.rule.id) }
}

/// An ODCS contract with one property.
///
/// - Parameters:
///   - property: its lines, with marks.
///   - servers: the types of its servers.
func odcs(_ property: String, version: String = "v3.1.0", servers: [String] = []) -> MarkedText {
    var lines = [
        "apiVersion: \(version)", "kind: DataContract", "id: bestellungen", "version: 1.0.0", "status: active",
    ]
    if !servers.isEmpty { lines.append("servers:") }
    lines += servers.enumerated().map { "  - {server: s\($0), type: \($1)}" }
    lines += ["schema:", "  - name: größen", "    properties:"]
    // Text of several bytes a character before the fault: places count bytes.
    lines += ["      - name: straße 🛣", "        description: Ünïcödé ✓"]
    lines += property.split(separator: "\n").map { "        " + $0 }
    return MarkedText(lines.joined(separator: "\n") + "\n")
}

/// A DCS contract with one field.
func dcs(_ field: String, version: String = "1.2.1") -> MarkedText {
    var lines = ["dataContractSpecification: \(version)", "id: orders", "info: {title: Größen, version: 1.0.0}"]
    lines += ["models:", "  orders:", "    fields:", "      straße:", "        description: Ünïcödé ✓"]
    lines += field.split(separator: "\n").map { "        " + $0 }
    return MarkedText(lines.joined(separator: "\n") + "\n")
}

/// An ODCS 2.2 contract with one column.
func odcs2(_ column: String) -> MarkedText {
    var lines = [
        "apiVersion: v2.2.2", "kind: DataContract", "uuid: 1", "version: 1.0.0", "status: active", "quantumName: q",
    ]
    lines += [
        "datasetName: d", "type: tables", "dataset:", "  - table: größen", "    columns:", "      - column: straße",
    ]
    lines += column.split(separator: "\n").map { "        " + $0 }
    return MarkedText(lines.joined(separator: "\n") + "\n")
}
