internal import Basics

extension Similarity {
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
                let score = between(old[own], new[other], within: 1 - threshold)
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
