/// Counts, for each rule of a set, the elements that it is about: in its scope, with a true `where`.
package final class SelectionCounter {
    /// By the rule's place in the set.
    package private(set) var counts: [Int]

    package init(_ rules: RuleSet) { counts = Array(repeating: 0, count: rules.rules.count) }

    @inline(__always)
    package func note(_ rule: Int) { counts[rule] += 1 }
}
