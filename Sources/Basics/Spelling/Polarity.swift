/// Words that turn the meaning of a name round. A suggestion must not put one in the place of its opposite: `mustBe` for
/// `mustBeNot`, `invalidValues` for `validValues`.
struct Polarity {
    private let folded: String
    private let words: [String]

    init(_ name: String) {
        folded = name.lowercased().filter { $0.isLetter || $0.isNumber }
        words = Self.words(of: name)
    }

    /// The words of a name in any order: `mustBeNot` and `mustNotBe` have the same.
    var sortedWords: [String] { words.sorted() }

    /// True when the two names say opposite things.
    func opposes(_ other: Polarity) -> Bool {
        if isNegated(as: other) != other.isNegated(as: self) { return true }
        for (one, opposite) in Self.opposites {
            if words.contains(one), !words.contains(opposite), other.words.contains(opposite) { return true }
            if words.contains(opposite), !words.contains(one), other.words.contains(one) { return true }
        }
        return denies(other) || other.denies(self)
    }

    /// A misspelt name need not show where its words begin; a `not` in both, as in `notice`, is none.
    private func isNegated(as other: Polarity) -> Bool {
        if words.contains(where: Self.negations.contains) { return true }
        return folded.contains("not") && !other.folded.contains("not")
    }

    /// True when it is the other with a syllable in front that denies it.
    private func denies(_ other: Polarity) -> Bool {
        let start = other.folded.prefix(3)
        guard start.count == 3 else { return false }
        return Self.prefixes.contains { prefix in
            folded.hasPrefix(prefix) && !other.folded.hasPrefix(prefix)
                && folded.dropFirst(prefix.count).hasPrefix(start)
        }
    }

    private static let prefixes = ["in", "un", "non", "dis", "im", "ir", "de"]
    private static let negations: Set<String> = [
        "not", "no", "non", "never", "without", "mustnt", "isnt", "cannot", "cant", "shouldnt",
    ]
    private static let opposites: [(String, String)] = [
        ("min", "max"), ("minimum", "maximum"), ("greater", "less"), ("first", "last"), ("first", "second"),
        ("in", "out"), ("input", "output"), ("from", "to"), ("before", "after"), ("start", "end"), ("old", "new"),
        ("include", "exclude"), ("inclusive", "exclusive"), ("optional", "required"), ("nullable", "required"),
        ("lower", "upper"), ("public", "private"), ("active", "inactive"),
    ]

    private static func words(of name: String) -> [String] {
        var words: [String] = []
        var wasLower = false
        for character in name {
            guard character.isLetter || character.isNumber else {
                wasLower = false
                if words.last?.isEmpty == false { words.append("") }
                continue
            }
            if words.isEmpty || (character.isUppercase && wasLower) { words.append("") }
            words[words.count - 1] += character.lowercased()
            wasLower = !character.isUppercase
        }
        return words.filter { !$0.isEmpty }
    }
}
