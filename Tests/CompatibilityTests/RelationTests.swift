import Compatibility
import Diagnostics
import TestSupport
import Testing

/// The algebra of sets of values.
@Suite struct RelationTests {
    private static let five = NumberSet(from: 5, to: 5)
    private static let none = NumberSet(from: 5, to: 4)

    @Test(
        arguments: [
            (NumberSet.all, NumberSet.all, .equal), (none, none, .equal), (none, five, .widens),
            (NumberSet(from: 0), NumberSet(from: 1), .narrows),
            (NumberSet(from: 0), NumberSet(from: 0, openBelow: true), .narrows),
            (NumberSet(to: 5, openAbove: true), NumberSet(to: 5), .widens),
            (NumberSet(to: 5), NumberSet(from: 5), .overlaps),
            (NumberSet(to: 5, openAbove: true), NumberSet(from: 5), .disjoint), (five, .outside(5, 5), .disjoint),
            (NumberSet.outside(5, 5), .outside(4, 6), .narrows), (.outside(1, 2), .outside(2, 3), .overlaps),
            (NumberSet(from: 0, to: 10), NumberSet.all, .widens), (.outside(0, 1), NumberSet(from: 3, to: 4), .narrows),
        ] as [(NumberSet, NumberSet, Relation)])
    func setsOfNumbers(_ old: NumberSet, _ new: NumberSet, _ relation: Relation) {
        #expect(new.relation(to: old) == relation)
        #expect(old.relation(to: new) == relation.flipped)
    }

    @Test func wholeNumbers() {
        #expect(NumberSet(from: 0, to: 5, openBelow: true, openAbove: true).whole == NumberSet(from: 1, to: 4))
        #expect(NumberSet(from: 0.5, to: 0.7).whole == NumberSet.none)
        #expect(NumberSet.all.whole == NumberSet.all)
    }

    @Test(arguments: Relation.allCases) func turnedAroundTwiceARelationIsItself(_ relation: Relation) {
        #expect(relation.flipped.flipped == relation)
    }
}
