import Basics
import ContractModel
internal import Diagnostics
import Foundation
import Governance
import RuleLanguage
import YAMLTree

/// The standard rule packs as Swift source: string literals, which the compiler reads a hundred times as fast as arrays of
/// bytes.
enum PackTexts {
    /// The files of `rules/`, in the order in which packs are listed.
    static func files() throws -> [(name: String, text: String)] {
        let names = try FileManager.default.contentsOfDirectory(atPath: "rules").filter { $0.hasSuffix(".yaml") }
            .sorted()
        return try names.map { name in
            (String(name.dropLast(5)), try String(contentsOfFile: "rules/\(name)", encoding: .utf8))
        }
    }

    private static let folder = "Sources/Governance/StandardPacks"

    static func all() throws -> [GeneratedFile] {
        [
            GeneratedFile(path: "\(folder)/StandardPackTexts.swift", text: try texts()),
            GeneratedFile(path: "\(folder)/StandardRuleImage.swift", text: try image()),
        ]
    }

    private static func texts() throws -> String {
        """
        // Made from rules/*.yaml by `contractlint-dev generate`. Do not edit.

        /// The standard rule packs as their files write them, by name.
        enum StandardPackTexts {
            static let all: [(name: String, text: String)] = [
        \(try files().map { literal($0.name, $0.text) }.joined(separator: "\n"))
            ]
        }

        """
    }

    private static func image() throws -> String {
        let packs = try files().map { file in
            // The digest says what a pack demands: it stays the same when a comment or an example changes.
            (
                pack: try RulePack(name: "rules/\(file.name).yaml", raw: Array(file.text.utf8)),
                digest: SHA256.hexDigest(of: Array(withoutExamples(file.text).utf8))
            )
        }
        return """
            // Made from rules/*.yaml by `contractlint-dev generate`. Do not edit.
            // swift-format-ignore-file

            /// The rules of the standard packs, checked and compiled: see `PackImage`.
            enum StandardRuleImage {
                static let texts: [StaticString] = [
            \(PackImage.texts(of: packs).map { "        \(line($0))," }.joined(separator: "\n"))
                ]
            }

            """
    }

    /// A text as a literal of one line.
    private static func line(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "\\" || scalar == "\"" {
                escaped += "\\" + String(scalar)
            } else if scalar.value < 0x20 || scalar.value > 0x7e {
                escaped += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return "\"\(escaped)\""
    }

    private static func literal(_ name: String, _ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // Swift takes the indentation of the closing quotes away from each line.
        let body = lines.map { $0.isEmpty ? "" : "            \($0)" }.joined(separator: "\n")
        return """
                    (
                        "\(name)",
                        ##\"""
            \(body)
                        \"""##
                    ),
            """
    }

    /// The text of a pack without its comments and the `examples` of its rules.
    private static func withoutExamples(_ text: String) -> String {
        let tree = YAMLTree(name: "pack", raw: Array(text.utf8), vocabulary: .contracts)
        guard let document = tree.documents.first, let rules = tree.value(of: "rules", in: document.root) else {
            return text
        }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for rule in tree.items(of: rules) {
            for entry in tree.entries(of: rule) where tree.text(of: entry.key) == "examples" {
                let first = tree.place(of: tree.range(of: entry.key), withExcerpt: false).start.line - 1
                let last = tree.place(of: tree.range(of: entry.value), withExcerpt: false).end.line - 1
                for line in first...last { lines[line] = "#" }
            }
        }
        return lines.filter { line in !line.drop { $0 == " " }.hasPrefix("#") && !line.isEmpty }.joined(separator: "\n")
            + "\n"
    }
}
