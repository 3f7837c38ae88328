import Basics
import Compatibility
import ContractModel
import Diagnostics
import Foundation
import Governance
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
                message: try Self.message(of: rule))
        }
        for kind in ChangeKind.all {
            if let remedy = kind.remedy { guides["\(CompatibilityRules.pack)/\(kind.id)"] = Guide(remedy: remedy) }
        }
        self.guides = guides
    }

    struct Missing: Error { var path: String }

    func guide(of rule: String) -> Guide? { guides[rule] }

    /// What is said of the rule's sample; nil: it has none.
    private static func message(of rule: String) throws -> String? {
        let path = "\(folder)/\(rule.replacingOccurrences(of: "/", with: "-")).odcs.yaml"
        guard let raw = FileManager.default.contents(atPath: path) else { return nil }
        let configuration = try Configuration(
            name: "pages", raw: Array("version: 1\nlayers: [{name: all, packs: [yaml, standard]}]\n".utf8))
        let jurisdiction = Jurisdiction(configuration)
        let result = FileCheck(Exceptions([jurisdiction], today: 0), withExcerpts: false)
            .run(name: path, raw: Array(raw), jurisdiction, CheckCache())
        guard let finding = result.findings.first(where: { $0.rule == rule }) else { return nil }
        return finding.message + (finding.help.map { "; \($0)" } ?? "")
    }
}
