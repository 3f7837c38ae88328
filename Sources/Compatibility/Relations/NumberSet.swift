package import Diagnostics

/// A set of numbers: intervals that lie apart, in order.
package struct NumberSet: Hashable, Sendable {
    /// The numbers between two ends; an infinite end is always open.
    package struct Interval: Hashable, Sendable {
        package var lower: Double
        package var upper: Double
        /// True when the ends themselves are left out.
        package var isLowerOpen: Bool
        package var isUpperOpen: Bool

        /// Nil: nothing lies between the ends.
        package init?(
            _ lower: Double, _ upper: Double, openBelow isLowerOpen: Bool = false, openAbove isUpperOpen: Bool = false
        ) {
            guard lower < upper || (lower == upper && !isLowerOpen && !isUpperOpen && lower.isFinite) else {
                return nil
            }
            self.lower = lower
            self.upper = upper
            self.isLowerOpen = isLowerOpen || lower.isInfinite
            self.isUpperOpen = isUpperOpen || upper.isInfinite
        }

        func contains(_ other: Interval) -> Bool {
            let lowerHolds = lower < other.lower || (lower == other.lower && (!isLowerOpen || other.isLowerOpen))
            let upperHolds = upper > other.upper || (upper == other.upper && (!isUpperOpen || other.isUpperOpen))
            return lowerHolds && upperHolds
        }

        func intersection(_ other: Interval) -> Interval? {
            let fromSelf = lower > other.lower || (lower == other.lower && isLowerOpen)
            let toSelf = upper < other.upper || (upper == other.upper && isUpperOpen)
            return Interval(
                fromSelf ? lower : other.lower, toSelf ? upper : other.upper,
                openBelow: fromSelf ? isLowerOpen : other.isLowerOpen,
                openAbove: toSelf ? isUpperOpen : other.isUpperOpen)
        }
    }

    package private(set) var intervals: [Interval]

    private init(_ intervals: [Interval]) { self.intervals = intervals }

    package static let all = NumberSet([Interval(-.infinity, .infinity)].compactMap(\.self))
    package static let none = NumberSet([])

    /// From one number to another, each included unless open.
    package init(
        from lower: Double = -.infinity, to upper: Double = .infinity, openBelow isLowerOpen: Bool = false,
        openAbove isUpperOpen: Bool = false
    ) {
        intervals = Interval(lower, upper, openBelow: isLowerOpen, openAbove: isUpperOpen).map { [$0] } ?? []
    }

    /// Every number but those between two, which are left out themselves.
    package static func outside(_ lower: Double, _ upper: Double) -> NumberSet {
        guard lower <= upper else { return .all }
        return NumberSet(
            [Interval(-.infinity, lower, openAbove: true), Interval(upper, .infinity, openBelow: true)].compactMap(
                \.self))
    }

    package func intersection(_ other: NumberSet) -> NumberSet {
        var common: [Interval] = []
        for own in intervals { common += other.intervals.compactMap(own.intersection) }
        return NumberSet(common.sorted { $0.lower < $1.lower })
    }

    /// The whole numbers of the set, with closed ends where it has any.
    package var whole: NumberSet {
        NumberSet(
            intervals.compactMap { interval in
                var (lower, upper) = (interval.lower, interval.upper)
                if lower.isFinite {
                    lower = interval.isLowerOpen ? lower.rounded(.down) + 1 : lower.rounded(.up)
                }
                if upper.isFinite { upper = interval.isUpperOpen ? upper.rounded(.up) - 1 : upper.rounded(.down) }
                return Interval(lower, upper)
            })
    }

    /// True when all numbers of another set are in this one.
    package func contains(_ other: NumberSet) -> Bool {
        other.intervals.allSatisfy { part in intervals.contains { $0.contains(part) } }
    }

    /// Relation of this set, the new one, to the old.
    package func relation(to old: NumberSet) -> Relation {
        Relation(
            newIsPart: old.contains(self), oldIsPart: contains(old),
            isDisjoint: intersection(old).intervals.isEmpty)
    }
}
