import Basics
import TestSupport
import Testing

@Suite struct TableTests {
    @Test func aTableFindsItsWordsOnly() {
        let table = WordTable<Int>([("one", 1), ("two", 2), ("one", 3), ("", 4)])
        #expect(bytes("one") { table[$0] } == 1)
        #expect(bytes("two") { table[$0] } == 2)
        #expect(bytes("") { table[$0] } == 4)
        #expect(bytes("three") { table[$0] } == nil)
        #expect(bytes("on") { table[$0] } == nil)
        #expect(bytes("one") { WordTable<Int>([])[$0] } == nil)
    }

    /// Words that differ in their middle, in their length, in one byte at each end.
    @Test func everyWordHasItsOwnNumber() {
        var words = (0..<300).map { "w\($0)" }
        words += (0..<40).map { "a word that is longer than its ends by \($0) bytes and more" }
        words += (0...40).map { String(repeating: "x", count: $0) }
        let vocabulary = Vocabulary(words)
        for (index, word) in words.enumerated() { #expect(bytes(word) { vocabulary.number(of: $0) } == index + 1) }
        for word in ["w300", "a word that is longer than its ends by x bytes and more", "xxxxy", "yx"] {
            #expect(bytes(word) { vocabulary.number(of: $0) } == 0)
        }
    }

    @Test func aSlotTableFindsWhatIsInIt() {
        let names = (0..<1000).map { "name \($0 % 700)" }
        var table = SlotTable(minimumCapacity: 1)
        var known: [String] = []
        for name in names {
            let hash = bytes(name) { ByteHash.of($0, seed: ByteHash.seed) }
            let found = table.first(hash) { known[$0] == name }
            #expect(found == known.firstIndex(of: name))
            if found == nil {
                table.insert(known.count, hash)
                known.append(name)
            }
        }
        #expect(known.count == 700)
    }
}
