import Basics
import Testing
import YAMLTree

/// Keys are known by their number in the vocabulary; nothing that is not in it has one.
@Suite struct VocabularyTests {
    /// Of each length that is looked up in its own way: up to 3 bytes, 7, 16, and more.
    static let words = [
        "a", "é", "abc", "kind", "version", "unitTest", "sixteenLettersIs", "aWordOfMoreThanSixteenLetters",
    ]

    private func number(_ key: String) throws -> Int {
        let tree = YAMLTree(
            name: "test.yaml", raw: Array("\"\(key)\": x".utf8), vocabulary: Vocabulary(Self.words))
        let root = try #require(tree.documents.first).root
        let entry = try #require(Array(tree.entries(of: root)).first)
        #expect(tree.text(of: entry.key) == key)
        return Int(tree[entry.key].word)
    }

    /// Another letter at any place makes another word, so do one more and one less.
    @Test(arguments: words) func onlyTheWordItself(word: String) throws {
        #expect(try number(word) == Self.words.firstIndex(of: word)! + 1)
        for offset in word.indices {
            var other = word
            other.replaceSubrange(offset...offset, with: "X")
            #expect(try number(other) == 0, "\(other)")
            other.replaceSubrange(offset...offset, with: "")
            #expect(try number(other) == 0, "\(other)")
            other.insert(contentsOf: "XX", at: offset)
            #expect(try number(other) == 0, "\(other)")
        }
    }

    @Test func anEmptyKeyIsNoWord() throws { #expect(try number("") == 0) }
}
