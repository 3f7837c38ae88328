import Basics
import Compatibility
import ContractModel
import Diagnostics
import Foundation
import Governance
import NativeRules
import Reporters
import YAMLTree

/// Advice on the rules that are written in Swift, for their pages: from `samples/broken`, where each rule has a contract that
/// breaks it and the lines that mend it, and from the kinds of changes.
struct NativeGuides {
    private static let folder = "samples/broken"

    struct Guide {
        var remedy: String
        var wrong = ""
        var right = ""
        /// Message and help of the sample's finding.
        var message: String?
    }

    private let guides: [String: Guide]

    init() throws {
        let path = "\(Self.folder)/remedies.yaml"
        let tree = YAMLTree(
            name: path, raw: Array(try Data(contentsOf: URL(fileURLWithPath: path))), vocabulary: .contracts)
        var guides: [String: Guide] = [:]
        guard let root = tree.documents.first?.root else { throw Missing(path: path) }
        for entry in tree.entries(of: root) {
            let rule = tree.text(of: entry.key)
            func text(_ key: String) -> String {
                tree.entries(of: entry.value).first { tree.text(of: $0.key) == key }.map { tree.text(of: $0.value) }
                    ?? ""
            }
            guides[rule] = Guide(
                remedy: text("remedy"), wrong: text("wrong"), right: text("right"),
                message: Self.message(of: rule))
        }
        for kind in ChangeKind.all {
            if let remedy = kind.remedy { guides["\(CompatibilityRules.pack)/\(kind.id)"] = Guide(remedy: remedy) }
        }
        self.guides = guides
    }

    struct Missing: Error { var path: String }

    func guide(of rule: String) -> Guide? { guides[rule] }

    /// Words on the rule's sample; nil: it has none.
    private static func message(of rule: String) -> String? {
        let path = "\(folder)/\(rule.replacingOccurrences(of: "/", with: "-")).odcs.yaml"
        guard let raw = FileManager.default.contents(atPath: path) else { return nil }
        // Asked directly: a configuration would ask for the packs in the program, which may be about to be made anew.
        let tree = YAMLTree(name: path, raw: Array(raw), vocabulary: .contracts)
        var issues = tree.issues
        var types = TypeCache()
        for part in tree.documents {
            guard let document = ContractDocument(tree, part) else { continue }
            var found: [ElementIssue] = document.issues
            NativeRules.check(document, types: &types, into: &found)
            issues += found.map(\.issue)
        }
        guard let finding = issues.first(where: { $0.rule.id == rule }) else { return nil }
        return finding.message + (finding.help.map { "; \($0)" } ?? "")
    }
}
