/// Set of the rules that come with the program, each holding those before it.
package enum Tier: String, CaseIterable, Comparable, Sendable {
    /// Something is wrong: a fault of form, a contradiction, a danger.
    case core
    /// A fact is missing without which nobody can use or govern the data. Holds where no configuration says otherwise.
    case recommended
    /// Everything else a governance office may ask for.
    case strict

    package static func < (a: Tier, b: Tier) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .core: 0
        case .recommended: 1
        case .strict: 2
        }
    }
}
