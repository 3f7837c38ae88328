package import Diagnostics

extension Relation {
    /// The relation of the old values to the new.
    package var flipped: Relation {
        switch self {
        case .narrows: .widens
        case .widens: .narrows
        default: self
        }
    }

    /// From which of two sets holds the other.
    package init(newIsPart: Bool, oldIsPart: Bool, isDisjoint: @autoclosure () -> Bool) {
        switch (newIsPart, oldIsPart) {
        case (true, true): self = .equal
        case (true, false): self = .narrows
        case (false, true): self = .widens
        case (false, false): self = isDisjoint() ? .disjoint : .overlaps
        }
    }

    /// The relation of pairs, one value from each of two sets: `a` relates the first, `b` the second.
    package static func product(_ a: Relation, _ b: Relation) -> Relation {
        if a == .disjoint || b == .disjoint { return .disjoint }
        if a == .unknown || b == .unknown { return .unknown }
        if a == .equal { return b }
        if b == .equal || a == b { return a }
        return .overlaps
    }
}
