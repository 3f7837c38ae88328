/// "Did you mean": the nearest of the words that would have been right.
package enum Spelling {
    /// The candidate nearest to `word`, if one is near enough that a slip explains it; the first of equals.
    ///
    /// Case alone is no distance. Otherwise the optimal-string-alignment distance counts (insert, delete, replace,
    /// swap of neighbours), and up to a third of the word's length may differ, at least 1 and at most 3.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        // No candidate is as long as that, and nobody needs to be told how a megabyte is spelt.
        guard word.utf8.count < 256 else { return nil }
        let folded = Array(word.lowercased().unicodeScalars.prefix(64))
        let bound = min(3, max(1, folded.count / 3))
        var best: (candidate: String, distance: Int)?
        for candidate in candidates where !candidate.utf8.elementsEqual(word.utf8) {
            let other = Array(candidate.lowercased().unicodeScalars.prefix(64))
            guard abs(other.count - folded.count) <= bound else { continue }
            let found = distance(folded, other, bound: bound)
            if found <= bound, found < best?.distance ?? .max { best = (candidate, found) }
        }
        return best?.candidate
    }

    /// - Parameter bound: greater distances may come out greater than they are.
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], bound: Int) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var row = beforeLast
        var leastOfLast = 0
        for i in 1...a.count {
            row[0] = i
            var least = i
            for j in 1...b.count {
                var best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, beforeLast[j - 2] + 1) }
                row[j] = best
                least = min(least, best)
            }
            // What follows is made of the last two rows, and never less.
            if least > bound, leastOfLast > bound { return least }
            leastOfLast = least
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[b.count]
    }
}
