/// Number of edits that make one text of another: insert, delete, replace, and swap two neighbours where that counts as one (the
/// optimal-string-alignment distance; without it Levenshtein's).
package struct EditDistance {
    var countsSwaps: Bool
    /// Greater distances may come out greater than they are.
    var bound = Int.max

    package init(countsSwaps: Bool, bound: Int = .max) {
        self.countsSwaps = countsSwaps
        self.bound = bound
    }

    package func between<Letter: Equatable>(_ a: [Letter], _ b: [Letter]) -> Int {
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
                if countsSwaps, i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, beforeLast[j - 2] + 1)
                }
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
