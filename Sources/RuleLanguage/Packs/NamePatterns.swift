internal import Basics
internal import Diagnostics

/// A list of names and patterns of names, matched as people read them (`FoldedName`): nobody leaves a layer by writing the same
/// name another way. A pattern behind `!` takes names out again: `["*", "!hr"]` are all but hr, and so is `["!hr"]`. However long it is, a name is looked up once among those that are no patterns.
package struct NamePatterns: Hashable, Sendable {
    /// As they are written.
    package let texts: [String]
    private let words: Set<String>
    private let globs: [GlobPattern]
    /// Names that it leaves out.
    private let exceptWords: Set<String>
    private let exceptGlobs: [GlobPattern]

    package init(_ texts: [String] = []) {
        self.texts = texts
        let except = texts.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) }
        let texts = texts.filter { !$0.hasPrefix("!") }
        func isGlob(_ text: String) -> Bool {
            text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
        }
        words = Set(texts.filter { !isGlob($0) }.map { FoldedName($0).text })
        // All but some are of all.
        globs =
            texts.isEmpty && !except.isEmpty
            ? [GlobPattern("*")] : texts.filter(isGlob).map { GlobPattern(FoldedName($0).text) }
        exceptWords = Set(except.filter { !isGlob($0) }.map { FoldedName($0).text })
        exceptGlobs = except.filter(isGlob).map { GlobPattern(FoldedName($0).text) }
    }

    package var isEmpty: Bool { texts.isEmpty }

    package func matches(_ text: String) -> Bool {
        let name = FoldedName(text).text
        guard words.contains(name) || globs.contains(where: { $0.matches(name) }) else { return false }
        return !exceptWords.contains(name) && !exceptGlobs.contains { $0.matches(name) }
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
        // What is left out here has to be left out there.
        guard texts.filter({ $0.hasPrefix("!") }).allSatisfy(other.leavesOut) else { return false }
        if globs.contains(GlobPattern("*")) { return true }
        let rest = other.texts.filter { !own.contains($0) && !$0.hasPrefix("!") }
        if other.isExceptAlone { return false }
        if rest.isEmpty { return true }
        guard rest.count * max(1, globs.count) <= Self.mostQuestions else { return false }
        let isWord = { (text: String) in !text.contains("*") && !text.contains("?") }
        return rest.allSatisfy { isWord($0) && matches($0) }
    }

    private var isExceptAlone: Bool { !texts.isEmpty && texts.allSatisfy { $0.hasPrefix("!") } }

    /// - Parameter exception: `!hr`
    private func leavesOut(_ exception: String) -> Bool {
        if texts.contains(exception) { return true }
        let isGlob = exception.contains("*") || exception.contains("?")
        if !isGlob { return !matches(String(exception.dropFirst())) }
        // A list of words none of which is among them.
        let pattern = GlobPattern(FoldedName(String(exception.dropFirst())).text)
        return globs.isEmpty && !words.contains { pattern.matches($0) }
    }
}
