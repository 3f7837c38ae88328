internal import ContractModel
internal import Diagnostics
internal import YAMLTree

/// Test whether a file is meant as a rule pack: among the files of a folder those that are not are passed over.
package enum PackRecognition {
    package static func isPack(name: String, raw: [UInt8]) -> Bool {
        let tree = YAMLTree(name: name, raw: raw, vocabulary: .contracts)
        var isOther = false
        let says = tree.documents.contains { document in
            let kind = tree.value(of: "kind", in: document.root).map { tree.text(of: $0) }
            if kind == "RulePack" { return true }
            // The other kind of file with this version of its form.
            if kind == "Waivers" {
                isOther = true
                return false
            }
            return tree.value(of: "apiVersion", in: document.root).map { tree.text(of: $0).hasPrefix("contractlint/") }
                ?? false
        }
        if says || isOther || tree.issues.isEmpty { return says }
        // Too broken to tell: by its first lines.
        return String(decoding: tree.source.text.prefix(4096), as: UTF8.self)
            .split(whereSeparator: \.isNewline)
            .contains { $0.hasPrefix("kind: RulePack") || $0.hasPrefix("apiVersion: contractlint/") }
    }
}
