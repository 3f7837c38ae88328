internal import Basics
internal import Diagnostics

/// A list of names and patterns of names, matched as people read them (`FoldedName`): nobody leaves a layer by writing the same
/// name another way. However long it is, a name is looked up once among those that are no patterns.
package struct NamePatterns: Hashable, Sendable {
    /// As they are written.
    package let texts: [String]
    private let words: Set<String>
    private let globs: [GlobPattern]

    package init(_ texts: [String] = []) {
        self.texts = texts
        func isGlob(_ text: String) -> Bool {
            text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
        }
        words = Set(texts.filter { !isGlob($0) }.map { FoldedName($0).text })
        globs = texts.filter(isGlob).map { GlobPattern(FoldedName($0).text) }
    }

    package var isEmpty: Bool { texts.isEmpty }

    package func matches(_ text: String) -> Bool {
        let name = FoldedName(text).text
        return words.contains(name) || globs.contains { $0.matches(name) }
    }

    /// As many questions are asked to compare two lists; of longer ones nothing is known.
    private static let mostQuestions = 100_000

    /// True when no name matches both, for sure: one of them is a list of words that the other does not know.
    package func isDisjoint(with other: NamePatterns) -> Bool {
        if isEmpty || other.isEmpty { return false }
        let (own, theirs) = globs.isEmpty ? (self, other) : (other, self)
        guard own.globs.isEmpty, own.words.count * max(1, theirs.globs.count) <= Self.mostQuestions else {
            return false
        }
        return !own.words.contains { theirs.matches($0) }
    }

    /// True when whatever matches another list matches this one, for sure.
    package func covers(_ other: NamePatterns) -> Bool {
        if isEmpty { return true }
        if other.isEmpty { return false }
        let own = Set(texts)
        let rest = other.texts.filter { !own.contains($0) }
        if own.contains("*") || rest.isEmpty { return true }
        guard rest.count * max(1, globs.count) <= Self.mostQuestions else { return false }
        let isWord = { (text: String) in !text.contains("*") && !text.contains("?") }
        return rest.allSatisfy { isWord($0) && matches($0) }
    }
}
