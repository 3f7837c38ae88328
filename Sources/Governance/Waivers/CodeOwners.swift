internal import Basics
internal import RuleLanguage

/// Owners of the files of a repository, as a file CODEOWNERS names them.
///
/// Source: GitHub's documentation "About code owners", CODEOWNERS syntax; GitLab's "Code Owners syntax", for sections.
package struct CodeOwners: Sendable {
    /// Places where the file is looked for, from the repository's root; the first that is there counts.
    package static let places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"]
    /// Bytes; GitHub takes no larger file.
    package static let mostBytes = 3 << 20

    private struct Rule {
        /// Number of the section that it stands in; what stands in none has 0.
        var section: Int
        var pattern: PathPattern
        var owners: [String]
    }

    private var rules: [Rule] = []

    package init(_ text: String) {
        var section = (number: 0, owners: [String]())
        for line in text.split(whereSeparator: \.isNewline) {
            let line = String(line).trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            if line.hasPrefix("[") || line.hasPrefix("^[") {
                // `[Section][2] @default-owner`
                let rest = line.split(separator: "]", omittingEmptySubsequences: false).last.map(String.init) ?? ""
                section = (section.number + 1, Self.owners(rest.split(whereSeparator: \.isWhitespace).map(String.init)))
                continue
            }
            let words = Self.words(line)
            guard let first = words.first, let pattern = try? PathPattern(first) else { continue }
            let own = Self.owners(Array(words.dropFirst()))
            rules.append(Rule(section: section.number, pattern: pattern, owners: own.isEmpty ? section.owners : own))
        }
    }

    /// Owners of a file: the last rule that matches names them, of each section by itself.
    ///
    /// - Parameter path: from the repository's root.
    /// - Returns: names as `Approvals` compares them.
    func owners(of path: String) -> Set<String> {
        var last: [Int: [String]] = [:]
        for rule in rules where rule.pattern.matches(path) { last[rule.section] = rule.owners }
        return Set(last.values.joined())
    }

    private static func owners(_ words: [String]) -> [String] {
        words.prefix { !$0.hasPrefix("#") }.map(Approvals.person)
    }

    /// The words of a line; a backslash keeps the blank behind it within a word.
    private static func words(_ line: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isEscaped = false
        for character in line {
            if character.isWhitespace, !isEscaped {
                if !word.isEmpty { words.append(word) }
                word = ""
                continue
            }
            if character == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            word.append(character)
            isEscaped = false
        }
        return word.isEmpty ? words : words + [word]
    }
}
