import Basics
import Diagnostics
import TestSupport
import YAMLTree

/// Reads text as the contract reader does, with a few words of its own.
func read(_ text: String, _ limits: YAMLLimits = YAMLLimits()) -> YAMLTree {
    read(Array(text.utf8), limits)
}

func read(_ bytes: [UInt8], _ limits: YAMLLimits = YAMLLimits()) -> YAMLTree {
    YAMLTree(name: "test.yaml", raw: bytes, vocabulary: words, limits: limits)
}

private let words = Vocabulary(["name", "id", "<<", "type", "tags"])

extension YAMLTree {
    /// All documents, each in the manner of JSON: texts in quotes, other scalars as they read behind their type.
    var dump: String { documents.map { dump($0.root) }.joined(separator: " --- ") }

    func dump(_ id: NodeID) -> String {
        switch self[id].type {
        case .mapping: "{" + entries(of: id).map { dump($0.key) + ": " + dump($0.value) }.joined(separator: ", ") + "}"
        case .list: "[" + items(of: id).map(dump).joined(separator: ", ") + "]"
        case .text: "\"" + text(of: id) + "\""
        case .integer: "int " + text(of: id)
        case .fraction: "float " + text(of: id)
        case .boolean: "bool " + text(of: id)
        default: self[id].flags.contains(.unread) ? "unread" : "null"
        }
    }

    /// The nodes that a walk from the roots meets, parents first, in the order of the tree.
    var reachable: [NodeID] { documents.flatMap { reachable(from: $0.root) } }

    func reachable(from root: NodeID) -> [NodeID] {
        var found: [NodeID] = []
        var waiting = [root]
        while let id = waiting.popLast() {
            found.append(id)
            let children = self[id].isMapping ? entries(of: id).flatMap { [$0.key, $0.value] } : Array(items(of: id))
            waiting += children.reversed()
        }
        return found
    }

    /// Issues as `rule line:column-line:column`.
    var issuePlaces: [String] {
        issues.sorted { ($0.range.start, $0.rule.id) < ($1.range.start, $1.rule.id) }.map {
            "\($0.rule.id) \(show($0.range))"
        }
    }

    func show(_ range: SourceRange) -> String {
        let place = source.place(of: range)
        return "\(place.start.line):\(place.start.column)-\(place.end.line):\(place.end.column)"
    }
}

/// What differs between the issues of a text's tree, whether it is a contract or not, and what a case expects.
func issueDifferences(_ test: FindingCase, _ limits: YAMLLimits = YAMLLimits()) -> [String] {
    let tree = YAMLTree(name: test.file, raw: test.text.bytes, vocabulary: words, limits: limits)
    let findings = tree.issues.map { issue in
        Finding(
            rule: issue.rule.id, severity: issue.severity, message: issue.message,
            place: tree.source.place(of: issue.range),
            help: issue.help, related: issue.related.map { RelatedPlace(tree.source.place(of: $0.range), $0.message) },
            offset: issue.range.start)
    }
    return test.differences(from: Report(toolVersion: "", documents: [], findings: findings).findings)
}
