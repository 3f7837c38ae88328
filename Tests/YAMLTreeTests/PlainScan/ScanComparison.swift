import Basics
import Diagnostics
import YAMLTree

/// A text read by the plain scan and by libyaml.
struct ScanComparison {
    /// Whether the plain scan could read it.
    let isPlain: Bool
    /// What the two do not agree on; empty when all is well.
    let differences: [String]

    init(_ raw: [UInt8], _ limits: YAMLLimits = YAMLLimits()) {
        let both = Self.tree(raw, limits, .both)
        let plain = Self.tree(raw, limits, .plain)
        let libyaml = Self.tree(raw, limits, .libyaml)
        isPlain = plain.isPlain
        var differences = both.issues.map(\.message).filter { $0.hasPrefix("the plain scan") }
        if libyaml.isPlain { differences.append("libyaml was not asked") }
        if plain.dump != libyaml.dump { differences.append("\(plain.dump) and not \(libyaml.dump)") }
        let places = [plain, libyaml].map { tree in
            tree.withNodes { nodes in nodes.map { "\($0.start)-\($0.end) \($0.flags.rawValue) \($0.payload)" } }
        }
        if places[0] != places[1] { differences.append("\(places[0]) and not \(places[1])") }
        if plain.documents.map(\.range) != libyaml.documents.map(\.range) { differences.append("other documents") }
        if plain.issues.map(\.message) != libyaml.issues.map(\.message) { differences.append("other issues") }
        self.differences = differences
    }

    init(_ text: String) { self.init(Array(text.utf8)) }

    private static func tree(_ raw: [UInt8], _ limits: YAMLLimits, _ scan: YAMLScan) -> YAMLTree {
        YAMLTree(
            name: "test.yaml", raw: raw, vocabulary: Vocabulary(["name", "id", "<<"]), limits: limits, scan: scan)
    }
}
