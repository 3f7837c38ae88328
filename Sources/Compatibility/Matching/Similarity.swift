/// How alike two names are: 1 for the same letters, 0 for none in common.
package enum Similarity {
    /// What counts as alike.
    package static let threshold = 0.85

    /// One less the share of letters that an edit (insert, delete, replace) must touch. Case and what separates words
    /// do not count.
    package static func between(_ a: String, _ b: String) -> Double {
        between(letters(of: a), letters(of: b))
    }

    static func letters(of name: String) -> [UInt8] {
        let letters = name.lowercased().utf8.lazy.filter {
            $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != 0x20
        }
        return Array(letters.prefix(80))
    }

    static func between(_ a: [UInt8], _ b: [UInt8]) -> Double {
        let longest = max(a.count, b.count)
        if longest == 0 { return 0 }
        if a.isEmpty || b.isEmpty { return 0 }
        var row = Array(0...b.count)
        for i in 1...a.count {
            var corner = row[0]
            row[0] = i
            for j in 1...b.count {
                let above = row[j]
                row[j] = min(above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1))
                corner = above
            }
        }
        return 1 - Double(row[b.count]) / Double(longest)
    }

    /// The pairs of names in which each is the other's only best match, as indices.
    ///
    /// - Parameters:
    ///   - budget: how many pairs may still be compared.
    ///   - isComparable: whether two may be compared at all.
    /// - Returns: nothing where there are too many to compare each with each: it is an annotation, worth no wait.
    static func pairs(
        _ old: [[UInt8]], _ new: [[UInt8]], budget: inout Int, _ isComparable: (Int, Int) -> Bool
    ) -> [(old: Int, new: Int)] {
        guard old.count <= 1000, new.count <= 1000, old.count * new.count <= budget else { return [] }
        budget -= old.count * new.count
        var bestOfOld = [Best](repeating: Best(), count: old.count)
        var bestOfNew = [Best](repeating: Best(), count: new.count)
        for own in old.indices {
            for other in new.indices where isComparable(own, other) {
                let lengths = (old[own].count, new[other].count)
                if Double(min(lengths.0, lengths.1)) < threshold * Double(max(lengths.0, lengths.1)) { continue }
                let score = between(old[own], new[other])
                guard score >= threshold else { continue }
                bestOfOld[own].add(other, score)
                bestOfNew[other].add(own, score)
            }
        }
        return old.indices.compactMap { own in
            guard let other = bestOfOld[own].only, bestOfNew[other].only == own else { return nil }
            return (own, other)
        }
    }

    private struct Best {
        private var index = -1
        private var score = 0.0
        private var isShared = false

        mutating func add(_ other: Int, _ score: Double) {
            if score > self.score {
                (index, self.score, isShared) = (other, score, false)
            } else if score == self.score {
                isShared = true
            }
        }

        var only: Int? { index >= 0 && !isShared ? index : nil }
    }
}
