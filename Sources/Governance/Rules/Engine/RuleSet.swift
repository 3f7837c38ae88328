internal import CEL
internal import ContractModel
package import Diagnostics

/// The rules of a run, sorted by what they look at.
///
/// Made once; read by all threads.
package final class RuleSet: Sendable {
    package let rules: [Rule]
    /// For each kind of selection the indices of its rules.
    let bySelection: [[Int]]
    /// For each kind of element the number of its selection; -1: nobody looks at it.
    let selectionOfElement: [Int8]
    /// For each key a bit, if some rule's condition needs it.
    let bits: [UInt64]
    /// For each rule the bits of the keys that its condition needs.
    let needs: [UInt64]
    /// Whether any rule has a scope to be asked of each document.
    let hasScopes: Bool

    package static let empty = RuleSet([])

    /// - Parameter rules: those that are off are left out.
    package init(_ rules: [Rule]) {
        let rules = rules.filter { !$0.isOff }
        self.rules = rules
        var bySelection = [[Int]](repeating: [], count: Selection.allCases.count)
        for (index, rule) in rules.enumerated() { bySelection[rule.selection.number].append(index) }
        self.bySelection = bySelection
        selectionOfElement = ElementKind.allCases.map { kind in
            let selection = Selection.allCases.first { $0.element == kind }
            guard let selection, !bySelection[selection.number].isEmpty else { return -1 }
            return Int8(selection.number)
        }
        var bits = [UInt64](repeating: 0, count: Key.allCases.count + 1)
        var next: UInt64 = 1
        // The keys that most rules need come first: there may be more than bits for them.
        var counts: [Key: Int] = [:]
        for key in rules.flatMap(\.needs) { counts[key, default: 0] += 1 }
        for (key, _) in counts.sorted(by: { ($1.value, $0.key.fieldNumber) < ($0.value, $1.key.fieldNumber) })
        where next != 0 {
            bits[Int(key.fieldNumber)] = next
            next = next << 1
        }
        self.bits = bits
        needs = rules.map { rule in rule.needs.reduce(0) { $0 | bits[Int($1.fieldNumber)] } }
        hasScopes = rules.contains { !$0.scope.isEverything }
    }
}

extension Selection {
    /// Its place among all.
    var number: Int { Self.numbers[self] ?? 0 }

    private static let numbers = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

/// An evaluation that came to nothing: the rule, and the element that it failed on. It fails the run.
package struct RuleFailure: Hashable, Sendable {
    package var rule: String
    package var message: String
    package var element: String?
    /// Where the element stands.
    package var place: Place
}
