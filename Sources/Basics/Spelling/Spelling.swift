/// "Did you mean": the nearest of the words that would have been right.
package enum Spelling {
    /// The candidate nearest to `word`, if one is near enough that a slip explains it; the first of equals. One that says the
    /// opposite is none.
    ///
    /// Case alone is no distance, and neither is the order of the words in a name. Otherwise the optimal-string-alignment
    /// distance counts (insert, delete, replace, swap of neighbours), and up to a third of the word's length may differ, at
    /// least 1 and at most 3.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        // No candidate is as long as that, and nobody needs to be told how a megabyte is spelt.
        guard word.utf8.count < 256 else { return nil }
        let folded = Array(word.lowercased().unicodeScalars.prefix(64))
        let polarity = Polarity(word)
        let words = polarity.sortedWords
        let bound = min(3, max(1, folded.count / 3))
        var best: (candidate: String, distance: Int)?
        for candidate in candidates where !candidate.utf8.elementsEqual(word.utf8) {
            let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
            guard abs(other.count - folded.count) <= bound else { continue }
            var found = EditDistance(countsSwaps: true, bound: bound).between(folded, other)
            if other.count == folded.count, found > 0, Polarity(candidate).sortedWords == words { found = 0 }
            guard found <= bound, found < best?.distance ?? .max else { continue }
            if other != folded, Polarity(candidate).opposes(polarity) { continue }
            best = (candidate, found)
        }
        return best?.candidate
    }
}
