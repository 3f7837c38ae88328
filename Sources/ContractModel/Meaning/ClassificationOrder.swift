/// Order of classifications, from the least to the most strict: the organisation's own, or the usual four.
///
/// `check`, `diff` and `breaking` rank by the one that the configuration of the contract at hand has.
package struct ClassificationOrder: Hashable, Sendable {
    /// Order where an organisation gives none.
    package static let usual = ClassificationOrder(["public", "internal", "confidential", "restricted"])

    /// The classifications in lower case.
    fileprivate let words: [String]

    /// - Parameter words: from the least to the most strict, in any case.
    package init(_ words: [String]) { self.words = words.map { $0.lowercased() } }

    /// Rank of a classification, whatever its case; nil: it is none of those known.
    package func rank(of classification: String) -> Int? {
        words.firstIndex(of: classification.lowercased())
    }

    /// Answer to whether a classification is one of some that are allowed or, where the organisation has an order of its
    /// own, at least as strict as one of them.
    ///
    /// An allowed word that the organisation does not use stands where the usual order has it: in the upper half, or at the
    /// top.
    package func reaches(_ classification: String, oneOf allowed: [String]) -> Bool {
        let own = classification.lowercased()
        if allowed.contains(where: { $0.lowercased() == own }) { return true }
        guard self != .usual, let rank = rank(of: own) else { return false }
        let ranks = allowed.compactMap(self.rank(of:))
        guard let least = ranks.min() ?? allowed.compactMap(rank(replacing:)).min() else { return false }
        return rank >= least
    }

    /// Rank of the own word that stands for a usual one.
    private func rank(replacing usual: String) -> Int? {
        guard let rank = Self.usual.rank(of: usual), !words.isEmpty else { return nil }
        let count = Self.usual.words.count
        return min(words.count - 1, (rank * words.count + count - 1) / count)
    }
}

extension ClassificationOrder {
    /// Rank of the strictest.
    package var highest: Int { max(0, words.count - 1) }
}
