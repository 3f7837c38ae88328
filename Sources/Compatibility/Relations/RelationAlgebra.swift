package import Diagnostics

extension Relation {
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
