import ContractModel
internal import Diagnostics
import Foundation
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

    static func swift() throws -> String {
        let files = try files()
        return """
            // Made from rules/*.yaml by `contractlint-dev generate`. Do not edit.

            /// The standard rule packs, by name.
            enum StandardPackTexts {
                /// Without comments and examples, which a check does not need.
                static let rules: [(name: String, text: String)] = [
            \(files.map { literal($0.name, withoutExamples($0.text)) }.joined(separator: "\n"))
                ]

                /// As they are, for whoever shows or runs the examples.
                static let complete: [(name: String, text: String)] = [
            \(files.map { literal($0.name, $0.text) }.joined(separator: "\n"))
                ]
            }

            """
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
                let first = tree.source.place(of: tree.range(of: entry.key), withExcerpt: false).start.line - 1
                let last = tree.source.place(of: tree.range(of: entry.value), withExcerpt: false).end.line - 1
                for line in first...last { lines[line] = "#" }
            }
        }
        return lines.filter { line in !line.drop { $0 == " " }.hasPrefix("#") && !line.isEmpty }.joined(separator: "\n")
            + "\n"
    }
}
