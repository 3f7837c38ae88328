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
}
