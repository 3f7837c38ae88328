/// Likeness of two names: 1 for the same letters, 0 for none in common.
package enum Similarity {
    /// Likeness that counts as alike.
    package static let threshold = 0.85

    /// One less the share of letters that an edit (insert, delete, replace) must touch. Case and what separates words
    /// do not count.
    package static func between(_ a: String, _ b: String) -> Double {
        between(letters(of: a), letters(of: b))
    }

    package static func letters(of name: String) -> [UInt8] {
        let letters = name.lowercased().utf8.lazy.filter {
            $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != 0x20
        }
        return Array(letters.prefix(80))
    }

    /// - Parameter bound: a share of edits above which the likeness may come out less than it is.
    package static func between(_ a: [UInt8], _ b: [UInt8], within bound: Double = 1) -> Double {
        let longest = max(a.count, b.count)
        if a.isEmpty || b.isEmpty { return 0 }
        let edits = EditDistance(countsSwaps: false, bound: Int(bound * Double(longest)) + 1).between(a, b)
        return 1 - Double(edits) / Double(longest)
    }
}
